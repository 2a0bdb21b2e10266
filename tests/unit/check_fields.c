// SPDX-License-Identifier: Apache-2.0
// Fields come out of any schema of the kind schemas/README.md describes, and a leaf that no
// rule could read is refused; the assessment's own fields are in check_dictionary.c.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/base/arena.h"
#include "engine/facts/field.h"

static cds_ctx ctx;

static void open_memory(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)4 << 20)};
    ck_assert_ptr_nonnull(ctx.mem);
}

static void close_memory(void)
{
    cds_arena_free(ctx.mem);
}

static cds_status load(const char *schema, const cds_fields **out)
{
    const cds_json *document = NULL;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(schema), &document) == CDS_OK, "%s", schema);
    return cds_fields_load(&ctx, document, out);
}

/** The fields of `{"properties": {"f": leaf}}` and a few definitions; the first is the leaf's.
 */
static cds_status load_leaf(const char *leaf, const cds_fields **out)
{
    char schema[1024];
    snprintf(schema, sizeof schema,
             "{\"properties\":{\"f\":%s},\"$defs\":{"
             "\"day\":{\"type\":\"string\",\"format\":\"date\",\"title\":\"A day\"},"
             "\"side\":{\"oneOf\":[{\"const\":\"l\",\"title\":\"Left\"},{\"const\":\"r\"}]},"
             "\"again\":{\"$ref\":\"#/$defs/day\"},\"round\":{\"$ref\":\"#/$defs/round\"}}}",
             leaf);
    return load(schema, out);
}

static const struct {
    const char *leaf;
    cds_field_kind kind;
    size_t options;
} kinds[] = {
    {"{\"type\":\"boolean\"}", CDS_YESNO, 0},
    {"{\"type\":[\"boolean\",\"null\"]}", CDS_YESNO, 0},
    {"{\"type\":[\"null\",\"integer\"]}", CDS_WHOLE, 0},
    {"{\"type\":[\"number\"]}", CDS_NUMBER, 0},
    {"{\"type\":[\"string\",\"null\"],\"format\":\"date\"}", CDS_DAY, 0},
    {"{\"type\":\"string\",\"format\":\"email\"}", CDS_WORD, 0},
    {"{\"type\":\"string\"}", CDS_WORD, 0},
    {"{\"enum\":[\"a\",\"b\",null]}", CDS_CHOICE, 2},
    {"{\"type\":\"string\",\"enum\":[\"a\"]}", CDS_CHOICE, 1},
    {"{\"oneOf\":[{\"const\":\"a\"},{\"const\":\"b\"},{\"const\":null}]}", CDS_CHOICE, 2},
    {"{\"oneOf\":[{\"const\":\"a\",\"title\":\"A\"},{\"type\":\"null\"}]}", CDS_CHOICE, 1},
    {"{\"type\":\"array\",\"items\":{\"enum\":[\"a\",\"b\",\"c\"]}}", CDS_CHOICES, 3},
    {"{\"type\":[\"array\",\"null\"],\"items\":{\"oneOf\":[{\"const\":\"a\"}]}}", CDS_CHOICES,
     1},
    {"{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/side\"}}", CDS_CHOICES, 2},
    {"{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", CDS_WORDS, 0},
    {"{\"type\":\"array\",\"items\":{\"type\":\"object\"}}", CDS_ITEMS, 0},
    {"{\"$ref\":\"#/$defs/day\"}", CDS_DAY, 0},
    {"{\"$ref\":\"#/$defs/again\"}", CDS_DAY, 0},
    {"{\"$ref\":\"#/$defs/side\"}", CDS_CHOICE, 2},
    {"{\"enum\":[\"a\",{\"const\":\"b\",\"title\":3}]}", CDS_CHOICE, 2},
    {"{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"a\",null]}}", CDS_CHOICES,
     1},
};

START_TEST(a_leaf_has_the_kind_its_keywords_say)
{
    const cds_fields *fields = NULL;
    ck_assert_msg(load_leaf(kinds[_i].leaf, &fields) == CDS_OK, "%s", ctx.error.what);
    ck_assert_uint_eq(fields->count, 1);
    ck_assert_int_eq(fields->list[0].kind, kinds[_i].kind);
    ck_assert_uint_eq(fields->list[0].option_count, kinds[_i].options);
}
END_TEST

