// SPDX-License-Identifier: Apache-2.0
// A reason that another one says already is left out: the one that says more stays.
#include "decide_world.h"
#include "engine/decide/because.h"

static world *w;
static cds_field *pain, *stage;
static cds_decision *care;

static void setup(void)
{
    w = world_new();
    pain = world_field(w, "pain", CDS_WHOLE);
    stage = world_field(w, "stage", CDS_WHOLE);
    know_number(w, pain, 4);
    know_number(w, stage, 4);
    care = world_decision(w, "care", "a b c u o", 3);
    (void)world_rule(w, care, 1, leaf(w, CDS_KNOWN, pain));
}

static void teardown(void)
{
    world_free(w);
}

static const cds_expression *number(const cds_field *field)
{
    return number_of(w, (cds_expression){.kind = CDS_OF_FIELD, .field = field});
}

static cds_condition *in(const cds_field *field, double low, double high, bool ends)
{
    cds_condition *made = at_least(w, number(field), low);
    made->range.has_high = true;
    made->range.high = high;
    made->range.above = made->range.below = !ends;
    ck_assert(cds_decimal_of(high, &made->range.exact->high));
    made->says = CDS_TEXT("it lies between");
    return made;
}

// How many reasons are left of two that hold, and which is the first.
static size_t reasons_of(const cds_condition *one, const cds_condition *other,
                         const cds_condition **first)
{
    cds_reasons because = {0};
    const cds_condition *both = join(w, CDS_ALL, one, other);
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), both, &because), CDS_OK);
    *first = because.list[0].leaf;
    return because.count;
}

static void only(const cds_condition *more, const cds_condition *less)
{
    const cds_condition *first = NULL;
    ck_assert_uint_eq(reasons_of(more, less, &first), 1);
    ck_assert_ptr_eq(first, more);
    ck_assert_uint_eq(reasons_of(less, more, &first), 1);
    ck_assert_ptr_eq(first, more);
}

static void both(const cds_condition *one, const cds_condition *other)
{
    const cds_condition *first = NULL;
    ck_assert_uint_eq(reasons_of(one, other, &first), 2);
    ck_assert_ptr_eq(first, one);
}

START_TEST(the_narrower_range_says_it)
{
    only(in(pain, 4, 4, true), at_least(w, number(pain), 3));
    only(in(pain, 3, 5, false), in(pain, 3, 5, true));
    only(in(pain, 3, 5, true), in(pain, 2, 6, false));
    both(in(pain, 3, 5, true), in(pain, 4, 6, true));
    both(in(pain, 2, 4, true), at_least(w, number(pain), 3));
    both(in(pain, 4, 4, true), at_least(w, number(stage), 3));
}
END_TEST

static const cds_expression *sum(const cds_expression *left, const cds_expression *right,
                                 cds_arithmetic word)
{
    return number_of(
        w, (cds_expression){
               .kind = CDS_OF_ARITHMETIC, .word = word, .left = left, .right = right});
}

static const cds_expression *just(double value)
{
    cds_expression made = {.kind = CDS_OF_NUMBER, .number = value};
    ck_assert(cds_decimal_of(value, &made.exact));
    return number_of(w, made);
}

static const cds_expression *measure(const char *name, const cds_expression *value)
{
    cds_measure *made = &w->measures[w->view.measure_count];
    *made = (cds_measure){
        .name = cds_text_of(name), .value = value, .index = w->view.measure_count++};
    return number_of(w, (cds_expression){.kind = CDS_OF_MEASURE, .measure = made});
}

// Two ranges of these, of which the first is the narrower, where they are the same number.
static void same(const cds_expression *one, const cds_expression *other)
{
    only(at_least(w, one, 2), at_least(w, other, 1));
}

static void other_than(const cds_expression *one, const cds_expression *other)
{
    both(at_least(w, one, 2), at_least(w, other, 1));
}

START_TEST(a_number_is_the_same_where_it_is_worked_out_the_same_way)
{
    const cds_expression *size = measure("size", number(pain));
    const cds_expression *area = measure("area", number(pain));
    const cds_expression *more = sum(number(pain), just(2), CDS_PLUS);
    same(size, size);
    other_than(size, area);
    other_than(size, number(pain));
    same(more, sum(number(pain), just(2), CDS_PLUS));
    other_than(more, sum(number(pain), just(1), CDS_PLUS));
    other_than(more, sum(number(stage), just(2), CDS_PLUS));
    other_than(more, sum(number(pain), just(2), CDS_TIMES));
    other_than(more, sum(number(pain), number(pain), CDS_PLUS));
}
END_TEST

