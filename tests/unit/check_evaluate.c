// SPDX-License-Identifier: Apache-2.0
// How a decision is settled, case by case, and what other decisions make of it.
#include "decide_world.h"

static world *w;
static cds_field *told, *untold;

static void setup(void)
{
    w = world_new();
    told = world_field(w, "told", CDS_YESNO);
    untold = world_field(w, "untold", CDS_YESNO);
    know_yes(w, told, true);
}

static void teardown(void)
{
    world_free(w);
}

static const cds_condition *truth(char letter)
{
    switch (letter) {
    case 'T':
        return leaf(w, CDS_YES, told);
    case 'F':
        return leaf(w, CDS_NO, told);
    case 'U':
        return leaf(w, CDS_YES, untold);
    default:
        return join(w, CDS_UNLESS_RULED_OUT, leaf(w, CDS_YES, untold));
    }
}

// Answers a, b and c, then u (while unknown), o (otherwise), n (not asked), s (suppressed).
static cds_decision *decision(const char *name)
{
    cds_decision *made = world_decision(w, name, "a b c u o not-asked suppressed", 3);
    return made;
}

// "aT bU": a true rule that gives a, an unknown one that gives b.
static void add_rules(const cds_decision *to, const char *rules)
{
    for (const char *at = rules; *at != '\0'; at += strcspn(at, " ") + (at[2] == ' ')) {
        world_rule(w, to, (unsigned)(at[0] - 'a'), truth(at[1]));
    }
}

// The possible answers as letters.
static const char *possible(const cds_outcome *outcome, char out[8])
{
    size_t length = 0;
    for (unsigned i = 0; i < 7; i++) {
        if ((outcome->possible >> i & 1) != 0) {
            out[length++] = "abcuons"[i];
        }
    }
    out[length] = '\0';
    return out;
}

static const struct {
    const char *only_when_final, *rules;
    char own;
    bool final;
    const char *possible, *why;
} settled[] = {
    {"", "", 'o', true, "o", "no rule at all"},
    {"", "aF bF", 'o', true, "o", "all false: otherwise"},
    {"", "aF bU", 'u', false, "buo", "none true, one unknown"},
    {"", "aT bU", 'a', true, "a", "the strongest is true"},
    {"", "aT aU", 'a', true, "a", "one plainly true rule is enough"},
    {"", "aU aT bU", 'a', true, "a", "whatever else its answer has"},
    {"", "aU bT", 'b', false, "ab", "a stronger one is unknown"},
    {"", "aU bF cT", 'c', false, "ac", "only what is open is possible"},
    {"", "aF bT cT", 'b', true, "b", "weaker ones don't matter"},
    {"", "aP", 'a', false, "auo", "presumed"},
    {"", "aP bT", 'a', false, "ab", "presumed over true: one of the two"},
    {"", "aP aT", 'a', true, "a", "presumed beside true: final all the same"},
    {"", "aP bU cT", 'a', false, "abc", "every open answer above what is settled"},
    {"", "aU bP", 'b', false, "abuo", "a stronger one than the presumed is unknown"},
    {"", "aT bP", 'a', true, "a", "weaker presumed"},
    {"b", "aU bT", 'u', false, "abu", "b is never given provisionally"},
    {"b", "aF bT", 'b', true, "b", "b is final"},
    {"b", "aF bP", 'u', false, "buo", "a presumed b is not final"},
    {"a", "aU bT", 'b', false, "ab", "an unknown a can only become true or false"},
    {"a", "aP bT", 'u', false, "abu", "a is withheld, though b is settled"},
    {"b", "aU bU cT", 'c', false, "abcu", "b may come true while a is unknown"},
};

START_TEST(the_strongest_answer_wins_and_is_final_when_nothing_stronger_is_open)
{
    char letters[8];
    cds_decision *made = decision("one");
    for (const char *at = settled[_i].only_when_final; *at != '\0'; at++) {
        answer_of(made, (unsigned)(*at - 'a'))->only_when_final = true;
    }
    add_rules(made, settled[_i].rules);
    const cds_outcome *outcome = &world_evaluate(w)->outcomes[0];
    ck_assert_msg("abcuons"[outcome->own] == settled[_i].own, "%s: own", settled[_i].why);
    ck_assert_msg(outcome->final == settled[_i].final, "%s: final", settled[_i].why);
    ck_assert_msg(outcome->own_final == outcome->final, "%s: own final", settled[_i].why);
    ck_assert_str_eq(possible(outcome, letters), settled[_i].possible);
    ck_assert_uint_eq(outcome->answer, outcome->own);
}
END_TEST

START_TEST(an_unknown_rule_with_a_presumption_inside_may_yet_be_withheld)
{
    char letters[8];
    cds_decision *made = decision("one");
    answer_of(made, 0)->only_when_final = true;
    cds_field *other = world_field(w, "other", CDS_YESNO);
    world_rule(w, made, 0, join(w, CDS_ALL, leaf(w, CDS_YES, other), truth('P')));
    add_rules(made, "bT");
    ck_assert_str_eq(possible(&world_evaluate(w)->outcomes[0], letters), "abu");
}
END_TEST

