// SPDX-License-Identifier: Apache-2.0
// Who follows the register hears of a step at once, and of a lost database soon; a loop never
// waits for one. On PostgreSQL under tests/record/on_postgres.sh.
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#include "server/api/readers.h"
#include "server/governance/watch.h"
#include "tests/unit/nodes_fixture.h"

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/** Waits until it holds; how long that took, or -1: not in that time. */
#define WITHIN(limit_ms, holds)                                                                \
    ({                                                                                         \
        const int64_t from = now_ms();                                                         \
        while (!(holds) && now_ms() - from < (limit_ms))                                       \
            usleep(2000);                                                                      \
        (holds) ? now_ms() - from : -1;                                                        \
    })

static void append_step(fixture *made, srv_store *store)
{
    srv_entry step = nodes_entry(store, 0);
    step.kind = SRV_KIND_ACTIVATION;
    nodes_append(made, store, &step);
}

static atomic_int changes;

static void count_change(void)
{
    atomic_fetch_add(&changes, 1);
}

START_TEST(a_step_is_told_within_a_second)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    atomic_store(&changes, 0);
    srv_watch *watch = srv_watch_start(made.dir, count_change);
    ck_assert_int_ge(WITHIN(2000, srv_watch_step(watch) == -1), 0);
    for (int i = 0; i < 3; i++) {
        const int64_t before = srv_watch_step(watch);
        const int already = atomic_load(&changes);
        append_step(&made, store);
        ck_assert_int_ge(WITHIN(1000, srv_watch_step(watch) != before), 0);
        ck_assert_int_ge(WITHIN(1000, atomic_load(&changes) > already), 0);
    }
    ck_assert(srv_watch_sees(watch));
    srv_watch_stop(watch);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

typedef struct waiter {
    srv_store *store;
    int ends[2];
    bool told;
} waiter;

static void *await(void *user)
{
    waiter *it = user;
    it->told = srv_store_await_step(it->store, it->ends[0], 20000);
    return NULL;
}

/** True: the waiting reader was told of a step that comes now. */
static bool is_told(two_nodes *it, srv_store *reader)
{
    waiter one = {.store = reader};
    pthread_t thread;
    int64_t last;
    ck_assert_int_eq(pipe(one.ends), 0);
    ck_assert_int_eq(pthread_create(&thread, NULL, await, &one), 0);
    usleep(300000); // it listens
    const int64_t from = now_ms();
    append_step(&it->made[0], it->store[0]);
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
    ck_assert_int_lt(now_ms() - from, 15000);
    ck_assert_int_eq(srv_store_last_step(&it->made[1].ctx, reader, &last), CDS_OK);
    close(one.ends[0]);
    close(one.ends[1]);
    return one.told;
}

static void cut_others(srv_store *store)
{
    store_sql(store, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
                     "pg_backend_pid() AND datname = current_database()");
}

START_TEST(a_step_of_another_node_is_told_without_looking_and_again_after_a_lost_connection)
{
    two_nodes it = two_nodes_open();
    srv_store *reader = nodes_open(&it.made[1], false);
    int64_t last;
    ck_assert(is_told(&it, reader));
    cut_others(it.store[0]);
    ck_assert_int_eq(srv_store_last_step(&it.made[1].ctx, reader, &last), CDS_OK);
    ck_assert(is_told(&it, reader));
    srv_store_close(reader);
    two_nodes_close(&it);
}
END_TEST

/** Nobody may connect to the database, and who was is cut off. */
static void shut(const fixture *made, bool is_shut)
{
    char text[256];
    PGconn *conn = postgres_connect(postgres_cluster());
    snprintf(text, sizeof text, "ALTER DATABASE \"check_%s\" ALLOW_CONNECTIONS %s",
             made->dir + strlen(made->dir) - 6, is_shut ? "false" : "true");
    postgres_run(conn, text);
    if (is_shut) {
        snprintf(text, sizeof text,
                 "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                 "'check_%s'",
                 made->dir + strlen(made->dir) - 6);
        postgres_run(conn, text);
    }
    PQfinish(conn);
}

