// SPDX-License-Identifier: Apache-2.0
// One piece of memory after the other is not given while rules are loaded: they are refused
// with a sentence, or loaded just as they are with it; and what is left is given back.
#include "engine/check/all.h"
#include "engine/rules/sandbox.h"
#include "server/record/folder.h"

#include "pieces.h"
#include "release_fixture.h"

#define GARDEN SOURCE_DIR "/tests/rules/garden/"

typedef struct folder {
    const char *rules_dir, *schema_file;
    size_t tried; // so many pieces, spread over all of them
} folder;

static const folder folders[] = {
    {GARDEN "rules", GARDEN "assessment.schema.json", 1500},
    {SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json", 120},
};

static cds_ctx kept, ctx;
static srv_files files;

static void open_folder(const folder *of)
{
    kept = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    const srv_folder read = {of->rules_dir, of->schema_file};
    ck_assert_int_eq(srv_folder_read(&kept, &read, &files), CDS_OK);
}

static void close_folder(void)
{
    cds_arena_free(kept.mem);
    cds_arena_free(ctx.mem);
}

/** The digest of what is loaded while that piece fails; data NULL: refused. */
static cds_text load(size_t fails, size_t *asked)
{
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    cds_text digest = {0};
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    pieces_begin(fails);
    cds_status status = cds_ruleset_load(&ctx, files.list, files.count, &rules);
    if (status == CDS_OK)
        status = cds_sandbox_open(&ctx, rules, cds_default_budget, &sandbox);
    *asked = pieces_end();
    if (status == CDS_OK)
        ck_assert_int_eq(
            cds_text_copy(&kept, cds_text_of(cds_ruleset_look(rules)->digest_text), &digest),
            CDS_OK);
    else
        ck_assert_msg(ctx.error.status != CDS_OK && ctx.error.what[0] != '\0',
                      "piece %zu fails and nobody says so", fails);
    cds_sandbox_close(sandbox);
    cds_ruleset_drop(rules);
    return digest;
}

START_TEST(rules_are_loaded_whole_or_refused)
{
    size_t all = 0;
    size_t asked = 0;
    size_t refused = 0;
    open_folder(&folders[_i]);
    const cds_text good = load(0, &all);
    ck_assert_ptr_nonnull(good.data);
    const size_t step = all > folders[_i].tried ? all / folders[_i].tried : 1;
    for (size_t at = 1; at <= all; at += step) {
        const cds_text got = load(at, &asked);
        refused += got.data == NULL;
        ck_assert(got.data == NULL || cds_text_equal(got, good));
    }
    ck_assert_uint_gt(refused, all / step / 2);
    ck_assert(cds_text_equal(load(0, &asked), good));
    close_folder();
}
END_TEST

/** Cases read, tried, mutated, and what is checked besides, while that piece fails. */
static cds_status check(cds_ruleset *rules, size_t fails, size_t *asked, size_t *killed)
{
    cds_gaps gaps;
    cds_checked checked = {0};
    cds_sandbox *sandbox = NULL;
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    ck_assert_int_eq(cds_sandbox_open(&ctx, rules, cds_default_budget, &sandbox), CDS_OK);
    cds_gaps_init(&gaps, &ctx);
    pieces_begin(fails);
    cds_status status = cds_check_all(&ctx, sandbox, (cds_date){20784}, &gaps, &checked);
    if (status == CDS_OK)
        status = cds_gaps_end(&gaps);
    *asked = pieces_end();
    *killed = checked.mutation.killed;
    cds_sandbox_close(sandbox);
    return status;
}

START_TEST(cases_are_tried_or_it_is_said_that_they_could_not_be)
{
    cds_ruleset *rules = NULL;
    size_t all = 0;
    size_t asked = 0;
    size_t usual = 0;
    size_t killed = 0;
    open_folder(&folders[0]);
    ck_assert_int_eq(cds_ruleset_load(&kept, files.list, files.count, &rules), CDS_OK);
    ck_assert_int_eq(check(rules, 0, &all, &usual), CDS_OK);
    ck_assert_uint_gt(usual, 10);
    for (size_t at = 1; at <= all; at += all / 400 + 1) {
        if (check(rules, at, &asked, &killed) != CDS_OK)
            ck_assert_str_ne(ctx.error.what, "");
    }
    ck_assert_int_eq(check(rules, 0, &asked, &killed), CDS_OK);
    ck_assert_uint_eq(killed, usual); // nothing that was varied stays so
    cds_ruleset_drop(rules);
    close_folder();
}
END_TEST

// A schema with every keyword, and a value that breaks most of them.
static const char schema[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"https://a.example/"
    "s\","
    "\"$defs\":{\"n\":{\"$anchor\":\"number\",\"type\":[\"number\",\"null\"],\"multipleOf\":0."
    "5,"
    "\"minimum\":1,\"exclusiveMaximum\":9}},"
    "\"type\":\"object\",\"required\":[\"a\",\"z\"],\"dependentRequired\":{\"a\":[\"y\"]},"
    "\"minProperties\":1,\"maxProperties\":9,\"propertyNames\":{\"maxLength\":5},"
    "\"properties\":{\"a\":{\"$ref\":\"#number\"},\"b\":{\"$ref\":\"#/$defs/n\"},"
    "\"c\":{\"type\":\"string\",\"pattern\":\"^x\",\"minLength\":2,\"format\":\"date\"},"
    "\"d\":{\"type\":\"array\",\"prefixItems\":[{\"const\":1}],\"items\":{\"enum\":[2,\"b\"]},"
    "\"contains\":{\"const\":7},\"uniqueItems\":true,\"maxItems\":3},"
    "\"e\":{\"oneOf\":[{\"const\":\"p\",\"title\":\"P\"},{\"const\":\"q\"}]},"
    "\"f\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"boolean\"}],\"not\":{\"const\":true}},"
    "\"g\":{\"allOf\":[{\"minimum\":3}],\"if\":{\"minimum\":5},\"then\":{\"maximum\":6},"
    "\"else\":{\"maximum\":4}}},"
    "\"patternProperties\":{\"^h\":{\"type\":\"integer\"}},\"additionalProperties\":false}";
static const char broken[] = "{\"a\":0.7,\"b\":9,\"c\":\"y\",\"d\":[2,2,2,\"c\"],\"e\":\"r\","
                             "\"f\":true,\"g\":7,\"h1\":1.5,"
                             "\"unknown\":{}}";

/** How many faults the value has; 0: it could not be said. */
static size_t count_faults(size_t fails, size_t *asked)
{
    const cds_json *document = NULL;
    const cds_json *value = NULL;
    const cds_schema *read = NULL;
    static cds_faults faults;
    faults.count = 0;
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    pieces_begin(fails);
    cds_status status = cds_json_parse(&ctx, cds_text_of(schema), &document);
    if (status == CDS_OK)
        status = cds_schema_load(&ctx, document, &read);
    if (status == CDS_OK)
        status = cds_json_parse(&ctx, cds_text_of(broken), &value);
    if (status == CDS_OK)
        status = cds_schema_check(&ctx, read, value, &faults);
    *asked = pieces_end();
    cds_schema_close(read);
    ck_assert_str_ne(ctx.error.what, "");
    return status == CDS_INVALID ? faults.count : 0;
}

START_TEST(a_schema_finds_all_faults_or_says_that_it_could_not_look)
{
    size_t all = 0;
    size_t asked = 0;
    size_t unsaid = 0;
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
    const size_t usual = count_faults(0, &all);
    ck_assert_msg(usual > 9, "%s: %s", ctx.error.where, ctx.error.what);
    for (size_t at = 1; at <= all; at++) {
        const size_t found = count_faults(at, &asked);
        ck_assert_msg(found == 0 || found == usual, "piece %zu: %zu faults, not %zu", at, found,
                      usual);
        unsaid += found == 0;
    }
    ck_assert_uint_gt(unsaid, all / 2);
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces_rules");
    TCase *cases = tcase_create("pieces_rules");
    tcase_set_timeout(cases, 240);
    tcase_add_loop_test(cases, rules_are_loaded_whole_or_refused, 0,
                        sizeof folders / sizeof *folders);
    tcase_add_test(cases, cases_are_tried_or_it_is_said_that_they_could_not_be);
    tcase_add_test(cases, a_schema_finds_all_faults_or_says_that_it_could_not_look);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
