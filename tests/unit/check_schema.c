// SPDX-License-Identifier: Apache-2.0
// A schema refuses what it does not understand, and says of a value where it breaks and what
// is expected there; the official suite is check_schema_suite.c.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/base/arena.h"
#include "engine/facts/schema.h"

#define MEMORY ((size_t)16 << 20)

static cds_ctx ctx;

static void open_memory(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new(MEMORY)};
    ck_assert_ptr_nonnull(ctx.mem);
}

static void close_memory(void)
{
    cds_arena_free(ctx.mem);
}

static const cds_json *read_json(const char *text)
{
    const cds_json *value = NULL;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(text), &value) == CDS_OK, "%s: %s", text,
                  ctx.error.what);
    return value;
}

static const cds_schema *load(const char *text)
{
    const cds_schema *schema = NULL;
    cds_status status = cds_schema_load(&ctx, read_json(text), &schema);
    ck_assert_msg(status == CDS_OK, "%s: %s %s", text, ctx.error.where, ctx.error.what);
    return schema;
}

/** All faults of the value, `pointer: detail` and a line end each. */
static const char *faults_of(const cds_schema *schema, const cds_json *value)
{
    cds_buf lines;
    cds_text text = {NULL, 0};
    cds_faults *faults = cds_alloc(ctx.mem, sizeof *faults);
    cds_status status = cds_schema_check(&ctx, schema, value, faults);
    ck_assert_int_eq(status, faults->count == 0 ? CDS_OK : CDS_INVALID);
    cds_error_clear(&ctx);
    cds_buf_init(&lines, ctx.mem);
    for (size_t i = 0; i < faults->count; i++) {
        cds_buf_text(&lines, faults->list[i].pointer);
        cds_buf_word(&lines, ": ");
        cds_buf_text(&lines, faults->list[i].detail);
        cds_buf_char(&lines, '\n');
    }
    cds_buf_char(&lines, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, &lines, &text), CDS_OK);
    return text.data;
}

