// SPDX-License-Identifier: Apache-2.0
// A value becomes typed facts; what it leaves out, or says null of, stays unknown.
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/base/arena.h"
#include "engine/facts/facts.h"

#define SCHEMA                                                                                 \
    "{\"properties\":{\"on\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},"            \
    "\"a\":{\"type\":[\"object\",\"null\"],\"properties\":{"                                   \
    "\"yes\":{\"type\":\"boolean\"},\"whole\":{\"type\":\"integer\"},"                         \
    "\"number\":{\"type\":\"number\"},\"choice\":{\"enum\":[\"x\",\"y\",null]},"               \
    "\"choices\":{\"type\":\"array\",\"items\":{\"enum\":[\"p\",\"q\",\"r\"]}},"               \
    "\"word\":{\"type\":\"string\"},"                                                          \
    "\"words\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"                          \
    "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}}}}}"

static cds_ctx ctx;
static const cds_fields *fields;

static const cds_json *read_json(const char *text)
{
    const cds_json *value = NULL;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(text), &value) == CDS_OK, "%s: %s", text,
                  ctx.error.what);
    return value;
}

static void load_fields(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)4 << 20)};
    ck_assert_ptr_nonnull(ctx.mem);
    ck_assert_int_eq(cds_fields_load(&ctx, read_json(SCHEMA), &fields), CDS_OK);
}

static void drop_fields(void)
{
    cds_arena_free(ctx.mem);
}

static const cds_facts *read_facts(const char *value)
{
    const cds_facts *facts = NULL;
    ck_assert_int_eq(cds_facts_read(&ctx, fields, read_json(value), &facts), CDS_OK);
    return facts;
}

static const cds_fact *fact_of(const cds_facts *facts, const char *path)
{
    const cds_field *field = cds_fields_find(fields, cds_text_of(path));
    ck_assert_msg(field != NULL, "%s is no field", path);
    return cds_facts_of(facts, field);
}

// "whole" and "words" are as long as each other, and so are "choice" and "number".
START_TEST(members_are_known_by_name_in_any_order)
{
    const cds_facts *facts =
        read_facts("{\"a\":{\"yes\":true,\"words\":[\"k\",\"l\"],\"whole\":4,\"choice\":\"x\","
                   "\"number\":0.5}}");
    ck_assert(fact_of(facts, "a.yes")->yes);
    ck_assert_uint_eq(fact_of(facts, "a.words")->json->count, 2);
    ck_assert_double_eq(fact_of(facts, "a.whole")->number, 4);
    ck_assert_uint_eq(fact_of(facts, "a.choice")->option, 0);
    ck_assert_double_eq(fact_of(facts, "a.number")->number, 0.5);
}
END_TEST

START_TEST(each_kind_of_value_is_read_into_its_slot)
{
    const cds_facts *facts = read_facts(
        "{\"a\":{\"items\":[{}],\"words\":[\"k\"],\"word\":\"w\",\"choices\":[\"r\",\"p\"],"
        "\"choice\":\"y\",\"number\":1.5,\"whole\":-3,\"yes\":true},\"on\":\"1970-01-11\"}");
    for (size_t i = 0; i < fields->count; i++) {
        ck_assert(facts->list[i].known);
        ck_assert_ptr_nonnull(facts->list[i].json);
    }
    ck_assert_int_eq(fact_of(facts, "on")->day.days, 10);
    ck_assert(fact_of(facts, "a.yes")->yes);
    ck_assert_double_eq(fact_of(facts, "a.whole")->number, -3);
    ck_assert_double_eq(fact_of(facts, "a.number")->number, 1.5);
    ck_assert_uint_eq(fact_of(facts, "a.choice")->option, 1);
    ck_assert_uint_eq(fact_of(facts, "a.choices")->options, 5);
    ck_assert(cds_text_is(fact_of(facts, "a.word")->json->text, "w"));
    ck_assert_uint_eq(fact_of(facts, "a.words")->json->count, 1);
    ck_assert_uint_eq(fact_of(facts, "a.items")->json->count, 1);
}
END_TEST

static const char *const unknown[] = {
    "{}",
    "{\"on\":null,\"a\":null}",
    "{\"a\":{}}",
    "{\"a\":{\"yes\":null,\"whole\":null,\"number\":null,\"choice\":null,\"choices\":null,"
    "\"word\":null,\"words\":null,\"items\":null}}",
    "{\"other\":true,\"yes\":true,\"a\":{\"on\":\"2020-01-01\"}}",
};

START_TEST(what_is_absent_or_null_is_unknown)
{
    const cds_facts *facts = read_facts(unknown[_i]);
    for (size_t i = 0; i < fields->count; i++) {
        ck_assert(!facts->list[i].known);
        ck_assert_ptr_null(facts->list[i].json);
    }
}
END_TEST

