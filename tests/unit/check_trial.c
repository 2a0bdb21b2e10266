// SPDX-License-Identifier: Apache-2.0
// Cases tried against a loaded release: what passes, and what is said when one doesn't.
#include "engine/decide/trial.h"
#include "release_fixture.h"

static release made;
static cds_sandbox *sandbox;

static void setup(void)
{
    made = release_new();
    release_put(
        &made, "care/one.lua",
        RELEASE_RULE_BEGIN
        "all { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }" RELEASE_RULE_END);
    (void)release_look(&made);
    ck_assert_int_eq(cds_sandbox_open(&made.ctx, made.rules, cds_default_budget, &sandbox),
                     CDS_OK);
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    release_free(&made);
}

static cds_trial try_case(cds_case one, const char *person, bool beside_rule)
{
    cds_trial trial = {0};
    cds_casefile file = {
        .path = CDS_TEXT("care/one.test.lua"),
        .rule = beside_rule ? cds_ruleset_rule(made.rules, CDS_TEXT("care/one")) : NULL};
    ck_assert_int_eq(cds_json_parse(&made.ctx, cds_text_of(person), &one.assessment), CDS_OK);
    cds_status status = cds_trial_run(&made.ctx, sandbox, &file, &one, &trial);
    ck_assert_msg(status == CDS_OK, "%s", made.ctx.error.what);
    return trial;
}

#define FEVER "{\"patient\":{\"fever\":true}}"
#define BOTH "{\"patient\":{\"fever\":true,\"cough\":true}}"
#define NEITHER "{\"patient\":{\"fever\":false}}"
#define NOTHING "{}"

static const struct {
    cds_expect_kind expect;
    const char *text, *person, *got; // got NULL: it passes
} tries[] = {
    {CDS_EXPECT_ANSWER, "now", BOTH, NULL},
    {CDS_EXPECT_ANSWER, "later", BOTH, "the rule answers now"},
    {CDS_EXPECT_ANSWER, "now", FEVER, "the rule is presumed: now, asks /patient/cough"},
    {CDS_EXPECT_ANSWER, "now", NEITHER, "the rule is silent"},
    {CDS_EXPECT_ANSWER, "now", NOTHING,
     "the rule is unknown, asks /patient/fever, /patient/cough"},
    {CDS_EXPECT_PRESUMED, "now", FEVER, NULL},
    {CDS_EXPECT_PRESUMED, "later", FEVER, "the rule is presumed: now, asks /patient/cough"},
    {CDS_EXPECT_PRESUMED, "now", BOTH, "the rule answers now"},
    {CDS_EXPECT_SILENT, "", NEITHER, NULL},
    {CDS_EXPECT_SILENT, "", NOTHING,
     "the rule is unknown, asks /patient/fever, /patient/cough"},
    {CDS_EXPECT_SILENT, "", BOTH, "the rule answers now"},
    {CDS_EXPECT_ASKS, "patient.fever", NOTHING, NULL},
    {CDS_EXPECT_ASKS, "/patient/fever", NOTHING, NULL},
    {CDS_EXPECT_ASKS, "patient.cough", FEVER, NULL},
    {CDS_EXPECT_ASKS, "patient.fever", FEVER, "the rule is presumed: now, asks /patient/cough"},
    {CDS_EXPECT_ASKS, "patient.cough", NEITHER, "the rule is silent"},
    {CDS_EXPECT_ASKS, "patient.nothing", NOTHING,
     "the rule is unknown, asks /patient/fever, /patient/cough"},
};

START_TEST(a_case_is_about_its_rule_and_says_what_came_instead)
{
    cds_case one = {.expect = tries[_i].expect, .text = cds_text_of(tries[_i].text)};
    cds_trial trial = try_case(one, tries[_i].person, true);
    ck_assert_text(trial.got, tries[_i].got == NULL ? "" : tries[_i].got);
    ck_assert(trial.passed == (tries[_i].got == NULL));
}
END_TEST

static const struct {
    const char *decision, *answer, *person, *got;
} whole[] = {
    {"care", "now", BOTH, NULL},
    {"care", "none", NEITHER, NULL},
    {"care", "none", NOTHING, "care is undetermined (provisional), not none"},
    {"care", "none", BOTH, "care is now (final), not none"},
    {"cure", "none", BOTH, "cure is no decision of these rules, not none"},
};

START_TEST(decides_is_about_whole_decisions_and_needs_no_rule)
{
    cds_decides decides = {cds_text_of(whole[_i].decision), cds_text_of(whole[_i].answer)};
    cds_case one = {.expect = CDS_EXPECT_DECIDES, .decides = &decides, .decides_count = 1};
    cds_trial trial = try_case(one, whole[_i].person, false);
    ck_assert_text(trial.got, whole[_i].got == NULL ? "" : whole[_i].got);
    ck_assert(trial.passed == (whole[_i].got == NULL));
}
END_TEST

START_TEST(a_case_about_a_rule_fails_where_none_stands_beside_it)
{
    cds_case one = {.expect = CDS_EXPECT_SILENT};
    ck_assert(!try_case(one, NEITHER, false).passed);
}
END_TEST

START_TEST(a_person_the_schema_refuses_is_an_error_with_file_and_line)
{
    cds_trial trial = {0};
    cds_casefile file = {.path = CDS_TEXT("care/one.test.lua"), .rule = NULL};
    cds_case one = {.line = 7, .expect = CDS_EXPECT_SILENT};
    cds_text person = CDS_TEXT("{\"patient\":{\"age_years\":4}}");
    ck_assert_int_eq(cds_json_parse(&made.ctx, person, &one.assessment), CDS_OK);
    ck_assert_int_eq(cds_trial_run(&made.ctx, sandbox, &file, &one, &trial), CDS_INVALID);
    ck_assert_str_eq(made.ctx.error.where, "care/one.test.lua:7");
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "/patient/age_years"));
}
END_TEST

#define LENGTH(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void)
{
    Suite *suite = suite_create("trial");
    TCase *cases = tcase_create("cases");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, a_case_is_about_its_rule_and_says_what_came_instead, 0,
                        LENGTH(tries));
    tcase_add_loop_test(cases, decides_is_about_whole_decisions_and_needs_no_rule, 0,
                        LENGTH(whole));
    tcase_add_test(cases, a_case_about_a_rule_fails_where_none_stands_beside_it);
    tcase_add_test(cases, a_person_the_schema_refuses_is_an_error_with_file_and_line);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
