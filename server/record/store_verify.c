// SPDX-License-Identifier: Apache-2.0
// The verifier's questions, each a prepared statement.
#include <string.h>

#include "server/record/derived.h"
#include "server/record/store_inner.h"
#include "server/record/verify_store.h"

/** What can't be read is no row, and remembered. */
static bool has_row(srv_row *row)
{
    const int code = srv_row_step(row);
    if (code != SRV_CODE_ROW && code != SRV_CODE_DONE)
        row->store->unread_code = code;
    return code == SRV_CODE_ROW;
}

cds_status srv_stored_end(cds_ctx *ctx, srv_store *store)
{
    const int code = store->unread_code;
    store->unread_code = SRV_CODE_OK;
    if (code == SRV_CODE_OK)
        return CDS_OK;
    cds_error_clear(ctx);
    return srv_store_fail(ctx, store, code, "be read");
}

/** Does a bound statement find a row? */
static bool finds(srv_row row)
{
    const bool found = has_row(&row);
    srv_row_end(&row);
    return found;
}

/** The first value of the row a bound statement finds. */
static int64_t find_int(srv_row row, int64_t otherwise)
{
    const bool found = has_row(&row) && !srv_row_is_null(&row, 0);
    const int64_t value = found ? srv_row_read_int(&row, 0) : otherwise;
    srv_row_end(&row);
    return value;
}

bool srv_stored_row_is(srv_store *store, const srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_SAME);
    srv_row_entry(&row, entry);
    return finds(row);
}

bool srv_stored_has_entry(srv_store *store, int64_t number)
{
    srv_row row = srv_row_of(store, SRV_ENTRY);
    srv_row_int(&row, 0, number);
    return finds(row);
}

bool srv_stored_tile_is(srv_store *store, unsigned level, int64_t number,
                        const cds_sha256 *root)
{
    srv_row row = srv_row_of(store, SRV_TILES);
    cds_sha256 stored;
    srv_row_int(&row, 0, level);
    srv_row_int(&row, 1, number);
    srv_row_int(&row, 2, 1);
    const bool is = has_row(&row) && srv_row_read_int(&row, 1) == number &&
                    srv_row_read_bytes(&row, 0, stored.bytes, sizeof stored.bytes) &&
                    memcmp(&stored, root, sizeof stored) == 0;
    srv_row_end(&row);
    return is;
}

bool srv_stored_stray_tile(srv_store *store, int64_t *out)
{
    *out = find_int(srv_row_of(store, SRV_STRAY_TILE), INT64_MIN);
    return *out != INT64_MIN;
}

bool srv_stored_node_is(srv_store *store, const char *name)
{
    const char *slash = strrchr(name, '/');
    srv_row row = srv_row_of(store, SRV_NODE_IS);
    srv_row_text(&row, 0, cds_text_of(slash == NULL ? name : slash + 1));
    return finds(row);
}

int64_t srv_stored_first_activation(srv_store *store)
{
    return find_int(srv_row_of(store, SRV_FIRST_ACTIVATION), INT64_MAX);
}

bool srv_stored_activated(srv_store *store, const srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_ACTIVATED);
    srv_row_int(&row, 0, entry->number);
    srv_row_int(&row, 1, entry->release_activated_ms);
    srv_row_text(&row, 2, entry->release);
    srv_row_text(&row, 3, entry->release_name);
    return finds(row);
}

int64_t srv_stored_indexed(srv_store *store, int64_t before)
{
    srv_row row = srv_row_of(store, SRV_INDEXED);
    srv_row_int(&row, 0, before);
    return find_int(row, -1);
}

bool srv_stored_stray_file(srv_store *store)
{
    return finds(srv_row_of(store, SRV_STRAY_FILE));
}

int64_t srv_stored_erased_count(srv_store *store, int64_t erasure)
{
    srv_row row = srv_row_of(store, SRV_ERASED_COUNT);
    srv_row_int(&row, 0, erasure);
    return find_int(row, -1);
}

int64_t srv_stored_erased_total(srv_store *store)
{
    return find_int(srv_row_of(store, SRV_ERASED_TOTAL), -1);
}

int64_t srv_stored_next_key(srv_store *store, int64_t from)
{
    srv_row row = srv_row_of(store, SRV_NEXT_KEY);
    srv_row_int(&row, 0, from);
    return find_int(row, INT64_MAX);
}

/** Both digests again, as server/api/keeping.c makes them. */
static bool digests_fit(srv_row *row, const srv_entry *entry)
{
    const cds_text nul = {"", 1};
    const cds_text parts[] = {entry->client,        nul, srv_row_read(row, 2), nul,
                              srv_row_read(row, 3), nul, entry->assessment};
    const cds_sha256 key = cds_digest(parts, 3);
    const cds_sha256 whole = cds_digest(parts, sizeof parts / sizeof *parts);
    cds_sha256 stored;
    return srv_row_read_bytes(row, 1, stored.bytes, sizeof stored.bytes) &&
           memcmp(&stored, &key, sizeof key) == 0 &&
           memcmp(&whole, &entry->idempotency, sizeof whole) == 0;
}

bool srv_stored_key_fits(srv_store *store, const srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_NEXT_KEY);
    srv_row_int(&row, 0, entry->number);
    const bool fits = has_row(&row) && entry->has_idempotency && digests_fit(&row, entry) &&
                      srv_row_read_int(&row, 4) == entry->time_ms;
    srv_row_end(&row);
    return fits;
}

bool srv_stored_key_is_due(srv_store *store, int64_t time_ms)
{
    const int64_t newest = find_int(srv_row_of(store, SRV_NEWEST_KEY), INT64_MIN);
    return newest == INT64_MIN || time_ms >= newest - SRV_IDEMPOTENCY_MS;
}
