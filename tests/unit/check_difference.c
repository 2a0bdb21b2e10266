// SPDX-License-Identifier: Apache-2.0
// Conditions compared part by part, each kind of change said to the letter.
#include "difference_fixture.h"

#define FEVER "yes(patient.fever)"
#define COUGH "yes(patient.cough)"
#define ADULT "patient.age_years:at_least(18)"
#define GROIN "patient.sites:includes \"groin\""

typedef struct change {
    const char *before, *after; // conditions
    const char *says;           // behind "rule care/one: "
} change;

static const char *rule_when(cds_ctx *ctx, const char *condition)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, RELEASE_RULE_BEGIN);
    cds_buf_word(&buf, condition);
    cds_buf_word(&buf, RELEASE_RULE_END);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(ctx, &buf, &text), CDS_OK);
    return text.data;
}

static const char findings[] =
    "finding(\"feverish\", { says = \"a fever\", when = yes(patient.fever) })\n"
    "finding(\"grown\", { says = \"grown up\", when = patient.age_years:at_least(18) })\n"
    "finding(\"used\", { says = \"used\", when = any { finding \"feverish\", finding \"grown\" "
    "} "
    "})\n";

static void all_say(const change *cases, size_t count)
{
    release_put(&old_one, "findings/all.lua", findings);
    release_put(&new_one, "findings/all.lua", findings);
    for (size_t i = 0; i < count; i++) {
        release_put(&old_one, "care/one.lua", rule_when(&asked, cases[i].before));
        release_put(&new_one, "care/one.lua", rule_when(&asked, cases[i].after));
        cds_difference found = difference_find();
        cds_buf buf;
        cds_text text = {0};
        cds_buf_init(&buf, asked.mem);
        for (size_t j = 0; found.count > 0 && j < found.things[0].edit_count; j++) {
            cds_buf_word(&buf, j == 0 ? "" : "\n");
            cds_buf_text(&buf, found.things[0].edits[j].says);
        }
        ck_assert_int_eq(cds_buf_end(&asked, &buf, &text), CDS_OK);
        ck_assert_msg(cds_text_is(text, cases[i].says), "%s\n-> %s\nsaid: %.*s\nnot:  %s",
                      cases[i].before, cases[i].after, (int)text.length, text.data,
                      cases[i].says);
    }
}

#define ALL_SAY(cases) all_say(cases, sizeof(cases) / sizeof *(cases))