static const struct {
    const char *schema, *value, *faults;
} details[] = {
    {"{\"type\":[\"integer\",\"null\"],\"minimum\":5,\"maximum\":110}", "\"forty\"",
     ": expected a whole number from 5 to 110\n"},
    {"{\"type\":\"integer\",\"minimum\":5,\"maximum\":110}", "4",
     ": expected a whole number from 5 to 110\n"},
    {"{\"type\":\"integer\"}", "4.5", ": expected a whole number\n"},
    {"{\"type\":\"number\",\"minimum\":0}", "-1", ": expected a number of at least 0\n"},
    {"{\"type\":\"number\",\"maximum\":3}", "4", ": expected a number of at most 3\n"},
    {"{\"exclusiveMinimum\":0,\"exclusiveMaximum\":1}", "1",
     ": expected a number above 0 below 1\n"},
    {"{\"type\":\"number\",\"multipleOf\":0.1}", "0.25",
     ": expected a number, a multiple of 0.1\n"},
    {"{\"type\":[\"boolean\",\"null\"]}", "1", ": expected true or false\n"},
    {"{\"type\":\"null\"}", "1", ": expected null\n"},
    {"{\"type\":[\"string\",\"number\",\"integer\"]}", "true", ": expected a number or text\n"},
    {"{\"type\":\"string\",\"format\":\"date\"}", "\"2026-02-30\"",
     ": expected a day that exists, written YYYY-MM-DD\n"},
    {"{\"type\":\"string\",\"minLength\":1,\"maxLength\":64}", "\"\"",
     ": expected text of 1 to 64 characters\n"},
    {"{\"minLength\":1}", "\"\"", ": expected text of at least 1 character\n"},
    {"{\"maxLength\":2,\"pattern\":\"^[a-z]+$\"}", "\"a\\u00e9\"",
     ": expected text of at most 2 characters that fits the pattern ^[a-z]+$\n"},
    {"{\"oneOf\":[{\"const\":\"none\",\"title\":\"None\"},{\"const\":\"gradual\"},"
     "{\"const\":\"sudden\"},{\"type\":\"null\"}]}",
     "\"slow\"", ": expected one of: none, gradual, sudden\n"},
    {"{\"oneOf\":[{\"const\":\"a\"},{\"const\":null}],\"type\":[\"string\",\"null\"]}", "5",
     ": expected a\n"},
    {"{\"oneOf\":[{\"type\":\"null\"},{\"const\":null}]}", "null",
     ": this fits several forms where one is expected\n"},
    {"{\"enum\":[\"a\",1,null]}", "2", ": expected one of: a, 1\n"},
    {"{\"const\":true}", "false", ": expected true\n"},
    {"{\"enum\":[]}", "1", ": expected nothing at all\n"},
    {"{\"anyOf\":[{\"type\":\"string\"},{\"minimum\":5}]}", "4",
     ": this fits none of the 2 forms allowed here\n"},
    {"{\"oneOf\":[{\"minimum\":5},{\"type\":\"string\"}]}", "4",
     ": this fits none of the 2 forms allowed here\n"},
    {"{\"not\":{\"type\":\"string\"}}", "\"x\"",
     ": this is one of the forms not allowed here\n"},
    {"false", "1", ": nothing is allowed here\n"},
    {"{\"required\":[\"a\",\"b\",\"c\"]}", "{\"b\":1}", ": missing here: a, c\n"},
    {"{\"dependentRequired\":{\"a\":[\"b\"]}}", "{\"a\":1}", ": missing here: b\n"},
    {"{\"minProperties\":1}", "{}", ": expected at least 1 member\n"},
    {"{\"maxItems\":1}", "[1,2]", ": expected at most 1 item\n"},
    {"{\"uniqueItems\":true}", "[1,2,1.0]", ": expected no item twice\n"},
    {"{\"contains\":{\"const\":1}}", "[]", ": expected at least 1 item of a certain form\n"},
    {"{\"propertyNames\":{\"maxLength\":1}}", "{\"ab\":1}",
     "/ab: a member of this name is not allowed here\n"},
    {"{\"properties\":{\"age_years\":true},\"additionalProperties\":false}",
     "{\"age_year\":1,\"zzz\":2}",
     "/age_year: this name is not known here; did you mean age_years?\n"
     "/zzz: this name is not known here\n"},
    {"{\"items\":{\"type\":\"string\"}}", "[\"a\",1,\"b\",null]",
     "/1: expected text\n/3: expected text\n"},
    {"{\"if\":{\"required\":[\"a\"]},\"then\":{\"properties\":{\"a\":{\"type\":\"null\"}}}}",
     "{\"a\":1}", "/a: expected null\n"},
    {"{\"allOf\":[{\"type\":\"string\"},{\"type\":\"string\"}]}", "1", ": expected text\n"},
    {"{\"properties\":{\"a/b~\":{\"type\":\"null\"}}}", "{\"a/b~\":1}",
     "/a~1b~0: expected null\n"},
};

START_TEST(a_fault_names_its_place_and_what_is_expected_there)
{
    const cds_schema *schema = load(details[_i].schema);
    ck_assert_str_eq(faults_of(schema, read_json(details[_i].value)), details[_i].faults);
    cds_schema_close(schema);
}
END_TEST

static const struct {
    const char *schema, *value;
} fitting[] = {
    {"true", "[1]"},
    {"{\"type\":\"integer\"}", "1.0"},
    {"{\"multipleOf\":0.1}", "0.3"},
    {"{\"multipleOf\":0.01}", "19.99"},
    {"{\"multipleOf\":0.5}", "1e300"},
    {"{\"enum\":[{\"a\":1,\"b\":2}]}", "{\"b\":2.0,\"a\":1}"},
    {"{\"maxLength\":1}", "\"\\ud83d\\ude00\""},
    {"{\"x-anything\":5,\"x-\":[]}", "1"},
    {"{\"pattern\":\"b\"}", "\"abc\""},
    {"{\"then\":false}", "1"},
    {"{\"minContains\":5}", "[]"},
    {"{\"$defs\":{\"a/b%\":{\"type\":\"null\"}},\"$ref\":\"#/$defs/a~1b%25\"}", "null"},
    {"{\"$ref\":\"#n\",\"$defs\":{\"x\":{\"$anchor\":\"n\",\"type\":\"null\"}}}", "null"},
    {"{\"properties\":{\"next\":{\"$ref\":\"#\"}},\"additionalProperties\":false}",
     "{\"next\":{\"next\":{}}}"},
};

