// SPDX-License-Identifier: Apache-2.0
// What a release weighs as its rules grow: a further rule costs less than 4 KiB, its file
// included, and what many rules say alike is there once.
#include "allocations.h"
#include "engine/rules/shared.h"
#include "release_fixture.h"

#define FEW ((size_t)100)
#define MANY ((size_t)3200)
#define RULE_BYTES 1024

static char bytes[MANY][RULE_BYTES];
static char paths[MANY][32];
static cds_file files[MANY + 2];

// Five conditions, in words of which each rule has some of its own.
static void write_rule(size_t i)
{
    snprintf(paths[i], sizeof paths[i], "care/rule%05zu.lua", i);
    int length = snprintf(
        bytes[i], RULE_BYTES,
        "-- SPDX-License-Identifier: Apache-2.0\nrule {\n  id = \"care/rule%05zu\",\n"
        "  title = \"Generated rule %zu\",\n  version = \"1.0.0\",\n  status = \"active\",\n"
        "  owner = \"Benchmark\",\n"
        "  review = { done = \"2026-11-22\", due = \"2036-11-22\" },\n"
        "  purpose = \"One of many.\",\n  basis = \"clinic policy\",\n  decides = \"care\",\n"
        "  answer = \"now\",\n  when = all {\n    patient.age_years:at_least(%zu),\n"
        "    patient.bmi:at_most(%zu),\n    rehab.pain:at_least(%zu),\n"
        "    patient.level:is \"elite\",\n    yes(patient.fever),\n  },\n"
        "  indicator = \"info\",\n"
        "  say = { clinician = \"Rule %zu holds. Consider what it says.\", "
        "patient = \"Ask your doctor about this.\" },\n"
        "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n}\n",
        i, i, 5 + i % 100, 10 + i % 60, i % 10, i);
    ck_assert_int_lt(length, RULE_BYTES);
    files[i + 2] = (cds_file){cds_text_of(paths[i]), cds_text_of(bytes[i])};
}

static size_t weigh(size_t rules)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
    cds_ruleset *made = NULL;
    size_t before = allocated.live_bytes;
    cds_status status = cds_ruleset_load(&ctx, files, rules + 2, &made);
    size_t after = allocated.live_bytes;
    ck_assert_msg(status == CDS_OK, "%s: %s", ctx.error.where, ctx.error.what);
    cds_ruleset_drop(made);
    cds_arena_free(ctx.mem);
    return after - before;
}

START_TEST(a_further_rule_costs_less_than_four_kib)
{
    files[0] = (cds_file){CDS_TEXT("assessment.schema.json"), cds_text_of(release_schema)};
    files[1] = (cds_file){CDS_TEXT("care/decision.lua"), cds_text_of(release_decision)};
    for (size_t i = 0; i < MANY; i++) {
        write_rule(i);
    }
    size_t each = (weigh(MANY) - weigh(FEW)) / (MANY - FEW);
    ck_assert_uint_lt(each, 4096);
    ck_assert_uint_gt(each, RULE_BYTES / 2); // it holds at least the file
}
END_TEST

START_TEST(texts_of_the_same_bytes_are_one)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
    cds_shared *shared = cds_shared_new(ctx.mem);
    cds_text first[1000];
    char word[16];
    ck_assert_ptr_nonnull(shared);
    for (size_t i = 0; i < 2000; i++) {
        cds_text got = {0};
        snprintf(word, sizeof word, "word %zu", i % 1000);
        ck_assert_int_eq(cds_shared_text(&ctx, shared, cds_text_of(word), &got), CDS_OK);
        ck_assert(cds_text_is(got, word));
        ck_assert_ptr_ne(got.data, word);
        if (i < 1000) {
            first[i] = got;
        } else {
            ck_assert_ptr_eq(got.data, first[i - 1000].data);
        }
    }
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("footprint");
    TCase *tests = tcase_create("footprint");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_further_rule_costs_less_than_four_kib);
    tcase_add_test(tests, texts_of_the_same_bytes_are_one);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
