// SPDX-License-Identifier: Apache-2.0
// Opening and checking the SQLite store: its schema, its settings and its care for a
// full disk.
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "server/record/data_dir.h"
#include "server/record/entry.h"
#include "server/record/store_sqlite.h"
#include "server/record/store_sqlite_gather.h"
#include "server/record/store_sqlite_mover.h"

#define APPLICATION_ID 1413827652 // "TEND"
#define SCHEMA_VERSION 4
#define BUSY_MS 5000

// how much of the database is held in memory by who stays open: SQLite itself would hold 2 MiB
#define HOLD_LITTLE "PRAGMA cache_size = -512;"

static const char settings[] = "PRAGMA page_size = 4096;"
                               "PRAGMA journal_mode = WAL;"
                               "PRAGMA synchronous = FULL;"
                               "PRAGMA locking_mode = NORMAL;"
                               "PRAGMA journal_size_limit = 67108864;"
                               "PRAGMA secure_delete = ON;" HOLD_LITTLE;

#define COLUMN_DEFINITION(name, sqlite, postgres) ", " #name " " sqlite
#define TEXT_OF(number) #number
#define TEXT_OF_VALUE(number) TEXT_OF(number)
// clang-format off
static const char schema[] =
    "CREATE TABLE entries (number INTEGER PRIMARY KEY"
    SRV_ENTRY_COLUMNS(COLUMN_DEFINITION) ") STRICT;"
    SRV_INDEXES(SRV_INDEX_DEFINITION)
    "CREATE TABLE idempotency_keys (number INTEGER PRIMARY KEY, key BLOB NOT NULL,"
    " time_ms INTEGER NOT NULL, name TEXT, query TEXT) STRICT;"
    "CREATE TABLE files (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE release_files (release TEXT NOT NULL, path TEXT NOT NULL, file BLOB NOT NULL,"
    " PRIMARY KEY (release, path)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE tiles (level INTEGER NOT NULL, number INTEGER NOT NULL, root BLOB NOT NULL,"
    " PRIMARY KEY (level, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE checkpoints (number INTEGER PRIMARY KEY, size INTEGER NOT NULL UNIQUE,"
    " note TEXT NOT NULL) STRICT;"
    "CREATE TABLE used_tokens (token BLOB PRIMARY KEY, expires_s INTEGER NOT NULL) STRICT,"
    " WITHOUT ROWID;"
    "CREATE INDEX expired ON used_tokens (expires_s);"
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;"
    "PRAGMA application_id = " TEXT_OF_VALUE(APPLICATION_ID) ";"
    "PRAGMA user_version = " TEXT_OF_VALUE(SCHEMA_VERSION) ";";
// clang-format on

// In the place of SQLite's own hook, which would move the log within a commit.
static int remember_wal_pages(void *store, sqlite3 *db, const char *name, int pages)
{
    (void)db;
    (void)name;
    ((srv_store *)store)->wal_pages = pages;
    return SQLITE_OK;
}

static cds_status run_text(cds_ctx *ctx, srv_store *store, const char *sql)
{
    const int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "be opened");
}