START_TEST(no_zero_and_an_empty_list_are_known)
{
    const cds_facts *facts =
        read_facts("{\"a\":{\"yes\":false,\"whole\":0,\"choices\":[],\"word\":\"\"}}");
    ck_assert(fact_of(facts, "a.yes")->known && !fact_of(facts, "a.yes")->yes);
    ck_assert(fact_of(facts, "a.whole")->known && fact_of(facts, "a.whole")->number == 0);
    ck_assert(fact_of(facts, "a.choices")->known && fact_of(facts, "a.choices")->options == 0);
    ck_assert(fact_of(facts, "a.word")->known);
    ck_assert(!fact_of(facts, "a.number")->known);
}
END_TEST

static const struct {
    const char *value, *where;
} wrong[] = {
    {"{\"on\":\"2020-02-30\"}", "/on"},
    {"{\"on\":5}", "/on"},
    {"{\"a\":{\"yes\":0}}", "/a/yes"},
    {"{\"a\":{\"yes\":\"false\"}}", "/a/yes"},
    {"{\"a\":{\"whole\":\"1\"}}", "/a/whole"},
    {"{\"a\":{\"number\":true}}", "/a/number"},
    {"{\"a\":{\"choice\":\"z\"}}", "/a/choice"},
    {"{\"a\":{\"choice\":[]}}", "/a/choice"},
    {"{\"a\":{\"choices\":\"p\"}}", "/a/choices"},
    {"{\"a\":{\"choices\":[\"p\",\"s\"]}}", "/a/choices"},
    {"{\"a\":{\"choices\":[null]}}", "/a/choices"},
    {"{\"a\":{\"word\":1}}", "/a/word"},
    {"{\"a\":{\"words\":\"k\"}}", "/a/words"},
    {"{\"a\":{\"items\":{}}}", "/a/items"},
};

START_TEST(a_value_of_another_kind_is_refused_and_never_becomes_a_no)
{
    const cds_facts *facts = NULL;
    ck_assert_int_eq(cds_facts_read(&ctx, fields, read_json(wrong[_i].value), &facts),
                     CDS_INVALID);
    ck_assert_str_eq(ctx.error.where, wrong[_i].where);
    ck_assert_ptr_null(facts);
}
END_TEST

static const char *written(const cds_facts *facts, const char *path)
{
    cds_buf buf;
    cds_text text = {NULL, 0};
    cds_buf_init(&buf, ctx.mem);
    cds_fact_write(&buf, cds_fields_find(fields, cds_text_of(path)), fact_of(facts, path));
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    return text.data;
}

START_TEST(a_day_that_is_filled_in_changes_no_other_fact_and_not_the_first_facts)
{
    const cds_facts *facts = read_facts("{\"a\":{\"yes\":true}}");
    const cds_facts *dated = NULL;
    const cds_field *on = cds_fields_find(fields, CDS_TEXT("on"));
    ck_assert_int_eq(cds_facts_with_day(&ctx, facts, on, (cds_date){59}, &dated), CDS_OK);
    ck_assert(fact_of(dated, "on")->known && fact_of(dated, "on")->day.days == 59);
    ck_assert(fact_of(dated, "a.yes")->known && fact_of(dated, "a.yes")->yes);
    ck_assert(!fact_of(dated, "a.word")->known);
    ck_assert(!fact_of(facts, "on")->known);
    ck_assert_str_eq(written(dated, "on"), "\"1970-03-01\"");
}
END_TEST

START_TEST(a_fact_is_written_as_it_was_received)
{
    const cds_facts *facts =
        read_facts("{\"on\":\"2026-10-05\",\"a\":{\"yes\":false,\"number\":17.60,"
                   "\"choice\":\"x\",\"choices\":[\"q\", \"p\"],\"items\":[{\"k\":null}]}}");
    ck_assert_str_eq(written(facts, "on"), "\"2026-10-05\"");
    ck_assert_str_eq(written(facts, "a.yes"), "false");
    ck_assert_str_eq(written(facts, "a.number"), "17.6");
    ck_assert_str_eq(written(facts, "a.choice"), "\"x\"");
    ck_assert_str_eq(written(facts, "a.choices"), "[\"q\",\"p\"]");
    ck_assert_str_eq(written(facts, "a.items"), "[{\"k\":null}]");
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static Suite *facts_suite(void)
{
    Suite *suite = suite_create("facts");
    TCase *tests = tcase_create("facts");
    tcase_add_checked_fixture(tests, load_fields, drop_fields);
    tcase_add_test(tests, each_kind_of_value_is_read_into_its_slot);
    tcase_add_test(tests, members_are_known_by_name_in_any_order);
    tcase_add_loop_test(tests, what_is_absent_or_null_is_unknown, 0, COUNT(unknown));
    tcase_add_test(tests, no_zero_and_an_empty_list_are_known);
    tcase_add_loop_test(tests, a_value_of_another_kind_is_refused_and_never_becomes_a_no, 0,
                        COUNT(wrong));
    tcase_add_test(tests,
                   a_day_that_is_filled_in_changes_no_other_fact_and_not_the_first_facts);
    tcase_add_test(tests, a_fact_is_written_as_it_was_received);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(facts_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
