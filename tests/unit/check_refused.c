// SPDX-License-Identifier: Apache-2.0
// What a release is refused for, at which line, and in which words.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

typedef struct refused_case {
    const char *path, *text;
    const char *where;
    const char *words; // that the sentence holds
} refused_case;

#define WHEN(text) "care/one.lua", RELEASE_RULE_BEGIN text RELEASE_RULE_END
#define FINDING(when) "a.lua", "finding(\"a\", { says = \"a\", when = " when " })"
#define MEASURE(value) "a.lua", "measure(\"m\", { says = \"m\", value = " value " })"
#define TEXTS "title = \"t\", clinician = \"c\", patient = \"p\""
#define DECISION(more)                                                                         \
    "b.lua",                                                                                   \
        "decision \"b\" { question = \"?\", answers = { \"x\" }, otherwise = \"n\",\n" more    \
        " texts = { x = { " TEXTS " }, n = { " TEXTS " }, undetermined = { " TEXTS             \
        " }, [\"not-asked\"] = { " TEXTS " }, suppressed = { " TEXTS " } } }"

static const refused_case conditions[] = {
    {WHEN("patient.fever == true"), "care/one.lua:1", "'and', 'or', 'not' and '=='"},
    {WHEN("not patient.fever"), "care/one.lua:11", "all{}, any{}, none{}"},
    {WHEN("yes(patient.fever) and yes(patient.cough)"), "care/one.lua:11",
     "'and', 'or', 'not' and '=='"},
    {WHEN("yes(patient.fever) or yes(patient.cough)"), "care/one.lua:11", "any{}"},
    {WHEN("all { yes(patient.fever), patient.level == \"elite\" }"), "care/one.lua:11",
     "got false"},
    {WHEN("patient.fever"), "care/one.lua:1", "yes(fact)"},
    {WHEN("yes(patient.fevr)"), "care/one.lua:11", "did you mean 'fever'"},
    {WHEN("yes(pateint.fever)"), "care/one.lua:11", "did you mean 'patient'"},
    {WHEN("yess(patient.fever)"), "care/one.lua:11", "did you mean 'yes'"},
    {WHEN("yes(patient.age_years)"), "care/one.lua:11", ":at_least(n)"},
    {WHEN("yes(patient)"), "care/one.lua:11", "got a group of facts"},
    {WHEN("patient.age_years > 40"), "care/one.lua:11", "fact:more_than(n)"},
    {WHEN("patient.age_years < patient.bmi"), "care/one.lua:11", "fact:less_than(n)"},
    {WHEN("patient.age_years <= patient.bmi"), "care/one.lua:11", "fact:at_most(n)"},
    {WHEN("patient.age_years == patient.bmi"), "care/one.lua:11", ":is"},
    {WHEN("#patient.sites"), "care/one.lua:11", ":counts_at_least(n)"},
    {WHEN("patient.level .. \"x\""), "care/one.lua:11", "inside the text"},
    {WHEN("patient.age_years:at_leas(40)"), "care/one.lua:11", "did you mean 'at_least'"},
    {WHEN("patient.age_years:at_least(4)"), "care/one.lua:11", "at least 5, at most 110"},
    {WHEN("patient.age_years:at_most(111)"), "care/one.lua:11", "outside"},
    {WHEN("patient.age_years:at_least(\"40\")"), "care/one.lua:11", "got text"},
    {WHEN("patient.age_years:at_least(0/0)"), "care/one.lua:11", "usage"},
    {WHEN("patient.age_years:at_least()"), "care/one.lua:11", "got nothing"},
    {WHEN("patient.age_years:between(40, 20)"), "care/one.lua:11", "low is above high"},
    {WHEN("patient.fever:at_least(1)"), "care/one.lua:11", "not a number"},
    {WHEN("patient.level:is \"elit\""), "care/one.lua:11", "did you mean 'elite'"},
    {WHEN("patient.level:is_one_of {}"), "care/one.lua:11", "from 1 to"},
    {WHEN("patient.sites:is \"calf\""), "care/one.lua:11", "one word of several"},
    {WHEN("patient.level:includes \"elite\""), "care/one.lua:11", "a list of words"},
    {WHEN("patient.sites:includes_any { \"calf\", nil, \"groin\" }"), "care/one.lua:11",
     "hole"},
    {WHEN("patient.sites:counts_at_least(4)"), "care/one.lua:11", "counts_at_least"},
    {WHEN("patient.sites:counts_at_least(0)"), "care/one.lua:11", "at least 1"},
    {WHEN("patient.drugs:has { clas = \"nsaid\" }"), "care/one.lua:11", "did you mean 'class'"},
    {WHEN("patient.drugs:has { class = \"nsad\" }"), "care/one.lua:11",
     "can't have this value"},
    {WHEN("patient.drugs:has { dose = \"5\" }"), "care/one.lua:11", "can't have this value"},
    {WHEN("patient.drugs:has {}"), "care/one.lua:11", "usage"},
    {WHEN("given(patient.fever)"), "care/one.lua:11", "known(fact)"},
    {WHEN("not_given(patient.fever)"), "care/one.lua:11", "x-request"},
    {WHEN("all {}"), "care/one.lua:11", "at least one condition"},
    {WHEN("all { yes(patient.fever), x = 1 }"), "care/one.lua:11", "hole or a name"},
    {WHEN("at_least_of(3, { yes(patient.fever) })"), "care/one.lua:11", "n from 1"},
    {WHEN("none { unless_ruled_out(yes(patient.fever)) }"), "care/one.lua:11", "inside none{}"},
    {WHEN("unless_ruled_out(patient.fever)"), "care/one.lua:11", "got a fact"},
    {WHEN("(patient.age_years / 0):at_least(1)"), "care/one.lua:11", "division by zero"},
    {WHEN("(patient.age_years + \"1\"):at_least(1)"), "care/one.lua:11", "got text"},
    {WHEN("(patient.age_years ^ 2):at_least(1)"), "care/one.lua:11", "only + - * /"},
    {WHEN("(patient.fever + 1):at_least(1)"), "care/one.lua:11", "not a number"},
    {WHEN("finding \"non\""), "care/one.lua:11", "there is no finding 'non'"},

    {WHEN("(measure \"non\"):at_least(1)"), "care/one.lua:11", "there is no measure"},
    {WHEN("decided(\"cre\"):is \"now\""), "care/one.lua:11", "did you mean 'care'"},
    {WHEN("decided(\"care\"):is \"now\""), "care/decision.lua:1", "circle"},
    {WHEN("decided(\"care\")"), "care/one.lua:1", "got decided() alone"},
    {WHEN("decided(\"care\"):wos \"now\""), "care/one.lua:11", ":is_one_of"},
    {WHEN("clinic.number"), "care/one.lua:11", "attempt to index"},
    {WHEN("nil"), "care/one.lua:1", "needs 'when'"},
};

