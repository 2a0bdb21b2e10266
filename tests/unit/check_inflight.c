// SPDX-License-Identifier: Apache-2.0
// The idempotency keys whose first request still runs.
#include <pthread.h>
#include <stdatomic.h>

#include "server/record/idempotency.h"
#include "tests/unit/record_fixture.h"

#define THREADS 8
#define ROUNDS 20000

static cds_sha256 key_of(unsigned number)
{
    const cds_text text = {(const char *)&number, sizeof number};
    return cds_digest(&text, 1);
}

START_TEST(a_second_request_waits_its_turn_until_the_first_has_left)
{
    srv_inflight *inflight = srv_inflight_new();
    const cds_sha256 key = key_of(1);
    const cds_sha256 other = key_of(2);
    for (int round = 0; round < 3; round++) {
        ck_assert(srv_inflight_enter(inflight, &key));
        ck_assert(!srv_inflight_enter(inflight, &key));
        ck_assert(srv_inflight_enter(inflight, &other));
        srv_inflight_leave(inflight, &other);
        ck_assert(!srv_inflight_enter(inflight, &key));
        srv_inflight_leave(inflight, &key);
    }
    srv_inflight_free(inflight);
}
END_TEST

START_TEST(keys_that_share_a_bucket_are_told_apart)
{
    srv_inflight *inflight = srv_inflight_new();
    cds_sha256 keys[5];
    memset(keys, 0, sizeof keys);
    for (unsigned i = 0; i < 5; i++) {
        keys[i].bytes[31] = (uint8_t)i;
        ck_assert(srv_inflight_enter(inflight, &keys[i]));
    }
    static const unsigned order[] = {2, 0, 4, 1, 3};
    for (unsigned i = 0; i < 5; i++) {
        srv_inflight_leave(inflight, &keys[order[i]]);
        for (unsigned j = 0; j < 5; j++) {
            ck_assert_int_eq(srv_inflight_enter(inflight, &keys[order[j]]), j <= i);
            if (j <= i) {
                srv_inflight_leave(inflight, &keys[order[j]]);
            }
        }
    }
    srv_inflight_free(inflight);
}
END_TEST

START_TEST(there_is_a_most_and_leaving_makes_room)
{
    srv_inflight *inflight = srv_inflight_new();
    for (unsigned i = 0; i < SRV_INFLIGHT_MAX; i++) {
        const cds_sha256 key = key_of(i);
        ck_assert(srv_inflight_enter(inflight, &key));
    }
    const cds_sha256 first = key_of(0);
    const cds_sha256 one_more = key_of(SRV_INFLIGHT_MAX);
    ck_assert(!srv_inflight_enter(inflight, &one_more));
    srv_inflight_leave(inflight, &first);
    ck_assert(srv_inflight_enter(inflight, &one_more));
    srv_inflight_free(inflight);
}
END_TEST

static srv_inflight *shared;
static atomic_int inside[4];
static atomic_int together;
static atomic_int entered;

static void *enter_and_leave(void *user)
{
    (void)user;
    for (unsigned round = 0; round < ROUNDS; round++) {
        const unsigned which = round % 4;
        const cds_sha256 key = key_of(which);
        if (!srv_inflight_enter(shared, &key)) {
            continue;
        }
        if (atomic_fetch_add(&inside[which], 1) != 0) {
            atomic_fetch_add(&together, 1);
        }
        atomic_fetch_add(&entered, 1);
        atomic_fetch_sub(&inside[which], 1);
        srv_inflight_leave(shared, &key);
    }
    return NULL;
}

START_TEST(no_two_threads_are_ever_inside_with_one_key)
{
    pthread_t threads[THREADS];
    shared = srv_inflight_new();
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, enter_and_leave, NULL), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    }
    ck_assert_int_eq(together, 0);
    ck_assert_int_ge(entered, ROUNDS);
    srv_inflight_free(shared);
}
END_TEST

static Suite *inflight_suite(void)
{
    Suite *suite = suite_create("inflight");
    TCase *cases = tcase_create("inflight");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_second_request_waits_its_turn_until_the_first_has_left);
    tcase_add_test(cases, keys_that_share_a_bucket_are_told_apart);
    tcase_add_test(cases, there_is_a_most_and_leaving_makes_room);
    tcase_add_test(cases, no_two_threads_are_ever_inside_with_one_key);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(inflight_suite());
}
