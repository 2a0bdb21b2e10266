// SPDX-License-Identifier: Apache-2.0
// What a colleague would say of one person: why this answer, what would change it, what to ask.
#include "engine/decide/explain_person.h"
#include "engine/rules/sandbox.h"
#include "release_fixture.h"

static release made;
static cds_sandbox *sandbox;

#define RULE(id, decides, answer, title, when)                                                 \
    "rule {\n"                                                                                 \
    "  id = \"" id "\", title = \"" title "\", version = \"1.0.0\", status = \"active\",\n"    \
    "  owner = \"Lead\", review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"          \
    "  purpose = \"To test.\", basis = \"clinic policy\", decides = \"" decides "\",\n"        \
    "  answer = \"" answer "\", when = " when ", indicator = \"info\",\n"                      \
    "  say = { clinician = \"c\", patient = \"p\" },\n"                                        \
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"                     \
    "}\n"

static const char class_decision[] =
    "decision \"class\" {\n"
    "  question = \"Which class?\",\n"
    "  answers = { \"wait\", \"join\" },\n"
    "  otherwise = \"wait\", while_unknown = \"wait\", only_when_final = { \"join\" },\n"
    "  applies_when = given(rehab.stage),\n"
    "  suppressed_when = decided(\"care\"):is \"now\",\n"
    "  texts = {\n"
    "    wait = { title = \"Wait a little\", clinician = \"c\", patient = \"p\" },\n"
    "    join = { title = \"Welcome\", clinician = \"c\", patient = \"p\" },\n"
    "    [\"not-asked\"] = { title = \"Not asked\", clinician = \"c\", patient = \"p\" },\n"
    "    suppressed = { title = \"Later\", clinician = \"c\", patient = \"p\" },\n"
    "  },\n"
    "}\n";

static const char finding[] = "finding(\"feverish\", { says = \"a fever or a cough\",\n"
                              "  when = any { yes(patient.fever), yes(patient.cough) } })\n";

static const char contradiction[] =
    "contradiction \"calf-without-pain\" {\n"
    "  when = all { patient.sites:includes \"calf\", rehab.pain:at_most(0) },\n"
    "  say = \"A calf that hurts does not.\", ask = \"Does it hurt?\",\n"
    "}\n";

static void setup(void)
{
    made = release_new();
    release_put(&made, "findings/all.lua", finding);
    release_put(&made, "contradictions/calf.lua", contradiction);
    release_put(&made, "care/one.lua",
                RULE("care/one", "care", "now", "Care at {patient.age_years}",
                     "all { finding \"feverish\", patient.age_years:at_least(40) }"));
    release_put(&made, "care/two.lua",
                RULE("care/two", "care", "later", "Look at the groin",
                     "all { patient.sites:includes_any { \"groin\", \"knee\" },"
                     " patient.level:is \"elite\" }"));
    release_put(&made, "care/three.lua",
                RULE("care/three", "care", "later", "Pain in the groin",
                     "all { patient.sites:includes_any { \"groin\", \"knee\" },"
                     " rehab.pain:more_than(2) }"));
    release_put(&made, "care/four.lua",
                RULE("care/four", "care", "later", "Eat enough",
                     "all { patient.level:is \"novice\", patient.bmi:less_than(18) }"));
    release_put(&made, "class/decision.lua", class_decision);
    release_put(&made, "class/low.lua",
                RULE("class/low", "class", "wait", "Too sore",
                     "unless_ruled_out(rehab.pain:at_least(5))"));
    release_put(&made, "class/settled.lua",
                RULE("class/settled", "class", "join", "All well", "rehab.stage:at_least(3)"));
    (void)release_look(&made);
    ck_assert_int_eq(cds_sandbox_open(&made.ctx, made.rules, cds_default_budget, &sandbox),
                     CDS_OK);
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    release_free(&made);
}

static const cds_evaluation *evaluate(const char *person)
{
    const cds_evaluation *evaluation = NULL;
    ck_assert_int_eq(
        cds_evaluate(&made.ctx, sandbox, release_facts(&made, person), &evaluation), CDS_OK);
    return evaluation;
}