static const refused_case declarations[] = {
    {"a.lua", "", "a.lua:1", "declares nothing"},
    {"a.lua", "-- rule { id = \"a\" }\n", "a.lua:1", "declares nothing"},
    {"a.lua", "x = 1", "a.lua:1", "write local x"},
    {"a.lua", "local s = (\"x\"):rep(9)", "a.lua:1", "attempt to call"},
    {"a.lua", "local x = string.format(\"%d\", 1)", "a.lua:1", "attempt to call"},
    {"a.lua", "load(\"return 1\")()", "a.lua:1", "unknown name 'load'"},
    {"a.lua", "while true do end", "a.lua:1", "budget"},
    {"a.lua", "local t = {}\nfor i = 1, 1e9 do t[i] = i end", "a.lua", "memory"},
    {"a.lua", "local s = \"xxxxxxxxxxxxxxxx\" while true do s = s .. s end", "a.lua", "memory"},
    {"a.lua", "local x = }", "a.lua:1", "unexpected symbol"},
    {"a.lua", "\x1bLua", "a.lua", "binary chunk"},
    {"a.lua", "yes(patient.fever)", "a.lua:1", "not used"},
    {"a.lua", "\nlocal x = patient.age_years", "a.lua:2", "not used"},
    {"a.lua", "decision \"b\"", "a.lua:1", "not used"},
    {"z.lua", "decision \"care\" { question = \"?\" }", "z.lua:1", "already declared at"},
    {"a.lua", "finding(\"a\", { say = \"a\" })", "a.lua:1", "did you mean 'says'"},
    {"a.lua", "finding(\"a\", { says = \"a\" })", "a.lua:1", "needs 'when'"},
    {"a.lua", "finding(\"a\", {\n says = 3,\n when = yes(patient.fever) })", "a.lua:2",
     "is a text; got a number"},
    {"a.lua", "finding(\"a\", { says = \" \", when = yes(patient.fever) })", "a.lua:1",
     "empty"},
    {"a.lua", "finding(\"a\", { says = \"\\xff\", when = yes(patient.fever) })", "a.lua:1",
     "UTF-8"},
    {FINDING("finding \"a\""), "a.lua:1", "circle"},
    {MEASURE("measure \"m\" + 1"), "a.lua:1", "circle"},
    {MEASURE("(measure \"m\") + 1"), "a.lua:1", "circle"},
    {MEASURE("patient.fever"), "a.lua:1", "not a number"},
    {MEASURE("print"), "a.lua:1", "unknown name 'print'"},
    {"a.lua", "measure(\"m\", { says = \"m\", value = patient.bmi, range = { 3, 1 } })",
     "a.lua:1", "lowest is above"},
    {"a.lua",
     "measure(\"m\", { says = \"m\", value = patient.bmi, range = { 1, 3 } })\n"
     "finding(\"a\", { says = \"a\", when = (measure \"m\"):at_least(5) })",
     "a.lua:2", "range of measure 'm'"},
    {"a.lua", "source \"s\" { yeer = 2010 }", "a.lua:1", "did you mean 'year'"},
    {"a.lua", "source \"s\" { year = \"2010\" }", "a.lua:1", "is a number"},
    {"a.lua", "suggestion \"s\" {}", "a.lua:1", "needs 'label'"},
    {"a.lua", "contradiction \"c\" { when = yes(patient.fever), say = \"{x.y}\", ask = \"?\" }",
     "a.lua:1", "fills in nothing"},
    {"a.lua", "clinic { f = function() end }", "a.lua:1", "no data"},
    {"a.lua", "clinic { n = 0/0 }", "a.lua:1", "not finite"},
    {"a.lua", "clinic { 1, 2, x = 3 }", "a.lua:1", "hole or a name"},
    {"a.lua", "codes { level = { elit = { words = { \"x\" } } } }", "a.lua:1",
     "did you mean 'elite'"},
    {"a.lua", "codes { level = { elite = { words = \"x\" } } }", "a.lua:1", "a list of texts"},
    {"a.lua", "clinic { a = 1 } clinic { b = 1 }", "a.lua:1", "already declared"},
    {"a.lua", "local t = {} t.t = t clinic { t = t }", "a.lua:1", "nested too deeply"},
    {"a.lua", "order { \"cre\" }", "a.lua:1", "did you mean 'care'"},
    {"a.lua", "order { \"care\", \"care\" }", "a.lua:1", "twice"},
    {"a.lua",
     "local c = yes(patient.fever)\nfor i = 1, 40 do c = all { c } end\n"
     "finding(\"a\", { says = \"a\", when = c })",
     "a.lua:2", "too big"},
    {"a.lua",
     "local c = yes(patient.fever)\nfor i = 1, 15 do c = all { c, c } end\n"
     "finding(\"a\", { says = \"a\", when = c })",
     "a.lua:2", "too big"},
    {"a.lua",
     "local m = patient.bmi\nfor i = 1, 10 do m = m + m end\n"
     "finding(\"a\", { says = \"a\", when = m:at_least(1) })",
     "a.lua:2", "make a measure"},
    {DECISION(
         "applies_when = yes(patient.fever), suppressed_when = decided(\"care\"):is \"now\","),
     "b.lua:2", "x-request"},
    {DECISION("applies_when = given(rehab.stage), suppressed_when = yes(patient.fever),"),
     "b.lua:2", "decided("},
    {DECISION("applies_when = given(rehab.stage), suppressed_when = "
              "decided(\"b\"):is \"x\","),
     "b.lua:1", "circle"},
    {DECISION("applies_when = given(rehab.stage), suppressed_when = "
              "decided(\"care\"):is \"nowe\","),
     "b.lua:2", "did you mean 'now'"},
    {DECISION("applies_when = given(rehab.stage), suppressed_when = "
              "decided(\"care\"):is \"now\",") "finding(\"f\", { says = \"f\", when = "
                                               "decided(\"b\"):is \"suppressed\" })",
     "b.lua:2", "never 'suppressed'"},
    {DECISION(""), "b.lua:1", "none of the decision's answers"},
    {DECISION("while_unknown = \"open\","), "b.lua:1", "none of the decision's answers"},
    {DECISION("at_most = 0,"), "b.lua:2", "from 1 on"},
    {DECISION("only_when_final = { \"y\" }, applies_when = given(rehab.stage), "
              "suppressed_when = decided(\"care\"):is \"now\","),
     "b.lua:1", "'y' is none"},
    {"b.lua",
     "decision \"b\" { question = \"?\", answers = { \"x\" }, otherwise = \"n\", texts = { x = "
     "{ " TEXTS " } } }",
     "b.lua:1", "lack 'undetermined'"},
};

