// SPDX-License-Identifier: Apache-2.0
// When the writer signs: at its end, at its start for what a crash left, and when it is asked.
#include <unistd.h>

#include "server/record/verify.h"
#include "server/record/writer.h"
#include "tests/unit/store_fixture.h"

static fixture made;

static void setup(void)
{
    made = store_fixture_make();
}

static void teardown(void)
{
    fixture_drop(&made);
}

/** How many entries the latest checkpoint covers; 0: there is none. */
static int64_t signed_size(void)
{
    srv_store *reader;
    srv_checkpoint latest = {.size = 0};
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &reader), CDS_OK);
    (void)srv_store_latest_checkpoint(&made.ctx, reader, &latest);
    cds_error_clear(&made.ctx);
    srv_store_close(reader);
    return latest.size;
}

static srv_writer *start(void)
{
    srv_writer *writer = NULL;
    ck_assert_int_eq(srv_writer_start(&made.ctx, made.dir, &writer), CDS_OK);
    return writer;
}

static void note_done(srv_pending *pending, bool kept)
{
    ck_assert(kept);
    *(_Atomic bool *)pending->user = true;
}

static void keep(srv_writer *writer)
{
    _Atomic bool done = false;
    srv_pending pending = {.entry = fixture_entry(), .done = note_done, .user = &done};
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &pending.entry), CDS_OK);
    ck_assert(srv_writer_submit(writer, &pending));
    for (int i = 0; i < 5000 && !done; i++)
        usleep(1000);
    ck_assert(done);
}

START_TEST(what_was_kept_is_signed_at_the_end)
{
    srv_writer *writer = start();
    keep(writer);
    keep(writer);
    ck_assert_int_eq(signed_size(), 0);
    srv_writer_stop(writer);
    ck_assert_int_eq(signed_size(), 2);
}
END_TEST

START_TEST(a_tail_left_by_a_crash_is_signed_at_the_start)
{
    srv_store *store;
    srv_entry entry = fixture_entry();
    srv_entry *group = &entry;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made.ctx, store, &group, 1), CDS_OK);
    srv_store_close(store);
    srv_writer *writer = start();
    ck_assert_int_eq(signed_size(), 1);
    srv_writer_stop(writer);
}
END_TEST

START_TEST(who_asks_need_not_wait_for_the_minute)
{
    srv_writer *writer = start();
    keep(writer);
    srv_writer_sign_now(writer);
    for (int i = 0; i < 500 && signed_size() == 0; i++)
        usleep(10000);
    ck_assert_int_eq(signed_size(), 1);
    srv_writer_stop(writer);
}
END_TEST

START_TEST(nothing_new_is_not_signed_again)
{
    srv_writer *writer = start();
    keep(writer);
    srv_writer_stop(writer);
    for (int i = 0; i < 3; i++)
        srv_writer_stop(start());
    srv_store *reader;
    srv_checkpoint latest;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &reader), CDS_OK);
    ck_assert_int_eq(srv_store_latest_checkpoint(&made.ctx, reader, &latest), CDS_OK);
    ck_assert_int_eq(latest.number, 0);
    srv_store_close(reader);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("log_sign");
    TCase *cases = tcase_create("log_sign");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, what_was_kept_is_signed_at_the_end);
    tcase_add_test(cases, a_tail_left_by_a_crash_is_signed_at_the_start);
    tcase_add_test(cases, who_asks_need_not_wait_for_the_minute);
    tcase_add_test(cases, nothing_new_is_not_signed_again);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
