// SPDX-License-Identifier: Apache-2.0
// Idempotency keys beside the entries. In SQLite no index is kept of them, which would be
// written all over with each group: a filter tells among which few rows one may be.
#include <string.h>

#include "server/record/keys.h"
#include "server/record/store_inner.h"

void srv_store_know_keys(srv_store *store, srv_key_filter *keys)
{
    store->keys = keys;
}

cds_status srv_store_load_keys(cds_ctx *ctx, srv_store *store, int64_t not_before_ms)
{
    srv_row row = srv_row_of(store, SRV_KEYS_SINCE);
    srv_row_int(&row, 0, not_before_ms);
    bool has_room = true;
    int code = srv_row_step(&row);
    for (; code == SRV_CODE_ROW && has_room; code = srv_row_step(&row)) {
        cds_sha256 key;
        if (srv_row_read_bytes(&row, 1, key.bytes, sizeof key.bytes))
            has_room = srv_key_filter_add(store->keys, &key, srv_row_read_int(&row, 0),
                                          srv_row_read_int(&row, 2));
    }
    srv_row_end(&row);
    if (!has_room)
        return cds_fail_memory(ctx);
    return code == SRV_CODE_DONE ? CDS_OK : srv_store_fail(ctx, store, code, "be read");
}

/** The rows of an entry under the key that is not older, among those. */
static srv_row rows_among(srv_store *store, srv_statement statement, const cds_sha256 *key,
                          int64_t not_before_ms, const srv_key_range *range)
{
    srv_row row = srv_row_of(store, statement);
    srv_row_bytes(&row, 0, key, sizeof *key);
    srv_row_int(&row, 1, not_before_ms);
    srv_row_int(&row, 2, range->first);
    srv_row_int(&row, 3, range->last);
    return row;
}

cds_status srv_store_find_key(cds_ctx *ctx, srv_store *store, const cds_sha256 *idempotency_key,
                              int64_t not_before_ms, srv_entry *out)
{
    srv_key_range range = {.block = INT64_MAX};
    while (srv_key_filter_next(store->keys, idempotency_key, &range)) {
        const srv_row row =
            rows_among(store, SRV_FIND_KEY, idempotency_key, not_before_ms, &range);
        const cds_status status = srv_store_read_one(ctx, store, row, out);
        if (status != CDS_NOT_FOUND)
            return status;
        cds_error_clear(ctx);
    }
    return cds_fail(ctx, CDS_NOT_FOUND, "", "no entry stands under this key");
}

/** SRV_CODE_ROW: an entry that still counts stands under the key. */
static int look_for_key(srv_store *store, const cds_sha256 *key, int64_t not_before_ms)
{
    srv_key_range range = {.block = INT64_MAX};
    int code = SRV_CODE_DONE;
    while (code == SRV_CODE_DONE && srv_key_filter_next(store->keys, key, &range)) {
        srv_row row = rows_among(store, SRV_KEY_STANDS, key, not_before_ms, &range);
        code = srv_row_step(&row);
        srv_row_end(&row);
    }
    return code;
}

static int insert_key(srv_store *store, const srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_INSERT_KEY);
    srv_row_int(&row, 0, entry->number);
    srv_row_bytes(&row, 1, &entry->idempotency_key, sizeof entry->idempotency_key);
    srv_row_int(&row, 2, entry->time_ms);
    srv_row_text(&row, 3, entry->key);
    srv_row_text(&row, 4, entry->query);
    return srv_row_run(&row);
}

int srv_store_put_key(srv_store *store, const srv_entry *entry)
{
    const cds_sha256 *key = &entry->idempotency_key;
    if (store->driver->many_logs)
        return insert_key(store, entry); // an index makes it the only one
    const int code = look_for_key(store, key, entry->time_ms - SRV_IDEMPOTENCY_MS);
    if (code != SRV_CODE_DONE)
        return code == SRV_CODE_ROW ? SRV_CODE_OK : code;
    if (store->keys != NULL &&
        !srv_key_filter_add(store->keys, key, entry->number, entry->time_ms))
        return SRV_CODE_NO_MEMORY;
    return insert_key(store, entry);
}

int srv_store_purge_keys(srv_store *store, int64_t time_ms, size_t added)
{
    srv_row row = srv_row_of(store, SRV_PURGE_KEYS);
    srv_row_int(&row, 0, time_ms - SRV_IDEMPOTENCY_MS);
    srv_row_int(&row, 1, (int64_t)added * 2);
    return srv_row_run(&row);
}
