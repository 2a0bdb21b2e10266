// SPDX-License-Identifier: Apache-2.0
// JSON values: read whole, compared, written back. Uses ../shared/corpora/json where it is.
#include <check.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/facts/json.h"

#define CORPUS SOURCE_DIR "/../shared/corpora/json/test_parsing"

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

static cds_text written(const cds_json *value)
{
    cds_buf buf;
    cds_text text = {NULL, 0};
    cds_buf_init(&buf, ctx.mem);
    cds_json_write(&buf, value);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    return text;
}

static void assert_reads_back(const cds_json *value)
{
    const cds_json *again = NULL;
    ck_assert_int_eq(cds_json_parse(&ctx, written(value), &again), CDS_OK);
    ck_assert(cds_json_equal(value, again));
    ck_assert(cds_text_equal(written(value), written(again)));
}

START_TEST(what_is_right_is_read_and_written_without_blanks)
{
    static const struct {
        const char *text;
        const char *json;
    } rows[] = {
        {"null", "null"},
        {" true ", "true"},
        {"\t\r\n false", "false"},
        {"{}", "{}"},
        {"[ ]", "[]"},
        {"\"\"", "\"\""},
        {"[1, 2.50, -0.0, 1e2, 1E-2, 0e0]", "[1,2.5,0,100,0.01,0]"},
        {"[9007199254740992,-9007199254740992]", "[9007199254740992,-9007199254740992]"},
        {"1e308", "1e+308"},
        {"1e-400", "0"},
        {"9007199254740993.0", "9007199254740992"},
        {"{ \"b\" : [ null , { \"\" : \"x\" } ] , \"a\" : 1 }",
         "{\"b\":[null,{\"\":\"x\"}],\"a\":1}"},
        {"{\"a\":{\"a\":{\"a\":1}},\"A\":[{\"a\":1},{\"a\":1}]}",
         "{\"a\":{\"a\":{\"a\":1}},\"A\":[{\"a\":1},{\"a\":1}]}"},
        {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", "\"\\\"\\\\/\\b\\f\\n\\r\\tA\""},
        {"\"\\u00e9\\u20AC\\uD834\\uDD1E\\u0001\"", "\"\u00e9\u20ac\U0001D11E\\u0001\""},
        {"\"\u00e9\uFFFF\U0010FFFF\"", "\"\u00e9\uFFFF\U0010FFFF\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const cds_json *value = parse(cds_text_of(rows[i].text));
        ck_assert_msg(value != NULL, "%s: %s", rows[i].text, ctx.error.what);
        ck_assert_msg(cds_text_is(written(value), rows[i].json), "%s", rows[i].text);
    }
}
END_TEST

START_TEST(a_member_is_found_by_its_whole_name_only)
{
    const cds_json *value = parse(CDS_TEXT("{\"age\":1,\"Age\":2,\"ag\":3,\"\\u0061b\":[4]}"));
    ck_assert_uint_eq(value->count, 4);
    ck_assert(cds_json_member(value, CDS_TEXT("age"))->number == 1);
    ck_assert(cds_json_member(value, CDS_TEXT("Age"))->number == 2);
    ck_assert(cds_json_member(value, CDS_TEXT("ag"))->number == 3);
    ck_assert(cds_json_member(value, CDS_TEXT("ab"))->child->number == 4);
    ck_assert_ptr_null(cds_json_member(value, CDS_TEXT("AGE")));
    ck_assert_ptr_null(cds_json_member(value, CDS_TEXT("")));
}
END_TEST

START_TEST(values_are_equal_as_json_schema_says)
{
    static const struct {
        const char *a;
        const char *b;
        bool equal;
    } rows[] = {
        {"1", "1.0", true},
        {"100", "1e2", true},
        {"0", "-0.0", true},
        {"1", "2", false},
        {"1", "\"1\"", false},
        {"0", "false", false},
        {"1", "true", false},
        {"null", "false", false},
        {"\"a\"", "\"\\u0061\"", true},
        {"\"a\"", "\"A\"", false},
        {"[]", "{}", false},
        {"[1,2]", "[1,2]", true},
        {"[1,2]", "[2,1]", false},
        {"[1]", "[1,1]", false},
        {"{\"a\":1,\"b\":[2]}", "{\"b\":[2.0],\"a\":1}", true},
        {"{\"a\":1,\"b\":2,\"c\":3}", "{\"c\":3,\"b\":2,\"a\":1}", true},
        {"{\"a\":1}", "{\"b\":1}", false},
        {"{\"a\":1}", "{\"a\":2}", false},
        {"{\"a\":1}", "{\"a\":1,\"b\":1}", false},
        {"{\"a\":1,\"b\":1}", "{\"a\":1,\"c\":1}", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const cds_json *a = NULL;
        const cds_json *b = NULL;
        ck_assert_int_eq(cds_json_parse(&ctx, cds_text_of(rows[i].a), &a), CDS_OK);
        ck_assert_int_eq(cds_json_parse(&ctx, cds_text_of(rows[i].b), &b), CDS_OK);
        ck_assert_msg(cds_json_equal(a, b) == rows[i].equal, "%s %s", rows[i].a, rows[i].b);
        ck_assert_msg(cds_json_equal(b, a) == rows[i].equal, "%s %s", rows[i].b, rows[i].a);
    }
}
END_TEST

static const char sample[] =
    "{\"request\":\"5f0c\",\"vitals\":{\"sbp\":158,\"temp_c\":36.80,\"spo2\":-9.6e1},\"no\":"
    "false,"
    "\"list\":[\"\\u00e9\\uD83E\\uDDB5\",[],{},null,true,0."
    "1000000000000000000000000000000000000000"
    "00000000000000000000000001],\"n\\u0061me\":\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\xB5\"}";

START_TEST(a_text_cut_short_anywhere_is_refused_within_it)
{
    for (size_t length = 0; length < sizeof sample - 1; length++) {
        ck_assert_ptr_null(parse((cds_text){sample, length}));
        ck_assert_int_eq(ctx.error.status, CDS_MALFORMED);
        ck_assert_int_le(ctx.error.offset, (long long)length);
    }
    assert_reads_back(parse((cds_text){sample, sizeof sample - 1}));
}
END_TEST

START_TEST(with_any_amount_of_memory_the_text_is_read_or_too_large)
{
    bool was_read = false;
    for (size_t ceiling = 0; ceiling < 8000; ceiling += 8) {
        cds_ctx tight = {.mem = cds_arena_new(ceiling)};
        const cds_json *value = NULL;
        cds_status status = cds_json_parse(&tight, CDS_TEXT(sample), &value);
        ck_assert(status == CDS_OK || status == CDS_TOO_LARGE);
        ck_assert((value != NULL) == (status == CDS_OK));
        ck_assert(status == CDS_OK || !was_read);
        was_read = status == CDS_OK;
        cds_arena_free(tight.mem);
    }
    ck_assert(was_read);
}
END_TEST

START_TEST(damaged_texts_are_refused_or_read_whole)
{
    static const char bytes[] = "\"\\{}[]:,u0159eE.-+ tfn\x80\xC3\xED\xF0\xFF\n\x01\x7F";
    uint64_t state = 0x2545F4914F6CDD1D;
    int accepted = 0;
    for (int i = 0; i < 30000; i++) {
        char text[sizeof sample];
        memcpy(text, sample, sizeof sample);
        for (int damage = 0; damage <= i % 3; damage++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            text[(state >> 33) % (sizeof sample - 1)] = bytes[(state >> 20) % sizeof bytes];
        }
        const cds_json *value = parse((cds_text){text, sizeof sample - 1});
        if (value != NULL) {
            accepted++;
            assert_reads_back(value);
        } else {
            ck_assert_int_eq(ctx.error.status, CDS_MALFORMED);
        }
    }
    ck_assert_int_gt(accepted, 1000);
}
END_TEST

static cds_text read_file(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", CORPUS, name);
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    static char bytes[1 << 20];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return (cds_text){bytes, length};
}

static bool is_refused_by_policy(const char *name)
{
    static const char *const names[] = {
        "y_object_duplicated_key.json",
        "y_object_duplicated_key_and_value.json",
        "y_object_escaped_null_in_key.json",
        "y_string_null_escape.json",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

START_TEST(the_json_test_suite_agrees)
{
    int refused = 0;
    int accepted = 0;
    int by_policy = 0;
    DIR *folder = opendir(CORPUS);
    if (folder == NULL) {
        fprintf(stderr, "skipped: no JSONTestSuite at ../shared/corpora/json\n");
        return;
    }
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        const char *name = entry->d_name;
        if (name[0] == '.') {
            continue;
        }
        const cds_json *value = parse(read_file(name));
        if (value != NULL) {
            assert_reads_back(value);
        }
        bool policy = is_refused_by_policy(name);
        bool wanted = name[0] == 'y' && !policy;
        ck_assert_msg(name[0] == 'i' || (value != NULL) == wanted, "%s: %s", name,
                      ctx.error.what);
        refused += name[0] == 'n';
        accepted += wanted;
        by_policy += policy;
    }
    closedir(folder);
    ck_assert_int_eq(refused, 188);
    ck_assert_int_eq(accepted, 91);
    ck_assert_int_eq(by_policy, 4);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("json");
    TCase *cases = tcase_create("json");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 20);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, what_is_right_is_read_and_written_without_blanks);
    tcase_add_test(cases, a_member_is_found_by_its_whole_name_only);
    tcase_add_test(cases, values_are_equal_as_json_schema_says);
    tcase_add_test(cases, a_text_cut_short_anywhere_is_refused_within_it);
    tcase_add_test(cases, with_any_amount_of_memory_the_text_is_read_or_too_large);
    tcase_add_test(cases, damaged_texts_are_refused_or_read_whole);
    tcase_add_test(cases, the_json_test_suite_agrees);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
