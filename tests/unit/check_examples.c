// SPDX-License-Identifier: Apache-2.0
// The schemas and their examples: what should fit fits, and what should not is refused at
// exactly the places its .expected file names.
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "engine/facts/facts.h"
#include "engine/facts/schema.h"

#define SCHEMAS SOURCE_DIR "/schemas/"
#define EXAMPLES SCHEMAS "examples/"

static cds_ctx ctx;

static void open_memory(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)16 << 20)};
    ck_assert_ptr_nonnull(ctx.mem);
}

static void close_memory(void)
{
    cds_arena_free(ctx.mem);
}

static cds_text read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s is missing", path);
    char *data = cds_alloc(ctx.mem, (size_t)1 << 17);
    size_t length = fread(data, 1, (size_t)1 << 17, file);
    ck_assert_msg(feof(file), "%s is too long for this test", path);
    fclose(file);
    return (cds_text){data, length};
}

static const cds_json *read_json(const char *path)
{
    const cds_json *value = NULL;
    cds_status status = cds_json_parse(&ctx, read_file(path), &value);
    ck_assert_msg(status == CDS_OK, "%s: %s at byte %lld", path, ctx.error.what,
                  ctx.error.offset);
    return value;
}

static const cds_schema *load_schema(const char *path)
{
    const cds_schema *schema = NULL;
    cds_status status = cds_schema_load(&ctx, read_json(path), &schema);
    ck_assert_msg(status == CDS_OK, "%s: %s %s", path, ctx.error.where, ctx.error.what);
    return schema;
}

/** The pointers of all faults, a line each; empty where the value fits. */
static const char *places(const cds_schema *schema, const cds_json *value)
{
    cds_faults *faults = cds_alloc(ctx.mem, sizeof *faults);
    cds_buf lines;
    cds_text text = {NULL, 0};
    cds_status status = cds_schema_check(&ctx, schema, value, faults);
    ck_assert_int_eq(status, faults->count == 0 ? CDS_OK : CDS_INVALID);
    cds_error_clear(&ctx);
    cds_buf_init(&lines, ctx.mem);
    for (size_t i = 0; i < faults->count; i++) {
        cds_buf_text(&lines, faults->list[i].pointer);
        cds_buf_char(&lines, '\n');
        ck_assert_uint_gt(faults->list[i].detail.length, 0);
    }
    cds_buf_char(&lines, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, &lines, &text), CDS_OK);
    return text.data;
}

static const char *expected_of(const char *example)
{
    char path[512];
    size_t stem = strlen(example) - strlen(".json");
    ck_assert_int_lt(snprintf(path, sizeof path, "%.*s.expected", (int)stem, example), 512);
    cds_text text = read_file(path);
    return text.data; // the block it was read into is longer, and zeroed
}

/** Calls `check` for each file of the pattern; there are at least `fewest`. */
static void each_file(const char *pattern, size_t fewest, void (*check)(const char *path))
{
    glob_t found;
    ck_assert_int_eq(glob(pattern, 0, NULL, &found), 0);
    ck_assert_uint_ge(found.gl_pathc, fewest);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        cds_arena_reset(ctx.mem);
        cds_error_clear(&ctx);
        check(found.gl_pathv[i]);
    }
    globfree(&found);
}

static void check_schema_file(const char *path)
{
    cds_schema_close(load_schema(path));
}

START_TEST(every_schema_loads)
{
    each_file(SCHEMAS "*.schema.json", 5, check_schema_file);
}
END_TEST

static size_t count_known_leaves(const cds_json *value)
{
    if (value->kind != CDS_JSON_OBJECT) {
        return value->kind != CDS_JSON_NULL;
    }
    size_t count = 0;
    for (const cds_json *member = value->child; member != NULL; member = member->next) {
        count += count_known_leaves(member);
    }
    return count;
}

static size_t count_known_facts(const cds_json *value)
{
    const cds_fields *fields = NULL;
    const cds_facts *facts = NULL;
    size_t known = 0;
    const cds_json *document = read_json(SCHEMAS "assessment.schema.json");
    ck_assert_int_eq(cds_fields_load(&ctx, document, &fields), CDS_OK);
    ck_assert_int_eq(cds_facts_read(&ctx, fields, value, &facts), CDS_OK);
    for (size_t i = 0; i < fields->count; i++) {
        known += facts->list[i].known;
    }
    return known;
}

static void check_good(const char *path)
{
    const cds_schema *schema = load_schema(SCHEMAS "assessment.schema.json");
    const cds_json *value = read_json(path);
    const char *faults = places(schema, value);
    ck_assert_msg(*faults == '\0', "%s does not fit at\n%s", path, faults);
    ck_assert_msg(count_known_facts(value) == count_known_leaves(value),
                  "%s: %zu facts are known of %zu", path, count_known_facts(value),
                  count_known_leaves(value));
    cds_schema_close(schema);
}

START_TEST(every_good_example_fits_and_each_of_its_answers_becomes_a_fact)
{
    each_file(EXAMPLES "good-*.json", 14, check_good);
}
END_TEST

static void check_malformed(const char *path)
{
    char got[32];
    const cds_json *value = NULL;
    cds_status status = cds_json_parse(&ctx, read_file(path), &value);
    ck_assert_msg(status == CDS_MALFORMED, "%s was read", path);
    snprintf(got, sizeof got, "offset %lld\n", ctx.error.offset);
    ck_assert_msg(strcmp(got, expected_of(path)) == 0, "%s: %s", path, got);
}