START_TEST(what_fits_has_no_fault)
{
    const cds_schema *schema = load(fitting[_i].schema);
    ck_assert_str_eq(faults_of(schema, read_json(fitting[_i].value)), "");
    cds_schema_close(schema);
}
END_TEST

START_TEST(five_mistakes_are_five_faults_in_the_order_of_the_value)
{
    const cds_schema *schema =
        load("{\"properties\":{"
             "\"day\":{\"type\":\"string\",\"format\":\"date\"},"
             "\"pain\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
             "\"rest\":{\"type\":\"integer\",\"maximum\":10},"
             "\"sites\":{\"type\":\"array\",\"items\":{\"enum\":[\"groin\",\"knee\"]}}}}},"
             "\"allOf\":[{\"required\":[\"reference\"]}]}");
    ck_assert_str_eq(
        faults_of(schema, read_json("{\"pain\":{\"sites\":[\"groin\",\"toe\"],\"rest\":11,"
                                    "\"rests\":1},\"day\":\"2026-13-01\"}")),
        ": missing here: reference\n"
        "/pain/sites/1: expected one of: groin, knee\n"
        "/pain/rest: expected a whole number of at most 10\n"
        "/pain/rests: this name is not known here; did you mean rest?\n"
        "/day: expected a day that exists, written YYYY-MM-DD\n");
    cds_schema_close(schema);
}
END_TEST

static const struct {
    const char *schema, *where, *hint;
} refusals[] = {
    {"{\"properties\":{\"a\":{\"minimun\":1}}}", "/properties/a/minimun",
     "did you mean minimum?"},
    {"{\"additionalProperty\":false}", "/additionalProperty", "additionalProperties?"},
    {"{\"nonsense\":1}", "/nonsense", "x-"},
    {"{\"unevaluatedProperties\":false}", "/unevaluatedProperties", "additionalProperties"},
    {"{\"allOf\":[{\"unevaluatedItems\":false}]}", "/allOf/0/unevaluatedItems", "items"},
    {"{\"$dynamicRef\":\"#a\"}", "/$dynamicRef", "$ref"},
    {"{\"$dynamicAnchor\":\"a\"}", "/$dynamicAnchor", "$anchor"},
    {"{\"$recursiveRef\":\"#\"}", "/$recursiveRef", "$ref"},
    {"{\"$vocabulary\":{}}", "/$vocabulary", "not supported"},
    {"{\"dependencies\":{}}", "/dependencies", "dependentRequired"},
    {"{\"definitions\":{}}", "/definitions", "$defs"},
    {"{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}", "/$schema", "2020-12"},
    {"{\"format\":\"datetime\"}", "/format", "did you mean date-time?"},
    {"{\"format\":\"ipv4\"}", "/format", "date-time, uuid"},
    {"{\"pattern\":\"(\"}", "/pattern", "no pattern"},
    {"{\"pattern\":\"(*UCP)a\"}", "/pattern", "no pattern"},
    {"{\"patternProperties\":{\"[\":true}}", "/patternProperties/[", "no pattern"},
    {"{\"type\":\"text\"}", "/type", "string"},
    {"{\"type\":[]}", "/type", "at least one"},
    {"{\"minLength\":-1}", "/minLength", "from 0"},
    {"{\"maxItems\":1.5}", "/maxItems", "whole number"},
    {"{\"minimum\":\"1\"}", "/minimum", "a number"},
    {"{\"multipleOf\":0}", "/multipleOf", "above zero"},
    {"{\"uniqueItems\":1}", "/uniqueItems", "true or false"},
    {"{\"enum\":1}", "/enum", "a list"},
    {"{\"required\":[1]}", "/required/0", "a string"},
    {"{\"dependentRequired\":{\"a\":1}}", "/dependentRequired/a", "a list"},
    {"{\"allOf\":[]}", "/allOf", "at least one"},
    {"{\"properties\":{\"a\":1}}", "/properties/a", "A schema is"},
    {"{\"items\":[true]}", "/items", "A schema is"},
    {"{\"$ref\":\"https://example.org/other.json\"}", "/$ref", "another document"},
    {"{\"$ref\":\"#/$defs/absent\",\"$defs\":{}}", "/$ref", "leads to no schema"},
    {"{\"$ref\":\"#absent\"}", "/$ref", "leads to no schema"},
    {"{\"enum\":[{}],\"$ref\":\"#/enum/0\"}", "/$ref", "leads to no schema"},
    {"{\"$id\":\"a#b\"}", "/$id", "without a fragment"},
    {"{\"$defs\":{\"a\":{\"$id\":\"x\"},\"b\":{\"$id\":\"x\"}}}", "/$defs/b/$id", "Another"},
    {"{\"$defs\":{\"a\":{\"$anchor\":\"x\"},\"b\":{\"$anchor\":\"x\"}}}", "/$defs/b/$anchor",
     "Another"},
    {"{\"$anchor\":\"1\"}", "/$anchor", "a name"},
};