START_TEST(without_the_database_nobody_knows_what_rules_until_it_is_back)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_watch *watch = srv_watch_start(made.dir, NULL);
    ck_assert_int_ge(WITHIN(2000, srv_watch_step(watch) == -1), 0);
    shut(&made, true);
    ck_assert_int_ge(WITHIN(3000, !srv_watch_sees(watch)), 0);
    ck_assert(!srv_watch_is_stale(watch));
    ck_assert_int_ge(WITHIN(SRV_WATCH_STALE_MS + 3000, srv_watch_is_stale(watch)), 0);
    shut(&made, false);
    ck_assert_int_ge(WITHIN(5000, srv_watch_sees(watch)), 0);
    ck_assert(!srv_watch_is_stale(watch));
    srv_watch_stop(watch);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

static bool has_come(srv_readers *readers, srv_order *order, srv_store **out)
{
    if (*out == NULL)
        *out = srv_readers_take(readers, order);
    return *out != NULL;
}

START_TEST(a_loop_is_given_a_new_reader_and_never_waits_for_it)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_store *reader = NULL;
    srv_readers *readers = srv_readers_new(made.dir);
    srv_order order = {0};
    srv_order unused = {0};
    srv_entry entry = nodes_entry(store, 0);
    srv_entry found;
    nodes_append(&made, store, &entry);
    ck_assert_int_eq(srv_store_open_on_loop(&made.ctx, made.dir, &reader), CDS_OK);
    cut_others(store);
    const int64_t from = now_ms();
    ck_assert_int_eq(srv_store_find(&made.ctx, reader, cds_text_of(entry.id), &found),
                     CDS_FAILED); // it does not connect itself
    ck_assert(!srv_store_is_there(reader));
    srv_store_close(reader);
    shut(&made, true);
    for (int i = 0; i < 100; i++)
        ck_assert_ptr_null(srv_readers_take(readers, &order));
    ck_assert_ptr_null(srv_readers_take(readers, &unused));
    ck_assert_int_lt(now_ms() - from, 1000);
    usleep(500000);
    shut(&made, false);
    reader = NULL;
    ck_assert_int_ge(WITHIN(5000, has_come(readers, &order, &reader)), 0);
    cds_error_clear(&made.ctx);
    ck_assert_int_eq(srv_store_find(&made.ctx, reader, cds_text_of(entry.id), &found), CDS_OK);
    srv_store_close(reader);
    srv_readers_cancel(readers, &unused);
    srv_readers_cancel(readers, &order);
    srv_readers_free(readers);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(an_answer_that_does_not_come_holds_a_loop_for_seconds_at_most)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_store *reader = NULL;
    srv_entry found;
    ck_assert_int_eq(srv_store_open_on_loop(&made.ctx, made.dir, &reader), CDS_OK);
    const pid_t server = (pid_t)store_int(reader, "SELECT pg_backend_pid()");
    ck_assert_int_eq(kill(server, SIGSTOP), 0);
    const int64_t from = now_ms();
    const cds_status status = srv_store_find(&made.ctx, reader, CDS_TEXT("x"), &found);
    const int64_t took_ms = now_ms() - from;
    ck_assert_int_eq(kill(server, SIGCONT), 0);
    ck_assert_int_eq(status, CDS_FAILED);
    ck_assert_int_lt(took_ms, 2 * SRV_PG_LOOP_MS);
    ck_assert(!srv_store_is_there(reader));
    srv_store_close(reader);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_statement_that_takes_too_long_is_ended_by_the_server)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_store *reader = NULL;
    ck_assert_int_eq(srv_store_open_on_loop(&made.ctx, made.dir, &reader), CDS_OK);
    ck_assert_int_eq(store_int(reader, "SELECT current_setting('statement_timeout') = '2s'"),
                     1);
    ck_assert_int_eq(store_int(store, "SELECT current_setting('statement_timeout') = '30s'"),
                     1);
    ck_assert(!srv_pg_command(reader, "SELECT pg_sleep(10)"));
    ck_assert(srv_store_is_there(reader)); // only the statement ended
    srv_store_close(reader);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("watch");
    TCase *cases = tcase_create("watch");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_step_is_told_within_a_second);
    if (postgres_cluster() != NULL) {
        tcase_add_test(
            cases,
            a_step_of_another_node_is_told_without_looking_and_again_after_a_lost_connection);
        tcase_add_test(cases, without_the_database_nobody_knows_what_rules_until_it_is_back);
        tcase_add_test(cases, a_loop_is_given_a_new_reader_and_never_waits_for_it);
        tcase_add_test(cases, an_answer_that_does_not_come_holds_a_loop_for_seconds_at_most);
        tcase_add_test(cases, a_statement_that_takes_too_long_is_ended_by_the_server);
    }
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