static const refused_case members[] = {
    {"id = \"care/one\"", "id = \"care/two\"", "care/one.lua:2", "must be 'care/one'"},
    {"decides = \"care\"", "decides = \"cure\"", "care/one.lua:8", "must be 'care'"},
    {"title =", "ttitle =", "care/one.lua:3", "did you mean 'title'"},
    {"answer = \"now\"", "answer = \"nowe\"", "care/one.lua:1", "did you mean 'now'"},
    {"answer = \"now\"", "answer = \"none\"", "care/one.lua:1", "rules can give"},
    {"\"1.0.0\", status", "\"1.0\", status", "care/one.lua:4", "1.0.0"},
    {"status = \"active\"", "status = \"actve\"", "care/one.lua:4", "did you mean 'active'"},
    {"indicator = \"info\"", "indicator = \"inform\"", "care/one.lua:10", "'warning'"},
    {"done = \"2026-11-22\"", "done = \"2026-11-31\"", "care/one.lua:5", "YYYY-MM-DD"},
    {"due = \"2027-11-22\"", "due = \"2025-11-22\"", "care/one.lua:5", "due after"},
    {"due = \"2027-11-22\"", "duee = \"2027-11-22\"", "care/one.lua:5", "did you mean 'due'"},
    {"basis = \"clinic policy\"", "basis = \"literature\"", "care/one.lua:1", "needs evidence"},
    {"basis = \"clinic policy\"",
     "evidence = { { cite = \"x\", shows = \"y\", grade = \"A\" } }", "care/one.lua:1",
     "there is no source 'x'"},
    {"owner = \"Lead\"", "owner = \"\"", "care/one.lua:4", "must not be empty"},
    {"{patient.age_years}", "{patient.age}", "care/one.lua:1", "did you mean {patient"},
    {"{patient.age_years}", "{clinic.number}", "care/one.lua:1", "no setting"},
    {"{patient.age_years}", "{fill.x}", "care/one.lua:1", "has no advise"},
    {"{patient.age_years}", "{patient", "care/one.lua:1", "never closes"},
    {"patient = \"Come in.\"", "patiant = \"Come in.\"", "care/one.lua:12",
     "did you mean 'patient'"},
    {"history = {", "history = 3, x = {", "care/one.lua:13", "no member 'x'"},
    {"history = { {", "cautions = \"x\", history = { {", "care/one.lua:1", "cautions = {"},
    {"history = { {", "offer = { \"x\" }, history = { {", "care/one.lua:13", "suggest"},
    {"history = { {", "offer = { suggest \"x\" }, history = { {", "care/one.lua:1",
     "there is no suggestion"},
    {"history = { {", "advise = 3, history = { {", "care/one.lua:13", "function(facts)"},
    {"2026-11-22\", \"First", "2026-13-22\", \"First", "care/one.lua:13", "history ="},
};

