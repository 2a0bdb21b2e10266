// SPDX-License-Identifier: Apache-2.0
// The strict check in front of cJSON: what is doubtful is refused at its byte, quickly.
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/facts/json.h"

#define PLAIN "abcdefghijklmnopqrstuvwxyz ,:[]{}0123456789"

static cds_ctx ctx;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

static const cds_json *parse(cds_text text)
{
    const cds_json *value = NULL;
    cds_arena_reset(ctx.mem);
    cds_error_clear(&ctx);
    // Of exactly this size, so that the sanitiser sees a byte read too far.
    char *exact = malloc(text.length + 1);
    memcpy(exact, text.data, text.length);
    char *shrunk = text.length == 0 ? exact : realloc(exact, text.length);
    cds_status status = cds_json_parse(&ctx, (cds_text){shrunk, text.length}, &value);
    free(shrunk);
    ck_assert_int_eq(status, ctx.error.status);
    ck_assert((value != NULL) == (status == CDS_OK));
    return value;
}

static const struct {
    cds_text text;
    int offset;
} wrong[] = {
    {CDS_TEXT(""), 0},
    {CDS_TEXT("  "), 2},
    {CDS_TEXT("\xEF\xBB\xBF{}"), 0},
    {CDS_TEXT("\xEF\xBB\xBF"), 0},
    {CDS_TEXT("{} x"), 3},
    {CDS_TEXT("1 2"), 2},
    {CDS_TEXT("{}\0"), 2},
    {CDS_TEXT("\0"), 0},
    {CDS_TEXT("tru"), 3},
    {CDS_TEXT("trUe"), 2},
    {CDS_TEXT("nul]"), 3},
    {CDS_TEXT("NaN"), 0},
    {CDS_TEXT("'a'"), 0},
    {CDS_TEXT("// a\n1"), 0},
    {CDS_TEXT("\v1"), 0},
    {CDS_TEXT("\xC2\xA0[]"), 0},
    {CDS_TEXT("["), 1},
    {CDS_TEXT("[1"), 2},
    {CDS_TEXT("[1,"), 3},
    {CDS_TEXT("[1,]"), 3},
    {CDS_TEXT("[,1]"), 1},
    {CDS_TEXT("[1 2]"), 3},
    {CDS_TEXT("[1}"), 2},
    {CDS_TEXT("{\"a\":1]"), 6},
    {CDS_TEXT("{1:2}"), 1},
    {CDS_TEXT("{\"a\"}"), 4},
    {CDS_TEXT("{\"a\":}"), 5},
    {CDS_TEXT("{\"a\":1,}"), 7},
    {CDS_TEXT("{\"a\" 1}"), 5},
    {CDS_TEXT("-"), 1},
    {CDS_TEXT("[-]"), 2},
    {CDS_TEXT("+1"), 0},
    {CDS_TEXT("01"), 1},
    {CDS_TEXT("-01"), 2},
    {CDS_TEXT("1."), 2},
    {CDS_TEXT("[1.]"), 3},
    {CDS_TEXT(".5"), 0},
    {CDS_TEXT("[1e]"), 3},
    {CDS_TEXT("[1e+]"), 4},
    {CDS_TEXT("[1.5e-x]"), 6},
    {CDS_TEXT("0x1"), 1},
    {CDS_TEXT("1\0"), 1},
    {CDS_TEXT("[9007199254740993]"), 1},
    {CDS_TEXT("[-9007199254740993]"), 1},
    {CDS_TEXT("[0,100000000000000000000000000000000000]"), 3},
    {CDS_TEXT("[1e309]"), 1},
    {CDS_TEXT("[0, -1e309]"), 4},
    {CDS_TEXT("\""), 1},
    {CDS_TEXT("\"abc"), 4},
    {CDS_TEXT("\"a\nb\""), 2},
    {CDS_TEXT("\"a\0b\""), 2},
    {CDS_TEXT("\"\x1F\""), 1},
    {CDS_TEXT("\"a\\x\""), 2},
    {CDS_TEXT("\"\\"), 1},
    {CDS_TEXT("\"\\u12\""), 1},
    {CDS_TEXT("\"\\u12g4\""), 1},
    {CDS_TEXT("\"\\U0041\""), 1},
    {CDS_TEXT("\"ab\\u0000\""), 3},
    {CDS_TEXT("{\"a\\u0000\":1}"), 3},
    {CDS_TEXT("\"\\uD800\""), 1},
    {CDS_TEXT("\"\\uDC00\""), 1},
    {CDS_TEXT("\"\\uD800\\uD800\""), 1},
    {CDS_TEXT("\"\\uDBFF\\u0041\""), 1},
    {CDS_TEXT("\"\\uD834x\\uDD1E\""), 1},
    {CDS_TEXT("\"\x80\""), 1},
    {CDS_TEXT("\"a\xC3\""), 2},
    {CDS_TEXT("\"\xC0\x80\""), 1},
    {CDS_TEXT("\"\xC1\xBF\""), 1},
    {CDS_TEXT("\"\xE0\x9F\xBF\""), 1},
    {CDS_TEXT("\"\xE2\x82\""), 1},
    {CDS_TEXT("\"\xED\xA0\x80\""), 1},
    {CDS_TEXT("\"\xF0\x8F\xBF\xBF\""), 1},
    {CDS_TEXT("\"\xF0\x9F\xA6\""), 1},
    {CDS_TEXT("\"\xF4\x90\x80\x80\""), 1},
    {CDS_TEXT("\"\xF5\x80\x80\x80\""), 1},
    {CDS_TEXT("\"\xFF\""), 1},
    {CDS_TEXT("{\"a\":1,\"a\":1}"), 7},
    {CDS_TEXT("{\"a\":1,\"\\u0061\":1}"), 7},
    {CDS_TEXT("{\"\\u0061\":1, \"b\":2, \"a\":1}"), 20},
    {CDS_TEXT("{\"\":1,\"\":2}"), 6},
    {CDS_TEXT("{\"\\uD83E\\uDDB5\":1,\"\xF0\x9F\xA6\xB5\":2}"), 18},
    {CDS_TEXT("{\"a\\/b\":1,\"a/b\":2}"), 10},
    {CDS_TEXT("{\"b\":{\"a\":1},\"a\":[{\"x\":1,\"y\":2,\"x\":3}]}"), 31},
    {CDS_TEXT("{\"x\":{\"y\":1},\"y\":0,\"x\":0}"), 19},
};