static const char *const unreadable[] = {
    "true",
    "{}",
    "{\"type\":\"null\"}",
    "{\"const\":\"a\"}",
    "{\"type\":[\"boolean\",\"integer\"]}",
    "{\"type\":[\"string\",\"number\",\"null\"],\"format\":\"date\"}",
    "{\"type\":\"object\"}",
    "{\"anyOf\":[{\"type\":\"string\"}]}",
    "{\"enum\":[1,2]}",
    "{\"enum\":[null]}",
    "{\"type\":\"string\",\"enum\":[\"a\",1]}",
    "{\"oneOf\":[{\"const\":\"a\"},{\"type\":\"string\"}]}",
    "{\"type\":\"array\"}",
    "{\"type\":\"array\",\"items\":true}",
    "{\"type\":\"array\",\"items\":{}}",
    "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}",
    "{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}}",
    "{\"type\":\"array\",\"items\":{\"enum\":[\"a\",null]}}",
    "{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"object\"]}}",
    "{\"type\":[\"object\",\"string\"],\"properties\":{}}",
    "{\"properties\":{}}",
    "{\"$ref\":\"#/$defs/round\"}",
    "{\"$ref\":\"#/$defs/absent\"}",
    "{\"$ref\":\"other.json\"}",
    "{\"type\":\"array\",\"items\":{\"type\":\"null\"}}",
    "{\"type\":\"array\",\"items\":{\"type\":[\"null\",\"string\"]}}",
};

START_TEST(a_leaf_no_rule_could_read_is_refused_at_its_place)
{
    const cds_fields *fields = NULL;
    ck_assert_int_eq(load_leaf(unreadable[_i], &fields), CDS_REFUSED);
    ck_assert_str_eq(ctx.error.where, "/properties/f");
    ck_assert_ptr_null(fields);
}
END_TEST

static const char *const bad_names[] = {
    "Age", "1st", "_age", "age-years", "a.b", "a/b", "", "gr\\u00f6sse", "{a", "a{", "a:"};

START_TEST(a_name_that_rules_could_not_write_is_refused)
{
    char schema[256];
    const cds_fields *fields = NULL;
    snprintf(schema, sizeof schema, "{\"properties\":{\"%s\":{\"type\":\"boolean\"}}}",
             bad_names[_i]);
    ck_assert_int_eq(load(schema, &fields), CDS_REFUSED);
    ck_assert_msg(strncmp(ctx.error.where, "/properties/", 12) == 0, "%s", ctx.error.where);
}
END_TEST

START_TEST(there_are_64_options_and_no_more)
{
    for (int count = CDS_OPTIONS_MAX; count <= CDS_OPTIONS_MAX + 1; count++) {
        char leaf[800];
        const cds_fields *fields = NULL;
        int length = snprintf(leaf, sizeof leaf, "{\"enum\":[\"0\"");
        for (int i = 1; i < count; i++) {
            length += snprintf(leaf + length, sizeof leaf - (size_t)length, ",\"%d\"", i);
        }
        snprintf(leaf + length, sizeof leaf - (size_t)length, "]}");
        ck_assert_int_eq(load_leaf(leaf, &fields),
                         count > CDS_OPTIONS_MAX ? CDS_REFUSED : CDS_OK);
    }
}
END_TEST

START_TEST(groups_nest_and_their_fields_are_found_by_path_and_by_pointer)
{
    const cds_fields *fields = NULL;
    static const char *const paths[] = {"on", "a.b.deep", "a.b_too", "last"};
    static const char *const pointers[] = {"/on", "/a/b/deep", "/a/b_too", "/last"};
    ck_assert_int_eq(load("{\"properties\":{\"on\":{\"type\":\"boolean\"},"
                          "\"a\":{\"type\":[\"object\",\"null\"],\"properties\":{"
                          "\"b\":{\"$ref\":\"#/$defs/b\"},\"b_too\":{\"type\":\"integer\"}}},"
                          "\"last\":{\"type\":\"number\"}},\"$defs\":{\"b\":{\"type\":"
                          "\"object\",\"properties\":{\"deep\":{\"type\":\"boolean\"}}}}}",
                          &fields),
                     CDS_OK);
    ck_assert_uint_eq(fields->count, 4);
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        ck_assert_uint_eq(field->index, i);
        ck_assert(cds_text_is(field->path, paths[i]));
        ck_assert(cds_text_is(field->pointer, pointers[i]));
        ck_assert_ptr_eq(cds_fields_find(fields, cds_text_of(paths[i])), field);
        ck_assert_ptr_eq(cds_fields_at_pointer(fields, cds_text_of(pointers[i])), field);
    }
    ck_assert_uint_eq(fields->group_count, 2);
    ck_assert(cds_text_is(fields->groups[0], "a") && cds_text_is(fields->groups[1], "a.b"));
    ck_assert_ptr_null(cds_fields_find(fields, CDS_TEXT("a")));
    ck_assert_ptr_null(cds_fields_find(fields, CDS_TEXT("a.b.deepe")));
    ck_assert_ptr_null(cds_fields_find(fields, CDS_TEXT("/on")));
    ck_assert_ptr_null(cds_fields_at_pointer(fields, CDS_TEXT("")));
}
END_TEST

