// SPDX-License-Identifier: Apache-2.0
// The data dictionary that the assessment's schema is: its fields, their kinds, ranges and
// annotations. Where the clinic's own table is at hand, every row of it is compared.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/base/arena.h"
#include "engine/facts/field.h"
#include "engine/facts/schema.h"

#define SCHEMA SOURCE_DIR "/schemas/assessment.schema.json"
#define CLINIC_TABLE SOURCE_DIR "/../shared/clinic/fields.md"
#define FIELD_COUNT 116

static cds_ctx ctx;
static const cds_fields *fields;
static const cds_schema *schema;

static void load_dictionary(void)
{
    const cds_json *document = NULL;
    const size_t most = (size_t)1 << 17;
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)16 << 20)};
    ck_assert_ptr_nonnull(ctx.mem);
    FILE *file = fopen(SCHEMA, "rb");
    ck_assert_ptr_nonnull(file);
    char *data = cds_alloc(ctx.mem, most);
    cds_text text = {data, fread(data, 1, most, file)};
    ck_assert(feof(file));
    fclose(file);
    ck_assert_int_eq(cds_json_parse(&ctx, text, &document), CDS_OK);
    ck_assert_int_eq(cds_fields_load(&ctx, document, &fields), CDS_OK);
    ck_assert_int_eq(cds_schema_load(&ctx, document, &schema), CDS_OK);
}

static void drop_dictionary(void)
{
    cds_schema_close(schema);
    cds_arena_free(ctx.mem);
}

START_TEST(there_are_116_fields_in_ten_groups)
{
    static const char *const groups[] = {"patient",   "running",     "complaint", "injury",
                                         "screening", "examination", "rehab",     "strength",
                                         "treatment", "class"};
    ck_assert_uint_eq(fields->count, FIELD_COUNT);
    ck_assert_uint_eq(fields->group_count, sizeof groups / sizeof *groups);
    for (size_t i = 0; i < fields->group_count; i++) {
        ck_assert(cds_text_is(fields->groups[i], groups[i]));
    }
}
END_TEST

static const struct {
    const char *path;
    cds_field_kind kind;
    double minimum, maximum;
    size_t options;
    bool request, examiner, sensitive;
    const char *unit;
} table[] = {
    {"assessed_on", CDS_DAY, 0, 0, 0, false, true, false, ""},
    {"patient.reference", CDS_WORD, 0, 0, 0, false, true, true, ""},
    {"patient.age_years", CDS_WHOLE, 5, 110, 0, false, false, true, "years"},
    {"patient.sex", CDS_CHOICE, 0, 0, 4, false, false, true, ""},
    {"patient.pregnant_weeks", CDS_WHOLE, 0, 42, 0, false, false, true, "weeks"},
    {"patient.bmi", CDS_NUMBER, 10, 70, 0, false, true, true, "kg/m²"},
    {"patient.conditions", CDS_CHOICES, 0, 0, 7, false, false, true, ""},
    {"running.level", CDS_CHOICE, 0, 0, 5, false, false, false, ""},
    {"running.wants_to_run", CDS_YESNO, 0, 0, 0, false, false, false, ""},
    {"running.planned_run_km", CDS_NUMBER, 0, 300, 0, true, false, false, "km"},
    {"running.event_on", CDS_DAY, 0, 0, 0, false, false, false, ""},
    {"complaint.sites", CDS_CHOICES, 0, 0, 15, false, false, false, ""},
    {"complaint.rest_pain", CDS_WHOLE, 0, 10, 0, false, false, false, "out of 10"},
    {"injury.mechanism", CDS_CHOICE, 0, 0, 7, false, false, false, ""},
    {"injury.palpable_gap", CDS_YESNO, 0, 0, 0, false, true, false, ""},
    {"screening.saddle_numbness", CDS_YESNO, 0, 0, 0, false, false, true, ""},
    {"screening.ankle_dorsiflexion_grade", CDS_WHOLE, 0, 5, 0, false, true, true, "out of 5"},
    {"screening.foot_weakness_days", CDS_WHOLE, 0, 20000, 0, false, false, true, "days"},
    {"screening.dvt_signs", CDS_CHOICES, 0, 0, 9, false, true, true, ""},
    {"screening.inflammatory_features", CDS_CHOICES, 0, 0, 8, false, false, true, ""},
    {"examination.visa_h", CDS_WHOLE, 0, 100, 0, false, true, false, "out of 100"},
    {"rehab.stage", CDS_WHOLE, 0, 4, 0, true, true, false, ""},
    {"rehab.settles_hours", CDS_NUMBER, 0, 336, 0, false, false, false, "hours"},
    {"rehab.rise_from_baseline", CDS_WHOLE, -10, 10, 0, false, false, false, "points"},
    {"strength.calf_raise_reps", CDS_WHOLE, 0, 100, 0, false, true, false, "repetitions"},
    {"treatment.considering", CDS_CHOICES, 0, 0, 8, true, false, false, ""},
    {"class.asks_for", CDS_CHOICE, 0, 0, 3, true, false, false, ""},
    {"class.missed_session", CDS_YESNO, 0, 0, 0, false, false, false, ""},
};