START_TEST(what_is_wrong_is_refused_at_its_byte)
{
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(parse(wrong[i].text) == NULL, "row %zu: %s", i, wrong[i].text.data);
        ck_assert_int_eq(ctx.error.status, CDS_MALFORMED);
        ck_assert_msg(ctx.error.offset == wrong[i].offset, "row %zu: %s at %lld", i,
                      wrong[i].text.data, ctx.error.offset);
    }
}
END_TEST

START_TEST(what_is_wrong_is_said_in_words_of_its_own)
{
    static const struct {
        const char *text;
        const char *word;
    } rows[] = {
        {"\xEF\xBB\xBF{}", "byte order mark"},
        {"[1", "too early"},
        {"{\"a\":1,\"a\":2}", "twice"},
        {"9007199254740993", "2^53"},
        {"-90900749007195472.1", "2^53"},
        {"9.1e17", "2^53"},
        {"\"\\u0000\"", "U+0000"},
        {"\"\xFF\"", "UTF-8"},
        {"1e999", "too large"},
        {"{} {}", "follow"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_ptr_null(parse(cds_text_of(rows[i].text)));
        ck_assert_msg(strstr(ctx.error.what, rows[i].word) != NULL, "%s", ctx.error.what);
    }
}
END_TEST

START_TEST(numbers_of_any_length_are_the_double_that_strtod_reads)
{
    static const char *const formats[] = {"0.%0*d1",   "1.%0*d",    "123456.7890123456789%0*d",
                                          "0.%0*d1e5", "1.5e%0*d2", "-0.1%0*d3",
                                          "17.%0*d9"};
    char number[512];
    char text[1100];
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        for (int zeros = 1; zeros < 400; zeros++) {
            snprintf(number, sizeof number, formats[i], zeros, 0);
            snprintf(text, sizeof text, "[\"before\",%s,{\"after\":%s}]", number, number);
            const cds_json *value = parse(cds_text_of(text));
            ck_assert_msg(value != NULL, "%s: %s", text, ctx.error.what);
            const cds_json *first = value->child->next;
            ck_assert(first->number == strtod(number, NULL));
            ck_assert(first->next->child->number == first->number);
            ck_assert(cds_text_is(first->next->child->name, "after"));
        }
    }
}
END_TEST

