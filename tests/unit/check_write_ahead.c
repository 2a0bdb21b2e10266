// SPDX-License-Identifier: Apache-2.0
// SQLite's write-ahead log has its bound, whoever reads, and is emptied by a scrub.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "server/record/data_dir.h"
#include "server/record/erasure.h"
#include "tests/unit/store_fixture.h"

START_TEST(a_long_write_ahead_log_is_moved_into_the_database)
{
    static char large[(size_t)256 << 10];
    memset(large, 'a', sizeof large);
    fixture made = store_fixture_make();
    const char *path;
    struct stat log;
    srv_store *store = store_open(&made, true);
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db-wal", &path), CDS_OK);
    for (int i = 0; i < 400; i++) {
        srv_entry entry = fixture_entry();
        entry.assessment = (cds_text){large, sizeof large};
        store_append(&made, store, &entry);
        srv_store_tidy(store, false);
        cds_arena_reset(made.ctx.mem);
    }
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db-wal", &path), CDS_OK);
    ck_assert_int_eq(stat(path, &log), 0);
    ck_assert_int_lt(log.st_size, (off_t)68 << 20);
    srv_store_close(store);
    ck_assert_int_ne(stat(path, &log), 0);
    fixture_drop(&made);
}
END_TEST

#define CHECKPOINT_LOCK 121 // the byte of tendon.db-shm that who moves the log locks

/** Another program that moves the log for a while, from the moment it says so. */
static pid_t hold_checkpoints(const char *shm, useconds_t held)
{
    int ends[2];
    char byte;
    ck_assert_int_eq(pipe(ends), 0);
    const pid_t holder = fork();
    if (holder == 0) {
        struct flock lock = {
            .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = CHECKPOINT_LOCK, .l_len = 1};
        const int file = open(shm, O_RDWR | O_CLOEXEC);
        const bool locked = fcntl(file, F_SETLK, &lock) == 0;
        if (!locked || write(ends[1], "", 1) != 1)
            _exit(1);
        usleep(held);
        _exit(0);
    }
    close(ends[1]);
    ck_assert_int_eq(read(ends[0], &byte, 1), 1);
    close(ends[0]);
    return holder;
}

START_TEST(a_scrub_waits_for_who_moves_the_log)
{
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    const char *path;
    struct stat log;
    int status;
    srv_entry entry = fixture_entry();
    store_append(&made, store, &entry);
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db-shm", &path), CDS_OK);
    const pid_t holder = hold_checkpoints(path, 300000);
    ck_assert_int_eq(srv_store_scrub(&made.ctx, store, false), CDS_OK);
    ck_assert_int_eq(waitpid(holder, &status, 0), holder);
    ck_assert_int_eq(status, 0);
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db-wal", &path), CDS_OK);
    ck_assert_int_eq(stat(path, &log), 0);
    ck_assert_int_eq(log.st_size, 0);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

// An export goes on page by page while the service writes: no reader stays open between pages.
START_TEST(a_slow_export_does_not_let_the_write_ahead_log_grow)
{
    static char large[(size_t)256 << 10];
    static srv_page page;
    memset(large, 'a', sizeof large);
    fixture made = store_fixture_make();
    cds_ctx reading = {.mem = cds_arena_new((size_t)16 << 20)};
    const char *path;
    struct stat log;
    srv_store *store = store_open(&made, true);
    srv_store *reader = store_open(&made, false);
    int64_t next = 0;
    for (int i = 0; i < 500; i++) {
        srv_entry entry = fixture_entry();
        entry.assessment = (cds_text){large, sizeof large};
        store_append(&made, store, &entry);
        cds_arena_reset(reading.mem);
        ck_assert_int_eq(srv_store_page(&reading, reader, next, &page), CDS_OK);
        next = page.entries[0].number + 1;
        srv_store_tidy(store, false);
        cds_arena_reset(made.ctx.mem);
    }
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db-wal", &path), CDS_OK);
    ck_assert_int_eq(stat(path, &log), 0);
    ck_assert_int_lt(log.st_size, (off_t)68 << 20);
    srv_store_close(reader);
    srv_store_close(store);
    cds_arena_free(reading.mem);
    fixture_drop(&made);
}
END_TEST

static Suite *log_suite(void)
{
    Suite *suite = suite_create("write-ahead log");
    TCase *cases = tcase_create("log");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_long_write_ahead_log_is_moved_into_the_database);
    tcase_add_test(cases, a_scrub_waits_for_who_moves_the_log);
    tcase_add_test(cases, a_slow_export_does_not_let_the_write_ahead_log_grow);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(log_suite());
}
