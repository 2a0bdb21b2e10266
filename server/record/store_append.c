// SPDX-License-Identifier: Apache-2.0
// Entries into the store and out of it. The tail is read inside each transaction, so numbers
// have no gaps whatever went before.
#include <stdlib.h>
#include <string.h>

#include "server/record/store_inner.h"

#define TRIES 5 // of a group that collides with another node's

cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried)
{
    store->failed_code = code;
    return cds_fail(ctx, CDS_FAILED, "", "the store could not %s: %s (%s %d)", tried,
                    store->driver->sentence(store, code), store->driver->name, code);
}

cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement)
{
    srv_row row = srv_row_of(store, statement);
    const int code = srv_row_run(&row);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

static bool is_step(const srv_entry *entry)
{
    return strcmp(entry->kind, SRV_KIND_RELEASE) == 0 ||
           strcmp(entry->kind, SRV_KIND_APPROVAL) == 0 ||
           strcmp(entry->kind, SRV_KIND_ACTIVATION) == 0;
}

int srv_store_insert(srv_store *store, srv_frontier *frontier, srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_INSERT);
    entry->number = (int64_t)frontier->size;
    srv_row_entry(&row, entry);
    int code = srv_row_run(&row);
    if (code == SRV_CODE_OK && entry->files != NULL) {
        code = srv_store_put_files(store, entry);
    }
    if (code == SRV_CODE_OK && is_step(entry)) {
        srv_row tell = srv_row_of(store, SRV_TELL);
        code = srv_row_run(&tell);
    }
    return code == SRV_CODE_OK ? srv_store_grow(store, frontier, &entry->leaf) : code;
}

typedef struct group {
    srv_entry *const *entries;
    srv_entry *const *by_key; // the same; where nodes share the keys, in one order for all
    srv_claim *const *claims; // in one order too
    size_t count, claim_count;
    int64_t first; // the number of the first
    bool again;    // some of them are kept elsewhere: without them
} group;

static int insert_all(srv_store *store, srv_frontier *frontier, const group *all, size_t *keys)
{
    int code = SRV_CODE_OK;
    int64_t time_ms = 0;
    for (size_t i = 0; i < all->count && code == SRV_CODE_OK; i++) {
        srv_entry *entry = all->entries[i];
        if (entry->elsewhere)
            continue;
        code = srv_store_insert(store, frontier, entry);
        time_ms = entry->time_ms;
    }
    for (size_t i = 0; i < all->count && code == SRV_CODE_OK; i++) {
        const srv_entry *entry = all->by_key[i];
        if (entry->elsewhere || !entry->has_idempotency)
            continue;
        code = srv_store_put_key(store, entry);
        ++*keys;
    }
    return code == SRV_CODE_OK && *keys > 0 ? srv_store_purge_keys(store, time_ms, *keys)
                                            : code;
}