static void check_refused(const char *text, const char *where, const char *hint)
{
    const cds_schema *schema = NULL;
    cds_error_clear(&ctx);
    ck_assert_int_eq(cds_schema_load(&ctx, read_json(text), &schema), CDS_REFUSED);
    ck_assert_ptr_null(schema);
    ck_assert_str_eq(ctx.error.where, where);
    ck_assert_msg(strstr(ctx.error.what, hint) != NULL, "%s: %s", text, ctx.error.what);
}

START_TEST(what_is_not_understood_is_refused_at_its_place_with_a_hint)
{
    check_refused(refusals[_i].schema, refusals[_i].where, refusals[_i].hint);
}
END_TEST

START_TEST(references_that_lead_back_to_themselves_are_refused)
{
    check_refused("{\"$ref\":\"#\"}", "", "without end");
    check_refused("{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"not\":{\"$ref\":"
                  "\"#/$defs/a\"}}}}",
                  "/$defs/b/not", "without end");
    check_refused("{\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"#\"}]}", "/anyOf/1",
                  "without end");
    check_refused("{\"dependentSchemas\":{\"a\":{\"$ref\":\"#\"}}}", "/dependentSchemas/a",
                  "without end");
}
END_TEST

/** $defs 0 to `count`, each made by the format from the number of the next. */
static const char *chain(int count, const char *format)
{
    cds_buf buf;
    cds_text text = {NULL, 0};
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, "{\"$ref\":\"#/$defs/0\",\"$defs\":{");
    for (int i = 0; i < count; i++) {
        char body[256];
        snprintf(body, sizeof body, format, i + 1, i + 1);
        cds_buf_format(&buf, "\"%d\":%s,", i, body);
    }
    cds_buf_format(&buf, "\"%d\":{\"type\":\"null\"}}}", count);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    return text.data;
}

START_TEST(references_follow_one_another_64_deep_and_no_deeper)
{
    const cds_schema *schema = load(chain(62, "{\"$ref\":\"#/$defs/%d\"}"));
    ck_assert_str_eq(faults_of(schema, read_json("1")), ": expected null\n");
    cds_schema_close(schema);
    const char *deeper = chain(63, "{\"$ref\":\"#/$defs/%d\"}");
    ck_assert_int_eq(cds_schema_load(&ctx, read_json(deeper), &schema), CDS_REFUSED);
    cds_error_clear(&ctx);
    deeper = chain(3000, "{\"$ref\":\"#/$defs/%d\"}");
    ck_assert_int_eq(cds_schema_load(&ctx, read_json(deeper), &schema), CDS_REFUSED);
}
END_TEST

