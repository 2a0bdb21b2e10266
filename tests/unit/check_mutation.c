// SPDX-License-Identifier: Apache-2.0
// Slips of the pen that the cases notice, and those they don't, listed or named.
#include "engine/decide/mutation.h"

#include "trials_fixture.h"

#define FEVER_NOW "case \"yes\" { patient = { fever = true }, expect = answer \"now\" }\n"
#define FEVER_SILENT "case \"no\" { patient = { fever = false }, expect = silent }\n"
#define AGE(years, expected)                                                                   \
    "case \"" #years "\" { patient = { age_years = " #years " }, expect = " expected " }\n"
#define BMI(bmi, expected)                                                                     \
    "case \"" #bmi "\" { patient = { bmi = " #bmi " }, expect = " expected " }\n"
#define PAIN(pain, expected)                                                                   \
    "case \"" #pain "\" { rehab = { pain = " #pain " }, expect = " expected " }\n"
#define NOW "answer \"now\""
#define SITES(name, sites, expected)                                                           \
    "case \"" name "\" { patient = { sites = { " sites " } }, expect = " expected " }\n"
#define BOTH(name, fever, cough, expected)                                                     \
    "case \"" name "\" { patient = { fever = " fever ", cough = " cough                        \
    " }, expect = " expected " }\n"
#define AT "care/one.lua:11: no case notices "

static const struct {
    const char *when, *cases, *open;
} slips[] = {
    // leaves
    {"yes(patient.fever)", FEVER_NOW FEVER_SILENT, ""},
    {"yes(patient.fever)", FEVER_NOW, ""},
    {"any { yes(patient.fever), yes(patient.cough) }",
     FEVER_NOW "case \"open\" { patient = { fever = false }, expect = asks \"patient.cough\" }",
     AT "turned round: cough: yes\n"},
    {"any { yes(patient.fever), yes(patient.cough) }",
     FEVER_NOW BOTH("cough", "false", "true", NOW), ""},
    // numbers, a case missing on either side
    {"patient.age_years:at_least(40)", AGE(40, NOW) AGE(39, "silent"), ""},
    {"patient.age_years:at_least(40)", AGE(40, NOW) AGE(20, "silent"),
     AT "39 instead of 40: age is at least 40 years\n"},
    {"patient.age_years:at_least(40)", AGE(52, NOW) AGE(39, "silent"),
     AT "41 instead of 40: age is at least 40 years\n"},
    {"patient.age_years:more_than(40)", AGE(41, NOW) AGE(40, "silent"), ""},
    {"patient.age_years:less_than(40)", AGE(39, NOW) AGE(40, "silent"), ""},
    {"patient.age_years:at_most(40)", AGE(40, NOW) AGE(60, "silent"),
     AT "41 instead of 40: age is at most 40 years\n"},
    {"patient.age_years:between(40, 50)",
     AGE(39, "silent") AGE(40, NOW) AGE(50, NOW) AGE(51, "silent"), ""},
    {"patient.age_years:between(40, 50)", AGE(45, NOW) AGE(10, "silent"),
     AT "39 instead of 40: age is between 40 and 50 years\n" AT
        "41 instead of 40: age is between 40 and 50 years\n" AT
        "49 instead of 50: age is between 40 and 50 years\n" AT
        "51 instead of 50: age is between 40 and 50 years\n"},
    // where the schema ends, nothing is left to notice
    {"rehab.pain:at_least(0)", PAIN(0, NOW), ""},
    {"rehab.pain:at_most(10)", PAIN(10, NOW), ""},
    {"rehab.pain:more_than(0)", PAIN(1, NOW) PAIN(0, "silent"), ""},
    {"rehab.pain:less_than(10)", PAIN(9, NOW) PAIN(10, "silent"), ""},
    // without a step of its own, a number moves in its last place
    {"patient.bmi:at_least(18.5)", BMI(18.5, NOW) BMI(18.4, "silent"), ""},
    {"patient.bmi:at_least(18.5)", BMI(19, NOW) BMI(18.4, "silent"),
     AT "18.6 instead of 18.5: BMI is at least 18.5\n"},
    {"(patient.bmi * 2):at_least(50)", BMI(25, NOW) BMI(24.5, "silent"), ""},
    {"(patient.bmi * 2):at_least(50)", BMI(25, NOW) BMI(20, "silent"),
     AT "49 instead of 50: BMI times 2 is at least 50\n"},
    {"(patient.bmi * 2):at_least(50)", BMI(60, NOW) BMI(12, "silent"),
     AT "1 instead of 2: BMI times 2 is at least 50\n" AT
        "3 instead of 2: BMI times 2 is at least 50\n" AT
        "49 instead of 50: BMI times 2 is at least 50\n" AT
        "51 instead of 50: BMI times 2 is at least 50\n"},
    // counts
    {"patient.sites:counts_at_least(2)",
     SITES("two", "\"calf\", \"knee\"", NOW) SITES("one", "\"calf\"", "silent"), ""},
    {"patient.sites:counts_at_least(2)",
     SITES("two", "\"calf\", \"knee\"", NOW) SITES("none", "", "silent"),
     AT "1 instead of 2: where it hurts: at least 2\n"},
    {"at_least_of(1, { yes(patient.fever), yes(patient.cough) })",
     BOTH("both", "true", "true", NOW) BOTH("cough", "false", "false", "silent"),
     AT "2 instead of 1: at_least_of 1 (fever: yes; cough: yes)\n"},
    // presumptions
    {"all { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }",
     BOTH("both", "true", "true", NOW) BOTH("one", "true", "false", "silent"),
     AT "never presumed: unless_ruled_out (cough: yes)\n"},
    {"all { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }",
     BOTH("open", "true", "unknown", "presumed \"now\"") BOTH("both", "true", "true", NOW), ""},
    // known() holds or is unknown; turned round it never holds
    {"known(patient.word)",
     "case \"is\" { patient = { word = \"a\" }, expect = " NOW " }\n"
     "case \"not\" { expect = asks \"patient.word\" }",
     ""},
    // answers
    {"yes(patient.fever)", FEVER_SILENT,
     "care/one.lua:1: no case notices later instead of now: care/one\n"},
    {"yes(patient.fever)",
     "case \"yes\" { patient = { fever = true }, decides = { care = \"now\" } }", ""},
};

