// SPDX-License-Identifier: Apache-2.0
// Entries into SQLite and out of it. The tail is read inside each transaction, so numbers have
// no gaps whatever went before.
#include <unistd.h>

#include <sqlite3.h>

#include "server/record/store_sqlite.h"

cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried)
{
    store->failed_code = code;
    return cds_fail(ctx, CDS_FAILED, "", "the store could not %s: %s (SQLite %d)", tried,
                    sqlite3_errstr(code), code);
}

cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement)
{
    const int code = srv_row_run((srv_row){store->statements[statement], SQLITE_OK});
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

// A key that still counts stays with its first entry.
static int insert_key(srv_store *store, const srv_entry *entry)
{
    srv_row row = {store->statements[SRV_INSERT_KEY], SQLITE_OK};
    srv_row_int(&row, 0, entry->number);
    srv_row_bytes(&row, 1, &entry->idempotency_key, sizeof entry->idempotency_key);
    srv_row_int(&row, 2, entry->time_ms);
    srv_row_text(&row, 3, entry->key);
    srv_row_text(&row, 4, entry->query);
    srv_row_int(&row, 5, entry->time_ms - SRV_IDEMPOTENCY_MS);
    return srv_row_run(row);
}

// Looks at the oldest keys, twice as many as were added: the table shrinks to what counts.
static int purge_keys(srv_store *store, int64_t time_ms, size_t added)
{
    srv_row row = {store->statements[SRV_PURGE_KEYS], SQLITE_OK};
    srv_row_int(&row, 0, time_ms - SRV_IDEMPOTENCY_MS);
    srv_row_int(&row, 1, (int64_t)added * 2);
    return srv_row_run(row);
}

int srv_store_insert(srv_store *store, srv_frontier *frontier, srv_entry *entry)
{
    srv_row row = {store->statements[SRV_INSERT], SQLITE_OK};
    entry->number = (int64_t)frontier->size;
    srv_row_entry(&row, entry);
    int code = srv_row_run(row);
    if (code == SQLITE_OK && entry->files != NULL) {
        code = srv_store_put_files(store, entry);
    }
    return code == SQLITE_OK ? srv_store_grow(store, frontier, &entry->leaf) : code;
}

static int insert_all(srv_store *store, srv_frontier *frontier, srv_entry *const *entries,
                      size_t count)
{
    size_t keys = 0;
    int code = SQLITE_OK;
    for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
        code = srv_store_insert(store, frontier, entries[i]);
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

// The tree's edge as it was left, or as the rows have it where they say otherwise.
static cds_status current_frontier(cds_ctx *ctx, srv_store *store, srv_frontier *out)
{
    int64_t count = 0;
    const cds_status status = srv_store_count(ctx, store, &count);
    if (status == CDS_OK && (uint64_t)count != store->frontier.size) {
        return srv_store_load_frontier(ctx, store, out);
    }
    *out = store->frontier;
    return status;
}

cds_status srv_store_within(cds_ctx *ctx, srv_store *store, srv_within_fn change, void *user)
{
    CDS_PROMISE(store->writable);
    cds_status status = srv_store_run(ctx, store, SRV_BEGIN);
    if (status != CDS_OK) {
        return status;
    }
    srv_frontier frontier;
    status = current_frontier(ctx, store, &frontier);
    if (status == CDS_OK) {
        status = change(ctx, store, &frontier, user);
    }
    if (status == CDS_OK) {
        status = commit(ctx, store);
    }
    if (status == CDS_OK) {
        store->frontier = frontier;
    } else {
        (void)srv_row_run((srv_row){store->statements[SRV_ROLLBACK], SQLITE_OK});
    }
    return status;
}

static cds_status keep_all(cds_ctx *ctx, srv_store *store, srv_frontier *frontier, void *user)
{
    const srv_group *all = user;
    int code = insert_all(store, frontier, all->entries, all->entry_count);
    if (code == SQLITE_OK && all->claim_count > 0) {
        code = srv_store_put_claims(store, all->claims, all->claim_count);
    }
    return code == SQLITE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

cds_status srv_store_keep(cds_ctx *ctx, srv_store *store, const srv_group *group)
{
    srv_group all = *group;
    if (store->ballast_given_up) {
        return srv_store_fail(ctx, store, SQLITE_FULL, "write");
    }
    return srv_store_within(ctx, store, keep_all, &all);
}

cds_status srv_store_append(cds_ctx *ctx, srv_store *store, srv_entry *const *entries,
                            size_t count)
{
    return srv_store_keep(ctx, store, &(srv_group){.entries = entries, .entry_count = count});
}

// The one row a bound statement finds.
static cds_status read_one(cds_ctx *ctx, srv_store *store, srv_row row, srv_entry *out)
{
    const int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    cds_status status;
    if (code == SQLITE_ROW) {
        status = srv_row_read_entry(ctx, row.statement, out);
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
    srv_row row = {store->statements[SRV_FIND], SQLITE_OK};
    srv_row_text(&row, 0, id);
    return read_one(ctx, store, row, out);
}

cds_status srv_store_find_key(cds_ctx *ctx, srv_store *store, const cds_sha256 *idempotency_key,
                              int64_t not_before_ms, srv_entry *out)
{
    srv_row row = {store->statements[SRV_FIND_KEY], SQLITE_OK};
    srv_row_bytes(&row, 0, idempotency_key, sizeof *idempotency_key);
    srv_row_int(&row, 1, not_before_ms);
    return read_one(ctx, store, row, out);
}

cds_status srv_store_entry(cds_ctx *ctx, srv_store *store, int64_t number, srv_entry *out)
{
    srv_row row = {store->statements[SRV_ENTRY], SQLITE_OK};
    srv_row_int(&row, 0, number);
    return read_one(ctx, store, row, out);
}

static cds_status read_page(cds_ctx *ctx, srv_store *store, srv_row row, int64_t from,
                            srv_page *out)
{
    const size_t before = cds_arena_used_bytes(ctx->mem);
    cds_status status = CDS_OK;
    srv_row_int(&row, 0, from);
    srv_row_int(&row, 1, SRV_PAGE_ENTRIES);
    int code = row.code == SQLITE_OK ? SQLITE_ROW : row.code;
    for (out->count = 0; code == SQLITE_ROW && status == CDS_OK;) {
        if (cds_arena_used_bytes(ctx->mem) - before >= SRV_PAGE_BYTES) {
            break;
        }
        code = sqlite3_step(row.statement);
        if (code == SQLITE_ROW) {
            status = srv_row_read_entry(ctx, row.statement, &out->entries[out->count++]);
        }
    }
    (void)sqlite3_reset(row.statement);
    return status != CDS_OK || code == SQLITE_ROW || code == SQLITE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_page(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out)
{
    return read_page(ctx, store, (srv_row){store->statements[SRV_PAGE], SQLITE_OK}, from, out);
}

cds_status srv_store_page_asked(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out)
{
    return read_page(ctx, store, (srv_row){store->statements[SRV_PAGE_ASKED], SQLITE_OK}, from,
                     out);
}
