// SPDX-License-Identifier: Apache-2.0
// How often something may happen: a burst, then so many a second, whoever counts.
#include <check.h>
#include <pthread.h>

#include "server/api/pace.h"

#define MS UINT64_C(1000000)
#define LONG_AFTER (UINT64_C(1000000) * MS)

START_TEST(a_burst_then_one_an_interval)
{
    srv_pacer pacer = 0;
    const srv_pace pace = srv_pace_of(10, 5);
    for (size_t i = 0; i < 5; i++)
        ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER), 0);
    ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER), 100 * MS);
    ck_assert_uint_eq(srv_pace_wait(&pacer, &pace, LONG_AFTER), 100 * MS);
    ck_assert_uint_eq(srv_pace_wait(&pacer, &pace, LONG_AFTER + 99 * MS), MS);
    ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER + 100 * MS), 0);
    ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER + 100 * MS), 100 * MS);
}
END_TEST

START_TEST(a_pause_gives_the_burst_back_and_no_more)
{
    srv_pacer pacer = 0;
    const srv_pace pace = srv_pace_of(10, 5);
    size_t taken = 0;
    for (size_t i = 0; i < 20; i++)
        taken += srv_pace_take(&pacer, &pace, LONG_AFTER) == 0;
    for (size_t i = 0; i < 20; i++)
        taken += srv_pace_take(&pacer, &pace, 9 * LONG_AFTER) == 0;
    ck_assert_uint_eq(taken, 10);
}
END_TEST

START_TEST(to_look_takes_nothing)
{
    srv_pacer pacer = 0;
    const srv_pace pace = srv_pace_of(1, 1);
    for (size_t i = 0; i < 9; i++)
        ck_assert_uint_eq(srv_pace_wait(&pacer, &pace, LONG_AFTER), 0);
    ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER), 0);
    ck_assert_uint_eq(srv_pace_wait(&pacer, &pace, LONG_AFTER), 1000 * MS);
}
END_TEST

START_TEST(without_a_rate_there_is_no_limit)
{
    srv_pacer pacer = 0;
    const srv_pace pace = srv_pace_of(0, 0);
    for (size_t i = 0; i < 9999; i++)
        ck_assert_uint_eq(srv_pace_take(&pacer, &pace, LONG_AFTER), 0);
}
END_TEST

static srv_pacer shared;

static void *take_many(void *user)
{
    const srv_pace pace = srv_pace_of(1, 1000);
    size_t *taken = user;
    for (size_t i = 0; i < 1000; i++)
        *taken += srv_pace_take(&shared, &pace, LONG_AFTER) == 0;
    return NULL;
}

START_TEST(threads_share_one_count)
{
    pthread_t threads[4];
    size_t taken[4] = {0};
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, take_many, &taken[i]), 0);
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    ck_assert_uint_eq(taken[0] + taken[1] + taken[2] + taken[3], 1000);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pace");
    TCase *cases = tcase_create("pace");
    tcase_add_test(cases, a_burst_then_one_an_interval);
    tcase_add_test(cases, a_pause_gives_the_burst_back_and_no_more);
    tcase_add_test(cases, to_look_takes_nothing);
    tcase_add_test(cases, without_a_rate_there_is_no_limit);
    tcase_add_test(cases, threads_share_one_count);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