START_TEST(what_no_case_notices_is_listed_at_its_place)
{
    trials_world world;
    trials_open(&world, slips[_i].when, slips[_i].cases);
    trials_start(&world);
    cds_mutation mutation = trials_mutate(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_NAMED), slips[_i].open);
    ck_assert_uint_gt(mutation.mutants, 1);
    ck_assert_uint_eq(mutation.mutants - mutation.killed, world.gaps.count);
    trials_close(&world);
}
END_TEST

static const char finding_file[] =
    "finding(\"ill\", {\n  says = \"ill\",\n  when = any {\n    yes(patient.fever),\n"
    "    patient.age_years:at_least(90),\n  },\n})\n";

START_TEST(a_leaf_of_a_finding_is_turned_once_and_listed_where_it_stands)
{
    trials_world world;
    trials_open(&world, "all { finding \"ill\", finding \"ill\" }", FEVER_NOW);
    release_put(&world.made, "findings.lua", finding_file);
    trials_start(&world);
    trials_mutate(&world);
    ck_assert_str_eq(
        trials_lines(&world, CDS_GAP_TURNED, CDS_GAP_TURNED),
        "findings.lua:5: no case notices turned round: age is at least 90 years\n");
    trials_close(&world);
}
END_TEST

static const char second_decision[] =
    "decision \"cure\" { question = \"q\", answers = { \"some\" }, otherwise = \"no\",\n"
    "applies_when = given(rehab.stage),\n"
    "suppressed_when = decided(\"care\"):is \"now\",\n"
    "texts = { some = { title = \"t\", clinician = \"c\", patient = \"p\" },\n"
    "no = { title = \"t\", clinician = \"c\", patient = \"p\" },\n"
    "undetermined = { title = \"t\", clinician = \"c\", patient = \"p\" },\n"
    "suppressed = { title = \"t\", clinician = \"c\", patient = \"p\" },\n"
    "[\"not-asked\"] = { title = \"t\", clinician = \"c\", patient = \"p\" } } }\n";

static const struct {
    const char *cases, *open;
} whole[] = {
    {"case \"a\" { patient = { fever = true }, rehab = { stage = 1 },\n"
     "decides = { cure = \"suppressed\" } }\n"
     "case \"b\" { patient = { fever = true }, decides = { cure = \"suppressed\" } }\n",
     "cure/decision.lua:2: no case notices turned round: stage is given\n"},
    {"case \"a\" { patient = { fever = false }, rehab = { stage = 1 },\n"
     "decides = { cure = \"no\" } }\n",
     ""},
    {"case \"a\" { patient = { fever = false }, rehab = { stage = 1 },\n"
     "decides = { care = \"none\" } }\n",
     "cure/decision.lua:2: no case notices turned round: stage is given\n"
     "cure/decision.lua:3: no case notices turned round: care is decided as now\n"},
};

START_TEST(what_a_decision_reads_is_turned_for_cases_about_it)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)", FEVER_NOW);
    release_put(&world.made, "cure/decision.lua", second_decision);
    release_put(&world.made, "cure/decision.test.lua", whole[_i].cases);
    trials_start(&world);
    ck_assert_uint_eq(world.trials.failed, 0);
    trials_mutate(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_NAMED), whole[_i].open);
    trials_close(&world);
}
END_TEST