START_TEST(a_field_has_its_kind_range_choices_and_annotations)
{
    const cds_field *field = cds_fields_find(fields, cds_text_of(table[_i].path));
    bool ranged = table[_i].minimum < table[_i].maximum;
    ck_assert_msg(field != NULL, "%s is missing", table[_i].path);
    ck_assert_int_eq(field->kind, table[_i].kind);
    ck_assert_int_eq(field->has_minimum, ranged);
    ck_assert_int_eq(field->has_maximum, ranged);
    if (ranged) {
        ck_assert_double_eq(field->minimum, table[_i].minimum);
        ck_assert_double_eq(field->maximum, table[_i].maximum);
        ck_assert_double_eq(field->step, field->kind == CDS_WHOLE ? 1 : 0.1);
    }
    ck_assert_uint_eq(field->option_count, table[_i].options);
    ck_assert_int_eq(field->request, table[_i].request);
    ck_assert_int_eq(field->asked_of_examiner, table[_i].examiner);
    ck_assert_int_eq(field->sensitive, table[_i].sensitive);
    ck_assert(cds_text_is(field->unit, table[_i].unit));
}
END_TEST

START_TEST(four_fields_say_what_is_asked_for_and_no_other)
{
    size_t requests = 0;
    for (size_t i = 0; i < fields->count; i++) {
        requests += fields->list[i].request;
    }
    ck_assert_uint_eq(requests, 4);
}
END_TEST

START_TEST(what_a_person_tells_about_body_and_self_is_marked_sensitive)
{
    for (size_t i = 0; i < fields->count; i++) {
        cds_text path = fields->list[i].path;
        bool expected =
            cds_text_starts(path, "patient.") || cds_text_starts(path, "screening.");
        ck_assert_msg(fields->list[i].sensitive == expected, "%.*s", (int)path.length,
                      path.data);
    }
}
END_TEST

static bool ends_like_a_question(cds_text ask)
{
    char last = ask.length > 0 ? ask.data[ask.length - 1] : ' ';
    return last == '?' || last == '.'; // "... Answer 0 if you did not run."
}

START_TEST(every_field_has_a_title_a_question_and_a_section_of_its_own)
{
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        const char *path = field->path.data;
        int length = (int)field->path.length;
        bool is_counted = field->kind == CDS_WHOLE || field->kind == CDS_NUMBER;
        bool is_stage = cds_text_is(field->path, "rehab.stage");
        ck_assert_msg(field->title.length > 0, "%.*s has no title", length, path);
        ck_assert_msg(field->section.length > 0, "%.*s has no section", length, path);
        ck_assert_msg(ends_like_a_question(field->ask), "%.*s asks nothing", length, path);
        ck_assert_msg((field->unit.length > 0) == (is_counted && !is_stage),
                      "%.*s: a number has a unit, and only a number", length, path);
    }
}
END_TEST

START_TEST(every_choice_has_a_title_that_is_not_its_code)
{
    for (size_t i = 0; i < fields->count; i++) {
        for (size_t j = 0; j < fields->list[i].option_count; j++) {
            const cds_option *option = &fields->list[i].options[j];
            ck_assert_msg(!cds_text_equal(option->title, option->value), "%.*s",
                          (int)option->value.length, option->value.data);
        }
    }
}
END_TEST

/** The assessment that gives `text` at `pointer`, a group and a name, has one fault: there. */
static void check_refused(cds_text pointer, const char *text)
{
    char assessment[512];
    const char *name = memchr(pointer.data + 1, '/', pointer.length - 1);
    const cds_json *value = NULL;
    cds_faults *faults = cds_alloc(ctx.mem, sizeof *faults);
    ck_assert_ptr_nonnull(faults);
    ck_assert_ptr_nonnull(name);
    int length = snprintf(assessment, sizeof assessment, "{\"%.*s\":{\"%.*s\":%s}}",
                          (int)(name - pointer.data - 1), pointer.data + 1,
                          (int)(pointer.data + pointer.length - name - 1), name + 1, text);
    cds_text bytes = {assessment, (size_t)length};
    ck_assert_int_eq(cds_json_parse(&ctx, bytes, &value), CDS_OK);
    ck_assert_msg(cds_schema_check(&ctx, schema, value, faults) == CDS_INVALID, "%s fits",
                  assessment);
    ck_assert_uint_eq(faults->count, 1);
    ck_assert(cds_text_equal(faults->list[0].pointer, pointer));
    cds_error_clear(&ctx);
}

