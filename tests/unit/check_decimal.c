// SPDX-License-Identifier: Apache-2.0
// Exact arithmetic: what a person would get with pen and paper, or a refusal.
#include <check.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "engine/base/decimal.h"

#define LARGEST ((((cds_whole)1 << 126) - 1) * 2 + 1) // 2^127 - 1

static cds_decimal decimal(double value)
{
    cds_decimal made = {0, 0};
    ck_assert(cds_decimal_of(value, &made));
    return made;
}

static uint64_t random_bits(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

START_TEST(a_double_becomes_the_decimal_a_person_wrote)
{
    static const struct {
        double value;
        long long over;
        long long under;
    } rows[] = {
        {0, 0, 1},
        {-0.0, 0, 1},
        {1, 1, 1},
        {-12, -12, 1},
        {0.1, 1, 10},
        {-0.5, -1, 2},
        {17.6, 88, 5},
        {36.75, 147, 4},
        {1e15, 1000000000000000, 1},
        {1e-7, 1, 10000000},
        {2.5e-5, 1, 40000},
        {0.30000000000000004, 7500000000000001, 25000000000000000},
        {1e18, 1000000000000000000, 1},
        {0.0001, 1, 10000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_decimal made = decimal(rows[i].value);
        ck_assert_msg(made.over == rows[i].over && made.under == rows[i].under, "row %zu", i);
    }
}
END_TEST

START_TEST(what_is_not_finite_or_does_not_fit_is_refused)
{
    static const double values[] = {NAN,   INFINITY, -INFINITY, 1e300,
                                    -1e39, 1e-39,    5e-324,    1.8e38};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        cds_decimal out = {7, 7};
        ck_assert_msg(!cds_decimal_of(values[i], &out), "%g", values[i]);
        ck_assert(out.over == 7 && out.under == 7);
    }
    ck_assert(decimal(1e38).under == 1);
    ck_assert(decimal(1e-38).over == 1);
}
END_TEST

START_TEST(arithmetic_is_what_pen_and_paper_say)
{
    static const struct {
        double a;
        cds_arithmetic word;
        double b;
        double result;
    } rows[] = {
        {17.6, CDS_OVER, 16, 1.1},   {0.1, CDS_PLUS, 0.2, 0.3},   {0.3, CDS_MINUS, 0.1, 0.2},
        {1.1, CDS_TIMES, 1.1, 1.21}, {-6, CDS_OVER, -1.5, 4},     {6, CDS_OVER, -1.5, -4},
        {0, CDS_OVER, -3, 0},        {2.2, CDS_MINUS, 2.2, 0},    {0.7, CDS_TIMES, 0, 0},
        {81, CDS_OVER, 3.24, 25},    {1e20, CDS_PLUS, -1e20, 0},  {4.35, CDS_TIMES, 100, 435},
        {1e38, CDS_TIMES, 1e-38, 1}, {1e-38, CDS_OVER, 1e-38, 1}, {-0.1, CDS_PLUS, 0.1, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_decimal out = {0, 0};
        ck_assert(
            cds_decimal_combine(rows[i].word, decimal(rows[i].a), decimal(rows[i].b), &out));
        ck_assert_msg(cds_decimal_compare(out, decimal(rows[i].result)) == 0, "row %zu", i);
        ck_assert(cds_decimal_double(out) == rows[i].result);
    }
}
END_TEST

START_TEST(a_third_three_times_is_one)
{
    cds_decimal third = {0, 0};
    cds_decimal sum = {0, 1};
    ck_assert(cds_decimal_combine(CDS_OVER, decimal(1), decimal(3), &third));
    for (int i = 0; i < 3; i++) {
        ck_assert(cds_decimal_combine(CDS_PLUS, sum, third, &sum));
    }
    ck_assert(sum.over == 1 && sum.under == 1);
}
END_TEST

START_TEST(an_overflow_or_a_division_by_zero_is_refused_and_leaves_out_alone)
{
    const cds_decimal huge = {LARGEST, 1};
    const cds_decimal least = {-LARGEST, 1};
    const cds_decimal tiny = {1, LARGEST};
    const cds_decimal tiny_too = {1, LARGEST - 1};
    const struct {
        cds_arithmetic word;
        cds_decimal a;
        cds_decimal b;
    } rows[] = {
        {CDS_PLUS, huge, {1, 1}},
        {CDS_MINUS, least, {1, 1}},
        {CDS_MINUS, least, {2, 1}},
        {CDS_TIMES, huge, {2, 1}},
        {CDS_TIMES, least, huge},
        {CDS_OVER, tiny, {2, 1}},
        {CDS_OVER, huge, {1, 2}},
        {CDS_PLUS, tiny, tiny_too},
        {CDS_OVER, {1, 1}, {0, 1}},
        {CDS_OVER, {0, 1}, {0, 1}},
        {CDS_TIMES, {-((cds_whole)1 << 64), 1}, {(cds_whole)1 << 63, 1}},
        {CDS_PLUS, huge, {1, 2}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_decimal out = {7, 7};
        ck_assert_msg(!cds_decimal_combine(rows[i].word, rows[i].a, rows[i].b, &out), "row %zu",
                      i);
        ck_assert(out.over == 7 && out.under == 7);
    }
    cds_decimal out = {0, 0};
    ck_assert(cds_decimal_combine(CDS_TIMES, huge, tiny, &out));
    ck_assert(out.over == 1 && out.under == 1);
    ck_assert(cds_decimal_combine(CDS_OVER, least, least, &out));
    ck_assert(out.over == 1 && out.under == 1);
}
END_TEST

START_TEST(comparing_is_exact_where_cross_products_do_not_fit)
{
    const cds_decimal ordered[] = {
        {-LARGEST, 1},
        {-LARGEST, LARGEST - 1},
        {-1, 1},
        {1 - LARGEST, LARGEST},
        {-1, LARGEST - 1},
        {-1, LARGEST},
        {0, 1},
        {1, LARGEST},
        {1, LARGEST - 1},
        {LARGEST - 2, LARGEST - 1},
        {LARGEST - 1, LARGEST},
        {1, 1},
        {LARGEST, LARGEST - 1},
        {LARGEST - 1, LARGEST - 2},
        {LARGEST - 1, 1},
        {LARGEST, 1},
    };
    const int count = sizeof ordered / sizeof ordered[0];
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
            int order = cds_decimal_compare(ordered[i], ordered[j]);
            ck_assert_msg(order == (i > j) - (i < j), "%d and %d: %d", i, j, order);
        }
    }
}
END_TEST

START_TEST(large_fractions_compare_as_the_small_ones_they_equal)
{
    uint64_t state = 0x2545F4914F6CDD1D;
    for (int i = 0; i < 50000; i++) {
        long long a = (long long)(random_bits(&state) % 2001) - 1000;
        long long b = (long long)(random_bits(&state) % 2001) - 1000;
        long long under_a = (long long)(random_bits(&state) % 50) + 1;
        long long under_b = (long long)(random_bits(&state) % 50) + 1;
        long long left = a * under_b;
        long long right = b * under_a;
        cds_whole times_a = ((cds_whole)1 << 116) - (cds_whole)(random_bits(&state) >> 1);
        cds_whole times_b = ((cds_whole)1 << 116) - (cds_whole)(random_bits(&state) >> 1);
        int order = cds_decimal_compare((cds_decimal){a * times_a, under_a * times_a},
                                        (cds_decimal){b * times_b, under_b * times_b});
        ck_assert_int_eq(order, (left > right) - (left < right));
        order = cds_decimal_compare((cds_decimal){a, under_a}, (cds_decimal){b, under_b});
        ck_assert_int_eq(order, (left > right) - (left < right));
    }
}
END_TEST

START_TEST(a_decimal_shows_as_the_nearest_double)
{
    const struct {
        cds_decimal value;
        double nearest;
    } rows[] = {
        {{1, 3}, 1.0 / 3},
        {{-2, 3}, -2.0 / 3},
        {{LARGEST, 1}, 0x1p127},
        {{1, LARGEST}, 0x1p-127},
        {{((cds_whole)1 << 53) + 1, 1}, 0x1p53}, // a half goes to the even neighbour
        {{((cds_whole)1 << 53) + 3, 1}, 0x1p53 + 4},
        {{(((cds_whole)1 << 53) + 1) * 1000 + 1, 1000}, 0x1p53 + 2}, // a little more does not
        {{(((cds_whole)1 << 100) + ((cds_whole)1 << 47)) * 3 + 1, 3}, 0x1p100 + 0x1p48},
        {{0, 1}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        double shown = cds_decimal_double(rows[i].value);
        ck_assert_msg(shown == rows[i].nearest, "row %zu: %a", i, shown);
    }
}
END_TEST

START_TEST(a_double_that_became_a_decimal_comes_back_as_itself)
{
    static const double units[] = {1, 10, 100, 1000, 12345.678, 1e12};
    uint64_t state = 88172645463325252;
    for (int i = 0; i < 50000; i++) {
        double value = (double)(int64_t)random_bits(&state) / 0x1p63 * units[i % 6];
        cds_decimal made = {0, 0};
        if (cds_decimal_of(value, &made)) {
            ck_assert_msg(cds_decimal_double(made) == value, "%a", value);
        } else {
            ck_assert_msg(fabs(value) < 1e-20, "%a", value);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("decimal");
    TCase *cases = tcase_create("decimal");
    tcase_set_timeout(cases, 30);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, a_double_becomes_the_decimal_a_person_wrote);
    tcase_add_test(cases, what_is_not_finite_or_does_not_fit_is_refused);
    tcase_add_test(cases, arithmetic_is_what_pen_and_paper_say);
    tcase_add_test(cases, a_third_three_times_is_one);
    tcase_add_test(cases, an_overflow_or_a_division_by_zero_is_refused_and_leaves_out_alone);
    tcase_add_test(cases, comparing_is_exact_where_cross_products_do_not_fit);
    tcase_add_test(cases, large_fractions_compare_as_the_small_ones_they_equal);
    tcase_add_test(cases, a_decimal_shows_as_the_nearest_double);
    tcase_add_test(cases, a_double_that_became_a_decimal_comes_back_as_itself);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