// The first value of the first row, as text in ctx->mem.
static cds_status read_value(cds_ctx *ctx, srv_store *store, const char *sql, cds_text *out)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    cds_status status;
    if (code == SQLITE_ROW) {
        const char *value = (const char *)sqlite3_column_text(statement, 0);
        status = cds_text_copy(ctx, cds_text_of(value == NULL ? "" : value), out);
    } else {
        status = srv_store_fail(ctx, store, code, "be read");
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static cds_status expect_value(cds_ctx *ctx, srv_store *store, const char *pragma,
                               const char *expected)
{
    cds_text value = {NULL, 0};
    const cds_status status = read_value(ctx, store, pragma, &value);
    if (status == CDS_OK && !cds_text_is(value, expected)) {
        return cds_fail(
            ctx, CDS_FAILED, store->data_dir,
            "the store answers `%s` with %s, not %s, and would not keep its promise: "
            "put the data folder on a local disk",
            pragma, value.data, expected);
    }
    return status;
}

// Settings are read back: SQLite passes over what it can't do.
static cds_status apply_settings(cds_ctx *ctx, srv_store *store)
{
    cds_status status = run_text(ctx, store, settings);
    if (status == CDS_OK) {
        status = expect_value(ctx, store, "PRAGMA journal_mode", "wal");
    }
    return status == CDS_OK ? expect_value(ctx, store, "PRAGMA synchronous", "2") : status;
}

static cds_status make_schema(cds_ctx *ctx, srv_store *store)
{
    cds_status status = run_text(ctx, store, "BEGIN IMMEDIATE");
    if (status == CDS_OK) {
        status = run_text(ctx, store, schema);
    }
    if (status == CDS_OK) {
        char node[SRV_ID_LENGTH + 1];
        srv_entry_new_id(srv_time_now_ms(), node);
        char sql[128];
        (void)sqlite3_snprintf(sizeof sql, sql, "INSERT INTO meta VALUES ('node', %Q)", node);
        status = run_text(ctx, store, sql);
    }
    return status == CDS_OK ? run_text(ctx, store, "COMMIT") : status;
}

// Tells our store from an empty file, somebody else's database and a newer tendon's.
static cds_status check_schema(cds_ctx *ctx, srv_store *store, bool *out_new)
{
    cds_text application;
    cds_text version;
    cds_text tables;
    cds_status status = read_value(ctx, store, "PRAGMA application_id", &application);
    if (status == CDS_OK) {
        status = read_value(ctx, store, "PRAGMA user_version", &version);
    }
    if (status == CDS_OK) {
        status = read_value(ctx, store, "SELECT count(*) FROM sqlite_schema", &tables);
    }
    if (status != CDS_OK) {
        return status;
    }
    *out_new = store->writable && cds_text_is(application, "0") && cds_text_is(tables, "0");
    if (!*out_new && !cds_text_is(application, TEXT_OF_VALUE(APPLICATION_ID))) {
        return cds_fail(ctx, CDS_FAILED, store->data_dir,
                        "tendon.db is not a store of this program: name another --data");
    }
    if (!*out_new && !cds_text_is(version, TEXT_OF_VALUE(SCHEMA_VERSION))) {
        return cds_fail(
            ctx, CDS_FAILED, store->data_dir,
            "tendon.db has schema version %s and this program knows "
            "version " TEXT_OF_VALUE(SCHEMA_VERSION) ": use the program that made it",
            version.data);
    }
    return CDS_OK;
}

// Nothing is set before the schema is known to be ours; a new one is made under the settings.
static cds_status ready_schema(cds_ctx *ctx, srv_store *store)
{
    bool is_new;
    cds_status status = check_schema(ctx, store, &is_new);
    if (status == CDS_OK) {
        status = store->writable ? apply_settings(ctx, store)
                                 : run_text(ctx, store, "PRAGMA query_only = ON");
    }
    if (status == CDS_OK && store->on_loop) {
        status = run_text(ctx, store, HOLD_LITTLE);
    }
    return status == CDS_OK && is_new ? make_schema(ctx, store) : status;
}

static cds_status read_node(cds_ctx *ctx, srv_store *store)
{
    cds_text node = {NULL, 0};
    const cds_status status =
        read_value(ctx, store, "SELECT value FROM meta WHERE name = 'node'", &node);
    if (status == CDS_OK && node.data != NULL) {
        memcpy(store->node, node.data,
               node.length < SRV_ID_LENGTH ? node.length : SRV_ID_LENGTH);
    }
    return status;
}

int srv_sqlite_statement(srv_store *store, srv_statement which, sqlite3_stmt **out)
{
    sqlite3_stmt **kept = &store->statements[which];
    CDS_PROMISE(store->writable || srv_statement_reads(which));
    const int code = *kept != NULL
                         ? SQLITE_OK
                         : sqlite3_prepare_v3(store->db, srv_statement_text(which), -1,
                                              SQLITE_PREPARE_PERSISTENT, kept, NULL);
    *out = *kept;
    return code;
}

// Who writes knows at the start that each can be prepared. A reader, of which there are many,
// prepares the few it runs when it first does.
static cds_status prepare_statements(cds_ctx *ctx, srv_store *store)
{
    for (size_t i = 0; i < SRV_STATEMENT_COUNT && store->writable; i++) {
        sqlite3_stmt *statement;
        const int code = srv_sqlite_statement(store, (srv_statement)i, &statement);
        if (code != SQLITE_OK) {
            return srv_store_fail(ctx, store, code, "be opened");
        }
    }
    return CDS_OK;
}

void srv_sqlite_disconnect(srv_store *store)
{
    for (size_t i = 0; i < SRV_STATEMENT_COUNT; i++) {
        (void)sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
    (void)sqlite3_close(store->db);
    store->db = NULL;
}

static cds_status connect_store(cds_ctx *ctx, srv_store *store, const char *path)
{
    const int code =
        sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        store->writable ? srv_gathering_vfs() : NULL);
    if (code != SQLITE_OK) {
        return srv_store_fail(ctx, store, code, "be opened");
    }
    (void)sqlite3_extended_result_codes(store->db, 1);
    (void)sqlite3_busy_timeout(store->db, BUSY_MS);
    (void)sqlite3_wal_hook(store->db, remember_wal_pages, store);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, store->lock < 0, NULL);
    cds_status status = ready_schema(ctx, store);
    if (status == CDS_OK) {
        status = read_node(ctx, store);
    }
    if (status == CDS_OK) {
        status = prepare_statements(ctx, store);
    }
    return status == CDS_OK && store->writable
               ? srv_store_load_frontier(ctx, store, &store->frontier)
               : status;
}

