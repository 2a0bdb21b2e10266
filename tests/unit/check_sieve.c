// SPDX-License-Identifier: Apache-2.0
// Rules that are passed over: never one that could still hold, and nobody is told anything else
// than if all had been looked at.
#include "clinic_people.h"
#include "engine/decide/evaluator.h"
#include "engine/decide/reply.h"
#include "release_fixture.h"

#define LIVES 20

static clinic library;
static people all;
static cds_sandbox *sandbox;

static void setup(void)
{
    clinic_open(&library);
    clinic_load(&library);
    ck_assert_int_eq(
        cds_sandbox_open(&library.ctx, library.rules, cds_default_budget, &sandbox), CDS_OK);
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    clinic_close(&library);
}

static cds_text reply_of(cds_ctx *ctx, const cds_ruleset_view *rules, const cds_facts *known)
{
    const cds_inputs inputs = {rules, sandbox, known};
    const cds_evaluation *evaluation = NULL;
    cds_text reply = {0};
    ck_assert_int_eq(cds_evaluate_view(ctx, inputs, &evaluation), CDS_OK);
    ck_assert_int_eq(cds_reply_write(ctx, evaluation, &reply), CDS_OK);
    return reply;
}

/** How many rules were passed over. */
static size_t check_person(person *who)
{
    cds_ruleset_view plain = *library.view;
    cds_standing standing = {0};
    plain.sieve = NULL;
    cds_text sifted = reply_of(&who->ctx, library.view, &who->known);
    cds_text looked = reply_of(&who->ctx, &plain, &who->known);
    ck_assert(cds_text_equal(sifted, looked));
    ck_assert_int_eq(cds_sift(&who->ctx, library.view, &who->known, &standing), CDS_OK);
    return plain.rule_count - standing.count;
}

START_TEST(nobody_is_told_anything_else_than_if_every_rule_were_looked_at)
{
    size_t passed_over = 0;
    people_open(&all, library.view, "check_sieve");
    for (size_t i = people_wanted(LIVES); i > 0; i--) {
        person who = person_new(&all);
        for (size_t k = 0; k < library.view->fields->count; k++) {
            const cds_field *field = &library.view->fields->list[k];
            if (!is_given(field) && below(&all, LIVES) >= i) {
                who.facts[k] = random_fact(&all, &who, field);
            }
        }
        passed_over += check_person(&who);
        cds_arena_free(who.ctx.mem);
    }
    ck_assert_uint_gt(passed_over, library.view->rule_count);
}
END_TEST

static const struct {
    const char *when, *facts;
    bool stands;
} tries[] = {
    {"yes(patient.fever)", "{\"patient\":{\"fever\":false}}", false},
    {"yes(patient.fever)", "{\"patient\":{\"fever\":true}}", true},
    {"yes(patient.fever)", "{}", true},
    {"no(patient.fever)", "{\"patient\":{\"fever\":true}}", false},
    {"no(patient.fever)", "{\"patient\":{\"fever\":null}}", true},
    {"patient.age_years:at_least(40)", "{\"patient\":{\"age_years\":39}}", false},
    {"patient.age_years:at_least(40)", "{\"patient\":{\"age_years\":40}}", true},
    {"patient.age_years:at_most(40)", "{\"patient\":{\"age_years\":41}}", false},
    {"patient.age_years:at_most(40)", "{\"patient\":{\"age_years\":40}}", true},
    {"patient.age_years:between(40, 50)", "{\"patient\":{\"age_years\":51}}", false},
    {"patient.age_years:between(40, 50)", "{\"patient\":{\"age_years\":39}}", false},
    {"patient.age_years:between(40, 50)", "{\"patient\":{\"age_years\":45}}", true},
    {"(patient.age_years + 1):at_least(40)", "{\"patient\":{\"age_years\":5}}", true},
    {"patient.level:is \"elite\"", "{\"patient\":{\"level\":\"novice\"}}", false},
    {"patient.level:is \"novice\"", "{\"patient\":{\"level\":\"elite\"}}", false},
    {"patient.level:is \"novice\"", "{\"patient\":{\"level\":\"novice\"}}", true},
    {"patient.level:is_one_of { \"novice\", \"elite\" }",
     "{\"patient\":{\"level\":\"novice\"}}", true},
    {"rehab.stage:at_least(2)", "{}", false}, // nobody asked
    {"rehab.stage:at_most(2)", "{}", false},
    {"all { yes(patient.cough), all { yes(patient.fever) } }",
     "{\"patient\":{\"fever\":false}}", false},
    {"unless_ruled_out(yes(patient.fever))", "{\"patient\":{\"fever\":false}}", false},
    {"unless_ruled_out(yes(patient.fever))", "{}", true},
    {"finding(\"hot\")", "{\"patient\":{\"fever\":false}}", false},
    {"any { yes(patient.fever), yes(patient.cough) }", "{\"patient\":{\"fever\":false}}", true},
    {"at_least_of(1, { yes(patient.fever), yes(patient.cough) })",
     "{\"patient\":{\"fever\":false}}", true},
    {"none { yes(patient.fever) }", "{\"patient\":{\"fever\":false}}", true},
    {"all { yes(patient.cough), no(patient.fever), patient.age_years:between(20, 60), "
     "patient.bmi:between(18, 30), rehab.pain:between(2, 8) }",
     "{\"patient\":{\"cough\":false}}", false}, // more bounds than are kept
};

START_TEST(a_rule_is_passed_over_where_a_known_fact_makes_it_false)
{
    static char rule[4096];
    release made = release_new();
    cds_standing standing = {0};
    snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, tries[_i].when);
    release_put(&made, "care/one.lua", rule);
    release_put(&made, "findings/hot.lua",
                "finding(\"hot\", { says = \"hot\", when = yes(patient.fever) })\n");
    const cds_ruleset_view *view = release_look(&made);
    const cds_facts *facts = release_facts(&made, tries[_i].facts);
    ck_assert_int_eq(cds_sift(&made.ctx, view, facts, &standing), CDS_OK);
    ck_assert_msg((standing.count == 1) == tries[_i].stands, "%s of %s", tries[_i].when,
                  tries[_i].facts);
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sieve");
    TCase *people_told = tcase_create("people");
    TCase *words = tcase_create("words");
    tcase_set_timeout(people_told, 60);
    tcase_add_checked_fixture(people_told, setup, teardown);
    tcase_add_test(people_told, nobody_is_told_anything_else_than_if_every_rule_were_looked_at);
    tcase_add_loop_test(words, a_rule_is_passed_over_where_a_known_fact_makes_it_false, 0,
                        (int)(sizeof tries / sizeof *tries));
    suite_add_tcase(suite, people_told);
    suite_add_tcase(suite, words);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
