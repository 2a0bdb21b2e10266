// SPDX-License-Identifier: Apache-2.0
// What a condition says of a person, from the rule's text: each word on each kind of fact that
// it takes, known, unknown and not asked for.
#include "engine/decide/evaluator.h"

#include "release_fixture.h"

static const char schema[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
    "\"additionalProperties\":false,\"properties\":{"
    "\"patient\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":"
    "{"
    "\"age_years\":{\"title\":\"Age\",\"type\":[\"integer\",\"null\"],\"minimum\":0},"
    "\"bmi\":{\"title\":\"BMI\",\"type\":[\"number\",\"null\"]},"
    "\"fever\":{\"title\":\"Fever\",\"type\":[\"boolean\",\"null\"]},"
    "\"word\":{\"title\":\"Word\",\"type\":[\"string\",\"null\"]},"
    "\"words\":{\"title\":\"Words\",\"type\":[\"array\",\"null\"],\"items\":{\"type\":"
    "\"string\"}},"
    "\"drugs\":{\"title\":\"Medicines\",\"type\":[\"array\",\"null\"],\"items\":"
    "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
    "\"class\":{\"type\":\"string\"}}}}}},"
    "\"rehab\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{"
    "\"stage\":{\"title\":\"Stage\",\"type\":[\"integer\",\"null\"],\"x-request\":true}}}}}";

// `next` rests on a fact that may not have been asked for, `asked` does so in Lua, `vast` is
// beyond any decimal, `narrow` has a range.
static const char measures[] =
    "measure(\"next\", { says = \"next\", value = rehab.stage + 1 })\n"
    "measure(\"asked\", { says = \"asked\", value = function(facts) return facts.rehab.stage "
    "end })\n"
    "measure(\"read\", { says = \"read\", value = function(facts) return "
    "facts.patient.age_years "
    "end })\n"
    "measure(\"vast\", { says = \"vast\", value = function(facts) return "
    "facts.patient.age_years * "
    "1e300 end })\n"
    "measure(\"bounded\", { says = \"bounded\", range = { 0, 10 }, value = function(facts) "
    "return "
    "facts.patient.age_years end })\n"
    "measure(\"narrow\", { says = \"narrow\", value = patient.bmi - 20, range = { 0, 10 } })\n";

static const struct {
    const char *when, *facts;
    char truth;
} says[] = {
    {"patient.word:is \"blue\"", "{\"patient\":{\"word\":\"blue\"}}", 'T'},
    {"patient.word:is \"blue\"", "{\"patient\":{\"word\":\"blues\"}}", 'F'},
    {"patient.word:is_one_of { \"red\", \"blue\" }", "{\"patient\":{\"word\":\"blue\"}}", 'T'},
    {"patient.word:is \"blue\"", "{}", 'U'},
    {"patient.words:includes \"a\"", "{\"patient\":{\"words\":[\"b\",\"a\"]}}", 'T'},
    {"patient.words:includes \"a\"", "{\"patient\":{\"words\":[\"b\"]}}", 'F'},
    {"patient.words:includes \"a\"", "{\"patient\":{\"words\":[]}}", 'F'},
    {"patient.words:includes \"a\"", "{\"patient\":{\"words\":null}}", 'U'},
    {"patient.words:includes_none { \"a\", \"c\" }", "{\"patient\":{\"words\":[\"c\"]}}", 'F'},
    {"patient.words:includes_none { \"a\", \"c\" }", "{\"patient\":{\"words\":[\"b\"]}}", 'T'},
    {"patient.words:counts_at_least(2)", "{\"patient\":{\"words\":[\"a\",\"b\"]}}", 'T'},
    {"patient.words:counts_at_least(2)", "{\"patient\":{\"words\":[\"a\"]}}", 'F'},
    {"patient.drugs:counts_at_least(1)", "{\"patient\":{\"drugs\":[{}]}}", 'T'},
    {"patient.drugs:counts_at_least(1)", "{\"patient\":{\"drugs\":[]}}", 'F'},
    {"measure(\"next\"):at_least(1)", "{}", 'F'},
    {"measure(\"next\"):at_least(1)", "{\"rehab\":{\"stage\":0}}", 'T'},
    {"(measure(\"next\") + patient.age_years):at_least(1)", "{}", 'F'},
    {"(patient.age_years + measure(\"next\")):at_least(1)", "{}", 'F'},
    {"(patient.age_years + rehab.stage):at_least(1)", "{\"patient\":{\"age_years\":9}}", 'F'},
    {"(patient.age_years + rehab.stage):at_least(1)", "{\"rehab\":{\"stage\":9}}", 'U'},
    {"(rehab.stage + patient.age_years):at_least(1)", "{\"rehab\":{\"stage\":9}}", 'U'},
    {"measure(\"asked\"):at_least(1)", "{}", 'F'},
    {"measure(\"asked\"):at_least(1)", "{\"rehab\":{\"stage\":1}}", 'T'},
    {"measure(\"read\"):at_least(1)", "{}", 'U'},
    {"measure(\"read\"):at_least(1)", "{\"patient\":{\"age_years\":0}}", 'F'},
    {"measure(\"vast\"):at_least(1)", "{\"patient\":{\"age_years\":5}}", 'U'},
    {"measure(\"bounded\"):at_least(1)", "{\"patient\":{\"age_years\":9}}", 'T'},
    {"measure(\"bounded\"):at_least(1)", "{\"patient\":{\"age_years\":11}}", 'U'},
    {"measure(\"narrow\"):at_least(1)", "{\"patient\":{\"bmi\":25}}", 'T'},
    {"measure(\"narrow\"):at_least(1)", "{\"patient\":{\"bmi\":20}}", 'F'},
    {"measure(\"narrow\"):at_least(1)", "{\"patient\":{\"bmi\":19}}", 'U'},
    {"measure(\"narrow\"):at_least(1)", "{\"patient\":{\"bmi\":31}}", 'U'},
};

static cds_sandbox *open_release(release *made, const char *when)
{
    static char rule[4096];
    cds_sandbox *sandbox = NULL;
    *made = release_new();
    snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, when);
    release_put(made, "assessment.schema.json", schema);
    release_put(made, "measures/all.lua", measures);
    release_put(made, "care/one.lua", rule);
    release_look(made);
    ck_assert_int_eq(cds_sandbox_open(&made->ctx, made->rules, cds_default_budget, &sandbox),
                     CDS_OK);
    return sandbox;
}

