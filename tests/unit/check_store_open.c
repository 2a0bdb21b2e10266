// SPDX-License-Identifier: Apache-2.0
// Opening a store: whose it is, who may, and what is set.
#include <errno.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/record/data_dir.h"
#include "server/record/store_inner.h"
#include "tests/unit/record_fixture.h"

static bool folders_fail;

// In the place of the C library's.
int fsync(int file)
{
    struct stat there;
    if (folders_fail && fstat(file, &there) == 0 && S_ISDIR(there.st_mode)) {
        errno = EIO;
        return -1;
    }
    return fdatasync(file);
}

static srv_store *open_store(fixture *made, bool writable)
{
    srv_store *store = NULL;
    const cds_status status = srv_store_open(&made->ctx, made->dir, writable, &store);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return store;
}

static int64_t read_int(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    const int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

START_TEST(the_settings_that_durability_rests_on_are_on)
{
    static const struct {
        const char *pragma;
        int64_t value;
    } cases[] = {{"PRAGMA synchronous", 2},
                 {"PRAGMA secure_delete", 1},
                 {"SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1},
                 {"SELECT locking_mode = 'normal' FROM pragma_locking_mode", 1},
                 {"PRAGMA user_version", 4}};
    fixture made = fixture_make();
    for (int round = 0; round < 2; round++) {
        srv_store *store = open_store(&made, true);
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            ck_assert_int_eq(read_int(store->db, cases[i].pragma), cases[i].value);
        }
        srv_store_close(store);
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_second_writer_is_refused_until_the_first_has_closed)
{
    fixture made = fixture_make();
    srv_store *first = open_store(&made, true);
    srv_store *second = NULL;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &second), CDS_FAILED);
    ck_assert_ptr_null(second);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "another tendon service"));
    cds_error_clear(&made.ctx);
    srv_store_close(first);
    srv_store_close(open_store(&made, true));
    fixture_drop(&made);
}
END_TEST

START_TEST(a_reader_changes_nothing)
{
    fixture made = fixture_make();
    srv_store_close(open_store(&made, true));
    srv_store *reader = open_store(&made, false);
    ck_assert_int_ne(sqlite3_exec(reader->db, "DELETE FROM meta", NULL, NULL, NULL), SQLITE_OK);
    srv_store_close(reader);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_reader_prepares_the_statements_it_runs_and_a_writer_all)
{
    fixture made = fixture_make();
    srv_store *writer = open_store(&made, true);
    srv_store *reader = open_store(&made, false);
    const cds_text unknown = CDS_TEXT("01234567-89ab-7cde-8f01-23456789abcd");
    srv_entry entry;
    for (int round = 0; round < 3; round++) {
        int prepared = 0;
        for (size_t i = 0; i < SRV_STATEMENT_COUNT; i++) {
            ck_assert_ptr_nonnull(writer->statements[i]);
            prepared += reader->statements[i] != NULL;
        }
        ck_assert_int_eq(prepared, round > 0);
        ck_assert_int_eq(srv_store_find(&made.ctx, reader, unknown, &entry), CDS_NOT_FOUND);
        cds_error_clear(&made.ctx);
    }
    srv_store_close(reader);
    srv_store_close(writer);
    fixture_drop(&made);
}
END_TEST

START_TEST(who_writes_or_reads_on_a_loop_holds_half_a_mebibyte_of_the_database)
{
    static const char four_mebibytes[] =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1024) "
        "INSERT INTO files SELECT randomblob(32), randomblob(4096) FROM n";
    fixture made = fixture_make();
    srv_store *stores[] = {open_store(&made, true), NULL};
    ck_assert_int_eq(sqlite3_exec(stores[0]->db, four_mebibytes, NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(srv_store_open_on_loop(&made.ctx, made.dir, &stores[1]), CDS_OK);
    for (size_t i = 0; i < 2; i++) {
        int held = 0;
        int most = 0;
        (void)read_int(stores[i]->db, "SELECT sum(instr(bytes, x'0123456789')) FROM files");
        ck_assert_int_eq(
            sqlite3_db_status(stores[i]->db, SQLITE_DBSTATUS_CACHE_USED, &held, &most, 0),
            SQLITE_OK);
        ck_assert_int_gt(held, 400 << 10);
        ck_assert_int_lt(held, 600 << 10);
        srv_store_close(stores[i]);
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_reader_needs_a_store_that_is_there)
{
    fixture made = fixture_make();
    srv_store *reader = NULL;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &reader), CDS_FAILED);
    ck_assert_ptr_null(reader);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "--data"));
    fixture_drop(&made);
}
END_TEST

START_TEST(a_database_that_is_not_ours_is_refused_and_left_alone)
{
    static const struct {
        const char *sql;
        const char *says;
    } cases[] = {
        {"CREATE TABLE theirs (a)", "not a store of this program"},
        {"PRAGMA application_id = 1413827652; PRAGMA user_version = 1; CREATE TABLE a (b)",
         "schema version 1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture made = fixture_make();
        const char *path;
        sqlite3 *db;
        srv_store *store = NULL;
        ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db", &path), CDS_OK);
        ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
        ck_assert_int_eq(sqlite3_exec(db, cases[i].sql, NULL, NULL, NULL), SQLITE_OK);
        ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_FAILED);
        ck_assert_ptr_nonnull(strstr(made.ctx.error.what, cases[i].says));
        ck_assert_int_eq(read_int(db, "SELECT count(*) FROM sqlite_schema"), 1);
        ck_assert_int_eq(
            read_int(db, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), 1);
        sqlite3_close(db);
        fixture_drop(&made);
    }
}
END_TEST