static void check_refused(release *made, const refused_case *one)
{
    ck_assert_msg(release_load(made) == CDS_REFUSED, "accepted: %s", one->text);
    ck_assert_msg(strncmp(made->ctx.error.where, one->where, strlen(one->where)) == 0 &&
                      strstr(made->ctx.error.what, one->words) != NULL,
                  "expected %s '%s', got %s: %s", one->where, one->words, made->ctx.error.where,
                  made->ctx.error.what);
    release_free(made);
}

START_TEST(a_wrong_condition_is_refused_where_it_stands)
{
    release made = release_new();
    release_put(&made, conditions[_i].path, conditions[_i].text);
    check_refused(&made, &conditions[_i]);
}
END_TEST

START_TEST(a_wrong_declaration_is_refused_where_it_stands)
{
    release made = release_new();
    release_put(&made, declarations[_i].path, declarations[_i].text);
    check_refused(&made, &declarations[_i]);
}
END_TEST

// path and text are here what to look for in the good rule, and what to put there.
START_TEST(a_wrong_member_is_refused_at_its_own_line)
{
    static const char good[] = RELEASE_RULE_BEGIN "yes(patient.fever)" RELEASE_RULE_END;
    const refused_case *one = &members[_i];
    char text[4096];
    const char *found = strstr(good, one->path);
    ck_assert_ptr_nonnull(found);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(found - good), good, one->text,
             found + strlen(one->path));
    release made = release_new();
    release_put(&made, "care/one.lua", text);
    check_refused(&made, one);
}
END_TEST

