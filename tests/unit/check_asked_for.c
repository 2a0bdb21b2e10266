// SPDX-License-Identifier: Apache-2.0
// A decision applies by what is asked for and is suppressed by other decisions' answers; by
// nothing else, however it is put together.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

#define TEXT "{ title = \"t\", clinician = \"c\", patient = \"p\" }"
#define FINDINGS                                                                               \
    "finding(\"asked\", { says = \"asked\", when = given(rehab.stage) })\n"                    \
    "finding(\"hot\", { says = \"hot\", when = yes(patient.fever) })\n"                        \
    "measure(\"next\", { says = \"next\", value = rehab.stage + 1 })\n"                        \
    "measure(\"size\", { says = \"size\", value = patient.bmi })\n"                            \
    "measure(\"made\", { says = \"made\", value = function(facts) return 1 end })\n"

static const struct {
    const char *applies_when;
    bool taken;
} applies[] = {
    {"given(rehab.stage)", true},
    {"not_given(rehab.stage)", true},
    {"rehab.stage:more_than(2)", true},
    {"all { given(rehab.stage), any { given(rehab.stage), rehab.stage:less_than(2) } }", true},
    {"none { given(rehab.stage) }", true},
    {"finding \"asked\"", true},
    {"(rehab.stage + 1):at_least(2)", true},
    {"(2 * rehab.stage):at_least(2)", true},
    {"(measure \"next\"):at_least(2)", true},
    {"yes(patient.fever)", false},
    {"patient.age_years:at_least(20)", false},
    {"all { given(rehab.stage), yes(patient.fever) }", false},
    {"any { all { given(rehab.stage), known(patient.bmi) }, given(rehab.stage) }", false},
    {"finding \"hot\"", false},
    {"(rehab.stage + patient.age_years):at_least(20)", false},
    {"(patient.age_years + rehab.stage):at_least(20)", false},
    {"(measure \"size\"):at_least(20)", false},
    {"(measure \"made\"):at_least(1)", false},
    {"decided(\"care\"):is \"now\"", false},
};

// Decision b in b.lua, its own condition in line 2.
static cds_status load(release *made, const char *member, const char *condition)
{
    static char text[2048];
    const char *name = strcmp(member, "applies_when") == 0 ? "not-asked" : "suppressed";
    snprintf(text, sizeof text,
             "decision \"b\" { question = \"?\", answers = { \"x\" }, otherwise = \"n\",\n"
             "%s = %s, texts = { x = " TEXT ", n = " TEXT ", undetermined = " TEXT
             ", [\"%s\"] = " TEXT " } }",
             member, condition, name);
    release_put(made, "a.lua", FINDINGS);
    release_put(made, "b.lua", text);
    return release_load(made);
}

static void check(release *made, cds_status status, const char *condition, const char *why)
{
    if (why == NULL) {
        ck_assert_msg(status == CDS_OK, "%s: %s", condition, made->ctx.error.what);
    } else {
        ck_assert_msg(status == CDS_REFUSED, "taken: %s", condition);
        ck_assert_str_eq(made->ctx.error.where, "b.lua:2");
        ck_assert_msg(strstr(made->ctx.error.what, why) != NULL, "%s: %s", condition,
                      made->ctx.error.what);
    }
    release_free(made);
}

START_TEST(a_decision_applies_by_what_is_asked_for)
{
    release made = release_new();
    const cds_status status = load(&made, "applies_when", applies[_i].applies_when);
    check(&made, status, applies[_i].applies_when, applies[_i].taken ? NULL : "x-request");
}
END_TEST

static const struct {
    const char *suppressed_when;
    bool taken;
} suppresses[] = {
    {"decided(\"care\"):is \"now\"", true},
    {"decided(\"care\"):is_one_of { \"now\", \"later\" }", true},
    {"any { decided(\"care\"):is \"now\", decided(\"care\"):is \"later\" }", true},
    {"none { all { decided(\"care\"):is \"none\" } }", true},
    {"at_least_of(1, { decided(\"care\"):is \"now\", decided(\"care\"):is \"later\" })", true},
    {"yes(patient.fever)", false},
    {"any { decided(\"care\"):is \"now\", yes(patient.fever) }", false},
    {"none { all { decided(\"care\"):is \"now\", given(rehab.stage) } }", false},
    {"finding \"hot\"", false},
};

START_TEST(a_decision_is_suppressed_by_what_others_answer)
{
    release made = release_new();
    const cds_status status = load(&made, "suppressed_when", suppresses[_i].suppressed_when);
    check(&made, status, suppresses[_i].suppressed_when,
          suppresses[_i].taken ? NULL : "built from decided(");
}
END_TEST

START_TEST(who_suppresses_is_marked)
{
    release made = release_new();
    ck_assert_int_eq(
        load(&made, "suppressed_when", "none { any { decided(\"care\"):is \"now\" } }"),
        CDS_OK);
    const cds_ruleset_view *view = cds_ruleset_look(made.rules);
    ck_assert_uint_eq(view->decision_count, 2);
    for (size_t i = 0; i < view->decision_count; i++) {
        const cds_decision *one = &view->decisions[i];
        ck_assert_int_eq(one->suppresses, cds_text_is(one->name, "care"));
    }
    release_free(&made);
}
END_TEST

// Only here is it read whether another is suppressed.
START_TEST(suppression_goes_on_from_one_to_the_next)
{
    static const char third[] =
        "decision \"c\" { question = \"?\", answers = { \"x\" }, otherwise = \"n\",\n"
        "suppressed_when = decided(\"b\"):is \"suppressed\", texts = { x = " TEXT ", n = " TEXT
        ", undetermined = " TEXT ", suppressed = " TEXT " } }";
    release made = release_new();
    release_put(&made, "c.lua", third);
    const char *care = "decided(\"care\"):is \"now\"";
    const cds_status status = load(&made, "suppressed_when", care);
    check(&made, status, care, NULL);
}
END_TEST

static const char *const filled[] = {
    "{ title = \"{fill.x}\", clinician = \"c\", patient = \"p\" }",
    "{ title = \"Later\", clinician = \"{fill.x}\", patient = \"p\" }",
    "{ title = \"Later\", clinician = \"c\", patient = \"{fill.x}\" }",
};

START_TEST(an_answer_s_texts_have_nothing_that_a_rule_fills_in)
{
    static const char there[] = "{ title = \"Later\", clinician = \"c\", patient = \"p\" }";
    const char *at = strstr(release_decision, there);
    char text[4096];
    ck_assert_ptr_nonnull(at);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(at - release_decision), release_decision,
             filled[_i], at + strlen(there));
    release made = release_new();
    release_put(&made, "care/decision.lua", text);
    ck_assert_int_eq(release_load(&made), CDS_REFUSED);
    ck_assert_str_eq(made.ctx.error.where, "care/decision.lua:1");
    ck_assert_str_eq(made.ctx.error.what,
                     "{fill.name} belongs into the texts of a rule that advises");
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("asked_for");
    TCase *cases = tcase_create("asked_for");
    tcase_add_loop_test(cases, a_decision_applies_by_what_is_asked_for, 0,
                        sizeof applies / sizeof *applies);
    tcase_add_loop_test(cases, a_decision_is_suppressed_by_what_others_answer, 0,
                        sizeof suppresses / sizeof *suppresses);
    tcase_add_test(cases, who_suppresses_is_marked);
    tcase_add_test(cases, suppression_goes_on_from_one_to_the_next);
    tcase_add_loop_test(cases, an_answer_s_texts_have_nothing_that_a_rule_fills_in, 0,
                        sizeof filled / sizeof *filled);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