static bool may_be_full(int code)
{
    const int kind = code & 0xff;
    return kind == SQLITE_FULL || kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN;
}

// On a full disk even reading fails: the ballast's room is what the second try runs on.
static cds_status connect_with_ballast(cds_ctx *ctx, srv_store *store, const char *path)
{
    cds_status status = connect_store(ctx, store, path);
    if (status == CDS_OK || !may_be_full(store->failed_code) ||
        !srv_ballast_free(ctx, store->data_dir)) {
        return status;
    }
    store->ballast_given_up = true;
    store->failed_code = SQLITE_FULL;
    srv_sqlite_disconnect(store);
    cds_error_clear(ctx);
    return connect_store(ctx, store, path);
}

// Nobody reads what SQLite would count of its memory, under a lock at each piece.
static void leave_memory_uncounted(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static cds_status expect_store(cds_ctx *ctx, const char *path)
{
    struct stat there;
    return stat(path, &there) == 0
               ? CDS_OK
               : cds_fail(ctx, CDS_FAILED, path,
                          "there is no store here that can be read: name the --data folder "
                          "of a service that has run");
}

cds_status srv_sqlite_open(cds_ctx *ctx, srv_store *store)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    const char *path;
    (void)pthread_once(&once, leave_memory_uncounted);
    cds_status status = srv_data_dir_path(ctx, store->data_dir, "tendon.db", &path);
    if (status == CDS_OK)
        status = store->lock >= 0 ? srv_data_dir_touch(ctx, path) : expect_store(ctx, path);
    if (status == CDS_OK)
        status = connect_with_ballast(ctx, store, path);
    // SQLite passes over a folder that could not be synced, and its log's name would be lost.
    if (status == CDS_OK && store->writable)
        status = srv_data_dir_sync(ctx, store->data_dir);
    if (status == CDS_OK && store->lock >= 0 && !store->ballast_given_up)
        (void)srv_ballast_make(ctx, store->data_dir);
    if (status == CDS_OK && store->lock >= 0)
        store->mover = srv_mover_start(path);
    return status;
}
