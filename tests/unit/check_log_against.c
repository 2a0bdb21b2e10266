// SPDX-License-Identifier: Apache-2.0
// A past that was made up anew: what the store's own checkpoints show of it, and what only one
// kept elsewhere does - a tail cut back to a checkpoint, a history signed again with a stolen
// key.
#include "tests/unit/log_fixture.h"

START_TEST(a_tail_that_no_checkpoint_covers_yet_is_valid)
{
    append_evaluation(ENTRIES);
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
}
END_TEST

/** Rewrites one entry and makes its leaf, and all tiles, as they should be for it. */
static void rewrite(int64_t number)
{
    srv_entry entry;
    srv_frontier frontier = {.size = 0};
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, number, &entry), CDS_OK);
    entry.engine = CDS_TEXT("9.9.9");
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
    sql("DELETE FROM entries WHERE number = %lld", (long long)number);
    srv_row row = srv_row_of(store, SRV_INSERT);
    srv_row_entry(&row, &entry);
    ck_assert_int_eq(srv_row_run(&row), SQLITE_OK);
    sql("DELETE FROM tiles");
    for (int64_t i = 0; i < read_int("SELECT count(*) FROM entries"); i++) {
        ck_assert_int_eq(srv_store_entry(&made.ctx, store, i, &entry), CDS_OK);
        ck_assert_int_eq(srv_store_grow(store, &frontier, &entry.leaf), SQLITE_OK);
    }
    store->frontier = frontier;
}

START_TEST(a_rewritten_entry_with_all_hashes_made_anew_is_found_by_the_next_checkpoint)
{
    const srv_frontier before = store->frontier;
    for (int64_t number = 1; number < ENTRIES; number += 37) {
        sql("BEGIN");
        rewrite(number);
        const int64_t bad = find_bad(NULL);
        ck_assert_msg(bad >= 0 && bad <= number && number - bad < 71, "%lld", (long long)bad);
        sql("ROLLBACK");
        store->frontier = before;
    }
}
END_TEST

START_TEST(a_history_made_up_anew_and_signed_with_the_key_is_found_by_a_checkpoint_elsewhere)
{
    rewrite(250);
    sql("DELETE FROM checkpoints");
    ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_OK);
    ck_assert_int_eq(find_bad(NULL), INT64_MIN); // nothing in the store can tell
    ck_assert_int_ge(find_bad(&kept), 0);
}
END_TEST

START_TEST(a_tail_cut_back_to_a_checkpoint_is_found_by_a_checkpoint_elsewhere)
{
    const int64_t size = read_int("SELECT size FROM checkpoints WHERE number = 2");
    sql("BEGIN");
    sql("DELETE FROM checkpoints WHERE number > 2");
    sql("DELETE FROM entries WHERE number >= %lld", (long long)size);
    sql("DELETE FROM idempotency_keys WHERE number >= %lld", (long long)size);
    sql("DELETE FROM tiles WHERE number >= %lld >> 8", (long long)size);
    ck_assert_int_eq(find_bad(NULL), INT64_MIN); // nothing in the store can tell
    ck_assert_int_eq(find_bad(&kept), size);
    sql("DELETE FROM checkpoints WHERE number > 1");
    ck_assert_int_eq(find_bad(&kept), size);
    sql("ROLLBACK");
}
END_TEST

START_TEST(a_tail_cut_off_with_an_erasure_in_it_is_found_by_what_was_erased)
{
    sql("BEGIN");
    sql("DELETE FROM checkpoints WHERE number > 1");
    sql("DELETE FROM entries WHERE number >= 141");
    sql("DELETE FROM idempotency_keys WHERE number >= 141");
    ck_assert_int_eq(find_bad(NULL), 31);
    sql("ROLLBACK");
}
END_TEST

START_TEST(a_cut_log_is_not_signed_again)
{
    sql("DELETE FROM entries WHERE number >= 280");
    srv_store_close(store);
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "fewer entries than were signed"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("log_against");
    TCase *cases = tcase_create("log_against");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 600);
    tcase_add_test(cases, a_tail_that_no_checkpoint_covers_yet_is_valid);
    tcase_add_test(cases,
                   a_rewritten_entry_with_all_hashes_made_anew_is_found_by_the_next_checkpoint);
    tcase_add_test(
        cases,
        a_history_made_up_anew_and_signed_with_the_key_is_found_by_a_checkpoint_elsewhere);
    tcase_add_test(cases, a_tail_cut_back_to_a_checkpoint_is_found_by_a_checkpoint_elsewhere);
    tcase_add_test(cases, a_tail_cut_off_with_an_erasure_in_it_is_found_by_what_was_erased);
    tcase_add_test(cases, a_cut_log_is_not_signed_again);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