#define NAME_39                                                                                \
    "survives { leaf = \"age is at least 40 years\", change = \"39 instead of 40\", reason = " \
    "\"no such person comes here\" }\n"

static const struct {
    const char *cases, *open;
    size_t named;
} names[] = {
    {AGE(40, NOW) AGE(20, "silent") NAME_39, "", 1},
    {AGE(40, NOW) AGE(39, "silent") NAME_39,
     "care/one.test.lua:3: a case notices this after all: take the name away (age is at least "
     "40 years, 39 instead of 40)\n",
     0},
    {AGE(40, NOW) AGE(39, "silent") "survives { leaf = \"age is at least 4 years\", change = "
                                    "\"39 instead of 40\", reason = \"r\" }\n",
     "care/one.test.lua:3: nothing this file is about can be changed like this: take the name "
     "away (age is at least 4 years, 39 instead of 40)\n",
     0},
};

START_TEST(a_named_survivor_is_let_be_until_a_case_notices_it)
{
    trials_world world;
    trials_open(&world, "patient.age_years:at_least(40)", names[_i].cases);
    trials_start(&world);
    ck_assert_uint_eq(trials_mutate(&world).named, names[_i].named);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_NAMED), names[_i].open);
    trials_close(&world);
}
END_TEST

START_TEST(a_rule_names_no_survivor_of_another_one)
{
    char other[2048];
    trials_world world;
    const char *rest =
        strchr(RELEASE_RULE_BEGIN "patient.age_years:at_least(40)" RELEASE_RULE_END, ',');
    snprintf(other, sizeof other, "rule { id = \"care/two\"%s", rest);
    trials_open(&world, "yes(patient.fever)", FEVER_NOW NAME_39);
    release_put(&world.made, "care/two.lua", other);
    release_put(&world.made, "care/two.test.lua", AGE(40, NOW) AGE(20, "silent"));
    trials_start(&world);
    trials_mutate(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_EDGE, CDS_GAP_EDGE),
                     "care/two.lua:10: no case notices 39 instead of 40: age is at least 40 "
                     "years\n");
    (void)trials_lines(&world, CDS_GAP_NAMED, CDS_GAP_NAMED);
    ck_assert_ptr_nonnull(strstr(world.open, "care/one.test.lua:2: nothing this file"));
    trials_close(&world);
}
END_TEST

START_TEST(a_person_whom_the_rule_as_it_was_passes_over_notices_its_change)
{
    trials_world world;
    trials_open(&world, "patient.age_years:at_least(40)", AGE(40, NOW) AGE(20, "silent"));
    release_put(&world.made, "care/decision.test.lua",
                "case \"a\" { patient = { age_years = 39 }, decides = { care = \"none\" } }\n");
    trials_start(&world);
    trials_mutate(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_EDGE), "");
    trials_close(&world);
}
END_TEST

START_TEST(the_rules_are_as_before_when_it_is_over)
{
    trials_world world;
    trials_open(&world, "all { patient.age_years:between(40, 50), yes(patient.fever) }",
                "case \"a\" { patient = { age_years = 45, fever = true }, expect = " NOW " }");
    trials_start(&world);
    cds_mutation first = trials_mutate(&world);
    size_t open = world.gaps.count;
    cds_mutation again = trials_mutate(&world);
    ck_assert_uint_eq(first.killed, again.killed);
    ck_assert_uint_eq(world.gaps.count, 2 * open);
    ck_assert_int_eq(cds_trials_run(&world.made.ctx, world.sandbox, &world.gaps, &world.trials),
                     CDS_OK);
    ck_assert_uint_eq(world.trials.failed, 0);
    trials_close(&world);
}
END_TEST

#define LENGTH(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void)
{
    Suite *suite = suite_create("mutation");
    TCase *cases = tcase_create("slips of the pen");
    tcase_add_loop_test(cases, what_no_case_notices_is_listed_at_its_place, 0, LENGTH(slips));
    tcase_add_test(cases, a_leaf_of_a_finding_is_turned_once_and_listed_where_it_stands);
    tcase_add_loop_test(cases, what_a_decision_reads_is_turned_for_cases_about_it, 0,
                        LENGTH(whole));
    tcase_add_loop_test(cases, a_named_survivor_is_let_be_until_a_case_notices_it, 0,
                        LENGTH(names));
    tcase_add_test(cases, a_rule_names_no_survivor_of_another_one);
    tcase_add_test(cases, a_person_whom_the_rule_as_it_was_passes_over_notices_its_change);
    tcase_add_test(cases, the_rules_are_as_before_when_it_is_over);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
