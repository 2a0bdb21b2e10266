// SPDX-License-Identifier: Apache-2.0
// Which questions are asked, in which order, and what each could change.
#include <stdio.h>

#include "decide_world.h"
#include "engine/decide/questions.h"

static world *w;
static cds_field *a, *b, *c, *told;

static void setup(void)
{
    w = world_new();
    a = world_field(w, "a", CDS_YESNO);
    b = world_field(w, "b", CDS_YESNO);
    c = world_field(w, "c", CDS_YESNO);
    told = world_field(w, "told", CDS_YESNO);
    know_yes(w, told, true);
}

static void teardown(void)
{
    world_free(w);
}

static cds_decision *decision(const char *name)
{
    return world_decision(w, name, "a b c u o not-asked suppressed", 3);
}

static const cds_condition *yes(const cds_field *field)
{
    return leaf(w, CDS_YES, field);
}

static const cds_condition *presumed(const cds_field *field)
{
    return join(w, CDS_UNLESS_RULED_OUT, yes(field));
}

static const cds_condition *ratio_at_least_1(const cds_field *over, const cds_field *under)
{
    cds_expression left = {.kind = CDS_OF_FIELD, .field = over};
    cds_expression right = {.kind = CDS_OF_FIELD, .field = under};
    return at_least(w,
                    number_of(w, (cds_expression){.kind = CDS_OF_ARITHMETIC,
                                                  .word = CDS_OVER,
                                                  .left = number_of(w, left),
                                                  .right = number_of(w, right)}),
                    1);
}

// "field>decision:answers" for each question, blanks between.
static const char *asked(char *out)
{
    cds_questions questions = {0};
    char *at = out;
    ck_assert_int_eq(cds_questions_collect(&w->ctx, world_evaluate(w), &questions), CDS_OK);
    *at = '\0';
    for (size_t i = 0; i < questions.count; i++) {
        const cds_question *one = &questions.list[i];
        const cds_text path = one->field->path;
        at += sprintf(at, "%s%.*s", i == 0 ? "" : " ", (int)path.length, path.data);
        for (size_t k = 0; k < one->change_count; k++) {
            const cds_text name = one->changes[k].decision->name;
            at += sprintf(at, ">%.*s:", (int)name.length, name.data);
            for (unsigned answer = 0; answer < 7; answer++) {
                if ((one->changes[k].answers >> answer & 1) != 0) {
                    *at++ = "abcuons"[answer];
                }
            }
            *at = '\0';
        }
    }
    return out;
}

START_TEST(an_open_rule_asks_for_what_would_settle_it)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, join(w, CDS_ALL, yes(told), yes(a)));
    world_rule(w, one, 1, join(w, CDS_ANY, yes(a), yes(b)));
    ck_assert_str_eq(asked(out), "a>d1:ab b>d1:b");
}
END_TEST

START_TEST(parts_that_are_settled_ask_nothing)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, join(w, CDS_ALL, join(w, CDS_ANY, yes(told), yes(a)), yes(b)));
    world_rule(w, one, 0, join(w, CDS_ALL, leaf(w, CDS_NO, told), yes(c)));
    ck_assert_str_eq(asked(out), "b>d1:a");
}
END_TEST

START_TEST(rules_that_can_change_nothing_ask_nothing)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, yes(a));
    world_rule(w, one, 1, yes(told));
    world_rule(w, one, 1, yes(b));
    world_rule(w, one, 2, yes(c));
    ck_assert_str_eq(asked(out), "a>d1:a");
}
END_TEST

START_TEST(a_presumed_answer_asks_what_would_rule_it_out_and_names_the_weaker_ones)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, presumed(a));
    world_rule(w, one, 1, yes(b));
    world_rule(w, one, 2, yes(told));
    ck_assert_str_eq(asked(out), "a>d1:bc b>d1:b");
}
END_TEST

START_TEST(a_final_answer_asks_nothing)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, yes(told));
    world_rule(w, one, 1, yes(a));
    ck_assert_str_eq(asked(out), "");
}
END_TEST

START_TEST(safety_comes_first_then_what_touches_more_then_field_order)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, join(w, CDS_ANY, yes(b), yes(c)));
    cds_decision *two = decision("d2");
    world_rule(w, two, 0, join(w, CDS_ANY, yes(a), yes(c)));
    ck_assert_str_eq(asked(out), "c>d1:a>d2:a b>d1:a a>d2:a");
}
END_TEST

