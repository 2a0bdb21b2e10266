// SPDX-License-Identifier: Apache-2.0
// The sticky writer: what comes out, and that the end tells of every failure.
#include <check.h>
#include <float.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/buf.h"

static cds_ctx ctx;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

static void assert_ends_as(cds_buf *buf, const char *expected, size_t length)
{
    cds_text text = {NULL, 0};
    ck_assert_int_eq(cds_buf_end(&ctx, buf, &text), CDS_OK);
    ck_assert_msg(cds_text_equal(text, (cds_text){expected, length}), "%.*s is not %s",
                  (int)text.length, text.data, expected);
}

START_TEST(pieces_come_out_in_the_order_they_went_in)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, "squat");
    cds_buf_char(&buf, ' ');
    cds_buf_int(&buf, 3);
    cds_buf_text(&buf, CDS_TEXT(" x "));
    cds_buf_text(&buf, (cds_text){NULL, 0});
    cds_buf_format(&buf, "%d %s", 10, "slow");
    assert_ends_as(&buf, "squat 3 x 10 slow", 17);
}
END_TEST

START_TEST(an_empty_writer_ends_as_an_empty_text)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx.mem);
    assert_ends_as(&buf, "", 0);
}
END_TEST

START_TEST(whole_numbers_are_written_to_their_limits)
{
    static const struct {
        int64_t value;
        const char *text;
    } rows[] = {{0, "0"},
                {-1, "-1"},
                {10, "10"},
                {INT64_MAX, "9223372036854775807"},
                {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_buf buf;
        cds_buf_init(&buf, ctx.mem);
        cds_buf_int(&buf, rows[i].value);
        assert_ends_as(&buf, rows[i].text, strlen(rows[i].text));
    }
}
END_TEST

START_TEST(numbers_are_written_as_a_person_would)
{
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-7, "-7"},
        {0.1, "0.1"},
        {-0.5, "-0.5"},
        {36.6, "36.6"},
        {82.25, "82.25"},
        {0.001, "0.001"},
        {-0.001, "-0.001"},
        {100.05, "100.05"},
        {1e6, "1000000"},
        {9007199254740992.0, "9007199254740992"},
        {-9007199254740992.0, "-9007199254740992"},
        {999999999999.999, "999999999999.999"},
        {1234567890123.456, "1234567890123.456"},
        {0.0001, "0.0001"},
        {1.0 / 3, "0.3333333333333333"},
        {0.1 + 0.2, "0.30000000000000004"},
        {17.6 / 16, "1.1"},
        {22.86 / 3, "7.62"},
        {1e22, "1e+22"},
        {5e-324, "5e-324"},
        {DBL_MAX, "1.7976931348623157e+308"},
        {DBL_MIN, "2.2250738585072014e-308"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_buf buf;
        cds_buf_init(&buf, ctx.mem);
        cds_buf_number(&buf, rows[i].value);
        assert_ends_as(&buf, rows[i].text, strlen(rows[i].text));
    }
}
END_TEST

static uint64_t random_bits(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t count_digits(const char *number)
{
    size_t count = 0;
    for (const char *c = number; *c != '\0' && *c != 'e'; c++) {
        count += *c >= '0' && *c <= '9' && (count > 0 || *c != '0');
    }
    return count;
}

static void assert_reads_back(double value)
{
    char number[64];
    char shorter[64];
    cds_text text = {NULL, 0};
    cds_buf buf;
    cds_arena_reset(ctx.mem);
    cds_buf_init(&buf, ctx.mem);
    cds_buf_number(&buf, value);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    snprintf(number, sizeof number, "%.*s", (int)text.length, text.data);
    ck_assert_msg(strtod(number, NULL) == value, "%s is not %a", number, value);
    size_t digits = count_digits(number);
    if (digits > 1 && strchr(number, '.') != NULL) {
        snprintf(shorter, sizeof shorter, "%.*g", (int)digits - 1, value);
        ck_assert_msg(strtod(shorter, NULL) != value, "%s does for %s", shorter, number);
    }
}

START_TEST(every_double_reads_back_as_itself_from_no_more_digits_than_it_needs)
{
    uint64_t state = 0x9E3779B97F4A7C15;
    for (int i = 0; i < 100000; i++) {
        uint64_t bits = random_bits(&state);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value)) {
            assert_reads_back(value);
        }
    }
}
END_TEST