START_TEST(a_threshold_is_said_from_where_to_where)
{
    static const change cases[] = {
        {"patient.age_years:at_least(40)", "patient.age_years:at_least(35)",
         "threshold moved: age is at least 40 years -> at least 35 years"},
        {"all { " FEVER ", patient.age_years:less_than(18) }",
         "all { " FEVER ", patient.age_years:less_than(16) }",
         "threshold moved: age is under 18 years -> under 16 years"},
        {"patient.bmi:between(18, 25)", "patient.bmi:between(18.5, 25)",
         "threshold moved: BMI is between 18 and 25 -> between 18.5 and 25"},
        {"patient.sites:counts_at_least(1)", "patient.sites:counts_at_least(2)",
         "threshold moved: where it hurts: at least one -> at least 2"},
        {"patient.age_years:at_least(40)", "patient.age_years:more_than(40)",
         "comparison changed: age is at least 40 years -> over 40 years"},
        {"at_least_of(1, { " FEVER ", " COUGH " })", "at_least_of(2, { " FEVER ", " COUGH " })",
         "threshold moved: at least 1 of these hold -> at least 2 of these hold"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(of_two_bounds_on_one_fact_the_one_that_moved_is_named)
{
    static const change cases[] = {
        {"all { patient.age_years:at_least(18), patient.age_years:at_most(65) }",
         "all { patient.age_years:at_least(18), patient.age_years:at_most(70) }",
         "threshold moved: age is at most 65 years -> at most 70 years"},
        {"all { patient.age_years:at_least(18), patient.age_years:at_most(65) }",
         "all { patient.age_years:at_least(16), patient.age_years:at_most(70) }",
         "threshold moved: age is at least 18 years -> at least 16 years\n"
         "threshold moved: age is at most 65 years -> at most 70 years"},
        {"all { patient.age_years:at_least(18), patient.age_years:at_most(65) }",
         "all { patient.age_years:at_most(70), patient.age_years:at_least(16) }",
         "threshold moved: age is at least 18 years -> at least 16 years\n"
         "threshold moved: age is at most 65 years -> at most 70 years\n"
         "parts of \"all of these hold\" stand in another order"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(options_and_turns_are_said)
{
    static const change cases[] = {
        {"patient.level:is \"elite\"", "patient.level:is_one_of { \"novice\", \"elite\" }",
         "options changed: running level: national level -> new to running or national level"},
        {"patient.sites:includes \"groin\"",
         "patient.sites:includes_any { \"groin\", \"calf\" }",
         "options changed: where it hurts: groin -> groin or calf"},
        {"patient.sites:includes \"groin\"", "patient.sites:includes_none { \"groin\" }",
         "turned round: where it hurts: groin -> not groin"},
        {FEVER, "no(patient.fever)", "turned round: fever: yes -> no"},
        {"all { " COUGH ", " FEVER " }", "all { " COUGH ", no(patient.fever) }",
         "turned round: fever: yes -> no"},
        {"all { " COUGH ", " ADULT " }", "all { " COUGH ", patient.age_years:more_than(18) }",
         "comparison changed: age is at least 18 years -> over 18 years"},
        {"given(rehab.stage)", "not_given(rehab.stage)",
         "turned round: stage is given -> not given"},
        {"patient.drugs:has { class = \"nsaid\" }", "patient.drugs:has { class = \"statin\" }",
         "options changed: medicines: one with class nsaid -> one with class statin"},
        {"patient.word:is \"a\"", "patient.word:is \"b\"", "options changed: word: a -> b"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(parts_that_come_and_go_are_said_with_their_group)
{
    static const change cases[] = {
        {"all { " FEVER ", " COUGH " }", "all { " FEVER ", " COUGH ", " ADULT " }",
         "condition added to \"all of these hold\": age is at least 18 years"},
        {"any { " FEVER ", " COUGH ", " ADULT " }", "any { " FEVER ", " ADULT " }",
         "condition removed from \"any of these holds\": cough: yes"},
        {FEVER, "all { " FEVER ", " COUGH " }",
         "condition added to \"all of these hold\": cough: yes"},
        {"any { " FEVER ", " COUGH " }", COUGH,
         "condition removed from \"any of these holds\": fever: yes"},
        {FEVER, COUGH, "condition removed: fever: yes\ncondition added: cough: yes"},
        {FEVER, "none { " FEVER " }",
         "condition removed: fever: yes\ncondition added: not: fever: yes"},
        {"all { " FEVER ", any { " COUGH ", " ADULT " } }",
         "all { " FEVER ", any { " COUGH ", " ADULT ", " GROIN " } }",
         "condition added to \"all of these hold > any of these holds\": where it hurts: "
         "groin"},
        {"all { " FEVER ", any { " COUGH ", " GROIN " } }",
         "all { " FEVER ", any { " ADULT ", patient.bmi:at_least(30) } }",
         "condition removed from \"all of these hold > any of these holds\": cough: yes\n"
         "condition removed from \"all of these hold > any of these holds\": where it hurts: "
         "groin\n"
         "condition added to \"all of these hold > any of these holds\": age is at least 18 "
         "years\n"
         "condition added to \"all of these hold > any of these holds\": BMI is at least 30"},
        {"finding \"feverish\"", "all { finding \"feverish\", finding \"grown\" }",
         "condition added to \"all of these hold\": grown up"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(what_moves_between_groups_is_one_change)
{
    static const change cases[] = {
        {"all { " FEVER ", " GROIN ", any { " COUGH ", " ADULT " } }",
         "all { " FEVER ", any { " COUGH ", " ADULT ", " GROIN " } }",
         "condition moved from \"all of these hold\" to \"all of these hold > any of these "
         "holds\": where it hurts: groin"},
        {"all { " FEVER ", " COUGH " }", "any { " FEVER ", " COUGH " }",
         "condition regrouped: all of these hold -> any of these holds"},
        {"all { " FEVER ", " COUGH " }", "all { " COUGH ", " FEVER " }",
         "parts of \"all of these hold\" stand in another order"},
        {"all { " FEVER ", " COUGH " }", "all { " FEVER ", any { " COUGH ", " ADULT " } }",
         "condition added to \"all of these hold > any of these holds\": age is at least 18 "
         "years"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(a_change_inside_a_nested_group_says_where)
{
    static const change cases[] = {
        {"all { " FEVER ", any { " COUGH ", patient.age_years:at_least(40) } }",
         "all { " FEVER ", any { " COUGH ", patient.age_years:at_least(35) } }",
         "threshold moved in \"all of these hold > any of these holds\": age is at least 40 "
         "years -> at least 35 years"},
        {"all { " FEVER ", any { " COUGH ", " ADULT " } }",
         "all { " FEVER ", none { " COUGH ", " ADULT " } }",
         "condition regrouped in \"all of these hold\": any of these holds -> none of these "
         "holds"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(presuming_is_said)
{
    static const change cases[] = {
        {FEVER, "unless_ruled_out(" FEVER ")", "now presumed while unknown: fever: yes"},
        {"all { " COUGH ", unless_ruled_out(" FEVER ") }", "all { " COUGH ", " FEVER " }",
         "no longer presumed while unknown: fever: yes"},
        {"unless_ruled_out(patient.age_years:at_least(40))",
         "unless_ruled_out(patient.age_years:at_least(35))",
         "threshold moved: age is at least 40 years -> at least 35 years"},
    };
    ALL_SAY(cases);
}
END_TEST

START_TEST(the_same_written_otherwise_is_no_change)
{
    static const change cases[] = {
        {FEVER, FEVER, ""},
        {"patient.level:is \"elite\"", "patient.level:is_one_of { \"elite\" }",
         "rewritten without a change in meaning"},
        {FEVER, "all { " FEVER " }", "rewritten without a change in meaning"},
        {"patient.age_years:at_least(40)", "patient.age_years:at_least(40.0) --[[ forty ]]",
         "rewritten without a change in meaning"},
    };
    ALL_SAY(cases);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("difference");
    TCase *cases = tcase_create("conditions");
    tcase_add_checked_fixture(cases, difference_setup, difference_teardown);
    tcase_add_test(cases, a_threshold_is_said_from_where_to_where);
    tcase_add_test(cases, of_two_bounds_on_one_fact_the_one_that_moved_is_named);
    tcase_add_test(cases, options_and_turns_are_said);
    tcase_add_test(cases, parts_that_come_and_go_are_said_with_their_group);
    tcase_add_test(cases, what_moves_between_groups_is_one_change);
    tcase_add_test(cases, a_change_inside_a_nested_group_says_where);
    tcase_add_test(cases, presuming_is_said);
    tcase_add_test(cases, the_same_written_otherwise_is_no_change);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