START_TEST(a_group_that_holds_itself_is_refused)
{
    const cds_fields *fields = NULL;
    ck_assert_int_eq(
        load("{\"properties\":{\"a\":{\"type\":\"object\",\"$ref\":\"#\"}}}", &fields),
        CDS_REFUSED);
    cds_error_clear(&ctx);
    ck_assert_int_eq(load("{\"properties\":{\"a\":{\"type\":\"object\",\"$ref\":\"#\"},"
                          "\"b\":{\"type\":\"object\",\"$ref\":\"#\"}}}",
                          &fields),
                     CDS_REFUSED);
}
END_TEST

START_TEST(annotations_are_the_leafs_own_and_then_those_it_refers_to)
{
    const cds_fields *fields = NULL;
    ck_assert_int_eq(load_leaf("{\"$ref\":\"#/$defs/day\",\"x-ask\":\"When was it?\","
                               "\"x-unit\":\"d\",\"x-section\":\"S\",\"x-asked-of\":"
                               "\"examiner\",\"x-sensitive\":true,\"x-request\":true}",
                               &fields),
                     CDS_OK);
    const cds_field *field = &fields->list[0];
    ck_assert(cds_text_is(field->title, "A day"));
    ck_assert(cds_text_is(field->ask, "When was it?"));
    ck_assert(cds_text_is(field->unit, "d"));
    ck_assert(cds_text_is(field->section, "S"));
    ck_assert(field->asked_of_examiner && field->sensitive && field->request);
}
END_TEST

START_TEST(without_annotations_a_field_has_its_name_and_asks_for_it)
{
    const cds_fields *fields = NULL;
    ck_assert_int_eq(load_leaf("{\"type\":\"integer\",\"minimum\":-2}", &fields), CDS_OK);
    const cds_field *field = &fields->list[0];
    ck_assert(cds_text_is(field->title, "f"));
    ck_assert(cds_text_is(field->ask, "f?"));
    ck_assert_uint_eq(field->unit.length, 0);
    ck_assert_uint_eq(field->section.length, 0);
    ck_assert(!field->asked_of_examiner && !field->sensitive && !field->request);
    ck_assert(field->has_minimum && !field->has_maximum);
    ck_assert_double_eq(field->minimum, -2);
    ck_assert_double_eq(field->step, 1);
}
END_TEST

START_TEST(an_option_is_found_by_its_value_and_shown_by_its_title)
{
    const cds_fields *fields = NULL;
    ck_assert_int_eq(load_leaf("{\"$ref\":\"#/$defs/side\"}", &fields), CDS_OK);
    const cds_field *field = &fields->list[0];
    ck_assert_int_eq(cds_field_option(field, CDS_TEXT("l")), 0);
    ck_assert_int_eq(cds_field_option(field, CDS_TEXT("r")), 1);
    ck_assert_int_eq(cds_field_option(field, CDS_TEXT("Left")), -1);
    ck_assert_int_eq(cds_field_option(field, CDS_TEXT("")), -1);
    ck_assert(cds_text_is(field->options[0].title, "Left"));
    ck_assert(cds_text_is(field->options[1].title, "r"));
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static Suite *fields_suite(void)
{
    Suite *suite = suite_create("fields");
    TCase *tests = tcase_create("fields");
    tcase_add_checked_fixture(tests, open_memory, close_memory);
    tcase_add_loop_test(tests, a_leaf_has_the_kind_its_keywords_say, 0, COUNT(kinds));
    tcase_add_loop_test(tests, a_leaf_no_rule_could_read_is_refused_at_its_place, 0,
                        COUNT(unreadable));
    tcase_add_loop_test(tests, a_name_that_rules_could_not_write_is_refused, 0,
                        COUNT(bad_names));
    tcase_add_test(tests, there_are_64_options_and_no_more);
    tcase_add_test(tests, groups_nest_and_their_fields_are_found_by_path_and_by_pointer);
    tcase_add_test(tests, a_group_that_holds_itself_is_refused);
    tcase_add_test(tests, annotations_are_the_leafs_own_and_then_those_it_refers_to);
    tcase_add_test(tests, without_annotations_a_field_has_its_name_and_asks_for_it);
    tcase_add_test(tests, an_option_is_found_by_its_value_and_shown_by_its_title);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(fields_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