cds_status srv_store_count(cds_ctx *ctx, srv_store *store, int64_t *out)
{
    srv_row row = srv_row_of(store, SRV_TAIL);
    const int code = srv_row_step(&row);
    const int64_t count = code == SRV_CODE_ROW ? srv_row_read_int(&row, 0) : 0;
    srv_row_end(&row);
    if (code != SRV_CODE_ROW && code != SRV_CODE_DONE) {
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
    cds_status status = store->driver->begin(ctx, store);
    if (status != CDS_OK) {
        return status;
    }
    srv_frontier frontier;
    status = srv_store_run(ctx, store, SRV_LOCK); // nobody else appends to this log
    if (status == CDS_OK) {
        status = current_frontier(ctx, store, &frontier);
    }
    if (status == CDS_OK) {
        status = change(ctx, store, &frontier, user);
    }
    if (status == CDS_OK) {
        status = store->driver->commit(ctx, store);
    }
    if (status == CDS_OK) {
        store->frontier = frontier;
    } else {
        store->driver->rollback(store);
    }
    return status;
}

static bool is_elsewhere(srv_store *store, const srv_entry *entry)
{
    srv_row row = srv_row_of(store, SRV_KEY_ELSEWHERE);
    srv_row_bytes(&row, 0, &entry->idempotency_key, sizeof entry->idempotency_key);
    srv_row_int(&row, 1, entry->time_ms - SRV_IDEMPOTENCY_MS);
    const bool found = srv_row_step(&row) == SRV_CODE_ROW;
    srv_row_end(&row);
    return found;
}

// Keys that were not taken may be another node's: those entries are left out.
static cds_status check_keys(cds_ctx *ctx, srv_store *store, group *all, size_t keys)
{
    srv_row row = srv_row_of(store, SRV_KEYS_FROM);
    srv_row_int(&row, 0, all->first);
    const int code = srv_row_step(&row);
    const int64_t taken = code == SRV_CODE_ROW ? srv_row_read_int(&row, 0) : 0;
    srv_row_end(&row);
    if (code != SRV_CODE_ROW)
        return srv_store_fail(ctx, store, code, "write");
    for (size_t i = 0; i < all->count && taken < (int64_t)keys; i++) {
        srv_entry *entry = all->entries[i];
        if (entry->elsewhere || !entry->has_idempotency || !is_elsewhere(store, entry))
            continue;
        entry->elsewhere = true;
        all->again = true;
    }
    return all->again ? cds_fail(ctx, CDS_FAILED, "", "another node keeps an entry of this key")
                      : CDS_OK;
}

static cds_status append_all(cds_ctx *ctx, srv_store *store, srv_frontier *frontier, void *user)
{
    group *all = user;
    size_t keys = 0;
    all->first = (int64_t)frontier->size;
    int code = insert_all(store, frontier, all, &keys);
    if (code == SRV_CODE_OK && all->claim_count > 0)
        code = srv_store_put_claims(store, all->claims, all->claim_count);
    if (code != SRV_CODE_OK)
        return srv_store_fail(ctx, store, code, "write");
    return store->driver->many_logs && keys > 0 ? check_keys(ctx, store, all, keys) : CDS_OK;
}

/** It crossed another node's transaction, and was sent back. */
static bool collided(const srv_store *store)
{
    return store->driver->collided != NULL && store->driver->collided(store->failed_code);
}

static cds_status keep_all(cds_ctx *ctx, srv_store *store, group *all)
{
    cds_status status = srv_store_within(ctx, store, append_all, all);
    for (int i = 0; status != CDS_OK && (all->again || (collided(store) && i < TRIES)); i++) {
        all->again = false;
        cds_error_clear(ctx);
        status = srv_store_within(ctx, store, append_all, all);
    }
    return status;
}

/** Of equal keys the first entry is first. */
static int by_key(const void *a, const void *b)
{
    const srv_entry *one = *(srv_entry *const *)a;
    const srv_entry *other = *(srv_entry *const *)b;
    const int order =
        memcmp(&one->idempotency_key, &other->idempotency_key, sizeof one->idempotency_key);
    return order != 0 ? order : strcmp(one->id, other->id);
}

static int by_token(const void *a, const void *b)
{
    return memcmp(&(*(srv_claim *const *)a)->token, &(*(srv_claim *const *)b)->token,
                  sizeof(cds_sha256));
}

/** Nodes that take the same rows in one order wait for each other, and never in a circle. */
static cds_status keep_in_order(cds_ctx *ctx, srv_store *store, group *all)
{
    srv_entry **entries = malloc((all->count + 1) * sizeof *entries);
    srv_claim **claims = malloc((all->claim_count + 1) * sizeof *claims);
    cds_status status = entries == NULL || claims == NULL ? cds_fail_memory(ctx) : CDS_OK;
    if (status == CDS_OK) {
        for (size_t i = 0; i < all->count; i++)
            entries[i] = all->entries[i];
        for (size_t i = 0; i < all->claim_count; i++)
            claims[i] = all->claims[i];
        qsort(entries, all->count, sizeof *entries, by_key);
        qsort(claims, all->claim_count, sizeof *claims, by_token);
        all->by_key = entries;
        all->claims = claims;
        status = keep_all(ctx, store, all);
    }
    free(entries);
    free(claims);
    return status;
}

cds_status srv_store_keep(cds_ctx *ctx, srv_store *store, const srv_group *what)
{
    group all = {.entries = what->entries,
                 .by_key = what->entries,
                 .claims = what->claims,
                 .count = what->entry_count,
                 .claim_count = what->claim_count};
    if (store->ballast_given_up)
        return srv_store_fail(ctx, store, store->failed_code, "write");
    for (size_t i = 0; i < all.count; i++)
        all.entries[i]->elsewhere = false;
    return store->driver->many_logs ? keep_in_order(ctx, store, &all)
                                    : keep_all(ctx, store, &all);
}

cds_status srv_store_append(cds_ctx *ctx, srv_store *store, srv_entry *const *entries,
                            size_t count)
{
    return srv_store_keep(ctx, store, &(srv_group){.entries = entries, .entry_count = count});
}

cds_status srv_store_read_one(cds_ctx *ctx, srv_store *store, srv_row row, srv_entry *out)
{
    const int code = srv_row_step(&row);
    cds_status status;
    if (code == SRV_CODE_ROW) {
        status = srv_row_read_entry(ctx, &row, out);
    } else if (code == SRV_CODE_DONE) {
        status = cds_fail(ctx, CDS_NOT_FOUND, "", "there is no such entry in the record");
    } else {
        status = srv_store_fail(ctx, store, code, "be read");
    }
    srv_row_end(&row);
    return status;
}

cds_status srv_store_find(cds_ctx *ctx, srv_store *store, cds_text id, srv_entry *out)
{
    srv_row row = srv_row_of(store, SRV_FIND);
    srv_row_text(&row, 0, id);
    return srv_store_read_one(ctx, store, row, out);
}

cds_status srv_store_entry(cds_ctx *ctx, srv_store *store, int64_t number, srv_entry *out)
{
    srv_row row = srv_row_of(store, SRV_ENTRY);
    srv_row_int(&row, 0, number);
    return srv_store_read_one(ctx, store, row, out);
}

static cds_status read_page(cds_ctx *ctx, srv_store *store, srv_row row, int64_t from,
                            srv_page *out)
{
    const size_t before = cds_arena_used_bytes(ctx->mem);
    cds_status status = CDS_OK;
    srv_row_int(&row, 0, from);
    srv_row_int(&row, 1, SRV_PAGE_ENTRIES);
    int code = SRV_CODE_ROW;
    for (out->count = 0; code == SRV_CODE_ROW && status == CDS_OK;) {
        if (cds_arena_used_bytes(ctx->mem) - before >= SRV_PAGE_BYTES) {
            break;
        }
        code = srv_row_step(&row);
        if (code == SRV_CODE_ROW) {
            status = srv_row_read_entry(ctx, &row, &out->entries[out->count++]);
        }
    }
    srv_row_end(&row);
    return status != CDS_OK || code == SRV_CODE_ROW || code == SRV_CODE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_page(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out)
{
    return read_page(ctx, store, srv_row_of(store, SRV_PAGE), from, out);
}

cds_status srv_store_page_asked(cds_ctx *ctx, srv_store *store, int64_t from, srv_page *out)
{
    return read_page(ctx, store, srv_row_of(store, SRV_PAGE_ASKED), from, out);
}