START_TEST(a_suppressed_decision_asks_nothing)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, yes(told));
    cds_decision *two = decision("d2");
    world_rule(w, two, 0, yes(a));
    two->suppressed_when = decided(w, one, 1);
    ck_assert_str_eq(asked(out), "");
}
END_TEST

START_TEST(a_rule_that_reads_a_decision_asks_what_that_decision_asks)
{
    char out[256];
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, yes(a));
    world_rule(w, one, 1, yes(told));
    world_rule(w, one, 2, yes(b)); // can change nothing there
    cds_decision *two = decision("d2");
    world_rule(w, two, 2, decided(w, one, 1));
    ck_assert_str_eq(asked(out), "a>d1:a>d2:c");
}
END_TEST

START_TEST(what_only_a_request_can_answer_is_never_asked)
{
    char out[256];
    cds_field *day = world_field(w, "assessed_on", CDS_DAY);
    c->request = true;
    know_yes(w, c, true);
    cds_decision *one = decision("d1");
    world_rule(w, one, 0, join(w, CDS_ALL, leaf(w, CDS_KNOWN, day), yes(c), yes(a)));
    ck_assert_str_eq(asked(out), "a>d1:a");
    forget(w, c);
    ck_assert_str_eq(asked(out), "");
}
END_TEST

START_TEST(a_comparison_asks_for_every_number_it_lacks)
{
    char out[256];
    cds_field *over = world_field(w, "over", CDS_NUMBER);
    cds_field *under = world_field(w, "under", CDS_NUMBER);
    world_rule(w, decision("d1"), 0, ratio_at_least_1(over, under));
    ck_assert_str_eq(asked(out), "over>d1:a under>d1:a");
    know_number(w, under, 2);
    ck_assert_str_eq(asked(out), "over>d1:a");
}
END_TEST

START_TEST(a_withheld_answer_stands_among_what_could_come)
{
    char out[256];
    cds_decision *one = decision("d1");
    answer_of(one, 1)->only_when_final = true;
    world_rule(w, one, 0, yes(a));
    world_rule(w, one, 1, presumed(b));
    ck_assert_str_eq(asked(out), "a>d1:a b>d1:b");
}
END_TEST

// while_unknown is itself an answer that rules give, and nothing else is left.
START_TEST(a_question_that_could_change_no_answer_is_not_asked)
{
    char out[256];
    cds_decision *one = decision("d1");
    one->while_unknown = one->otherwise = 2;
    world_rule(w, one, 2, yes(a));
    const cds_outcome *outcome = &world_evaluate(w)->outcomes[0];
    ck_assert(!outcome->final);
    ck_assert_uint_eq(outcome->possible, 4);
    ck_assert_str_eq(asked(out), "");
}
END_TEST

START_TEST(the_open_fields_of_a_condition_are_marked)
{
    uint8_t open[WORLD_FIELDS] = {0};
    const cds_condition *condition =
        join(w, CDS_NONE, presumed(a), yes(c), leaf(w, CDS_NO, told));
    cds_questions_of_condition(world_evaluate(w), condition, open);
    ck_assert(open[a->index] && !open[b->index] && open[c->index] && !open[told->index]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("questions");
    TCase *cases = tcase_create("asked");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, an_open_rule_asks_for_what_would_settle_it);
    tcase_add_test(cases, parts_that_are_settled_ask_nothing);
    tcase_add_test(cases, rules_that_can_change_nothing_ask_nothing);
    tcase_add_test(cases,
                   a_presumed_answer_asks_what_would_rule_it_out_and_names_the_weaker_ones);
    tcase_add_test(cases, a_final_answer_asks_nothing);
    tcase_add_test(cases, safety_comes_first_then_what_touches_more_then_field_order);
    tcase_add_test(cases, a_suppressed_decision_asks_nothing);
    tcase_add_test(cases, a_rule_that_reads_a_decision_asks_what_that_decision_asks);
    tcase_add_test(cases, what_only_a_request_can_answer_is_never_asked);
    tcase_add_test(cases, a_comparison_asks_for_every_number_it_lacks);
    tcase_add_test(cases, a_withheld_answer_stands_among_what_could_come);
    tcase_add_test(cases, a_question_that_could_change_no_answer_is_not_asked);
    tcase_add_test(cases, the_open_fields_of_a_condition_are_marked);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
