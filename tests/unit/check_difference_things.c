// SPDX-License-Identifier: Apache-2.0
// Rules, decisions and what they stand on: every kind of change, said to the letter.
#include "difference_fixture.h"

// A rule with one of everything; a change replaces one piece of its text.
static const char whole_rule[] =
    "local DAYS = { 1, 2 }\n"
    "rule {\n"
    "  id = \"care/one\",\n"
    "  title = \"Care now\",\n"
    "  version = \"1.0.0\", status = \"active\", owner = \"Lead\",\n"
    "  review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
    "  purpose = [[ To test. ]],\n"
    "  evidence = {\n"
    "    { cite = \"smith-2020\", shows = \"it helps\", grade = \"B\" },\n"
    "  },\n"
    "  basis = \"literature\",\n"
    "  decides = \"care\",\n"
    "  answer = \"now\",\n"
    "  when = yes(patient.fever),\n"
    "  indicator = \"info\",\n"
    "  say = { clinician = \"See them.\", patient = \"Come in.\" },\n"
    "  offer = { suggest \"rest\" },\n"
    "  cautions = { \"Slowly.\" },\n"
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"
    "  advise = function(facts) return { fill = { day = DAYS[1] } } end, -- soon\n"
    "}\n";

static const char other_rule[] =
    "rule {\n"
    "  id = \"care/two\",\n"
    "  title = \"Care later\",\n"
    "  version = \"1.0.0\", status = \"active\", owner = \"Lead\",\n"
    "  review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
    "  purpose = [[ To test. ]],\n"
    "  basis = \"clinic policy\",\n"
    "  decides = \"care\",\n"
    "  answer = \"later\",\n"
    "  when = finding \"coughing\",\n"
    "  indicator = \"info\",\n"
    "  say = { clinician = \"See.\", patient = \"Come.\" },\n"
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First.\" } },\n"
    "}\n";

static const char shared_things[] =
    "finding(\"coughing\", { says = \"a cough\", when = all { yes(patient.cough),\n"
    "  measure(\"double\"):at_least(80) } })\n"
    "measure(\"double\", { unit = \"years\", says = \"twice the age\",\n"
    "  value = patient.age_years * 2, range = { 0, 300 } })\n";

static const char source[] = "source \"smith-2020\" { authors = \"Smith\", year = 2020,\n"
                             "  journal = \"Pain\", title = \"On pain\", kind = \"trial\" }\n"
                             "source \"jones-2021\" { authors = \"Jones\", year = 2021,\n"
                             "  journal = \"Pain\", title = \"On rest\", kind = \"trial\" }\n";
static const char suggestions[] = "suggestion \"rest\" { label = \"Rest\" }\n"
                                  "suggestion \"walk\" { label = \"Walk\" }\n";
static const char contradiction[] =
    "contradiction \"both\" { when = all { yes(patient.fever), no(patient.cough) },\n"
    "  say = \"That can't be.\", ask = \"Which is it?\" }\n";
static void put_all(release *to)
{
    release_put(to, "care/one.lua", whole_rule);
    release_put(to, "care/two.lua", other_rule);
    release_put(to, "care/two.test.lua", "-- cases\n");
    release_put(to, "shared.lua", shared_things);
    release_put(to, "evidence.lua", source);
    release_put(to, "suggestions.lua", suggestions);
    release_put(to, "contradictions.lua", contradiction);
}

static void setup(void)
{
    difference_setup();
    put_all(&old_one);
    put_all(&new_one);
}

