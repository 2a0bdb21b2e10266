// SPDX-License-Identifier: Apache-2.0
// A member of the wrong shape, or a number outside what it may be, is refused where it stands.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

#define MEASURE(range)                                                                         \
    "measure(\"m\", { says = \"m\", value = patient.bmi, range = " range " })"
#define LIMITED(when)                                                                          \
    MEASURE("{ 10, 20 }")                                                                      \
    "\nfinding(\"f\", { says = \"f\", when = (measure \"m\"):" when " }"                       \
    ")"
#define DECISION(answers, more)                                                                \
    "decision \"b\" { question = \"?\", otherwise = \"n\", answers = " answers ", " more " }"
#define TEN(front)                                                                             \
    "\"" front "0\", \"" front "1\", \"" front "2\", \"" front "3\", \"" front "4\", \"" front \
    "5\", \"" front "6\", \"" front "7\", \"" front "8\", \"" front "9\""
#define SIXTY TEN("a") ", " TEN("b") ", " TEN("c") ", " TEN("d") ", " TEN("e") ", " TEN("f")

// Each is a file of its own, and refused in its last line.
static const struct {
    const char *text, *words;
} declarations[] = {
    {MEASURE("{ 1 }"), "range = { lowest, highest }"},
    {MEASURE("{ 1, 2, 3 }"), "range = { lowest, highest }"},
    {MEASURE("{ \"1\", 2 }"), "range = { lowest, highest }"},
    {MEASURE("{ 1, \"2\" }"), "range = { lowest, highest }"},
    {MEASURE("{ 2, 1 }"), "lowest is above highest"},
    {LIMITED("at_least(9)"), "outside the range of measure 'm'"},
    {LIMITED("at_least(21)"), "outside the range of measure 'm'"},
    {LIMITED("at_most(9)"), "outside the range of measure 'm'"},
    {LIMITED("at_most(21)"), "outside the range of measure 'm'"},
    {LIMITED("between(10, 21)"), "outside the range of measure 'm'"},
    {"source \"s\" { year = 999 }", "a year such as 2010"},
    {"source \"s\" { year = 10000 }", "a year such as 2010"},
    {"source \"s\" { year = 2010.5 }", "a year such as 2010"},
    {"source \"s\" { year = -2010 }", "a year such as 2010"},
    {"clinic {}", "usage: clinic"},
    {"clinic { 1, 2 }", "usage: clinic"},
    {"codes {}", "usage: codes"},
    {"codes { level = {} } codes { level = {} }", "usage: codes"},
    {"codes { level = { elite = { words = { \"x\", 3 } } } }", "a list of texts"},
    {"order {}", "usage: order"},
    {"order { \"care\" } order { \"care\" }", "usage: order"},
    {DECISION("{}", "texts = {}"), "from 1 to 60 answers"},
    {DECISION("{ " SIXTY ", \"g\" }", "texts = {}"), "from 1 to 60 answers"},
    {DECISION("{ \"x\", \"y\", \"x\" }", "texts = {}"), "'x' stands twice"},
    {DECISION("{ \"x\" }", "texts = 3"), "texts = {"},
    {DECISION("{ \"x\" }", "texts = { { title = \"t\" } }"), "under its answer's name"},
    {DECISION("{ \"x\" }", "texts = { x = 3 }"), "text of an answer"},
    {DECISION("{ \"x\" }", "texts = {}, at_most = 1001"), "from 1 on"},
    {DECISION("{ \"x\" }", "texts = {}, at_most = 1.5"), "from 1 on"},
    {"finding(\"f\", 3)", "finding"},
    {"finding(3, { says = \"f\", when = yes(patient.fever) })", "finding"},
    {"finding(\"f\", { says = \"f\", when = decided(3):is \"now\" })", "decided"},
    {"finding(\"f\", { says = \"f\", when = patient.word:is_one_of { " SIXTY
     ", \"g\", \"h\", \"i\", \"j\", \"k\" } })",
     "from 1 to 64"},
    {"finding(\"f\", { says = \"f\", when = decided(\"care\"):is_one_of { " SIXTY
     ", \"g\" } })",
     "decided"},
};

START_TEST(a_declaration_has_its_shape)
{
    release made = release_new();
    char where[16];
    const char *text = declarations[_i].text;
    snprintf(where, sizeof where, "a.lua:%d", strchr(text, '\n') == NULL ? 1 : 2);
    release_put(&made, "a.lua", text);
    ck_assert_msg(release_load(&made) == CDS_REFUSED, "taken: %s", text);
    ck_assert_msg(strcmp(made.ctx.error.where, where) == 0, "%s: at %s, not %s", text,
                  made.ctx.error.where, where);
    ck_assert_msg(strstr(made.ctx.error.what, declarations[_i].words) != NULL, "%s: %s", text,
                  made.ctx.error.what);
    release_free(&made);
}
END_TEST

START_TEST(a_measure_is_compared_up_to_both_ends_of_its_range)
{
    static const char *const good[] = {LIMITED("at_least(10)"), LIMITED("at_least(20)"),
                                       LIMITED("at_most(10)"), LIMITED("between(10, 20)")};
    release made = release_new();
    release_put(&made, "a.lua", good[_i]);
    release_look(&made);
    release_free(&made);
}
END_TEST

