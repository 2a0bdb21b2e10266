// SPDX-License-Identifier: Apache-2.0
// The store in SQLite: statements run on one file, whose commit is checked to have gone where
// the next start will look.
#include <unistd.h>

#include <sqlite3.h>

#include "server/record/data_dir.h"
#include "server/record/entry.h"
#include "server/record/store_sqlite.h"
#include "server/record/store_sqlite_mover.h"

#define BUSY_AT_CLOSE_MS 500
#define LONG_WAL_PAGES 4096 // moved even under load
#define IDLE_WAL_PAGES 2000
#define FEW_WAL_PAGES 512    // moved while who appends waits, so that the log can begin anew
#define MANY_WAL_PAGES 16384 // so are these, if it comes to that: the log has its bound
#define SCRUB_MS 30000       // readers, and a service that moves its log, come in between
#define SCRUB_PAUSE_US 10000

static int bind_one(sqlite3_stmt *statement, int column, const srv_value *value)
{
    switch (value->kind) {
    case SRV_IS_NULL:
        return sqlite3_bind_null(statement, column);
    case SRV_IS_INT:
        return sqlite3_bind_int64(statement, column, value->number);
    case SRV_IS_TEXT:
        return sqlite3_bind_text64(statement, column, value->bytes.data, value->bytes.length,
                                   SQLITE_STATIC, SQLITE_UTF8);
    case SRV_IS_BYTES:
        break;
    }
    return sqlite3_bind_blob64(statement, column, value->bytes.data, value->bytes.length,
                               SQLITE_STATIC);
}

static int begin_row(srv_row *row)
{
    sqlite3_stmt *statement;
    int code = srv_sqlite_statement(row->store, row->statement, &statement);
    for (int i = 0; i < row->count && code == SQLITE_OK; i++)
        code = bind_one(statement, i + 1, &row->values[i]);
    row->rows = statement;
    return code;
}

static int step_row(srv_row *row)
{
    const int code = row->rows == NULL ? begin_row(row) : SQLITE_OK;
    return code == SQLITE_OK ? sqlite3_step(row->rows) : code;
}

static void end_row(srv_row *row)
{
    (void)sqlite3_reset(row->rows);
    row->rows = NULL;
}

static int run_row(srv_row *row)
{
    const int code = step_row(row);
    end_row(row);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

static srv_value value_of(const srv_row *row, int column)
{
    sqlite3_stmt *statement = row->rows;
    srv_value value = {.kind = SRV_IS_BYTES};
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return (srv_value){.kind = SRV_IS_NULL};
    case SQLITE_INTEGER:
        value.kind = SRV_IS_INT;
        value.number = sqlite3_column_int64(statement, column);
        break;
    case SQLITE_TEXT:
        value.kind = SRV_IS_TEXT;
        value.bytes.data = (const char *)sqlite3_column_text(statement, column);
        break;
    default:
        value.bytes.data = sqlite3_column_blob(statement, column);
    }
    if (value.kind == SRV_IS_INT)
        return value;
    value.bytes.length = (size_t)sqlite3_column_bytes(statement, column);
    if (value.bytes.data == NULL)
        value.bytes = CDS_TEXT("");
    return value;
}

static const char *sentence_of(const srv_store *store, int code)
{
    (void)store;
    return sqlite3_errstr(code);
}

// SQLite goes on writing to files that have lost their names: the database, the log beside it.
static bool is_there(const srv_store *store)
{
    int moved = 0;
    const int code = sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved == 0;
}

static bool log_is_there(const srv_store *store)
{
    return access(sqlite3_filename_wal(sqlite3_db_filename(store->db, "main")), F_OK) == 0;
}

static cds_status begin(cds_ctx *ctx, srv_store *store)
{
    return srv_store_run(ctx, store, SRV_BEGIN);
}

static cds_status commit(cds_ctx *ctx, srv_store *store)
{
    const cds_status status = srv_store_run(ctx, store, SRV_COMMIT);
    if (status != CDS_OK || (is_there(store) && log_is_there(store)))
        return status;
    return srv_store_fail(ctx, store, SQLITE_READONLY_DBMOVED, "write");
}

static void rollback(srv_store *store)
{
    srv_row row = srv_row_of(store, SRV_ROLLBACK);
    (void)run_row(&row);
}

static int move_wal(srv_store *store, int how)
{
    store->wal_pages_moved = store->wal_pages;
    return sqlite3_wal_checkpoint_v2(store->db, NULL, how, NULL, NULL);
}

static cds_status probe(cds_ctx *ctx, srv_store *store)
{
    if (store->ballast_given_up && !srv_ballast_make(ctx, store->data_dir))
        return srv_store_fail(ctx, store, SQLITE_FULL, "write");
    store->ballast_given_up = false;
    cds_status status = srv_store_run(ctx, store, SRV_PROBE);
    if (status == CDS_OK)
        status = srv_store_run(ctx, store, SRV_UNPROBE);
    // A commit whose sync failed may stand in the log, and be on the disk no more: nothing may
    // come after it there.
    const int code = status == CDS_OK ? move_wal(store, SQLITE_CHECKPOINT_RESTART) : SQLITE_OK;
    return code == SQLITE_OK ? status : srv_store_fail(ctx, store, code, "write");
}

// The mover goes after who appends until little is left. A log is begun anew when all of it has
// been moved, and nothing was appended since: that little is moved here.
static void tidy(srv_store *store, bool idle)
{
    const int pages = store->wal_pages;
    if (pages < store->wal_pages_moved)
        store->wal_pages_moved = 0;
    const int fresh = pages - store->wal_pages_moved;
    if (fresh < (idle ? IDLE_WAL_PAGES : LONG_WAL_PAGES))
        return;
    if (store->mover != NULL && fresh >= MANY_WAL_PAGES)
        srv_mover_await(store->mover);
    const int left = store->mover == NULL ? 0 : srv_mover_left(store->mover, pages);
    if ((left >= 0 && left <= FEW_WAL_PAGES) || fresh >= MANY_WAL_PAGES)
        (void)move_wal(store, SQLITE_CHECKPOINT_PASSIVE);
    else if (left > 0)
        srv_mover_ask(store->mover);
}

static cds_status scrub(cds_ctx *ctx, srv_store *store, bool whole)
{
    (void)whole; // a page that is given up is overwritten (secure_delete)
    const int64_t deadline_ms = srv_time_monotonic_ms() + SCRUB_MS;
    int code;
    do {
        code =
            sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
        if (code == SQLITE_BUSY)
            (void)usleep(SCRUB_PAUSE_US);
    } while (code == SQLITE_BUSY && srv_time_monotonic_ms() < deadline_ms);
    return code == SQLITE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "be scrubbed");
}

// Who holds the folder moves the write-ahead log into the database first.
static void close_store(srv_store *store)
{
    srv_mover_stop(store->mover);
    store->mover = NULL;
    if (store->db != NULL && store->lock >= 0) {
        (void)sqlite3_busy_timeout(store->db, BUSY_AT_CLOSE_MS);
        (void)sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                        NULL);
    }
    srv_sqlite_disconnect(store);
}

const srv_driver srv_sqlite = {
    .name = "SQLite",
    .step = step_row,
    .run = run_row,
    .end = end_row,
    .value = value_of,
    .sentence = sentence_of,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .is_there = is_there,
    .probe = probe,
    .tidy = tidy,
    .scrub = scrub,
    .close = close_store,
};
