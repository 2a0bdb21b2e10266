// SPDX-License-Identifier: Apache-2.0
// What the cases reach: rules that answer, leaves seen both ways, answers given.
#include "engine/decide/coverage.h"

#include "trials_fixture.h"

#define ANSWERS(name, fever, cough)                                                            \
    "case \"" name "\" { patient = { fever = " fever ", cough = " cough                        \
    " }, expect = answer \"now\" }\n"
#define SILENT(name, fever, cough)                                                             \
    "case \"" name "\" { patient = { fever = " fever ", cough = " cough                        \
    " }, expect = silent }\n"
#define PRESUMED "case \"presumed\" { patient = { fever = true }, expect = presumed \"now\" }\n"
#define AT "care/one.lua:11: no case sees this "

static const struct {
    const char *when, *cases, *open;
} reached[] = {
    {"yes(patient.fever)", ANSWERS("a", "true", "true") SILENT("b", "false", "true"), ""},
    {"yes(patient.fever)", ANSWERS("a", "true", "true"), AT "false: fever: yes\n"},
    {"yes(patient.fever)", SILENT("b", "false", "true"),
     "care/one.lua:1: no case makes care/one answer\n" AT "true: fever: yes\n"},
    {"all { yes(patient.fever), yes(patient.cough) }",
     ANSWERS("a", "true", "true") SILENT("b", "false", "false"), AT "false: cough: yes\n"},
    {"any { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }",
     ANSWERS("a", "true", "true") ANSWERS("b", "false", "true") SILENT("c", "false", "false"),
     AT "unless_ruled_out presumed\n"},
    {"all { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }",
     PRESUMED SILENT("c", "false", "false"),
     AT "true: cough: yes\n" AT "unless_ruled_out settled\n"},
    {"all { yes(patient.fever), unless_ruled_out(yes(patient.cough)) }",
     PRESUMED ANSWERS("a", "true", "true") SILENT("b", "true", "false")
         SILENT("c", "false", "false"),
     ""},
    {"known(patient.word)",
     "case \"a\" { patient = { word = \"x\" }, expect = answer \"now\" }\n"
     "case \"b\" { expect = asks \"patient.word\" }\n",
     ""},
    {"known(patient.word)",
     "case \"a\" { patient = { word = \"x\" }, expect = answer \"now\" }\n",
     AT "unknown: word is known\n"},
};

START_TEST(rules_answer_and_leaves_are_seen_both_ways)
{
    trials_world world;
    trials_open(&world, reached[_i].when, reached[_i].cases);
    trials_start(&world);
    ck_assert_uint_eq(world.trials.failed, 0);
    cds_coverage coverage = trials_cover(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_LEAF), reached[_i].open);
    bool all = coverage.rules.reached == coverage.rules.of &&
               coverage.leaves.reached == coverage.leaves.of;
    ck_assert(all == (reached[_i].open[0] == '\0'));
    trials_close(&world);
}
END_TEST

START_TEST(an_answer_is_reached_by_a_case_about_the_whole_decision)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)",
                "case \"a\" { patient = { fever = true }, decides = { care = \"now\" } }\n"
                "case \"b\" { patient = { fever = false }, expect = silent }\n"
                "case \"c\" { decides = { care = \"undetermined\" } }\n");
    trials_start(&world);
    cds_coverage coverage = trials_cover(&world);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_ANSWER, CDS_GAP_ANSWER),
                     "care/decision.lua:1: no case decides { [\"care\"] = \"later\" }\n"
                     "care/decision.lua:1: no case decides { [\"care\"] = \"none\" }\n");
    ck_assert_uint_eq(coverage.answers.reached, 2);
    ck_assert_uint_eq(coverage.answers.of, 4);
    trials_close(&world);
}
END_TEST

START_TEST(a_case_that_fails_reaches_nothing_and_is_listed)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)",
                ANSWERS("a", "true", "true") SILENT("b", "false", "true")
                    ANSWERS("wrong", "false", "true"));
    trials_start(&world);
    ck_assert_uint_eq(world.trials.count, 3);
    ck_assert_uint_eq(world.trials.failed, 1);
    ck_assert_str_eq(trials_lines(&world, CDS_GAP_CASE, CDS_GAP_CASE),
                     "care/one.test.lua:3: wrong: the rule is silent\n");
    trials_close(&world);
}
END_TEST

START_TEST(a_file_that_is_refused_is_listed_and_the_others_are_tried)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)", ANSWERS("a", "true", "true"));
    release_put(&world.made, "care/all.test.lua", "\ncase \"b\" { decides = { car = 1 } }");
    trials_start(&world);
    ck_assert_uint_eq(world.trials.count, 1);
    ck_assert_uint_eq(world.trials.failed, 1);
    (void)trials_lines(&world, CDS_GAP_CASE, CDS_GAP_CASE);
    ck_assert_ptr_eq(strstr(world.open, "care/all.test.lua:2: "), world.open);
    trials_close(&world);
}
END_TEST

START_TEST(what_is_left_open_outlives_the_release_it_is_about)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)", ANSWERS("a", "true", "true"));
    trials_start(&world);
    trials_cover(&world);
    cds_sandbox_close(world.sandbox);
    cds_ruleset_drop(world.made.rules);
    world.sandbox = NULL;
    world.made.rules = NULL;
    ck_assert_uint_gt(world.gaps.count, 0);
    ck_assert_text(world.gaps.list[0].place.file, "care/one.lua");
    ck_assert_text(world.gaps.list[0].says, "no case sees this false: fever: yes");
    trials_close(&world);
}
END_TEST

START_TEST(a_retired_rules_cases_are_left_alone)
{
    trials_world world;
    trials_open(&world, "yes(patient.fever)", ANSWERS("a", "true", "true"));
    release_put(&world.made, "retired/one.test.lua", "case \"b\" { expect = silent }");
    trials_start(&world);
    ck_assert_uint_eq(world.trials.file_count, 1);
    ck_assert_uint_eq(world.trials.failed, 0);
    trials_close(&world);
}
END_TEST

#define LENGTH(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void)
{
    Suite *suite = suite_create("coverage");
    TCase *cases = tcase_create("what the cases reach");
    tcase_add_loop_test(cases, rules_answer_and_leaves_are_seen_both_ways, 0, LENGTH(reached));
    tcase_add_test(cases, an_answer_is_reached_by_a_case_about_the_whole_decision);
    tcase_add_test(cases, a_case_that_fails_reaches_nothing_and_is_listed);
    tcase_add_test(cases, a_file_that_is_refused_is_listed_and_the_others_are_tried);
    tcase_add_test(cases, what_is_left_open_outlives_the_release_it_is_about);
    tcase_add_test(cases, a_retired_rules_cases_are_left_alone);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