START_TEST(each_member_of_a_rule_is_compared)
{
    static const edit cases[] = {
        {"\"Care now\"", "\"Care today\"",
         "rule care/one: title reworded: \"Care now\" -> \"Care today\"\n"},
        {"\"1.0.0\", status", "\"1.0.1\", status", "rule care/one: version: 1.0.0 -> 1.0.1\n"},
        {"\"active\"", "\"draft\"",
         "decision care: no rule gives now any more\n"
         "rule care/one: status: active -> draft\n"},
        {"\"Lead\"", "\"Chief\"", "rule care/one: owner: Lead -> Chief\n"},
        {"done = \"2026-11-22\"", "done = \"2026-12-01\"",
         "rule care/one: reviewed: 2026-11-22 -> 2026-12-01\n"},
        {"due = \"2027-11-22\"", "due = \"2028-01-31\"",
         "rule care/one: review due: 2027-11-22 -> 2028-01-31\n"},
        {"To test.", "To try.",
         "rule care/one: purpose reworded: \"To test.\" -> \"To try.\"\n"},
        {"\"it helps\"", "\"it may help\"",
         "rule care/one: what smith-2020 shows reworded: \"it helps\" -> \"it may help\"\n"},
        {"grade = \"B\"", "grade = \"C\"", "rule care/one: grade of smith-2020: B -> C\n"},
        {"cite = \"smith-2020\"", "cite = \"jones-2021\"",
         "rule care/one: evidence removed: smith-2020\n"
         "rule care/one: evidence added: jones-2021\n"},
        {"\"literature\"", "\"clinic policy\"",
         "rule care/one: basis: literature -> clinic policy\n"},
        {"\"See them.\"", "\"See them today.\"",
         "rule care/one: clinician's text reworded: \"See them.\" -> \"See them today.\"\n"},
        {"\"Come in.\"", "\"Please come in.\"",
         "rule care/one: patient's text reworded: \"Come in.\" -> \"Please come in.\"\n"},
        {"\"info\"", "\"critical\"", "rule care/one: indicator: info -> critical\n"},
        {"suggest \"rest\"", "suggest \"rest\", suggest \"walk\"",
         "rule care/one: suggestion added: walk\n"},
        {"cautions = { \"Slowly.\" },", "", "rule care/one: caution removed: Slowly.\n"},
        {"\"First release.\" }",
         "\"First release.\" }, { \"1.1.0\", \"2026-12-01\", \"More.\" }",
         "rule care/one: history line added: 1.1.0, 2026-12-01: More.\n"},
    };
    EDITS_SAY("care/one.lua", whole_rule, cases);
}
END_TEST

START_TEST(another_answer_is_said_of_the_rule_and_of_the_decision)
{
    release_put(&new_one, "care/one.lua", edited(whole_rule, "\"now\"", "\"later\""));
    difference_says("decision care: no rule gives now any more\n"
                    "rule care/one: answer: now -> later\n");
}
END_TEST

START_TEST(a_function_differs_by_what_it_computes_not_by_how_it_stands)
{
    static const edit cases[] = {
        {"DAYS[1]", "DAYS[2]", "rule care/one: its function changed\n"},
        {"{ 1, 2 }", "{ 1, 3 }", "rule care/one: its function changed\n"},
        {"-- soon", "-- very soon", "rule care/one: rewritten without a change in meaning\n"},
        {"fill = { day", "fill =\n\n  -- a day\n { day",
         "rule care/one: rewritten without a change in meaning\n"},
        {"  advise = function(facts) return { fill = { day = DAYS[1] } } end, -- soon\n", "",
         "rule care/one: function removed\n"},
        {"local DAYS", "\n\n\nlocal DAYS",
         "rule care/one: rewritten without a change in meaning\n"},
    };
    EDITS_SAY("care/one.lua", whole_rule, cases);
}
END_TEST

// Functions that know each other, and a table of tables.
static const char known_from_around[] =
    "local NAMES = { b = { 2, 3 }, a = \"x\", [7] = true }\n"
    "local even, odd\n"
    "even = function(n) if n <= 0 then return true end return odd(n - 1) end\n"
    "odd = function(n) if n <= 0 then return false end return even(n - 1) end\n"
    "rule {";

START_TEST(what_a_function_knows_from_around_it_counts)
{
    static const edit cases[] = {
        {"{ 2, 3 }", "{ 2, 4 }", "rule care/one: its function changed\n"},
        {"[7] = true", "[7] = false", "rule care/one: its function changed\n"},
        {"return false", "return 0 > 1", "rule care/one: its function changed\n"},
        {"b = { 2, 3 }, a = \"x\"", "a = \"x\", b = { 2, 3 }",
         "rule care/one: rewritten without a change in meaning\n"},
        {"local even, odd", "-- each other's\nlocal even, odd",
         "rule care/one: rewritten without a change in meaning\n"},
    };
    const char *rule = edited(edited(whole_rule, "rule {", known_from_around), "DAYS[1]",
                              "NAMES.b[1] .. DAYS[1] .. tostring(even(2))");
    release_put(&old_one, "care/one.lua", rule);
    EDITS_SAY("care/one.lua", rule, cases);
}
END_TEST

