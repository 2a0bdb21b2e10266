// SPDX-License-Identifier: Apache-2.0
// The writer: what it says is kept is on disk, whoever submits and whatever ends it.
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/record/writer.h"
#include "tests/unit/store_fixture.h"

#define THREADS 16
#define EACH 200

typedef struct told {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    size_t kept;
    size_t lost;
} told;

static void tell(srv_pending *pending, bool kept)
{
    told *told = pending->user;
    pthread_mutex_lock(&told->lock);
    told->kept += kept;
    told->lost += !kept;
    pthread_cond_broadcast(&told->wake);
    pthread_mutex_unlock(&told->lock);
}

static void await_told(told *told, size_t count)
{
    pthread_mutex_lock(&told->lock);
    while (told->kept + told->lost < count) {
        pthread_cond_wait(&told->wake, &told->lock);
    }
    pthread_mutex_unlock(&told->lock);
}

static srv_writer *start(fixture *made)
{
    srv_writer *writer = NULL;
    const cds_status status = srv_writer_start(&made->ctx, made->dir, &writer);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return writer;
}

typedef struct submitter {
    srv_writer *writer;
    told *told;
    srv_pending pending[EACH];
} submitter;

static void *submit_all(void *user)
{
    submitter *self = user;
    for (size_t i = 0; i < EACH; i++) {
        self->pending[i] =
            (srv_pending){.entry = fixture_entry(), .done = tell, .user = self->told};
        ck_assert(srv_writer_submit(self->writer, &self->pending[i]));
    }
    return NULL;
}

static void assert_dense(submitter *submitters)
{
    static bool seen[THREADS * EACH];
    for (size_t i = 0; i < (size_t)THREADS * EACH; i++) {
        const int64_t number = submitters[i / EACH].pending[i % EACH].entry.number;
        ck_assert_int_ge(number, 0);
        ck_assert_int_lt(number, THREADS * EACH);
        ck_assert(!seen[number]);
        seen[number] = true;
    }
}

START_TEST(all_that_many_threads_submit_is_kept_and_numbered_densely)
{
    static submitter submitters[THREADS];
    fixture made = store_fixture_make();
    told told = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};
    srv_writer *writer = start(&made);
    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        submitters[i].writer = writer;
        submitters[i].told = &told;
        ck_assert_int_eq(pthread_create(&threads[i], NULL, submit_all, &submitters[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    }
    await_told(&told, (size_t)THREADS * EACH);
    const srv_writer_counts counts = srv_writer_counted(writer);
    ck_assert_uint_eq(told.kept, (size_t)THREADS * EACH);
    ck_assert_uint_eq(counts.kept, (uint64_t)THREADS * EACH);
    ck_assert_uint_eq(counts.failed + counts.queued, 0);
    ck_assert_uint_lt(counts.groups, counts.kept);
    ck_assert(srv_writer_healthy(writer));
    assert_dense(submitters);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(stopping_writes_what_waits_and_leaves_one_whole_file)
{
    static srv_pending pending[5000];
    fixture made = store_fixture_make();
    told told = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};
    srv_writer *writer = start(&made);
    for (size_t i = 0; i < 5000; i++) {
        pending[i] = (srv_pending){.entry = fixture_entry(), .done = tell, .user = &told};
        ck_assert(srv_writer_submit(writer, &pending[i]));
    }
    srv_writer_stop(writer);
    ck_assert_uint_eq(told.kept, 5000);
    char log[300];
    snprintf(log, sizeof log, "%s/tendon.db-wal", made.dir);
    ck_assert_int_ne(access(log, F_OK), 0);
    srv_store *store;
    int64_t count;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &store), CDS_OK);
    ck_assert_int_eq(srv_store_count(&made.ctx, store, &count), CDS_OK);
    ck_assert_int_eq(count, 5000);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(stopping_empties_the_write_ahead_log_also_beside_a_reader)
{
    fixture made = store_fixture_make();
    told told = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};
    srv_writer *writer = start(&made);
    srv_pending pending = {.entry = fixture_entry(), .done = tell, .user = &told};
    srv_store *reader;
    srv_entry found;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &reader), CDS_OK);
    ck_assert(srv_writer_submit(writer, &pending));
    srv_writer_stop(writer);
    char log[300];
    struct stat there;
    snprintf(log, sizeof log, "%s/tendon.db-wal", made.dir);
    ck_assert_int_eq(stat(log, &there), 0);
    ck_assert_int_eq(there.st_size, 0);
    const cds_text id = cds_text_of(pending.entry.id);
    ck_assert_int_eq(srv_store_find(&made.ctx, reader, id, &found), CDS_OK);
    srv_store_close(reader);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_bad_entry_fails_its_group_and_the_next_group_is_kept)
{
    fixture made = store_fixture_make();
    told told = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};
    srv_writer *writer = start(&made);
    for (size_t round = 0; round < 10; round++) {
        srv_pending bad = {.entry = fixture_entry(), .done = tell, .user = &told};
        srv_pending good = bad;
        bad.entry.client = (cds_text){NULL, 0};
        srv_entry_new_id(good.entry.time_ms, good.entry.id);
        ck_assert(srv_writer_submit(writer, &bad));
        await_told(&told, round * 2 + 1);
        while (!srv_writer_healthy(writer)) {
            usleep(1000);
        }
        ck_assert(srv_writer_submit(writer, &good));
        await_told(&told, round * 2 + 2);
        ck_assert_int_eq(good.entry.number, (int64_t)round);
    }
    ck_assert_uint_eq(told.kept, 10);
    ck_assert_uint_eq(srv_writer_counted(writer).failed, 10);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(the_writers_node_is_the_stores)
{
    fixture made = store_fixture_make();
    srv_store *store;
    srv_writer *writer = start(&made);
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &store), CDS_OK);
    ck_assert(cds_text_equal(srv_writer_node(writer), srv_store_node(store)));
    ck_assert_uint_eq(srv_writer_node(writer).length, SRV_ID_LENGTH);
    srv_store_close(store);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_second_writer_does_not_start)
{
    fixture made = store_fixture_make();
    srv_writer *writer = start(&made);
    srv_writer *second = NULL;
    ck_assert_int_eq(srv_writer_start(&made.ctx, made.dir, &second), CDS_FAILED);
    ck_assert_ptr_null(second);
    srv_writer_stop(writer);
    fixture_drop(&made);
}
END_TEST

static Suite *writer_suite(void)
{
    Suite *suite = suite_create("writer");
    TCase *cases = tcase_create("writer");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, all_that_many_threads_submit_is_kept_and_numbered_densely);
    tcase_add_test(cases, stopping_writes_what_waits_and_leaves_one_whole_file);
    if (postgres_cluster() == NULL)
        tcase_add_test(cases, stopping_empties_the_write_ahead_log_also_beside_a_reader);
    tcase_add_test(cases, a_bad_entry_fails_its_group_and_the_next_group_is_kept);
    tcase_add_test(cases, the_writers_node_is_the_stores);
    tcase_add_test(cases, a_second_writer_does_not_start);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(writer_suite());
}