// Numbers without an end, or with one.
static const struct {
    const char *condition, *words; // words NULL: it is taken
} ends[] = {
    {"free:at_least(-1e15)", NULL},
    {"free:between(-1e15, 1e15)", NULL},
    {"free:at_least(1e300)", "this number is too big"},
    {"free:at_most(1e300)", "this number is too big"},
    {"low:at_least(2)", NULL},
    {"low:at_least(1e15)", NULL},
    {"low:at_least(1)", "at least 2"},
    {"high:at_most(8)", NULL},
    {"high:at_least(-1e15)", NULL},
    {"high:at_most(9)", "at most 8"},
    {"both:between(2, 8)", NULL},
    {"both:between(1, 8)", "at least 2, at most 8"},
};

START_TEST(a_number_is_compared_within_the_ends_that_its_fact_has)
{
    char rule[4096];
    release made = release_new();
    release_put(&made, "assessment.schema.json",
                "{\"type\":\"object\",\"properties\":{\"free\":{\"type\":\"number\"},"
                "\"low\":{\"type\":\"number\",\"minimum\":2},"
                "\"high\":{\"type\":\"number\",\"maximum\":8},"
                "\"both\":{\"type\":\"number\",\"minimum\":2,\"maximum\":8},"
                "\"patient\":{\"type\":\"object\",\"properties\":{"
                "\"age_years\":{\"type\":\"integer\"}}}}}");
    snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, ends[_i].condition);
    release_put(&made, "care/one.lua", rule);
    const cds_status status = release_load(&made);
    if (ends[_i].words == NULL) {
        ck_assert_msg(status == CDS_OK, "%s: %s", ends[_i].condition, made.ctx.error.what);
    } else {
        ck_assert_msg(status == CDS_REFUSED, "taken: %s", ends[_i].condition);
        ck_assert_msg(strstr(made.ctx.error.what, ends[_i].words) != NULL, "%s: %s",
                      ends[_i].condition, made.ctx.error.what);
    }
    release_free(&made);
}
END_TEST

// What stands in the good rule, and what is put there.
static const struct {
    const char *there, *put, *words;
} members[] = {
    {"\"1.0.0\", status", "\"\", status", "empty"},
    {"\"1.0.0\", status", "\"1.0.0.0\", status", "three numbers: 1.0.0"},
    {"\"1.0.0\", status", "\"1..0\", status", "three numbers: 1.0.0"},
    {"\"1.0.0\", status", "\".1.0\", status", "three numbers: 1.0.0"},
    {"\"1.0.0\", status", "\"1.0.\", status", "three numbers: 1.0.0"},
    {"\"1.0.0\", status", "\"1.0.x\", status", "three numbers: 1.0.0"},
    {"\"1.0.0\", status", "\"1.0/0\", status", "three numbers: 1.0.0"},
    {"{ { \"1.0.0\", \"2026-11-22\", \"First release.\" } }", "{}", "begins with its first"},
    {"\"First release.\"", "\" \"", "what changed"},
    {", \"First release.\"", "", "what changed"},
    {"{ \"1.0.0\", \"2026-11-22\"", "{ \"1.0\", \"2026-11-22\"", "three numbers: 1.0.0"},
    {"history = {", "advise = tostring, history = {", "advise = function(facts)"},
    {"id = \"care/one\"", "id = \"care/other\"", "must be 'care/one'"},
    {"clinician = \"See them.\"", "clinician = \"{fill.x}\"", "this rule has no advise"},
    {"patient = \"Come in.\"", "patient = \"{fill.x}\"", "this rule has no advise"},
};

START_TEST(a_rule_s_member_has_its_shape)
{
    static const char good[] = RELEASE_RULE_BEGIN "yes(patient.fever)" RELEASE_RULE_END;
    const char *found = strstr(good, members[_i].there);
    char text[4096];
    ck_assert_ptr_nonnull(found);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(found - good), good, members[_i].put,
             found + strlen(members[_i].there));
    release made = release_new();
    release_put(&made, "care/one.lua", text);
    ck_assert_msg(release_load(&made) == CDS_REFUSED, "taken: %s", members[_i].put);
    ck_assert_msg(strstr(made.ctx.error.what, members[_i].words) != NULL, "%s: %s",
                  members[_i].put, made.ctx.error.what);
    release_free(&made);
}
END_TEST

START_TEST(a_rule_stands_in_the_folder_of_its_decision)
{
    static const char good[] = RELEASE_RULE_BEGIN "yes(patient.fever)" RELEASE_RULE_END;
    char text[4096];
    const char *found = strstr(good, "care/one");
    snprintf(text, sizeof text, "%.*sone%s", (int)(found - good), good, found + 8);
    release made = release_new();
    release_put(&made, "one.lua", text);
    ck_assert_int_eq(release_load(&made), CDS_REFUSED);
    ck_assert_str_eq(made.ctx.error.where, "one.lua:8");
    ck_assert_str_eq(made.ctx.error.what, "'decides' must be 'one', the folder of the rule");
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("refused_shapes");
    TCase *cases = tcase_create("refused_shapes");
    tcase_add_loop_test(cases, a_declaration_has_its_shape, 0,
                        sizeof declarations / sizeof *declarations);
    tcase_add_loop_test(cases, a_measure_is_compared_up_to_both_ends_of_its_range, 0, 4);
    tcase_add_loop_test(cases, a_number_is_compared_within_the_ends_that_its_fact_has, 0,
                        sizeof ends / sizeof *ends);
    tcase_add_loop_test(cases, a_rule_s_member_has_its_shape, 0,
                        sizeof members / sizeof *members);
    tcase_add_test(cases, a_rule_stands_in_the_folder_of_its_decision);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
