// SPDX-License-Identifier: Apache-2.0
// The filter of keys: what was added is always found, in a range that holds it; what was not is
// hardly ever; what is older than a day is forgotten.
#include <check.h>
#include <stdlib.h>

#include "server/record/key_filter.h"
#include "server/record/store.h"

#define KEYS 200000
#define NOW INT64_C(1795338000000)

static cds_sha256 key_of(int64_t number)
{
    const cds_text text = {(const char *)&number, sizeof number};
    return cds_digest(&text, 1);
}

static bool is_found(srv_key_filter *filter, int64_t number)
{
    const cds_sha256 key = key_of(number);
    srv_key_range range = {.block = INT64_MAX};
    while (srv_key_filter_next(filter, &key, &range)) {
        if (range.first <= number && number <= range.last)
            return true;
    }
    return false;
}

static srv_key_filter *filled(int64_t count)
{
    srv_key_filter *filter = srv_key_filter_new();
    for (int64_t i = 0; i < count; i++) {
        const cds_sha256 key = key_of(i);
        ck_assert(srv_key_filter_add(filter, &key, i, NOW + i / 1000));
    }
    return filter;
}

START_TEST(what_was_added_is_found_and_hardly_anything_else)
{
    srv_key_filter *filter = filled(KEYS);
    int wrong = 0;
    for (int64_t i = 0; i < KEYS; i++) {
        const cds_sha256 other = key_of(KEYS + i);
        ck_assert_msg(is_found(filter, i), "%lld", (long long)i);
        wrong += srv_key_filter_may_hold(filter, &other);
    }
    // 196 blocks, each wrong once in about 24,000 times
    ck_assert_int_lt(wrong, KEYS / 50);
    srv_key_filter_free(filter);
}
END_TEST

START_TEST(ranges_come_from_the_newest_on_and_each_once)
{
    srv_key_filter *filter = filled(0);
    const cds_sha256 key = key_of(7);
    for (int64_t i = 0; i < KEYS; i++) {
        const cds_sha256 other = key_of(i);
        ck_assert(srv_key_filter_add(filter, i % 40000 == 0 ? &key : &other, i, NOW));
    }
    srv_key_range range = {.block = INT64_MAX};
    for (int64_t i = 160000; i >= 0; i -= 40000) {
        ck_assert(srv_key_filter_next(filter, &key, &range));
        while (range.first > i)
            ck_assert(srv_key_filter_next(filter, &key, &range));
        ck_assert(range.first <= i && i <= range.last && range.last - range.first < 1024);
    }
    srv_key_filter_free(filter);
}
END_TEST

// A group that was not kept gives its numbers to the next.
START_TEST(a_number_that_comes_again_stays_in_its_range)
{
    srv_key_filter *filter = filled(1024 + 10);
    for (int64_t i = 1020; i < 1040; i++) {
        const cds_sha256 key = key_of(i);
        ck_assert(srv_key_filter_add(filter, &key, i, NOW));
    }
    for (int64_t i = 0; i < 1040; i++)
        ck_assert(is_found(filter, i));
    srv_key_filter_free(filter);
}
END_TEST

START_TEST(what_is_older_than_a_day_is_forgotten)
{
    srv_key_filter *filter = filled(65536);
    const cds_sha256 first = key_of(0);
    const cds_sha256 next = key_of(65536);
    ck_assert(srv_key_filter_may_hold(filter, &first));
    ck_assert(srv_key_filter_add(filter, &next, 65536, NOW + SRV_IDEMPOTENCY_MS + 66));
    ck_assert(!srv_key_filter_may_hold(filter, &first));
    ck_assert(is_found(filter, 65536));
    srv_key_filter_free(filter);
}
END_TEST

START_TEST(without_a_filter_all_there_is_is_looked_at_once)
{
    const cds_sha256 key = key_of(0);
    srv_key_range range = {.block = INT64_MAX};
    ck_assert(srv_key_filter_may_hold(NULL, &key));
    ck_assert(srv_key_filter_next(NULL, &key, &range));
    ck_assert(range.first == 0 && range.last == INT64_MAX);
    ck_assert(!srv_key_filter_next(NULL, &key, &range));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("key filter");
    TCase *cases = tcase_create("keys");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, what_was_added_is_found_and_hardly_anything_else);
    tcase_add_test(cases, ranges_come_from_the_newest_on_and_each_once);
    tcase_add_test(cases, a_number_that_comes_again_stays_in_its_range);
    tcase_add_test(cases, what_is_older_than_a_day_is_forgotten);
    tcase_add_test(cases, without_a_filter_all_there_is_is_looked_at_once);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