START_TEST(decimals_and_quotients_of_them_read_back_too)
{
    static const double units[] = {1, 10, 100, 1000, 10000, 7, 1.6};
    uint64_t state = 88172645463325252;
    for (int i = 0; i < 100000; i++) {
        int64_t whole = (int64_t)(random_bits(&state) >> (14 + i % 50));
        assert_reads_back((i % 2 == 0 ? (double)whole : -(double)whole) / units[i % 7]);
    }
}
END_TEST

START_TEST(a_number_that_is_none_is_a_broken_promise)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_number(&buf, (double)NAN);
}
END_TEST

START_TEST(json_strings_have_the_escapes_they_need_and_no_others)
{
    static const struct {
        cds_text text;
        const char *json;
    } rows[] = {
        {CDS_TEXT(""), "\"\""},
        {CDS_TEXT("knee"), "\"knee\""},
        {CDS_TEXT("a\"b\\c/d"), "\"a\\\"b\\\\c/d\""},
        {CDS_TEXT("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\""},
        {CDS_TEXT("\x01\x0B\x1F x"), "\"\\u0001\\u000b\\u001f x\""},
        {CDS_TEXT("\0"), "\"\\u0000\""},
        {CDS_TEXT("\x7F\u00e9\u2028\U0001F9B5"), "\"\x7F\u00e9\u2028\U0001F9B5\""},
        {CDS_TEXT("\"\""), "\"\\\"\\\"\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_buf buf;
        cds_buf_init(&buf, ctx.mem);
        cds_buf_json(&buf, rows[i].text);
        assert_ends_as(&buf, rows[i].json, strlen(rows[i].json));
        cds_buf_init(&buf, ctx.mem);
        cds_buf_json_inside(&buf, rows[i].text);
        assert_ends_as(&buf, rows[i].json + 1, strlen(rows[i].json) - 2);
    }
}
END_TEST

// The same byte by byte.
static size_t escape_plainly(const char *from, size_t length, char *to)
{
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        if (from[i] == '"' || from[i] == '\\') {
            to[at++] = '\\';
            to[at++] = from[i];
        } else if (from[i] == '\x1f') {
            memcpy(to + at, "\\u001f", 6);
            at += 6;
        } else {
            to[at++] = from[i];
        }
    }
    return at;
}

static void assert_escaped(const char *text, size_t length, size_t room)
{
    char expected[512];
    cds_text written = {NULL, 0};
    char *copy = malloc(length); // so that whoever reads past its end is found out
    cds_buf buf;
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text, length);
    expected[0] = '"';
    const size_t inside = escape_plainly(text, length, expected + 1);
    expected[inside + 1] = '"';
    cds_arena_reset(ctx.mem);
    cds_buf_init(&buf, ctx.mem);
    ck_assert_int_eq(cds_buf_reserve(&ctx, &buf, 256), CDS_OK);
    while (buf.capacity - buf.length > room) {
        cds_buf_char(&buf, '.');
    }
    const size_t from = buf.length;
    cds_buf_json(&buf, (cds_text){copy, length});
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &written), CDS_OK);
    ck_assert(cds_text_equal((cds_text){written.data + from, written.length - from},
                             (cds_text){expected, inside + 2}));
    free(copy);
}