START_TEST(a_check_that_would_take_too_long_is_given_up_not_answered)
{
    cds_faults faults;
    const cds_schema *schema =
        load(chain(20, "{\"allOf\":[{\"$ref\":\"#/$defs/%d\"},{\"$ref\":\"#/$defs/%d\"}]}"));
    ck_assert_int_eq(cds_schema_check(&ctx, schema, read_json("null"), &faults), CDS_TOO_LARGE);
    ck_assert_uint_eq(faults.count, 0);
    cds_schema_close(schema);
    cds_error_clear(&ctx);
    schema = load("{\"not\":{\"pattern\":\"^(a+)+$\"}}");
    const char *slow = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"";
    ck_assert_int_eq(cds_schema_check(&ctx, schema, read_json(slow), &faults), CDS_TOO_LARGE);
    cds_schema_close(schema);
}
END_TEST

static const cds_json *many_items(int count, int repeated)
{
    cds_buf buf;
    cds_text text = {NULL, 0};
    const cds_json *value = NULL;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_char(&buf, '[');
    for (int i = 0; i < count; i++) {
        cds_buf_format(&buf, "%s{\"a\":%d,\"b\":[\"%d\"]}", i == 0 ? "" : ",", i, i);
    }
    cds_buf_format(&buf, ",{\"b\":[\"%d\"],\"a\":%d.0}]", repeated, repeated);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&ctx, text, &value), CDS_OK);
    return value;
}

START_TEST(one_item_repeated_among_thousands_is_found)
{
    const cds_schema *schema = load("{\"uniqueItems\":true}");
    ck_assert_str_eq(faults_of(schema, many_items(5000, 5000)), "");
    ck_assert_str_eq(faults_of(schema, many_items(5000, 4321)), ": expected no item twice\n");
    cds_schema_close(schema);
}
END_TEST

START_TEST(no_more_than_a_hundred_faults_are_kept)
{
    cds_faults faults;
    const cds_schema *schema = load("{\"items\":{\"type\":\"null\"}}");
    ck_assert_int_eq(cds_schema_check(&ctx, schema, many_items(150, 0), &faults), CDS_INVALID);
    ck_assert_uint_eq(faults.count, CDS_FAULTS_MAX);
    ck_assert(cds_text_is(faults.list[99].pointer, "/99"));
    cds_schema_close(schema);
}
END_TEST

START_TEST(what_the_value_says_is_in_no_error)
{
    cds_faults faults;
    const cds_schema *schema = load("{\"additionalProperties\":false,\"properties\":{"
                                    "\"a\":{\"enum\":[\"b\"]},\"c\":{\"format\":\"email\"}}}");
    const cds_json *value = read_json("{\"a\":\"secret\",\"c\":\"secret\",\"d\":\"secret\"}");
    ck_assert_int_eq(cds_schema_check(&ctx, schema, value, &faults), CDS_INVALID);
    ck_assert_uint_eq(faults.count, 3);
    for (size_t i = 0; i < faults.count; i++) {
        cds_text detail = faults.list[i].detail;
        ck_assert_ptr_null(memmem(detail.data, detail.length, "secret", 6));
    }
    ck_assert_str_eq(ctx.error.where, "/a");
    ck_assert_str_eq(ctx.error.what, "3 places do not fit the schema.");
    cds_schema_close(schema);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static Suite *schema_suite(void)
{
    Suite *suite = suite_create("schema");
    TCase *tests = tcase_create("schema");
    tcase_add_checked_fixture(tests, open_memory, close_memory);
    tcase_add_loop_test(tests, a_fault_names_its_place_and_what_is_expected_there, 0,
                        COUNT(details));
    tcase_add_loop_test(tests, what_fits_has_no_fault, 0, COUNT(fitting));
    tcase_add_test(tests, five_mistakes_are_five_faults_in_the_order_of_the_value);
    tcase_add_loop_test(tests, what_is_not_understood_is_refused_at_its_place_with_a_hint, 0,
                        COUNT(refusals));
    tcase_add_test(tests, references_that_lead_back_to_themselves_are_refused);
    tcase_add_test(tests, references_follow_one_another_64_deep_and_no_deeper);
    tcase_add_test(tests, a_check_that_would_take_too_long_is_given_up_not_answered);
    tcase_add_test(tests, one_item_repeated_among_thousands_is_found);
    tcase_add_test(tests, no_more_than_a_hundred_faults_are_kept);
    tcase_add_test(tests, what_the_value_says_is_in_no_error);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(schema_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