START_TEST(only_active_rules_count)
{
    cds_decision *made = decision("one");
    world_rule(w, made, 0, truth('T'))->status = CDS_DRAFT;
    world_rule(w, made, 1, truth('T'))->status = CDS_RETIRED;
    world_rule(w, made, 2, truth('T'));
    const cds_evaluation *evaluation = world_evaluate(w);
    ck_assert_uint_eq(evaluation->outcomes[0].own, 2);
    ck_assert_int_eq(evaluation->truths[0], CDS_FALSE);
    ck_assert_int_eq(evaluation->truths[1], CDS_FALSE);
}
END_TEST

START_TEST(a_decision_nobody_asked_for_is_final)
{
    char letters[8];
    cds_field *asked = world_field(w, "asked", CDS_YESNO);
    asked->request = true;
    cds_decision *made = decision("one");
    made->applies_when = leaf(w, CDS_YES, asked);
    add_rules(made, "aT");
    const cds_outcome *outcome = &world_evaluate(w)->outcomes[0];
    ck_assert_str_eq(possible(outcome, letters), "n");
    ck_assert(outcome->final);
    know_yes(w, asked, true);
    ck_assert_str_eq(possible(&world_evaluate(w)->outcomes[0], letters), "a");
}
END_TEST

static const struct {
    const char *rules;
    uint64_t options;
    cds_truth truth;
} reads[] = {
    {"aT", 1, CDS_TRUE},          {"aT", 2, CDS_FALSE},    {"aU bT", 1, CDS_IS_UNKNOWN},
    {"aU bT", 3, CDS_TRUE},       {"aU bT", 4, CDS_FALSE}, {"aP bT", 1, CDS_IS_UNKNOWN},
    {"aP", 1 + 8 + 16, CDS_TRUE}, {"aF", 16, CDS_TRUE},    {"aU", 8, CDS_IS_UNKNOWN},
    {"aU bT", 2, CDS_IS_UNKNOWN},
};

START_TEST(a_decision_is_read_by_all_it_could_become)
{
    cds_decision *first = decision("first");
    add_rules(first, reads[_i].rules);
    cds_decision *second = decision("second");
    world_rule(w, second, 0, decided(w, first, reads[_i].options));
    ck_assert_int_eq(world_evaluate(w)->truths[w->view.rule_count - 1], reads[_i].truth);
}
END_TEST

static const struct {
    const char *rules;
    uint64_t options;
    bool suppressed;
} suppressions[] = {
    {"aT", 1, true}, {"aT", 2, false},   {"aP bT", 1, true},  {"aP bT", 2, false},
    {"aU", 8, true}, {"aU bT", 2, true}, {"aU bT", 1, false},
};

START_TEST(suppression_reads_the_current_answer_final_or_not)
{
    cds_decision *first = decision("first");
    add_rules(first, suppressions[_i].rules);
    cds_decision *second = decision("second");
    add_rules(second, "bU");
    second->suppressed_when = join(w, CDS_ANY, decided(w, first, 1 << 6),
                                   decided(w, first, suppressions[_i].options));
    const cds_outcome *outcome = &world_evaluate(w)->outcomes[1];
    ck_assert_uint_eq(outcome->answer, suppressions[_i].suppressed ? 6 : 3);
    ck_assert(outcome->final == suppressions[_i].suppressed);
    ck_assert_ptr_eq(outcome->by, suppressions[_i].suppressed ? first : NULL);
    ck_assert_uint_eq(outcome->own, 3);
    ck_assert(!outcome->own_final);
}
END_TEST

/** How the second of two yields to the first, of which a holds and b does not. */
static const cds_outcome *outcome_when(cds_word word, unsigned count, bool with_group)
{
    cds_decision *first = decision("first");
    add_rules(first, "aT");
    cds_decision *second = decision("second");
    add_rules(second, "bT");
    cds_condition *made = join(w, word, decided(w, first, 1), decided(w, first, 2));
    made->count = count;
    second->suppressed_when = with_group ? join(w, CDS_ALL, made) : made;
    return &world_evaluate(w)->outcomes[1];
}

static const struct {
    cds_word word;
    unsigned count;
    bool suppressed;
} yields[] = {
    {CDS_ALL, 0, false},        {CDS_ANY, 0, true},          {CDS_NONE, 0, false},
    {CDS_AT_LEAST_OF, 1, true}, {CDS_AT_LEAST_OF, 2, false},
};