static const char *end_of(cds_buf *buf)
{
    cds_text text = {0};
    cds_buf_char(buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, buf, &text), CDS_OK);
    return text.data;
}

/** A decision's name, or the id of a rule. */
static const char *told(const char *person, const char *word)
{
    cds_buf buf;
    const cds_evaluation *evaluation = evaluate(person);
    const cds_rule *rule = cds_ruleset_rule(made.rules, cds_text_of(word));
    const cds_decision *decision = cds_ruleset_decision(made.rules, cds_text_of(word));
    cds_buf_init(&buf, made.ctx.mem);
    cds_status status = rule != NULL
                            ? cds_explain_rule_for(&made.ctx, evaluation, rule, &buf)
                            : cds_explain_answer(&made.ctx, evaluation, decision, &buf);
    ck_assert_int_eq(status, CDS_OK);
    return end_of(&buf);
}

static const struct {
    const char *what, *person, *word, *expected;
} sayings[] = {
    {"a final answer, the facts with their values, and what is common to its rules",
     "{\"patient\":{\"fever\":false,\"cough\":false,\"level\":\"elite\","
     "\"sites\":[\"calf\",\"groin\"]},\"rehab\":{\"pain\":3}}",
     "care",
     "Is care needed?\n\n"
     "The answer is \"Later\" (later). It is final: nothing still unasked would change it.\n\n"
     "Why:\n"
     "- Common to all of these: where it hurts: groin.\n"
     "- Pain in the groin (care/three), because pain is 3 (over 2).\n"
     "- Look at the groin (care/two), because running level: national level.\n\n"
     "It would count for more, but is ruled out: one.\n"},
    {"a provisional answer, what it could become, and whom to ask what",
     "{\"patient\":{\"age_years\":44,\"fever\":false,\"level\":\"elite\","
     "\"sites\":[\"groin\"]},\"rehab\":{\"pain\":1}}",
     "care",
     "Is care needed?\n\n"
     "Not settled yet. For now it is \"Later\" (later), provisional.\n\n"
     "Why:\n"
     "- Look at the groin (care/two), because where it hurts: groin; and running level: "
     "national level.\n\n"
     "It could still become:\n"
     "- \"Now\" (now), if this is found:\n"
     "  - a fever or a cough (care/one). Still to ask: cough.\n\n"
     "Not asked yet, and it matters, in this order:\n"
     "1. Cough? (ask the person)\n"},
    {"nothing holds and all of it is open: the strongest answer's questions come first",
     "{\"patient\":{\"level\":\"novice\"}}", "care",
     "Is care needed?\n\n"
     "Not settled yet. For now it is \"Open\" (undetermined), provisional.\n\n"
     "No rule holds so far, and too little is known to say that none will.\n\n"
     "It could still become:\n"
     "- \"Now\" (now), if this is found:\n"
     "  - a fever or a cough; and age is at least 40 years (care/one). Still to ask: age, "
     "fever and cough.\n"
     "- \"Later\" (later), if one of these is found:\n"
     "  - BMI is under 18 (care/four). Still to ask: BMI.\n"
     "  - where it hurts: groin or knee; and pain is over 2 (care/three). Still to ask: where "
     "it hurts and pain.\n"
     "- \"None\" (none), if everything still open is ruled out.\n\n"
     "Not asked yet, and it matters, in this order:\n"
     "1. Age? (ask the person)\n2. Fever? (ask the person)\n3. Cough? (ask the person)\n"
     "4. BMI? (ask the person)\n5. Where it hurts? (ask the person)\n"
     "6. Pain? (ask the person)\n\n"
     "Ruled out: two.\n"},
    {"nothing holds and nothing is open",
     "{\"patient\":{\"fever\":false,\"cough\":false,\"level\":\"elite\",\"sites\":[]}}", "care",
     "Is care needed?\n\n"
     "The answer is \"None\" (none). It is final: nothing still unasked would change it.\n\n"
     "No rule speaks for another answer: each of them is ruled out.\n\n"
     "Ruled out: one, four, three and two.\n"},
    {"another decision comes first",
     "{\"patient\":{\"age_years\":40,\"fever\":true},\"rehab\":{\"stage\":3}}", "class",
     "Which class?\n\n"
     "Not answered for now. Another question comes first, \"Is care needed?\", and its answer "
     "is \"Now\" (now).\n"},
    {"nobody asked", "{\"patient\":{\"fever\":false,\"cough\":false,\"sites\":[]}}", "class",
     "Which class?\n\n"
     "Nobody asked for this. It is answered only when stage is given.\n"},
    {"a presumption is said to be one",
     "{\"patient\":{\"fever\":false,\"cough\":false,\"sites\":[]},\"rehab\":{\"stage\":3}}",
     "class",
     "Which class?\n\n"
     "Not settled yet. For now it is \"Wait a little\" (wait), provisional.\n\n"
     "Why:\n"
     "- Presumed for now: Too sore (class/low), because nobody has yet asked about "
     "pain.\n\n"
     "It could still become:\n"
     "- \"Welcome\" (join), if everything still open is ruled out.\n\n"
     "Not asked yet, and it matters, in this order:\n"
     "1. Pain? (ask the person)\n\n"
     "Also true, but it counts for less: settled.\n"},
    {"what does not fit together is said",
     "{\"patient\":{\"fever\":false,\"cough\":false,\"sites\":[\"calf\"]},"
     "\"rehab\":{\"pain\":0,\"stage\":3}}",
     "class",
     "Which class?\n\n"
     "The answer is \"Welcome\" (join). It is final: nothing still unasked would change it.\n\n"
     "Why:\n"
     "- All well (class/settled), because stage is 3 (at least 3).\n\n"
     "It would count for more, but is ruled out: low.\n\n"
     "What was recorded does not fit together:\n"
     "- A calf that hurts does not. Does it hurt?\n"},
    {"a rule that holds", "{\"patient\":{\"age_years\":52,\"fever\":true}}", "care/one",
     "Care at 52 (care/one)\n\n"
     "It holds for this person, because fever: yes; and age is 52 (at least 40 years).\n\n"
     "It speaks for \"Now\" (now), which is the answer now, final.\n"},
    {"a rule that is false", "{\"patient\":{\"age_years\":30}}", "care/one",
     "Care at 30 (care/one)\n\n"
     "It does not hold for this person, because age is 30 (under 40 years).\n\n"
     "It speaks for \"Now\" (now); the answer now is \"Open\" (undetermined), provisional.\n"},
    {"a rule that is unknown", "{\"patient\":{\"fever\":true}}", "care/one",
     "Care at not asked (care/one)\n\n"
     "Whether it holds for this person can't be said yet. It would take: age is at least 40 "
     "years. Still to ask: age.\n\n"
     "It speaks for \"Now\" (now); the answer now is \"Open\" (undetermined), provisional.\n"},
    {"a rule that is presumed", "{\"rehab\":{\"stage\":1}}", "class/low",
     "Too sore (class/low)\n\n"
     "It is presumed to hold for this person, because nobody has yet asked about "
     "pain.\n\n"
     "It speaks for \"Wait a little\" (wait), which is the answer now, provisional.\n"},
    {"a request nobody made", "{}", "class/settled",
     "All well (class/settled)\n\n"
     "It does not hold for this person, because stage is not given.\n\n"
     "It speaks for \"Welcome\" (join); the answer now is \"Not asked\" (not-asked), final.\n"},
};

START_TEST(it_is_said_as_a_colleague_would)
{
    const char *text = told(sayings[_i].person, sayings[_i].word);
    ck_assert_msg(strcmp(text, sayings[_i].expected) == 0, "%s:\n%s", sayings[_i].what, text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("explain_person");
    TCase *cases = tcase_create("aloud");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, it_is_said_as_a_colleague_would, 0,
                        (int)(sizeof sayings / sizeof sayings[0]));
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