START_TEST(every_list_refuses_an_item_given_twice)
{
    char text[256];
    for (size_t i = 0; i < fields->count; i++) {
        if (fields->list[i].kind == CDS_CHOICES) {
            cds_text item = fields->list[i].options[0].value;
            snprintf(text, sizeof text, "[\"%.*s\",\"%.*s\"]", (int)item.length, item.data,
                     (int)item.length, item.data);
            check_refused(fields->list[i].pointer, text);
        }
    }
}
END_TEST

START_TEST(every_number_is_refused_just_outside_its_range)
{
    char text[64];
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        if (field->kind == CDS_WHOLE || field->kind == CDS_NUMBER) {
            snprintf(text, sizeof text, "%.1f", field->minimum - field->step);
            check_refused(field->pointer, text);
            snprintf(text, sizeof text, "%.1f", field->maximum + field->step);
            check_refused(field->pointer, text);
        }
    }
}
END_TEST

START_TEST(every_group_refuses_a_name_it_does_not_have)
{
    char pointer[128];
    for (size_t i = 0; i < fields->group_count; i++) {
        snprintf(pointer, sizeof pointer, "/%.*s/no_such_field", (int)fields->groups[i].length,
                 fields->groups[i].data);
        check_refused(cds_text_of(pointer), "null");
    }
}
END_TEST

static void write_range(cds_buf *buf, const char *word, const cds_field *field)
{
    cds_buf_word(buf, word);
    cds_buf_number(buf, field->minimum);
    cds_buf_word(buf, "..");
    cds_buf_number(buf, field->maximum);
}

static void write_options(cds_buf *buf, const char *word, const cds_field *field)
{
    cds_buf_word(buf, word);
    for (size_t i = 0; i < field->option_count; i++) {
        cds_buf_word(buf, " `");
        cds_buf_text(buf, field->options[i].value);
        cds_buf_char(buf, '`');
    }
}

static void write_kind(cds_buf *buf, const cds_field *field)
{
    switch (field->kind) {
    case CDS_YESNO:
        cds_buf_word(buf, "yesno");
        return;
    case CDS_WHOLE:
        write_range(buf, "int ", field);
        return;
    case CDS_NUMBER:
        write_range(buf, "num ", field);
        return;
    case CDS_DAY:
        cds_buf_word(buf, "date");
        return;
    case CDS_CHOICE:
        write_options(buf, "one of", field);
        return;
    case CDS_CHOICES:
        write_options(buf, "any of", field);
        return;
    case CDS_WORD:
        cds_buf_word(buf, "string, 1..64 of `[A-Za-z0-9._:-]`");
        return;
    case CDS_WORDS:
    case CDS_ITEMS:
        ck_abort_msg("the clinic's table has no such kind");
    }
}

/** The field as the clinic's table has it: "| `path` | kind |". */
static cds_text row_of(const cds_field *field)
{
    cds_buf buf;
    cds_text row = {NULL, 0};
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, "| `");
    cds_buf_text(&buf, field->path);
    cds_buf_word(&buf, "` | ");
    write_kind(&buf, field);
    cds_buf_word(&buf, " |");
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &row), CDS_OK);
    return row;
}

START_TEST(every_row_of_the_clinics_table_is_a_field_of_that_kind_in_that_order)
{
    char line[2048];
    size_t row = 0;
    FILE *file = fopen(CLINIC_TABLE, "r");
    if (file == NULL) {
        printf("skipped: the clinic's table is not beside this checkout\n");
        return;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "| `", 3) == 0) {
            ck_assert_uint_lt(row, fields->count);
            cds_text ours = row_of(&fields->list[row]);
            ck_assert_msg(strncmp(line, ours.data, ours.length) == 0,
                          "row %zu: %sis ours: %.*s", row, line, (int)ours.length, ours.data);
            row++;
        }
    }
    fclose(file);
    ck_assert_uint_eq(row, fields->count);
}
END_TEST

static Suite *dictionary_suite(void)
{
    Suite *suite = suite_create("dictionary");
    TCase *tests = tcase_create("dictionary");
    tcase_add_checked_fixture(tests, load_dictionary, drop_dictionary);
    tcase_add_test(tests, there_are_116_fields_in_ten_groups);
    tcase_add_loop_test(tests, a_field_has_its_kind_range_choices_and_annotations, 0,
                        (int)(sizeof table / sizeof *table));
    tcase_add_test(tests, four_fields_say_what_is_asked_for_and_no_other);
    tcase_add_test(tests, what_a_person_tells_about_body_and_self_is_marked_sensitive);
    tcase_add_test(tests, every_field_has_a_title_a_question_and_a_section_of_its_own);
    tcase_add_test(tests, every_choice_has_a_title_that_is_not_its_code);
    tcase_add_test(tests, every_list_refuses_an_item_given_twice);
    tcase_add_test(tests, every_number_is_refused_just_outside_its_range);
    tcase_add_test(tests, every_group_refuses_a_name_it_does_not_have);
    tcase_add_test(tests, every_row_of_the_clinics_table_is_a_field_of_that_kind_in_that_order);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(dictionary_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
