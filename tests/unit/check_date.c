// SPDX-License-Identifier: Apache-2.0
// Days of the calendar: which exist, how they are counted and named.
#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/date.h"

START_TEST(known_days_have_their_number_and_weekday)
{
    static const struct {
        const char *text;
        int days;
        int weekday;
    } rows[] = {
        {"1970-01-01", 0, 4},       {"1969-12-31", -1, 3},      {"2000-02-29", 11016, 2},
        {"1900-03-01", -25508, 4},  {"2024-02-29", 19782, 4},   {"2026-11-24", 20781, 2},
        {"0000-01-01", -719528, 6}, {"0000-02-29", -719469, 2}, {"9999-12-31", 2932896, 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_date date = {0};
        ck_assert_msg(cds_date_parse(cds_text_of(rows[i].text), &date), "%s", rows[i].text);
        ck_assert_int_eq(date.days, rows[i].days);
        ck_assert_int_eq(cds_date_weekday(date), rows[i].weekday);
    }
}
END_TEST

START_TEST(days_that_do_not_exist_are_refused)
{
    static const char *const texts[] = {
        "",           "2026-02-29", "1900-02-29",  "2100-02-29",  "2026-04-31",
        "2026-13-01", "2026-00-01", "2026-01-00",  "2026-01-32",  "2026-1-01",
        "2026-01-1",  "26-01-01",   "2026-01-01Z", "2026-01-011", "2026/01/01",
        "2026-01/01", "20260101",   "-026-01-01",  "+026-01-01",  " 026-01-01",
        "2026-0x-01", "2026-01-1 ", "2026-01- 1",  "year-mo-da",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        cds_date date = {42};
        ck_assert_msg(!cds_date_parse(cds_text_of(texts[i]), &date), "%s", texts[i]);
        ck_assert_int_eq(date.days, 42);
    }
    cds_date date = {42};
    ck_assert(!cds_date_parse(CDS_TEXT("2026-01\0"
                                       "01"),
                              &date));
    ck_assert(!cds_date_parse((cds_text){NULL, 0}, &date));
}
END_TEST

START_TEST(every_day_of_ten_thousand_years_reads_back_and_the_weekdays_go_round)
{
    char text[CDS_DATE_LENGTH + 1];
    char before[CDS_DATE_LENGTH + 1] = "";
    int weekday = 6;
    for (int days = CDS_DATE_FIRST_DAYS; days <= CDS_DATE_LAST_DAYS; days++) {
        cds_date read = {0};
        cds_date_format((cds_date){days}, text);
        if (!cds_date_parse(cds_text_of(text), &read) || read.days != days ||
            strcmp(before, text) >= 0 || cds_date_weekday(read) != weekday) {
            ck_abort_msg("day %d, %s", days, text);
        }
        memcpy(before, text, sizeof text);
        weekday = weekday % 7 + 1;
    }
}
END_TEST

START_TEST(a_day_after_the_last_is_a_broken_promise)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format((cds_date){CDS_DATE_LAST_DAYS + 1}, text);
}
END_TEST

START_TEST(a_day_before_the_first_is_a_broken_promise)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format((cds_date){CDS_DATE_FIRST_DAYS - 1}, text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("date");
    TCase *cases = tcase_create("date");
    tcase_set_timeout(cases, 30);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, known_days_have_their_number_and_weekday);
    tcase_add_test(cases, days_that_do_not_exist_are_refused);
    tcase_add_test(cases, every_day_of_ten_thousand_years_reads_back_and_the_weekdays_go_round);
    tcase_add_test_raise_signal(cases, a_day_after_the_last_is_a_broken_promise, SIGABRT);
    tcase_add_test_raise_signal(cases, a_day_before_the_first_is_a_broken_promise, SIGABRT);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