START_TEST(suppression_holds_by_all_any_none_or_so_many)
{
    for (int with_group = 0; with_group < 2; with_group++) {
        const cds_outcome *got = outcome_when(yields[_i].word, yields[_i].count, with_group);
        ck_assert_uint_eq(got->answer, yields[_i].suppressed ? 6 : 1);
        ck_assert_ptr_eq(got->by, yields[_i].suppressed ? &w->decisions[0] : NULL);
        teardown();
        setup();
    }
}
END_TEST

START_TEST(who_suppresses_is_whose_answer_is_named_or_else_the_first)
{
    cds_decision *one = decision("one");
    add_rules(one, "aT");
    cds_decision *two = decision("two");
    add_rules(two, "aT");
    cds_decision *three = decision("three");
    add_rules(three, "bT");
    three->suppressed_when = join(w, CDS_ANY, decided(w, one, 2), decided(w, two, 1));
    ck_assert_ptr_eq(world_evaluate(w)->outcomes[2].by, two);
    three->suppressed_when = join(w, CDS_NONE, decided(w, one, 2), decided(w, two, 2));
    ck_assert_ptr_eq(world_evaluate(w)->outcomes[2].by, one);
    three->suppressed_when =
        join(w, CDS_ANY, join(w, CDS_ALL, decided(w, one, 1), decided(w, two, 1)));
    ck_assert_ptr_eq(world_evaluate(w)->outcomes[2].by, one);
}
END_TEST

START_TEST(suppression_comes_before_not_asked)
{
    cds_field *asked = world_field(w, "asked", CDS_YESNO);
    asked->request = true;
    cds_decision *first = decision("first");
    add_rules(first, "aT");
    cds_decision *second = decision("second");
    second->applies_when = leaf(w, CDS_YES, asked);
    second->suppressed_when = decided(w, first, 1);
    ck_assert_uint_eq(world_evaluate(w)->outcomes[1].answer, 6);
}
END_TEST

START_TEST(broken_advice_leaves_the_answer_and_makes_it_provisional)
{
    char letters[8];
    cds_decision *made = decision("one");
    add_rules(made, "aT");
    w->rules[0].advises = true; // and there is no sandbox to ask
    const cds_evaluation *evaluation = world_evaluate(w);
    ck_assert_uint_eq(evaluation->outcomes[0].answer, 0);
    ck_assert(!evaluation->outcomes[0].final);
    ck_assert_str_eq(possible(&evaluation->outcomes[0], letters), "a");
    ck_assert_int_eq(cds_rule_advice(evaluation, &w->rules[0])->status, CDS_FAILED);
}
END_TEST

START_TEST(advice_is_not_asked_of_rules_that_give_no_recommendation)
{
    cds_decision *made = decision("one");
    add_rules(made, "aT bT cF");
    w->rules[1].advises = w->rules[2].advises = true;
    const cds_evaluation *evaluation = world_evaluate(w);
    ck_assert(evaluation->outcomes[0].final);
    ck_assert_int_eq(cds_rule_advice(evaluation, &w->rules[1])->status, CDS_OK);
    ck_assert_int_eq(cds_rule_advice(evaluation, &w->rules[2])->status, CDS_OK);
}
END_TEST

START_TEST(too_little_memory_is_an_error_and_nothing_else)
{
    cds_decision *made = decision("one");
    add_rules(made, "aT");
    cds_ctx small = {.mem = cds_arena_new(64)};
    const cds_evaluation *evaluation = NULL;
    ck_assert_int_eq(
        cds_evaluate_view(&small, (cds_inputs){&w->view, NULL, &w->facts}, &evaluation),
        CDS_TOO_LARGE);
    ck_assert_ptr_null(evaluation);
    cds_arena_free(small.mem);
}
END_TEST

#define LENGTH(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void)
{
    Suite *suite = suite_create("evaluate");
    TCase *cases = tcase_create("decisions");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases,
                        the_strongest_answer_wins_and_is_final_when_nothing_stronger_is_open, 0,
                        LENGTH(settled));
    tcase_add_test(cases, an_unknown_rule_with_a_presumption_inside_may_yet_be_withheld);
    tcase_add_test(cases, only_active_rules_count);
    tcase_add_test(cases, a_decision_nobody_asked_for_is_final);
    tcase_add_loop_test(cases, a_decision_is_read_by_all_it_could_become, 0, LENGTH(reads));
    tcase_add_loop_test(cases, suppression_reads_the_current_answer_final_or_not, 0,
                        LENGTH(suppressions));
    tcase_add_loop_test(cases, suppression_holds_by_all_any_none_or_so_many, 0,
                        sizeof yields / sizeof *yields);
    tcase_add_test(cases, who_suppresses_is_whose_answer_is_named_or_else_the_first);
    tcase_add_test(cases, suppression_comes_before_not_asked);
    tcase_add_test(cases, broken_advice_leaves_the_answer_and_makes_it_provisional);
    tcase_add_test(cases, advice_is_not_asked_of_rules_that_give_no_recommendation);
    tcase_add_test(cases, too_little_memory_is_an_error_and_nothing_else);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
