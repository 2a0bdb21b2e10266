// SPDX-License-Identifier: Apache-2.0
// The record of a failure: the first one stays, cut text stays whole, promises hold.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/status.h"

START_TEST(every_status_has_its_number_and_an_http_status)
{
#define ROW(name, number, http)                                                                \
    ck_assert_int_eq(name, number);                                                            \
    ck_assert_int_eq(cds_status_http(name), http);
    CDS_STATUSES(ROW)
#undef ROW
}
END_TEST

START_TEST(the_first_failure_stays)
{
    cds_ctx ctx = {0};
    ck_assert_int_eq(cds_fail(&ctx, CDS_INVALID, "/age", "At most %d.", 120), CDS_INVALID);
    ck_assert_int_eq(cds_fail_at(&ctx, CDS_MALFORMED, 7, "Later."), CDS_MALFORMED);
    ck_assert_int_eq(cds_fail_memory(&ctx), CDS_TOO_LARGE);
    ck_assert_int_eq(ctx.error.status, CDS_INVALID);
    ck_assert_int_eq(ctx.error.offset, -1);
    ck_assert_str_eq(ctx.error.where, "/age");
    ck_assert_str_eq(ctx.error.what, "At most 120.");
}
END_TEST

START_TEST(a_cleared_record_takes_the_next_failure)
{
    cds_ctx ctx = {0};
    cds_fail(&ctx, CDS_INVALID, "/age", "Too old.");
    cds_error_clear(&ctx);
    ck_assert_int_eq(ctx.error.status, CDS_OK);
    ck_assert_str_eq(ctx.error.where, "");
    cds_fail_at(&ctx, CDS_MALFORMED, 7, "100 % wrong.");
    ck_assert_int_eq(ctx.error.status, CDS_MALFORMED);
    ck_assert_int_eq(ctx.error.offset, 7);
    ck_assert_str_eq(ctx.error.what, "100 % wrong.");
}
END_TEST

START_TEST(no_place_is_an_empty_place)
{
    cds_ctx ctx = {0};
    cds_fail(&ctx, CDS_FAILED, NULL, "Something.");
    ck_assert_str_eq(ctx.error.where, "");
}
END_TEST

START_TEST(text_that_is_cut_to_fit_never_ends_inside_a_character)
{
    static const char *const characters[] = {"a", "\u00e9", "\u20ac", "\U0001F9B5"};
    for (size_t kind = 0; kind < 4; kind++) {
        for (size_t shift = 0; shift < 4; shift++) {
            char where[400];
            memset(where, 'x', shift);
            for (size_t at = shift; at < 300; at += strlen(characters[kind])) {
                snprintf(where + at, sizeof where - at, "%s", characters[kind]);
            }
            cds_ctx ctx = {0};
            cds_fail(&ctx, CDS_INVALID, where, "What.");
            size_t length = strlen(ctx.error.where);
            ck_assert_int_le(199 - (int)length, 3);
            ck_assert_int_eq(strncmp(where, ctx.error.where, length), 0);
            ck_assert_int_eq((length - shift) % strlen(characters[kind]), 0);
        }
    }
}
END_TEST

START_TEST(a_broken_promise_ends_the_process)
{
    cds_ctx ctx = {0};
    cds_fail(&ctx, CDS_OK, "", "Success is no failure.");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("status");
    TCase *cases = tcase_create("status");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, every_status_has_its_number_and_an_http_status);
    tcase_add_test(cases, the_first_failure_stays);
    tcase_add_test(cases, a_cleared_record_takes_the_next_failure);
    tcase_add_test(cases, no_place_is_an_empty_place);
    tcase_add_test(cases, text_that_is_cut_to_fit_never_ends_inside_a_character);
    tcase_add_test_raise_signal(cases, a_broken_promise_ends_the_process, SIGABRT);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
