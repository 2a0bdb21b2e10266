// SPDX-License-Identifier: Apache-2.0
// The store's files are taken away under the running writer: what would be written to a file
// without a name is not kept, and no second log is begun in its place.
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/record/writer.h"
#include "tests/unit/record_fixture.h"

typedef struct single {
    srv_pending pending;
    atomic_int answer; // 0: none yet; 1: kept; 2: not
} single;

static void answer_single(srv_pending *pending, bool kept)
{
    atomic_store(&((single *)pending->user)->answer, kept ? 1 : 2);
}

static bool keep(srv_writer *writer, char id[SRV_ID_LENGTH + 1])
{
    single one = {.pending = {.entry = fixture_entry(), .done = answer_single}};
    one.pending.user = &one;
    memcpy(id, one.pending.entry.id, SRV_ID_LENGTH + 1);
    ck_assert(srv_writer_submit(writer, &one.pending));
    while (atomic_load(&one.answer) == 0) {
        usleep(100);
    }
    return atomic_load(&one.answer) == 1;
}

static bool is_healthy_within(const srv_writer *writer, int limit_ms)
{
    for (int waited = 0; waited < limit_ms && !srv_writer_healthy(writer); waited += 10) {
        usleep(10000);
    }
    return srv_writer_healthy(writer);
}

static srv_writer *start(fixture *made)
{
    srv_writer *writer = NULL;
    const cds_status status = srv_writer_start(&made->ctx, made->dir, &writer);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return writer;
}

static void assert_found(fixture *made, const char *id)
{
    srv_store *store;
    srv_entry found;
    ck_assert_int_eq(srv_store_open(&made->ctx, made->dir, false, &store), CDS_OK);
    ck_assert_int_eq(srv_store_find(&made->ctx, store, cds_text_of(id), &found), CDS_OK);
    srv_store_close(store);
}

// What stands in the folder, moved away and back.
typedef struct thing {
    char here[300];
    char away[300];
} thing;

static thing thing_of(const fixture *made, const char *name)
{
    thing it;
    snprintf(it.here, sizeof it.here, "%s%s", made->dir, name);
    snprintf(it.away, sizeof it.away, "%s%s.away", made->dir, name);
    return it;
}

START_TEST(nothing_is_kept_while_the_store_is_away_and_it_mends_when_it_is_back)
{
    static const char *const names[] = {"", "/tendon.db"}; // the folder, the file alone
    fixture made = fixture_make();
    const thing it = thing_of(&made, names[_i]);
    char before[SRV_ID_LENGTH + 1];
    char id[SRV_ID_LENGTH + 1];
    srv_writer *writer = start(&made);
    ck_assert(keep(writer, before));
    ck_assert_int_eq(rename(it.here, it.away), 0);
    ck_assert(!keep(writer, id));
    ck_assert(!is_healthy_within(writer, 1500));
    ck_assert(!keep(writer, id));
    ck_assert_int_ne(access(it.here, F_OK), 0); // no second log is begun
    ck_assert_int_eq(rename(it.away, it.here), 0);
    ck_assert(is_healthy_within(writer, 2000));
    ck_assert(keep(writer, id));
    assert_found(&made, before);
    assert_found(&made, id);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_write_ahead_log_that_was_removed_keeps_nothing_until_it_is_made_again)
{
    fixture made = fixture_make();
    const thing log = thing_of(&made, "/tendon.db-wal");
    char before[SRV_ID_LENGTH + 1];
    char id[SRV_ID_LENGTH + 1];
    srv_writer *writer = start(&made);
    ck_assert(keep(writer, before));
    ck_assert_int_eq(unlink(log.here), 0);
    ck_assert(!keep(writer, id));
    ck_assert(is_healthy_within(writer, 2000));
    ck_assert(keep(writer, id));
    assert_found(&made, before);
    assert_found(&made, id);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(another_store_in_its_place_is_not_written_to)
{
    fixture made = fixture_make();
    fixture other = fixture_make();
    const thing it = thing_of(&made, "");
    char id[SRV_ID_LENGTH + 1];
    int64_t count;
    srv_store *store;
    srv_writer_stop(start(&other));
    srv_writer *writer = start(&made);
    ck_assert_int_eq(rename(it.here, it.away), 0);
    ck_assert_int_eq(rename(other.dir, it.here), 0);
    ck_assert(!keep(writer, id));
    ck_assert(!is_healthy_within(writer, 1500));
    ck_assert_int_eq(rename(it.here, other.dir), 0);
    ck_assert_int_eq(rename(it.away, it.here), 0);
    ck_assert(is_healthy_within(writer, 2000));
    srv_writer_stop(writer);
    ck_assert_int_eq(srv_store_open(&other.ctx, other.dir, false, &store), CDS_OK);
    ck_assert_int_eq(srv_store_count(&other.ctx, store, &count), CDS_OK);
    ck_assert_int_eq(count, 0);
    srv_store_close(store);
    fixture_drop(&made);
    fixture_drop(&other);
}
END_TEST

START_TEST(a_reader_knows_that_its_store_is_away)
{
    fixture made = fixture_make();
    const thing it = thing_of(&made, "/tendon.db");
    srv_store *reader;
    srv_writer_stop(start(&made));
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &reader), CDS_OK);
    ck_assert(srv_store_is_there(reader));
    ck_assert_int_eq(rename(it.here, it.away), 0);
    ck_assert(!srv_store_is_there(reader));
    ck_assert_int_eq(rename(it.away, it.here), 0);
    ck_assert(srv_store_is_there(reader));
    srv_store_close(reader);
    fixture_drop(&made);
}
END_TEST

static Suite *writer_gone_suite(void)
{
    Suite *suite = suite_create("writer_gone");
    TCase *cases = tcase_create("writer_gone");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(
        cases, nothing_is_kept_while_the_store_is_away_and_it_mends_when_it_is_back, 0, 2);
    tcase_add_test(cases,
                   a_write_ahead_log_that_was_removed_keeps_nothing_until_it_is_made_again);
    tcase_add_test(cases, another_store_in_its_place_is_not_written_to);
    tcase_add_test(cases, a_reader_knows_that_its_store_is_away);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(writer_gone_suite());
}