START_TEST(a_damaged_file_is_refused_with_a_sentence)
{
    fixture made = fixture_make();
    const char *path;
    srv_store *store = NULL;
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "tendon.db", &path), CDS_OK);
    FILE *file = fopen(path, "w");
    for (int i = 0; i < 4096; i++) {
        fputs("not a database ", file);
    }
    fclose(file);
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "not a database"));
    fixture_drop(&made);
}
END_TEST

static mode_t mode_of(fixture *made, const char *name)
{
    const char *path;
    struct stat there;
    ck_assert_int_eq(srv_data_dir_path(&made->ctx, made->dir, name, &path), CDS_OK);
    ck_assert_int_eq(stat(path, &there), 0);
    return there.st_mode & 07777;
}

START_TEST(folders_and_files_are_the_owners_alone_whatever_the_umask)
{
    static const char *const files[] = {"/tendon.db", "/tendon.db-wal", "/tendon.db-shm",
                                        "/tendon.lock", "/ballast"};
    static const mode_t masks[] = {0, 022, 077};
    for (size_t i = 0; i < sizeof masks / sizeof masks[0]; i++) {
        umask(masks[i]);
        fixture made = fixture_make();
        fixture below = made;
        snprintf(below.dir, sizeof below.dir, "%.200s/a//b.c/", made.dir);
        srv_store *store = open_store(&below, true);
        ck_assert_uint_eq(mode_of(&made, "a"), 0700);
        ck_assert_uint_eq(mode_of(&made, "a/b.c"), 0700);
        for (size_t file = 0; file < sizeof files / sizeof files[0]; file++) {
            ck_assert_uint_eq(mode_of(&below, files[file]), 0600);
        }
        srv_store_close(store);
        fixture_drop(&made);
    }
}
END_TEST

START_TEST(a_data_folder_that_is_a_file_is_refused)
{
    fixture made = fixture_make();
    srv_store *store = NULL;
    const char *path;
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, "file", &path), CDS_OK);
    fclose(fopen(path, "w"));
    ck_assert_int_eq(srv_store_open(&made.ctx, path, true, &store), CDS_FAILED);
    ck_assert_str_eq(made.ctx.error.where, path);
    fixture_drop(&made);
}
END_TEST

START_TEST(the_node_is_made_once_and_is_another_in_another_folder)
{
    fixture made = fixture_make();
    fixture other = fixture_make();
    char first[SRV_ID_LENGTH + 1];
    srv_store *store = open_store(&made, true);
    ck_assert_uint_eq(srv_store_node(store).length, SRV_ID_LENGTH);
    memcpy(first, srv_store_node(store).data, sizeof first);
    srv_store_close(store);
    store = open_store(&made, true);
    ck_assert_str_eq(srv_store_node(store).data, first);
    srv_store_close(store);
    store = open_store(&other, true);
    ck_assert_str_ne(srv_store_node(store).data, first);
    srv_store_close(store);
    fixture_drop(&made);
    fixture_drop(&other);
}
END_TEST

START_TEST(a_probe_leaves_no_trace)
{
    fixture made = fixture_make();
    srv_store *store = open_store(&made, true);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_OK);
    }
    ck_assert_int_eq(read_int(store->db, "SELECT count(*) FROM meta"), 1);
    ck_assert_int_eq(read_int(store->db, "SELECT count(*) FROM entries"), 0);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

// A commit whose sync failed could stand in the log, not on the disk, with others to come
// after.
START_TEST(a_store_is_not_well_before_its_log_can_begin_anew)
{
    fixture made = fixture_make();
    srv_store *store = open_store(&made, true);
    srv_store *reader = open_store(&made, false);
    ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_OK);
    ck_assert_int_eq(sqlite3_exec(reader->db, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(read_int(reader->db, "SELECT count(*) FROM entries"), 0);
    sqlite3_busy_timeout(store->db, 10);
    ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_FAILED);
    ck_assert_int_eq(sqlite3_exec(reader->db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_OK);
    srv_store_close(reader);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

// The name of its log, made now, could be lost with the power, and all of the log with it.
START_TEST(a_store_whose_folder_cannot_be_synced_is_not_opened)
{
    fixture made = fixture_make();
    srv_store *store = open_store(&made, true);
    srv_store_close(store);
    folders_fail = true;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "could not be synced"));
    folders_fail = false;
    cds_error_clear(&made.ctx);
    srv_store_close(open_store(&made, true));
    fixture_drop(&made);
}
END_TEST

static Suite *store_open_suite(void)
{
    Suite *suite = suite_create("store_open");
    TCase *cases = tcase_create("store_open");
    tcase_add_test(cases, the_settings_that_durability_rests_on_are_on);
    tcase_add_test(cases, a_second_writer_is_refused_until_the_first_has_closed);
    tcase_add_test(cases, a_reader_changes_nothing);
    tcase_add_test(cases, a_reader_prepares_the_statements_it_runs_and_a_writer_all);
    tcase_add_test(cases, who_writes_or_reads_on_a_loop_holds_half_a_mebibyte_of_the_database);
    tcase_add_test(cases, a_reader_needs_a_store_that_is_there);
    tcase_add_test(cases, a_database_that_is_not_ours_is_refused_and_left_alone);
    tcase_add_test(cases, a_damaged_file_is_refused_with_a_sentence);
    tcase_add_test(cases, folders_and_files_are_the_owners_alone_whatever_the_umask);
    tcase_add_test(cases, a_data_folder_that_is_a_file_is_refused);
    tcase_add_test(cases, the_node_is_made_once_and_is_another_in_another_folder);
    tcase_add_test(cases, a_probe_leaves_no_trace);
    tcase_add_test(cases, a_store_is_not_well_before_its_log_can_begin_anew);
    tcase_add_test(cases, a_store_whose_folder_cannot_be_synced_is_not_opened);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(store_open_suite());
}
