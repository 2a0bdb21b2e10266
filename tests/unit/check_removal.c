// SPDX-License-Identifier: Apache-2.0
// The other way round: whatever is taken away from what is known, no rule says the opposite.
// It becomes unknown, is presumed, or holds for another reason.
#include "clinic_people.h"
#include "release_fixture.h"

#define PERSONS 5

static clinic library;
static people all;
static cds_sandbox *sandbox;
static const cds_ruleset_view *view;

static void setup(void)
{
    clinic_open(&library);
    clinic_load(&library);
    cds_status status =
        cds_sandbox_open(&library.ctx, library.rules, cds_default_budget, &sandbox);
    ck_assert_int_eq(status, CDS_OK);
    view = library.view;
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    clinic_close(&library);
}

static bool is_settled(cds_truth truth)
{
    return truth == CDS_TRUE || truth == CDS_FALSE;
}

static void check_rules(const cds_truth *with, const cds_truth *without, cds_text taken)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        ck_assert_msg(!is_settled(without[i]) || without[i] == with[i],
                      "%.*s says the opposite without %.*s", (int)view->rules[i].id.length,
                      view->rules[i].id.data, (int)taken.length, taken.data);
    }
}

// Takes each known fact away for a moment. Returns how many times `rule` then held no more.
static size_t take_each(const cds_facts *facts, const cds_rule *rule)
{
    size_t opened = 0;
    size_t count = view->fields->count;
    cds_ctx ctx = {.mem = cds_arena_new((size_t)256 << 20)};
    cds_fact *fewer = cds_alloc(ctx.mem, count * sizeof *fewer);
    cds_facts known = {view->fields, fewer};
    memcpy(fewer, facts->list, count * sizeof *fewer);
    const cds_evaluation *with = person_evaluate(&ctx, sandbox, facts);
    for (size_t i = 0; i < count; i++) {
        const cds_field *field = &view->fields->list[i];
        if (!fewer[i].known || is_given(field)) {
            continue;
        }
        fewer[i].known = false;
        const cds_evaluation *without = person_evaluate(&ctx, sandbox, &known);
        check_rules(with->truths, without->truths, field->path);
        opened += rule != NULL && without->truths[rule->index] != CDS_TRUE;
        fewer[i] = facts->list[i];
    }
    cds_arena_free(ctx.mem);
    return opened;
}

// Whether a rule rests on what is asked for alone: nothing can be taken away from it.
static bool reads_facts(const cds_condition *one)
{
    if (one->word == CDS_DECIDED || (one->field != NULL && !one->field->request)) {
        return true;
    }
    if (one->word == CDS_COMPARE) {
        return one->value->kind != CDS_OF_FIELD || !one->value->field->request;
    }
    bool reads = one->word == CDS_FINDING && reads_facts(one->finding->when);
    for (size_t i = 0; i < one->part_count; i++) {
        reads = reads || reads_facts(one->parts[i]);
    }
    return reads;
}

START_TEST(no_rule_turns_round_when_a_fact_of_one_of_its_cases_is_taken_away)
{
    size_t rules_seen = 0;
    for (size_t i = 0; i < library.case_count; i++) {
        cds_casefile file = {0};
        size_t opened = 0;
        cds_status status =
            cds_casefile_read(&library.ctx, library.rules, &library.cases[i], &file);
        ck_assert_msg(status == CDS_OK, "%s: %s", library.ctx.error.where,
                      library.ctx.error.what);
        for (size_t k = 0; file.rule != NULL && k < file.count; k++) {
            const cds_facts *facts = NULL;
            if (file.cases[k].expect != CDS_EXPECT_ANSWER) {
                continue;
            }
            status =
                cds_facts_read(&library.ctx, view->fields, file.cases[k].assessment, &facts);
            ck_assert_int_eq(status, CDS_OK);
            opened += take_each(facts, file.rule);
        }
        ck_assert_msg(file.rule == NULL || opened > 0 || !reads_facts(file.rule->when),
                      "%.*s: no fact taken away opens the rule", (int)file.path.length,
                      file.path.data);
        rules_seen += file.rule != NULL;
    }
    ck_assert_uint_eq(rules_seen, view->rule_count);
}
END_TEST

START_TEST(no_rule_turns_round_when_a_fact_of_anybody_is_taken_away)
{
    people_open(&all, view, "check_removal");
    for (size_t i = people_wanted(PERSONS); i > 0; i--) {
        person who = person_new(&all);
        for (size_t k = 0; k < view->fields->count; k++) {
            if (!is_given(&view->fields->list[k]) && below(&all, 8) > 0) {
                who.facts[k] = random_fact(&all, &who, &view->fields->list[k]);
            }
        }
        (void)take_each(&who.known, NULL);
        cds_arena_free(who.ctx.mem);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("removal");
    TCase *cases = tcase_create("facts taken away");
    tcase_set_timeout(cases, 900);
    tcase_add_unchecked_fixture(cases, setup, teardown);
    tcase_add_test(cases, no_rule_turns_round_when_a_fact_of_one_of_its_cases_is_taken_away);
    tcase_add_test(cases, no_rule_turns_round_when_a_fact_of_anybody_is_taken_away);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