START_TEST(three_hundred_and_nine_digits_are_a_double_if_they_are_small_enough)
{
    char text[400];
    for (char lead = '1'; lead <= '2'; lead++) {
        int length = snprintf(text, sizeof text, "%c%0308d.0", lead, 0);
        const cds_json *value = parse((cds_text){text, (size_t)length});
        ck_assert((value != NULL) == (lead == '1'));
        ck_assert(value == NULL || value->number == 1e308);
    }
    ck_assert_int_eq(ctx.error.offset, 0);
}
END_TEST

static const cds_json *parse_nested(int depth, const char *open, const char *inside, char close)
{
    char text[1000];
    size_t length = 0;
    for (int i = 0; i < depth; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%s", open);
    }
    length += (size_t)snprintf(text + length, sizeof text - length, "%s", inside);
    memset(text + length, close, (size_t)depth);
    return parse((cds_text){text, length + (size_t)depth});
}

START_TEST(thirty_two_levels_are_read_and_the_thirty_third_is_refused)
{
    ck_assert_ptr_nonnull(parse_nested(CDS_JSON_DEPTH, "[", "", ']'));
    ck_assert_ptr_nonnull(parse_nested(CDS_JSON_DEPTH, "[", "1", ']'));
    ck_assert_ptr_nonnull(parse_nested(CDS_JSON_DEPTH, "{\"a\":", "1", '}'));
    ck_assert_ptr_null(parse_nested(CDS_JSON_DEPTH + 1, "[", "", ']'));
    ck_assert_int_eq(ctx.error.offset, 32);
    ck_assert_ptr_null(parse_nested(CDS_JSON_DEPTH + 1, "{\"a\":", "1", '}'));
    ck_assert_int_eq(ctx.error.offset, 32 * 5);
    ck_assert_ptr_nonnull(
        parse(CDS_TEXT("[[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],"
                       "[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]],[[]]]")));
}
END_TEST

// An object of `count` members of which number `repeated` (from 1, if any) has the name of the
// first.
static cds_text object_with(size_t count, size_t repeated, size_t *offset)
{
    const size_t member_bytes = 24;
    char *text = malloc((count + 1) * member_bytes);
    size_t length = 0;
    text[length++] = '{';
    for (size_t i = 0; i < count; i++) {
        size_t name = i == repeated && i > 0 ? 0 : i;
        if (i == repeated) {
            *offset = length;
        }
        length += (size_t)snprintf(text + length, member_bytes, "\"name_%zu\":%zu,", name, i);
    }
    text[length - 1] = '}';
    return (cds_text){text, length};
}

START_TEST(a_repeated_name_is_found_in_objects_of_any_size)
{
    for (size_t count = 2; count < 60; count++) {
        for (size_t repeated = 0; repeated < count; repeated++) {
            size_t offset = 0;
            cds_text text = object_with(count, repeated, &offset);
            const cds_json *value = parse(text);
            if (repeated == 0) {
                ck_assert_ptr_nonnull(value);
                ck_assert_uint_eq(value->count, count);
            } else {
                ck_assert_ptr_null(value);
                ck_assert_int_eq(ctx.error.offset, (long long)offset);
            }
            free((char *)text.data);
        }
    }
}
END_TEST

START_TEST(of_several_repeated_names_the_first_is_shown)
{
    static const char *const others[] = {
        "",
        ",\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,"
        "\"k\":1",
    };
    for (size_t i = 0; i < 2; i++) {
        char text[200];
        snprintf(text, sizeof text, "{\"z\":1,\"y\":1,\"x\":1,\"y\":1,\"x\":1,\"z\":1%s}",
                 others[i]);
        ck_assert_ptr_null(parse(cds_text_of(text)));
        ck_assert_int_eq(ctx.error.offset, 19);
    }
}
END_TEST

