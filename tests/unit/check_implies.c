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
    ck_assert(cds_decimal_of(high, &made->range.high_exact));
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

START_TEST(what_is_said_of_a_fact_says_that_it_is_known)
{
    only(at_least(w, number(pain), 3), leaf(w, CDS_KNOWN, pain));
    both(at_least(w, number(pain), 3), leaf(w, CDS_KNOWN, stage));
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