START_TEST(an_end_that_is_left_out_is_narrower_than_the_same_end)
{
    cds_condition *closed = in(pain, 3, 5, true);
    cds_condition *below = in(pain, 3, 5, true);
    below->range.below = true;
    only(below, closed);
    cds_condition *open = in(pain, 3, 5, false);
    cds_condition *above = in(pain, 3, 5, true);
    above->range.above = true;
    only(open, above);
    only(open, below);
    cds_condition *ends = at_least(w, number(pain), 0);
    ends->range = (cds_range){.has_high = true, .high = 5};
    only(closed, ends);
    both(ends, at_least(w, number(pain), 3));
}
END_TEST

START_TEST(more_of_a_list_says_that_there_is_one)
{
    cds_field *list = world_field(w, "list", CDS_ITEMS);
    cds_field *other = world_field(w, "other", CDS_ITEMS);
    know_json(w, list, (cds_json){.kind = CDS_JSON_ARRAY, .count = 3});
    know_json(w, other, (cds_json){.kind = CDS_JSON_ARRAY, .count = 3});
    cds_condition *three = leaf(w, CDS_COUNTS_AT_LEAST, list);
    cds_condition *one = leaf(w, CDS_COUNTS_AT_LEAST, list);
    cds_condition *apart = leaf(w, CDS_COUNTS_AT_LEAST, other);
    three->count = 3;
    one->count = apart->count = 1;
    three->says = CDS_TEXT("three of the list");
    only(three, one);
    both(three, apart);
}
END_TEST

START_TEST(words_that_are_no_options_are_not_compared)
{
    static const cds_text said[] = {{"x", 1}, {"y", 1}};
    cds_field *note = world_field(w, "note", CDS_WORD);
    know_json(w, note, (cds_json){.kind = CDS_JSON_STRING, .text = {"x", 1}});
    cds_condition *one = leaf(w, CDS_IS_ONE_OF, note);
    cds_condition *two = leaf(w, CDS_IS_ONE_OF, note);
    one->words = two->words = said;
    one->word_count = 1;
    two->word_count = 2;
    two->says = CDS_TEXT("note: x or y");
    both(one, two);
}
END_TEST

START_TEST(what_is_worked_out_of_a_fact_says_that_it_is_known)
{
    const cds_condition *known = leaf(w, CDS_KNOWN, pain);
    only(at_least(w, sum(number(pain), just(2), CDS_PLUS), 3), known);
    only(at_least(w, sum(just(2), number(pain), CDS_PLUS), 3), known);
    both(at_least(w, sum(number(stage), just(2), CDS_PLUS), 3), known);
}
END_TEST

START_TEST(what_is_said_of_a_fact_says_that_it_is_known)
{
    only(at_least(w, number(pain), 3), leaf(w, CDS_KNOWN, pain));
    both(at_least(w, number(pain), 3), leaf(w, CDS_KNOWN, stage));
    only(at_least(w, number(pain), 3), leaf(w, CDS_GIVEN, pain));
    both(at_least(w, number(pain), 3), leaf(w, CDS_GIVEN, stage));
}
END_TEST

START_TEST(the_fewer_answers_say_it)
{
    only(decided(w, care, 2), decided(w, care, 2 | 4));
    both(decided(w, care, 1 | 2), decided(w, care, 2 | 4));
}
END_TEST

START_TEST(of_two_that_say_the_same_one_stays)
{
    const cds_condition *first = NULL;
    ck_assert_uint_eq(reasons_of(decided(w, care, 2), decided(w, care, 2), &first), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("implies");
    TCase *cases = tcase_create("reasons");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, the_narrower_range_says_it);
    tcase_add_test(cases, a_number_is_the_same_where_it_is_worked_out_the_same_way);
    tcase_add_test(cases, an_end_that_is_left_out_is_narrower_than_the_same_end);
    tcase_add_test(cases, more_of_a_list_says_that_there_is_one);
    tcase_add_test(cases, words_that_are_no_options_are_not_compared);
    tcase_add_test(cases, what_is_worked_out_of_a_fact_says_that_it_is_known);
    tcase_add_test(cases, what_is_said_of_a_fact_says_that_it_is_known);
    tcase_add_test(cases, the_fewer_answers_say_it);
    tcase_add_test(cases, of_two_that_say_the_same_one_stays);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
