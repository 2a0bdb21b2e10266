// SPDX-License-Identifier: Apache-2.0
// Each word takes facts of its kinds, and refuses each of the others where it stands.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

// One fact of each kind.
static const char *const facts[] = {"patient.fever", "patient.age_years", "patient.bmi",
                                    "patient.level", "patient.word",      "patient.sites",
                                    "patient.drugs", "assessed_on",       "rehab.stage"};
#define FACTS (sizeof facts / sizeof *facts)

static const struct {
    const char *condition; // %s is the fact
    const char *takes;     // y or n for each fact above
} words[] = {
    {"yes(%s)", "ynnnnnnnn"},
    {"no(%s)", "ynnnnnnnn"},
    {"%s:is \"novice\"", "nnnyynnnn"},
    {"%s:is_one_of { \"novice\", \"elite\" }", "nnnyynnnn"},
    {"%s:includes \"groin\"", "nnnnnynnn"},
    {"%s:includes_any { \"groin\", \"calf\" }", "nnnnnynnn"},
    {"%s:includes_none { \"groin\" }", "nnnnnynnn"},
    {"%s:counts_at_least(1)", "nnnnnyynn"},
    {"%s:has { class = \"nsaid\" }", "nnnnnnynn"},
    {"%s:at_least(20)", "nyynnnnnn"},
    {"%s:at_most(20)", "nyynnnnnn"},
    {"%s:between(20, 30)", "nyynnnnnn"},
    {"%s:more_than(2)", "nnnnnnnny"},
    {"(%s + 1):at_least(20)", "nyynnnnny"},
    {"(2 * %s):less_than(20)", "nyynnnnny"},
    {"known(%s)", "yyyyyyyyy"},
    {"given(%s)", "nnnnnnnny"},
    {"not_given(%s)", "nnnnnnnny"},
};

START_TEST(a_word_takes_its_kinds_of_fact_and_no_other)
{
    for (size_t i = 0; i < FACTS; i++) {
        char condition[128];
        char rule[4096];
        release made = release_new();
        snprintf(condition, sizeof condition, words[_i].condition, facts[i]);
        snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, condition);
        release_put(&made, "care/one.lua", rule);
        const cds_status status = release_load(&made);
        if (words[_i].takes[i] == 'y') {
            ck_assert_msg(status == CDS_OK, "%s: %s", condition, made.ctx.error.what);
        } else {
            ck_assert_msg(status == CDS_REFUSED, "%s: %d", condition, status);
            ck_assert_str_eq(made.ctx.error.where, "care/one.lua:11");
            ck_assert_str_ne(made.ctx.error.what, "");
        }
        release_free(&made);
    }
}
END_TEST

// Numbers, and what they count, at both ends of what is taken.
static const struct {
    const char *condition;
    bool taken;
} bounds[] = {
    {"patient.sites:counts_at_least(3)", true},
    {"patient.sites:counts_at_least(4)", false},
    {"patient.sites:counts_at_least(1.5)", false},
    {"patient.sites:counts_at_least(\"1\")", false},
    {"patient.drugs:counts_at_least(1000)", true},
    {"patient.drugs:counts_at_least(1001)", false},
    {"patient.age_years:at_least(5)", true},
    {"patient.age_years:at_least(4)", false},
    {"patient.age_years:at_most(110)", true},
    {"patient.age_years:between(5, 111)", false},
    {"patient.bmi:more_than(1e300)", false},
    {"at_least_of(1, { yes(patient.fever), yes(patient.cough) })", true},
    {"at_least_of(2, { yes(patient.fever), yes(patient.cough) })", true},
    {"at_least_of(0, { yes(patient.fever), yes(patient.cough) })", false},
    {"at_least_of(1.5, { yes(patient.fever), yes(patient.cough) })", false},
    {"at_least_of(\"1\", { yes(patient.fever), yes(patient.cough) })", false},
    {"patient.level:is_one_of { \"novice\", 3 }", false},
    {"patient.drugs:has { class = { \"nsaid\" } }", false},
    {"patient.drugs:has { \"nsaid\" }", false},
    {"patient.drugs:has { dose = 2.5 }", true},
    {"patient.drugs:has { dose = true }", false},
    {"patient.drugs:has { class = \"nsaid\", dose = 1 }", true},
};

START_TEST(a_number_is_taken_up_to_its_ends)
{
    char rule[4096];
    release made = release_new();
    snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, bounds[_i].condition);
    release_put(&made, "care/one.lua", rule);
    const cds_status status = release_load(&made);
    ck_assert_msg(status == (bounds[_i].taken ? CDS_OK : CDS_REFUSED), "%s: %d %s",
                  bounds[_i].condition, status, made.ctx.error.what);
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("refused_kinds");
    TCase *cases = tcase_create("refused_kinds");
    tcase_add_loop_test(cases, a_word_takes_its_kinds_of_fact_and_no_other, 0,
                        sizeof words / sizeof *words);
    tcase_add_loop_test(cases, a_number_is_taken_up_to_its_ends, 0,
                        sizeof bounds / sizeof *bounds);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