START_TEST(a_source_without_author_or_year_cannot_be_cited)
{
    release made = release_new();
    release_put(&made, "a.lua", "source \"s\" { title = \"t\", year = 2010 }");
    ck_assert_int_eq(release_load(&made), CDS_OK);
    cds_ruleset_drop(made.rules);
    made.rules = NULL;
    release_put(&made, "care/one.lua",
                RELEASE_RULE_BEGIN "yes(patient.fever), evidence = { { cite = \"s\", shows = "
                                   "\"x\", grade = \"A\" } }" RELEASE_RULE_END);
    check_refused(&made, &(refused_case){NULL, NULL, "care/one.lua:1", "authors and year"});
}
END_TEST

START_TEST(a_release_without_schema_or_with_a_broken_one_is_refused)
{
    static const char *const schemas[] = {"", "{", "{\"type\":\"object\",\"frob\":1}"};
    for (size_t i = 0; i < 3; i++) {
        release made = release_new();
        release_put(&made, "assessment.schema.json", schemas[i]);
        check_refused(&made, &(refused_case){NULL, schemas[i], "assessment.schema.json", ""});
    }
    release made = release_new();
    made.files[0].path = CDS_TEXT("other.json");
    check_refused(&made, &(refused_case){NULL, "none", "assessment.schema.json", "needs"});
}
END_TEST

START_TEST(the_same_path_twice_is_refused)
{
    release made = release_new();
    made.files[made.count++] = made.files[1];
    check_refused(&made, &(refused_case){NULL, "twice", "care/decision.lua", "twice"});
}
END_TEST

START_TEST(a_refused_release_leaves_the_good_one_alone)
{
    release good = release_new();
    release_look(&good);
    release bad = release_new();
    release_put(&bad, "a.lua", "while true do end");
    ck_assert_int_eq(release_load(&bad), CDS_REFUSED);
    ck_assert_ptr_null(bad.rules);
    ck_assert_uint_eq(cds_ruleset_look(good.rules)->rule_count, 1);
    release_free(&bad);
    release_free(&good);
}
END_TEST

START_TEST(a_chain_of_findings_has_an_end)
{
    release made = release_new();
    static char text[16000];
    size_t length = (size_t)snprintf(
        text, sizeof text, "finding(\"f0\", { says = \"f\", when = yes(patient.fever) })\n");
    for (int i = 1; i < 200; i++) {
        length += (size_t)snprintf(
            text + length, sizeof text - length,
            "finding(\"f%d\", { says = \"f\", when = finding \"f%d\" })\n", i, i - 1);
    }
    release_put(&made, "a.lua", text);
    ck_assert_int_eq(release_load(&made), CDS_REFUSED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "too deeply"));
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("refused");
    TCase *tests = tcase_create("refusing");
    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, a_wrong_condition_is_refused_where_it_stands, 0,
                        (int)(sizeof conditions / sizeof *conditions));
    tcase_add_loop_test(tests, a_wrong_declaration_is_refused_where_it_stands, 0,
                        (int)(sizeof declarations / sizeof *declarations));
    tcase_add_loop_test(tests, a_wrong_member_is_refused_at_its_own_line, 0,
                        (int)(sizeof members / sizeof *members));
    tcase_add_test(tests, a_source_without_author_or_year_cannot_be_cited);
    tcase_add_test(tests, a_release_without_schema_or_with_a_broken_one_is_refused);
    tcase_add_test(tests, the_same_path_twice_is_refused);
    tcase_add_test(tests, a_refused_release_leaves_the_good_one_alone);
    tcase_add_test(tests, a_chain_of_findings_has_an_end);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