// Where time is not n log n, the time limit of this suite ends the test.
START_TEST(an_object_of_two_hundred_thousand_names_takes_no_square_of_time)
{
    size_t offset = 0;
    cds_text text = object_with(200000, 0, &offset);
    const cds_json *value = parse(text);
    ck_assert_msg(value != NULL, "%s", ctx.error.what);
    ck_assert_uint_eq(value->count, 200000);
    ck_assert(cds_json_equal(value, value));
    free((char *)text.data);
    text = object_with(200000, 199999, &offset);
    ck_assert_ptr_null(parse(text));
    ck_assert_int_eq(ctx.error.offset, (long long)offset);
    free((char *)text.data);
}
END_TEST

// Strings and blanks are looked at sixteen bytes at a time: each place in them, and behind
// them.
START_TEST(a_wrong_byte_is_found_wherever_it_stands)
{
    static const char *const bytes[] = {"\x1F", "\x80", "\n", "\\x"};
    char text[100];
    for (size_t length = 0; length < 40; length++) {
        for (size_t at = 0; at <= length; at++) {
            for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++) {
                snprintf(text, sizeof text, "[\"%.*s%s%.*s\"]", (int)at, PLAIN, bytes[i],
                         (int)(length - at), PLAIN);
                ck_assert_ptr_null(parse(cds_text_of(text)));
                ck_assert_int_eq(ctx.error.offset, (long long)at + 2);
            }
        }
    }
}
END_TEST

START_TEST(a_string_of_any_length_ends_at_its_quote)
{
    char text[100];
    for (size_t length = 0; length < 40; length++) {
        snprintf(text, sizeof text, "[\"%.*s\",\"%.*s\\u00e9\",1]", (int)length, PLAIN,
                 (int)length, PLAIN);
        const cds_json *value = parse(cds_text_of(text));
        ck_assert_ptr_nonnull(value);
        ck_assert_uint_eq(value->count, 3);
        ck_assert_uint_eq(value->child->text.length, length);
        ck_assert_mem_eq(value->child->text.data, PLAIN, length);
        const cds_text escaped = value->child->next->text;
        ck_assert_uint_eq(escaped.length, length + 2);
        ck_assert_mem_eq(escaped.data + length, "\xC3\xA9", 2);
    }
}
END_TEST

START_TEST(blanks_are_skipped_in_runs_of_any_length_and_no_other_bytes_are)
{
    static const char *const others[] = {"\v", "\f", "\x01", "\x0E", "\xC2\xA0", "x"};
    char text[200];
    for (size_t length = 0; length < 40; length++) {
        static const char blanks[] = " \t\n\r \n  \t\r\r\n     \t\t\n\n\r  \n         \t    \r";
        snprintf(text, sizeof text, "%.*s[%.*s1%.*s]%.*s", (int)length % 7, blanks, (int)length,
                 blanks, (int)length, blanks, (int)length, blanks);
        ck_assert_ptr_nonnull(parse(cds_text_of(text)));
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
            snprintf(text, sizeof text, "[%.*s%s%.*s1]", (int)length, blanks, others[i],
                     (int)(39 - length), blanks);
            ck_assert_ptr_null(parse(cds_text_of(text)));
            ck_assert_int_eq(ctx.error.offset, (long long)length + 1);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("json_check");
    TCase *cases = tcase_create("json_check");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 20);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, what_is_wrong_is_refused_at_its_byte);
    tcase_add_test(cases, what_is_wrong_is_said_in_words_of_its_own);
    tcase_add_test(cases, a_wrong_byte_is_found_wherever_it_stands);
    tcase_add_test(cases, a_string_of_any_length_ends_at_its_quote);
    tcase_add_test(cases, blanks_are_skipped_in_runs_of_any_length_and_no_other_bytes_are);
    tcase_add_test(cases, numbers_of_any_length_are_the_double_that_strtod_reads);
    tcase_add_test(cases, three_hundred_and_nine_digits_are_a_double_if_they_are_small_enough);
    tcase_add_test(cases, thirty_two_levels_are_read_and_the_thirty_third_is_refused);
    tcase_add_test(cases, a_repeated_name_is_found_in_objects_of_any_size);
    tcase_add_test(cases, of_several_repeated_names_the_first_is_shown);
    tcase_add_test(cases, an_object_of_two_hundred_thousand_names_takes_no_square_of_time);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