START_TEST(a_decision_is_compared_as_it_is_settled)
{
    static const edit cases[] = {
        {"care needed?", "care needed now?",
         "decision care: question reworded: \"Is care needed?\" -> \"Is care needed now?\"\n"},
        {"{ \"now\", \"later\" }", "{ \"later\", \"now\" }",
         "decision care: order of answers: now, later -> later, now\n"},
        {"otherwise = \"none\"", "otherwise = \"undetermined\"",
         "decision care: otherwise: none -> undetermined\n"},
        {"otherwise = \"none\"", "otherwise = \"none\", while_unknown = \"none\"",
         "decision care: while unknown: undetermined -> none\n"},
        {"otherwise = \"none\"", "otherwise = \"none\", at_most = 2",
         "decision care: recommendations at most: all -> 2\n"},
        {"otherwise = \"none\"", "otherwise = \"none\", only_when_final = { \"later\" }",
         "decision care: later only when final: no -> yes\n"},
        {"title = \"Later\"", "title = \"Not yet\"",
         "decision care: title of later reworded: \"Later\" -> \"Not yet\"\n"},
    };
    // Texts nobody needs are refused, so the decision of each case has those it does.
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = edited(release_decision, cases[i].from, cases[i].to);
        if (strstr(cases[i].says, "otherwise: none") != NULL)
            text = edited(text,
                          "    none = { title = \"None\", clinician = \"c\", patient = \"p\" "
                          "},\n",
                          "");
        if (strstr(cases[i].says, "-> none\n") != NULL)
            text = edited(text,
                          "    undetermined = { title = \"Open\", clinician = \"c\", patient "
                          "= \"p\" },\n",
                          "");
        release_put(&new_one, "care/decision.lua", text);
        difference_says(cases[i].says);
    }
}
END_TEST

START_TEST(answers_come_and_go)
{
    const char *more =
        edited(release_decision, "{ \"now\", \"later\" }", "{ \"now\", \"soon\", \"later\" }");
    release_put(&new_one, "care/decision.lua",
                edited(more, "  texts = {\n",
                       "  texts = {\n    soon = { title = \"Soon\", clinician = \"c\", "
                       "patient = \"p\" },\n"));
    difference_says("decision care: answer added: soon\n");
    release swap = old_one;
    old_one = new_one;
    new_one = swap;
    difference_says("decision care: answer removed: soon\n");
}
END_TEST

START_TEST(when_a_decision_applies_or_gives_way_is_compared)
{
    const char *asked_for = edited(release_decision, "otherwise = \"none\",",
                                   "otherwise = \"none\", applies_when = given(rehab.stage),");
    const char *not_asked =
        edited(asked_for, "  texts = {\n",
               "  texts = {\n    [\"not-asked\"] = { title = \"-\", clinician = \"c\", "
               "patient = \"p\" },\n");
    release_put(&new_one, "care/decision.lua", not_asked);
    difference_says("decision care: applies when: condition added: stage is given\n");
    release_put(&old_one, "care/decision.lua", not_asked);
    release_put(&new_one, "care/decision.lua",
                edited(not_asked, "given(rehab.stage)", "rehab.stage:at_least(2)"));
    difference_says("decision care: applies when: condition removed: stage is given\n"
                    "decision care: applies when: condition added: stage is at least 2\n");
}
END_TEST

