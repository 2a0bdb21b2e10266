// SPDX-License-Identifier: Apache-2.0
// Rules read aloud, line by line.
#include "engine/decide/explain.h"
#include "release_fixture.h"

static release made;

static void setup(void)
{
    made = release_new();
}

static void teardown(void)
{
    release_free(&made);
}

static const char finding[] =
    "finding(\"feverish\", { says = \"a fever or a cough\",\n"
    "  when = any { yes(patient.fever), yes(patient.cough) } })\n"
    "finding(\"used\", { says = \"in use\", when = finding \"feverish\" })\n";

static const char source[] = "source \"smith-2020\" { authors = \"Smith\", year = 2020,\n"
                             "  journal = \"Pain\", title = \"On pain\", kind = \"trial\" }\n";

static const char rule[] =
    "rule {\n"
    "  id = \"care/one\",\n"
    "  title = \"Care at {patient.age_years}\",\n"
    "  version = \"1.0.1\", status = \"active\", owner = \"Lead\",\n"
    "  review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
    "  purpose = [[ Why\n    it is. ]],\n"
    "  evidence = { { cite = \"smith-2020\", shows = \"it helps\", grade = \"B\" } },\n"
    "  basis = \"literature\",\n"
    "  decides = \"care\",\n"
    "  answer = \"now\",\n"
    "  when = all {\n"
    "    finding \"feverish\",\n"
    "    at_least_of(1, { patient.sites:includes_any { \"groin\", \"calf\" } }),\n"
    "    none { patient.age_years:less_than(18) },\n"
    "    unless_ruled_out(yes(patient.cough)),\n"
    "  },\n"
    "  indicator = \"info\",\n"
    "  say = { clinician = \"See them, {patient.age_years}.\", patient = \"Come in.\" },\n"
    "  cautions = { \"Slowly.\" },\n"
    "  history = {\n"
    "    { \"1.0.0\", \"2026-11-20\", \"First release.\" },\n"
    "    { \"1.0.1\", \"2026-11-22\", \"Words.\" },\n"
    "  },\n"
    "}\n";

static const char aloud[] = "Care at [Age] (care/one, version 1.0.1, active)\n"
                            "Why: Why it is.\n"
                            "It answers: Is care needed? - with: now\n"
                            "It holds when all of these hold:\n"
                            "- a fever or a cough, which means:\n"
                            "  - any of these holds:\n"
                            "    - fever: yes\n"
                            "    - cough: yes\n"
                            "- at least 1 of these hold:\n"
                            "  - where it hurts: groin or calf\n"
                            "- none of these holds:\n"
                            "  - age is under 18 years\n"
                            "- this is not ruled out (presumed while unknown):\n"
                            "  - cough: yes\n"
                            "It tells the clinician: See them, [Age].\n"
                            "It tells the patient: Come in.\n";

static const char ending[] = "Cautions:\n- Slowly.\n"
                             "Owner: Lead\n"
                             "Reviewed: 2026-11-22, due again 2027-11-22\n"
                             "History:\n"
                             "- 1.0.0, 2026-11-20: First release.\n"
                             "- 1.0.1, 2026-11-22: Words.\n";

static const char *explain(const char *id)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, made.ctx.mem);
    const cds_rule *one = cds_ruleset_rule(made.rules, cds_text_of(id));
    ck_assert_ptr_nonnull(one);
    cds_explain_rule(&buf, made.rules, one);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &text), CDS_OK);
    return text.data;
}

START_TEST(a_rule_is_read_aloud_from_its_tree)
{
    release_put(&made, "findings/all.lua", finding);
    release_put(&made, "evidence/smith-2020.lua", source);
    release_put(&made, "care/one.lua", rule);
    (void)release_look(&made);
    const char *text = explain("care/one");
    ck_assert_msg(strncmp(text, aloud, strlen(aloud)) == 0, "%s", text);
    const char *rest = text + strlen(aloud);
    ck_assert_msg(strncmp(rest, "Evidence:\n- Smith", 17) == 0, "%s", rest);
    ck_assert_ptr_nonnull(strstr(rest, " - it helps (grade B)\n"));
    ck_assert_str_eq(strstr(rest, "Cautions:"), ending);
}
END_TEST

START_TEST(a_leaf_alone_is_one_line_and_clinic_policy_has_no_citation)
{
    (void)release_look(&made);
    const char *text = explain("care/one");
    ck_assert_ptr_nonnull(strstr(text, "\nIt holds when fever: yes\nIt tells"));
    ck_assert_ptr_nonnull(strstr(text, "\nBasis: clinic policy.\nOwner"));
}
END_TEST

static const char decision_aloud[] =
    "Is care needed?\n\n"
    "It is answered only when stage is given; else it is not-asked, \"Not asked\".\n"
    "The strongest answer with a rule that holds is given; it is final once nothing stronger "
    "is open. While too little is known it is undetermined, \"Open\"; when every rule is ruled "
    "out, none, \"None\". Never provisional: later.\n"
    "It gives at most 2 recommendations.\n\n"
    "Its answers, strongest first:\n"
    "- now, \"Now\"\n"
    "  - Care at [Age] (care/one), when a fever or a cough; at least 1 of: where it hurts: "
    "groin or calf; not: age is under 18 years; and cough: yes, unless ruled out.\n"
    "- later, \"Later\"\n";

static const char limited[] =
    "decision \"care\" {\n"
    "  question = \"Is care needed?\",\n"
    "  answers = { \"now\", \"later\" }, otherwise = \"none\",\n"
    "  only_when_final = { \"later\" }, at_most = 2, applies_when = given(rehab.stage),\n"
    "  texts = {\n"
    "    now = { title = \"Now\", clinician = \"c\", patient = \"p\" },\n"
    "    later = { title = \"Later\", clinician = \"c\", patient = \"p\" },\n"
    "    none = { title = \"None\", clinician = \"c\", patient = \"p\" },\n"
    "    undetermined = { title = \"Open\", clinician = \"c\", patient = \"p\" },\n"
    "    [\"not-asked\"] = { title = \"Not asked\", clinician = \"c\", patient = \"p\" },\n"
    "  },\n"
    "}\n";

START_TEST(a_decision_is_read_aloud_with_a_sentence_a_rule)
{
    cds_buf buf;
    cds_text text = {0};
    release_put(&made, "findings/all.lua", finding);
    release_put(&made, "evidence/smith-2020.lua", source);
    release_put(&made, "care/decision.lua", limited);
    release_put(&made, "care/one.lua", rule);
    const cds_ruleset_view *view = release_look(&made);
    cds_buf_init(&buf, made.ctx.mem);
    cds_explain_decision(&buf, view, &view->decisions[0]);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &text), CDS_OK);
    ck_assert_str_eq(text.data, decision_aloud);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("explain");
    TCase *cases = tcase_create("aloud");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_rule_is_read_aloud_from_its_tree);
    tcase_add_test(cases, a_leaf_alone_is_one_line_and_clinic_policy_has_no_citation);
    tcase_add_test(cases, a_decision_is_read_aloud_with_a_sentence_a_rule);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
