// SPDX-License-Identifier: Apache-2.0
// The verifier's questions, each a prepared statement.
#include <string.h>

#include <sqlite3.h>

#include "server/record/derived.h"
#include "server/record/store_sqlite.h"
#include "server/record/verify_store.h"

/** Does a bound statement find a row? */
static bool finds(srv_row row)
{
    const bool found = row.code == SQLITE_OK && sqlite3_step(row.statement) == SQLITE_ROW;
    (void)sqlite3_reset(row.statement);
    return found;
}

/** The first value of the row a bound statement finds. */
static int64_t find_int(srv_row row, int64_t otherwise)
{
    const bool found = row.code == SQLITE_OK && sqlite3_step(row.statement) == SQLITE_ROW &&
                       sqlite3_column_type(row.statement, 0) == SQLITE_INTEGER;
    const int64_t value = found ? sqlite3_column_int64(row.statement, 0) : otherwise;
    (void)sqlite3_reset(row.statement);
    return value;
}

bool srv_stored_row_is(srv_store *store, const srv_entry *entry)
{
    srv_row row = {store->statements[SRV_SAME], SQLITE_OK};
    srv_row_entry(&row, entry);
    return finds(row);
}

bool srv_stored_has_entry(srv_store *store, int64_t number)
{
    srv_row row = {store->statements[SRV_ENTRY], SQLITE_OK};
    srv_row_int(&row, 0, number);
    return finds(row);
}

bool srv_stored_tile_is(srv_store *store, unsigned level, int64_t number,
                        const cds_sha256 *root)
{
    srv_row row = {store->statements[SRV_TILES], SQLITE_OK};
    cds_sha256 stored;
    srv_row_int(&row, 0, level);
    srv_row_int(&row, 1, number);
    srv_row_int(&row, 2, 1);
    const bool is = row.code == SQLITE_OK && sqlite3_step(row.statement) == SQLITE_ROW &&
                    sqlite3_column_int64(row.statement, 1) == number &&
                    srv_row_read_bytes(row.statement, 0, stored.bytes, sizeof stored.bytes) &&
                    memcmp(&stored, root, sizeof stored) == 0;
    (void)sqlite3_reset(row.statement);
    return is;
}

bool srv_stored_stray_tile(srv_store *store, int64_t *out)
{
    *out = find_int((srv_row){store->statements[SRV_STRAY_TILE], SQLITE_OK}, INT64_MIN);
    return *out != INT64_MIN;
}

bool srv_stored_node_is(srv_store *store, const char *name)
{
    const char *slash = strrchr(name, '/');
    srv_row row = {store->statements[SRV_NODE_IS], SQLITE_OK};
    srv_row_text(&row, 0, cds_text_of(slash == NULL ? name : slash + 1));
    return finds(row);
}

int64_t srv_stored_first_activation(srv_store *store)
{
    return find_int((srv_row){store->statements[SRV_FIRST_ACTIVATION], SQLITE_OK}, INT64_MAX);
}

bool srv_stored_activated(srv_store *store, const srv_entry *entry)
{
    srv_row row = {store->statements[SRV_ACTIVATED], SQLITE_OK};
    srv_row_int(&row, 0, entry->number);
    srv_row_int(&row, 1, entry->release_activated_ms);
    srv_row_text(&row, 2, entry->release);
    srv_row_text(&row, 3, entry->release_name);
    return finds(row);
}

int64_t srv_stored_indexed(srv_store *store, int64_t before)
{
    srv_row row = {store->statements[SRV_INDEXED], SQLITE_OK};
    srv_row_int(&row, 0, before);
    return find_int(row, -1);
}

bool srv_stored_stray_file(srv_store *store)
{
    return finds((srv_row){store->statements[SRV_STRAY_FILE], SQLITE_OK});
}

int64_t srv_stored_erased_count(srv_store *store, int64_t erasure)
{
    srv_row row = {store->statements[SRV_ERASED_COUNT], SQLITE_OK};
    srv_row_int(&row, 0, erasure);
    return find_int(row, -1);
}

int64_t srv_stored_erased_total(srv_store *store)
{
    return find_int((srv_row){store->statements[SRV_ERASED_TOTAL], SQLITE_OK}, -1);
}

int64_t srv_stored_next_key(srv_store *store, int64_t from)
{
    srv_row row = {store->statements[SRV_NEXT_KEY], SQLITE_OK};
    srv_row_int(&row, 0, from);
    return find_int(row, INT64_MAX);
}

static cds_text column_text(sqlite3_stmt *statement, int column)
{
    const char *data = (const char *)sqlite3_column_text(statement, column);
    return (cds_text){data, (size_t)sqlite3_column_bytes(statement, column)};
}

/** Both digests again, as server/api/keeping.c makes them. */
static bool digests_fit(sqlite3_stmt *statement, const srv_entry *entry)
{
    const cds_text nul = {"", 1};
    const cds_text parts[] = {
        entry->client,    nul, column_text(statement, 2), nul, column_text(statement, 3), nul,
        entry->assessment};
    const cds_sha256 key = cds_digest(parts, 3);
    const cds_sha256 whole = cds_digest(parts, sizeof parts / sizeof *parts);
    cds_sha256 stored;
    return srv_row_read_bytes(statement, 1, stored.bytes, sizeof stored.bytes) &&
           memcmp(&stored, &key, sizeof key) == 0 &&
           memcmp(&whole, &entry->idempotency, sizeof whole) == 0;
}

bool srv_stored_key_fits(srv_store *store, const srv_entry *entry)
{
    srv_row row = {store->statements[SRV_NEXT_KEY], SQLITE_OK};
    srv_row_int(&row, 0, entry->number);
    const bool fits = row.code == SQLITE_OK && sqlite3_step(row.statement) == SQLITE_ROW &&
                      entry->has_idempotency && digests_fit(row.statement, entry) &&
                      sqlite3_column_int64(row.statement, 4) == entry->time_ms;
    (void)sqlite3_reset(row.statement);
    return fits;
}

bool srv_stored_key_is_due(srv_store *store, int64_t time_ms)
{
    const int64_t newest =
        find_int((srv_row){store->statements[SRV_NEWEST_KEY], SQLITE_OK}, INT64_MIN);
    return newest == INT64_MIN || time_ms >= newest - SRV_IDEMPOTENCY_MS;
}