START_TEST(a_word_says_of_a_person_what_its_kind_of_fact_says)
{
    release made;
    cds_sandbox *sandbox = open_release(&made, says[_i].when);
    const cds_evaluation *decided = NULL;
    const cds_rule *rule = &cds_ruleset_look(made.rules)->rules[0];
    ck_assert_int_eq(
        cds_evaluate(&made.ctx, sandbox, release_facts(&made, says[_i].facts), &decided),
        CDS_OK);
    const char truth = "FTUP"[cds_evaluation_truth(decided, rule->when)];
    ck_assert_msg(truth == says[_i].truth, "%s of %s is %c", says[_i].when, says[_i].facts,
                  truth);
    ck_assert_int_eq(decided->truths[0], cds_evaluation_truth(decided, rule->when));
    cds_sandbox_close(sandbox);
    release_free(&made);
}
END_TEST

START_TEST(answers_alone_need_their_memory_too)
{
    release made;
    cds_sandbox *sandbox = open_release(&made, "yes(patient.fever)");
    const cds_evaluation *decided = NULL;
    const cds_inputs inputs = {cds_ruleset_look(made.rules), sandbox,
                               release_facts(&made, "{}")};
    cds_ctx small = {.mem = cds_arena_new(64)};
    ck_assert_int_eq(cds_evaluate_answers(&small, inputs, &decided), CDS_TOO_LARGE);
    ck_assert_ptr_null(decided);
    ck_assert_int_eq(cds_evaluate_answers(&made.ctx, inputs, &decided), CDS_OK);
    ck_assert_ptr_nonnull(decided);
    cds_arena_free(small.mem);
    cds_sandbox_close(sandbox);
    release_free(&made);
}
END_TEST

START_TEST(a_calls_outcome_names_why_a_rule_is_incomplete)
{
    ck_assert_int_eq(cds_incomplete_of(CDS_OK), CDS_COMPLETE);
    ck_assert_int_eq(cds_incomplete_of(CDS_UNKNOWN), CDS_WHY_UNKNOWN);
    ck_assert_int_eq(cds_incomplete_of(CDS_BUDGET), CDS_WHY_BUDGET);
    ck_assert_int_eq(cds_incomplete_of(CDS_FAILED), CDS_WHY_ERROR);
    ck_assert_int_eq(cds_incomplete_of(CDS_TOO_LARGE), CDS_WHY_ERROR);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("leaves");
    TCase *cases = tcase_create("leaves");
    tcase_add_loop_test(cases, a_word_says_of_a_person_what_its_kind_of_fact_says, 0,
                        sizeof says / sizeof *says);
    tcase_add_test(cases, answers_alone_need_their_memory_too);
    tcase_add_test(cases, a_calls_outcome_names_why_a_rule_is_incomplete);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