START_TEST(an_escape_is_found_wherever_it_stands_and_however_little_room_there_is)
{
    static const char escaped[] = {'"', '\\', '\x1f', '\x20', '\x7f', '\x80', '\xff'};
    char text[40];
    for (size_t length = 1; length <= sizeof text; length++) {
        for (size_t place = 0; place < length; place++) {
            for (size_t i = 0; i < sizeof escaped; i++) {
                memset(text, 'x', sizeof text);
                text[place] = escaped[i];
                for (size_t room = 0; room < 60; room += 1 + room / 4) {
                    assert_escaped(text, length, length + room - (room > 2 ? 2 : room));
                }
            }
        }
    }
}
END_TEST

START_TEST(commas_stand_between_items_only)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_comma(&buf);
    for (int object = 0; object < 2; object++) {
        cds_buf_comma(&buf);
        cds_buf_char(&buf, '{');
        cds_buf_comma(&buf);
        cds_buf_word(&buf, "\"a\":[");
        for (int i = 0; i < 3; i++) {
            cds_buf_comma(&buf);
            cds_buf_int(&buf, i);
        }
        cds_buf_word(&buf, "]}");
    }
    assert_ends_as(&buf, "{\"a\":[0,1,2]},{\"a\":[0,1,2]}", 27);
}
END_TEST

START_TEST(a_full_writer_says_so_at_the_end_and_not_before)
{
    cds_arena *small = cds_arena_new(1000);
    cds_buf buf;
    cds_text text = CDS_TEXT("before");
    cds_buf_init(&buf, small);
    for (int i = 0; i < 100; i++) {
        cds_buf_word(&buf, "0123456789");
        cds_buf_format(&buf, "%d", i);
        cds_buf_comma(&buf);
        cds_buf_number(&buf, 0.5);
    }
    ck_assert(buf.failed);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_TOO_LARGE);
    ck_assert_int_eq(ctx.error.status, CDS_TOO_LARGE);
    ck_assert(cds_text_is(text, "before"));
    cds_arena_free(small);
}
END_TEST

START_TEST(after_the_first_piece_that_did_not_fit_none_is_written)
{
    cds_arena *small = cds_arena_new(64);
    static char wide[65];
    cds_buf buf;
    cds_buf_init(&buf, small);
    cds_buf_word(&buf, "a");
    cds_buf_text(&buf, (cds_text){wide, 64});
    cds_buf_word(&buf, "b");
    ck_assert_uint_eq(buf.length, 1);
    cds_arena_free(small);
}
END_TEST

START_TEST(a_long_text_written_byte_by_byte_is_whole)
{
    cds_buf buf;
    cds_text text = {NULL, 0};
    cds_buf_init(&buf, ctx.mem);
    for (int i = 0; i < 200000; i++) {
        cds_buf_char(&buf, (char)('a' + i % 26));
    }
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    ck_assert_uint_eq(text.length, 200000);
    for (int i = 0; i < 200000; i++) {
        ck_assert_int_eq(text.data[i], 'a' + i % 26);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("buf");
    TCase *cases = tcase_create("buf");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 30);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, pieces_come_out_in_the_order_they_went_in);
    tcase_add_test(cases, an_empty_writer_ends_as_an_empty_text);
    tcase_add_test(cases, whole_numbers_are_written_to_their_limits);
    tcase_add_test(cases, numbers_are_written_as_a_person_would);
    tcase_add_test(cases, every_double_reads_back_as_itself_from_no_more_digits_than_it_needs);
    tcase_add_test(cases, decimals_and_quotients_of_them_read_back_too);
    tcase_add_test_raise_signal(cases, a_number_that_is_none_is_a_broken_promise, SIGABRT);
    tcase_add_test(cases, json_strings_have_the_escapes_they_need_and_no_others);
    tcase_add_test(cases,
                   an_escape_is_found_wherever_it_stands_and_however_little_room_there_is);
    tcase_add_test(cases, commas_stand_between_items_only);
    tcase_add_test(cases, a_full_writer_says_so_at_the_end_and_not_before);
    tcase_add_test(cases, after_the_first_piece_that_did_not_fit_none_is_written);
    tcase_add_test(cases, a_long_text_written_byte_by_byte_is_whole);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