static void check_bad(const char *path)
{
    if (strstr(path, "/bad-malformed-") != NULL) {
        return;
    }
    const cds_schema *schema = load_schema(SCHEMAS "assessment.schema.json");
    const char *got = places(schema, read_json(path));
    ck_assert_msg(strcmp(got, expected_of(path)) == 0, "%s has its faults at\n%s", path, got);
    cds_schema_close(schema);
}

START_TEST(every_bad_example_is_refused_at_each_of_its_places_and_nowhere_else)
{
    each_file(EXAMPLES "bad-*.json", 14, check_bad);
}
END_TEST

START_TEST(every_malformed_text_is_refused_at_its_byte)
{
    each_file(EXAMPLES "bad-malformed-*.json", 5, check_malformed);
}
END_TEST

static const struct {
    const char *schema, *example;
} others[] = {
    {SCHEMAS "decision.schema.json", EXAMPLES "evaluation.json"},
    {SCHEMAS "decision.schema.json", EXAMPLES "rehearsal.json"},
    {SCHEMAS "problem.schema.json", EXAMPLES "problem.json"},
    {SCHEMAS "record.schema.json", EXAMPLES "log-entry.json"},
    {SCHEMAS "release.schema.json", EXAMPLES "release.json"},
};

START_TEST(what_the_service_answers_and_keeps_has_an_example_that_fits)
{
    const cds_schema *schema = load_schema(others[_i].schema);
    ck_assert_str_eq(places(schema, read_json(others[_i].example)), "");
    cds_schema_close(schema);
}
END_TEST

// A few words of an example, changed; and where that must be noticed.
static const struct {
    const char *schema, *example, *from, *to, *expected;
} changes[] = {
    {"decision", "rehearsal", "\"recorded\": false", "\"recorded\": true", "\n"},
    {"decision", "rehearsal", "\"emergency\"", "\"urgent\"", "/decisions/referral/answer\n"},
    {"decision", "rehearsal", "\"emergency\"", "\"suppressed\"",
     "/decisions/referral\n/decisions/referral/answer\n"},
    {"decision", "rehearsal", ",\n      \"by\": \"referral\"", "", "/decisions/class\n"},
    {"decision", "evaluation", "\"provisional\"", "\"final\"",
     "/decisions/referral/could_become\n"},
    {"decision", "evaluation", "\"value\": 52", "\"value\": null",
     "/recommendations/1/because/1/value\n"},
    {"decision", "evaluation", "\"why\": \"budget\"", "\"why\": \"tired\"",
     "/incomplete_rules/0/why\n"},
    {"record", "log-entry", "\"kind\": \"evaluation\"", "\"kind\": \"note\"", "/kind\n"},
    {"record", "log-entry", "\"engine\"", "\"motor\"", "\n/motor\n"},
    {"problem", "problem", "\"status\": 422", "\"status\": 200", "/status\n"},
    {"problem", "problem", "/patient/age", "patient/age", "/errors/0/pointer\n"},
    {"release", "release", "sha256:", "sha1:", "/digest\n"},
};

/** The text with the first `from` replaced by `to`. */
static cds_text replace(cds_text text, const char *from, const char *to)
{
    const char *found = strstr(text.data, from);
    ck_assert_msg(found != NULL, "the example does not hold %s", from);
    cds_buf buf;
    cds_text changed = {NULL, 0};
    const char *rest = found + strlen(from);
    cds_buf_init(&buf, ctx.mem);
    cds_buf_text(&buf, (cds_text){text.data, (size_t)(found - text.data)});
    cds_buf_word(&buf, to);
    cds_buf_text(&buf, (cds_text){rest, text.length - (size_t)(rest - text.data)});
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &changed), CDS_OK);
    return changed;
}

START_TEST(a_slip_in_an_answer_or_an_entry_is_noticed_where_it_is)
{
    char schema_path[512], example_path[512];
    const cds_json *value = NULL;
    snprintf(schema_path, sizeof schema_path, SCHEMAS "%s.schema.json", changes[_i].schema);
    snprintf(example_path, sizeof example_path, EXAMPLES "%s.json", changes[_i].example);
    const cds_schema *schema = load_schema(schema_path);
    cds_text text = replace(read_file(example_path), changes[_i].from, changes[_i].to);
    ck_assert_int_eq(cds_json_parse(&ctx, text, &value), CDS_OK);
    ck_assert_str_eq(places(schema, value), changes[_i].expected);
    cds_schema_close(schema);
}
END_TEST

static Suite *examples_suite(void)
{
    Suite *suite = suite_create("examples");
    TCase *tests = tcase_create("examples");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_memory, close_memory);
    tcase_add_test(tests, every_schema_loads);
    tcase_add_test(tests, every_good_example_fits_and_each_of_its_answers_becomes_a_fact);
    tcase_add_test(tests, every_bad_example_is_refused_at_each_of_its_places_and_nowhere_else);
    tcase_add_test(tests, every_malformed_text_is_refused_at_its_byte);
    tcase_add_loop_test(tests, what_the_service_answers_and_keeps_has_an_example_that_fits, 0,
                        (int)(sizeof others / sizeof *others));
    tcase_add_loop_test(tests, a_slip_in_an_answer_or_an_entry_is_noticed_where_it_is, 0,
                        (int)(sizeof changes / sizeof *changes));
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(examples_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