START_TEST(what_rules_share_is_compared)
{
    static const edit shared[] = {
        {"\"a cough\"", "\"any cough\"",
         "finding coughing: what it says reworded: \"a cough\" -> \"any cough\"\n"},
        {":at_least(80)", ":at_least(90)",
         "finding coughing: threshold moved: twice the age is at least 80 years -> at least 90 "
         "years\n"},
        {"patient.age_years * 2", "patient.age_years * 3",
         "measure double: value: (patient.age_years * 2) -> (patient.age_years * 3)\n"},
        {"{ 0, 300 }", "{ 0, 330 }", "measure double: range: 0 to 300 -> 0 to 330\n"},
        {"unit = \"years\"", "unit = \"points\"", "measure double: unit: years -> points\n"},
        {"finding(\"coughing\"", "-- more\nfinding(\"coughing\"",
         "file shared.lua: rewritten without a change in meaning\n"},
    };
    static const edit sources[] = {
        {"year = 2020", "year = 2019",
         "source smith-2020: year reworded: \"2020\" -> \"2019\"\n"},
        {"\"On pain\"", "\"On pains\"",
         "source smith-2020: title reworded: \"On pain\" -> \"On pains\"\n"},
        {"year = 2020,", "year = 2020, doi = \"10.1/x\",",
         "source smith-2020: doi written: \"10.1/x\"\n"},
    };
    static const edit offers[] = {
        {"\"Walk\"", "\"Walk a lot\"",
         "suggestion walk: label reworded: \"Walk\" -> \"Walk a lot\"\n"},
        {"suggestion \"walk\" { label = \"Walk\" }\n", "", "suggestion walk: removed\n"},
    };
    static const edit contradictions[] = {
        {"Which is it?", "Which?",
         "contradiction both: question reworded: \"Which is it?\" -> \"Which?\"\n"},
        {"no(patient.cough)", "yes(patient.cough)",
         "contradiction both: turned round: cough: no -> yes\n"},
    };
    EDITS_SAY("shared.lua", shared_things, shared);
    EDITS_SAY("evidence.lua", source, sources);
    EDITS_SAY("suggestions.lua", suggestions, offers);
    EDITS_SAY("contradictions.lua", contradiction, contradictions);
}
END_TEST

START_TEST(rules_come_go_are_renamed_and_laid_to_rest)
{
    new_one.files[3].path = CDS_TEXT("retired/two.lua");
    new_one.files[3].bytes = cds_text_of(other_rule);
    new_one.files[4].path = CDS_TEXT("retired/two.test.lua");
    difference_says("decision care: no rule gives later any more\n"
                    "rule care/two: retired\n"
                    "file retired/two.lua: new\n"
                    "file retired/two.test.lua: new\n");
}
END_TEST

START_TEST(a_rule_under_another_name_is_the_same_rule)
{
    const char *renamed = edited(other_rule, "\"care/two\"", "\"care/second\"");
    new_one.files[3].path = CDS_TEXT("care/second.lua");
    new_one.files[3].bytes =
        cds_text_of(edited(renamed, "\"1.0.0\", status", "\"1.0.1\", status"));
    new_one.files[4].path = CDS_TEXT("care/second.test.lua");
    difference_says("rule care/second: renamed: was care/two\n"
                    "rule care/second: version: 1.0.0 -> 1.0.1\n");
    new_one.files[3].bytes = cds_text_of(edited(renamed, "\"later\"", "\"now\""));
    difference_says("decision care: no rule gives later any more\n"
                    "rule care/two: removed\n"
                    "rule care/second: new\n");
}
END_TEST

START_TEST(cases_beside_a_rule_are_its_own)
{
    release_put(&new_one, "care/two.test.lua", "-- other cases\n");
    difference_says("rule care/two: its cases changed\n");
}
END_TEST

START_TEST(a_release_does_not_differ_from_itself)
{
    difference_says("");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("difference of things");
    TCase *cases = tcase_create("things");
    tcase_add_checked_fixture(cases, setup, difference_teardown);
    tcase_add_test(cases, each_member_of_a_rule_is_compared);
    tcase_add_test(cases, another_answer_is_said_of_the_rule_and_of_the_decision);
    tcase_add_test(cases, a_function_differs_by_what_it_computes_not_by_how_it_stands);
    tcase_add_test(cases, what_a_function_knows_from_around_it_counts);
    tcase_add_test(cases, a_decision_is_compared_as_it_is_settled);
    tcase_add_test(cases, answers_come_and_go);
    tcase_add_test(cases, when_a_decision_applies_or_gives_way_is_compared);
    tcase_add_test(cases, what_rules_share_is_compared);
    tcase_add_test(cases, rules_come_go_are_renamed_and_laid_to_rest);
    tcase_add_test(cases, a_rule_under_another_name_is_the_same_rule);
    tcase_add_test(cases, cases_beside_a_rule_are_its_own);
    tcase_add_test(cases, a_release_does_not_differ_from_itself);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
