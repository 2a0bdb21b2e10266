// SPDX-License-Identifier: Apache-2.0
// Entries into SQLite and out of it. The tail is read inside each transaction, so numbers have
// no gaps whatever went before.
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "server/record/store_sqlite.h"

cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried)
{
    store->failed_code = code;
    return cds_fail(ctx, CDS_FAILED, "", "the store could not %s: %s (SQLite %d)", tried,
                    sqlite3_errstr(code), code);
}

// Steps to the end and makes the statement ready for its next use.
static int run(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    (void)sqlite3_reset(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement)
{
    const int code = run(store->statements[statement]);
    return code == SQLITE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

// SQLite goes on writing to files that have lost their names: the database, the log beside it.
bool srv_store_is_there(const srv_store *store)
{
    int moved = 0;
    const int code = sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved == 0;
}

static bool log_is_there(const srv_store *store)
{
    return access(sqlite3_filename_wal(sqlite3_db_filename(store->db, "main")), F_OK) == 0;
}

static cds_status commit(cds_ctx *ctx, srv_store *store)
{
    const cds_status status = srv_store_run(ctx, store, SRV_COMMIT);
    if (status != CDS_OK || (srv_store_is_there(store) && log_is_there(store))) {
        return status;
    }
    return srv_store_fail(ctx, store, SQLITE_READONLY_DBMOVED, "write");
}

// A row being bound; the first failure stays.
typedef struct binding {
    sqlite3_stmt *statement;
    int code;
} binding;

static void bind_int(binding *row, int column, int64_t value)
{
    const int code = sqlite3_bind_int64(row->statement, column + 1, value);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

static void bind_text(binding *row, int column, cds_text text)
{
    const int code = sqlite3_bind_text64(row->statement, column + 1, text.data, text.length,
                                         SQLITE_STATIC, SQLITE_UTF8);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

static void bind_bytes(binding *row, int column, const void *bytes, size_t length)
{
    const int code =
        sqlite3_bind_blob64(row->statement, column + 1, bytes, length, SQLITE_STATIC);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

static int insert_entry(srv_store *store, const srv_entry *entry)
{
    binding row = {store->statements[SRV_INSERT], SQLITE_OK};
    const void *idempotency = entry->has_idempotency ? &entry->idempotency : NULL;
    bind_int(&row, COLUMN_number, entry->number);
    bind_text(&row, COLUMN_id, cds_text_of(entry->id));
    bind_text(&row, COLUMN_kind, cds_text_of(entry->kind));
    bind_int(&row, COLUMN_time_ms, entry->time_ms);
    bind_text(&row, COLUMN_node, entry->node);
    bind_text(&row, COLUMN_client, entry->client);
    bind_text(&row, COLUMN_release, entry->release);
    bind_text(&row, COLUMN_release_name, entry->release_name);
    bind_int(&row, COLUMN_release_activated_ms, entry->release_activated_ms);
    bind_text(&row, COLUMN_engine, entry->engine);
    bind_text(&row, COLUMN_assessed_on, entry->assessed_on);
    bind_int(&row, COLUMN_assessed_on_assumed, entry->assessed_on_assumed);
    bind_text(&row, COLUMN_reference, entry->reference);
    bind_bytes(&row, COLUMN_idempotency, idempotency, sizeof entry->idempotency);
    bind_bytes(&row, COLUMN_salt, entry->salt, sizeof entry->salt);
    bind_bytes(&row, COLUMN_leaf, &entry->leaf, sizeof entry->leaf);
    bind_text(&row, COLUMN_assessment, entry->assessment);
    bind_text(&row, COLUMN_decision, entry->decision);
    return row.code == SQLITE_OK ? run(row.statement) : row.code;
}

// A key that still counts stays with its first entry.
static int insert_key(srv_store *store, const srv_entry *entry)
{
    binding row = {store->statements[SRV_INSERT_KEY], SQLITE_OK};
    bind_int(&row, 0, entry->number);
    bind_bytes(&row, 1, &entry->idempotency_key, sizeof entry->idempotency_key);
    bind_int(&row, 2, entry->time_ms);
    bind_int(&row, 3, entry->time_ms - SRV_IDEMPOTENCY_MS);
    return row.code == SQLITE_OK ? run(row.statement) : row.code;
}

// Looks at the oldest keys, twice as many as were added: the table shrinks to what counts.
static int purge_keys(srv_store *store, int64_t time_ms, size_t added)
{
    binding row = {store->statements[SRV_PURGE_KEYS], SQLITE_OK};
    bind_int(&row, 0, time_ms - SRV_IDEMPOTENCY_MS);
    bind_int(&row, 1, (int64_t)added * 2);
    return row.code == SQLITE_OK ? run(row.statement) : row.code;
}

static int insert_all(srv_store *store, srv_entry *const *entries, size_t count, int64_t number)
{
    size_t keys = 0;
    int code = SQLITE_OK;
    for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
        entries[i]->number = number + (int64_t)i;
        code = insert_entry(store, entries[i]);
        if (code == SQLITE_OK && entries[i]->has_idempotency) {
            code = insert_key(store, entries[i]);
            keys++;
        }
    }
    if (code == SQLITE_OK && keys > 0) {
        code = purge_keys(store, entries[count - 1]->time_ms, keys);
    }
    return code;
}

cds_status srv_store_count(cds_ctx *ctx, srv_store *store, int64_t *out)
{
    sqlite3_stmt *tail = store->statements[SRV_TAIL];
    const int code = sqlite3_step(tail);
    const int64_t count = code == SQLITE_ROW ? sqlite3_column_int64(tail, 0) : 0;
    (void)sqlite3_reset(tail);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        return srv_store_fail(ctx, store, code, "be read");
    }
    *out = count;
    return CDS_OK;
}

cds_status srv_store_append(cds_ctx *ctx, srv_store *store, srv_entry *const *entries,
                            size_t count)
{
    CDS_PROMISE(store->writable);
    if (store->ballast_given_up) {
        return srv_store_fail(ctx, store, SQLITE_FULL, "write");
    }
    cds_status status = srv_store_run(ctx, store, SRV_BEGIN);
    if (status != CDS_OK) {
        return status;
    }
    int64_t number = 0;
    status = srv_store_count(ctx, store, &number);
    if (status == CDS_OK) {
        const int code = insert_all(store, entries, count, number);
        status = code == SQLITE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
    }
    if (status == CDS_OK) {
        status = commit(ctx, store);
    }
    if (status != CDS_OK) {
        (void)run(store->statements[SRV_ROLLBACK]);
    }
    return status;
}

// Copies of one row's values; the first failure stays.
typedef struct reading {
    cds_ctx *ctx;
    sqlite3_stmt *statement;
    cds_status status;
} reading;

static cds_text read_text(reading *from, int column)
{
    cds_text copy = {NULL, 0};
    const char *data = (const char *)sqlite3_column_text(from->statement, column);
    const size_t length = (size_t)sqlite3_column_bytes(from->statement, column);
    if (data != NULL && from->status == CDS_OK) {
        from->status = cds_text_copy(from->ctx, (cds_text){data, length}, &copy);
    }
    return copy;
}

static bool read_bytes(reading *from, int column, void *out, size_t length)
{
    const void *bytes = sqlite3_column_blob(from->statement, column);
    if (bytes == NULL || (size_t)sqlite3_column_bytes(from->statement, column) != length) {
        return false;
    }
    memcpy(out, bytes, length);
    return true;
}

static cds_status read_entry(cds_ctx *ctx, sqlite3_stmt *statement, srv_entry *out)
{
    reading from = {ctx, statement, CDS_OK};
    srv_entry entry = {.number = sqlite3_column_int64(statement, COLUMN_number)};
    const cds_text id = read_text(&from, COLUMN_id);
    entry.kind = read_text(&from, COLUMN_kind).data;
    entry.time_ms = sqlite3_column_int64(statement, COLUMN_time_ms);
    entry.node = read_text(&from, COLUMN_node);
    entry.client = read_text(&from, COLUMN_client);
    entry.release = read_text(&from, COLUMN_release);
    entry.release_name = read_text(&from, COLUMN_release_name);
    entry.release_activated_ms = sqlite3_column_int64(statement, COLUMN_release_activated_ms);
    entry.engine = read_text(&from, COLUMN_engine);
    entry.assessed_on = read_text(&from, COLUMN_assessed_on);
    entry.assessed_on_assumed = sqlite3_column_int(statement, COLUMN_assessed_on_assumed) != 0;
    entry.reference = read_text(&from, COLUMN_reference);
    entry.has_idempotency =
        read_bytes(&from, COLUMN_idempotency, &entry.idempotency, sizeof entry.idempotency);
    (void)read_bytes(&from, COLUMN_salt, entry.salt, sizeof entry.salt);
    (void)read_bytes(&from, COLUMN_leaf, &entry.leaf, sizeof entry.leaf);
    entry.assessment = read_text(&from, COLUMN_assessment);
    entry.decision = read_text(&from, COLUMN_decision);
    if (from.status == CDS_OK && id.data != NULL) {
        memcpy(entry.id, id.data, id.length < SRV_ID_LENGTH ? id.length : SRV_ID_LENGTH);
        *out = entry;
    }
    return from.status;
}

// The one row a bound statement finds.
static cds_status read_one(cds_ctx *ctx, srv_store *store, binding row, srv_entry *out)
{
    const int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    cds_status status;
    if (code == SQLITE_ROW) {
        status = read_entry(ctx, row.statement, out);
    } else if (code == SQLITE_DONE) {
        status = cds_fail(ctx, CDS_NOT_FOUND, "", "there is no such entry in the record");
    } else {
        status = srv_store_fail(ctx, store, code, "be read");
    }
    (void)sqlite3_reset(row.statement);
    return status;
}

cds_status srv_store_find(cds_ctx *ctx, srv_store *store, cds_text id, srv_entry *out)
{
    binding row = {store->statements[SRV_FIND], SQLITE_OK};
    bind_text(&row, 0, id);
    return read_one(ctx, store, row, out);
}

cds_status srv_store_find_key(cds_ctx *ctx, srv_store *store, const cds_sha256 *idempotency_key,
                              int64_t not_before_ms, srv_entry *out)
{
    binding row = {store->statements[SRV_FIND_KEY], SQLITE_OK};
    bind_bytes(&row, 0, idempotency_key, sizeof *idempotency_key);
    bind_int(&row, 1, not_before_ms);
    return read_one(ctx, store, row, out);
}
