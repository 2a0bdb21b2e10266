// SPDX-License-Identifier: Apache-2.0
// One walk over the entries; tiles, checkpoints and keys are met on the way.
#include "server/record/verify.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "server/record/derived.h"
#include "server/record/entry.h"
#include "server/record/verify_entry.h"
#include "server/record/verify_store.h"

#define LINES_OF_NOTE 5
#define WALKS_MAX 5

typedef struct walker {
    const srv_verifying *how;
    srv_store *store;
    int64_t count;
    srv_frontier frontier;
    uint64_t good_size; // covered by a good checkpoint
    bool has_checkpoint;
    int64_t checkpoints;
    int64_t next_size; // of the next checkpoint
    cds_sha256 next_root;
    int64_t next_key; // the entry the next row of the index of keys stands for
    int64_t first_activation;
    int64_t indexed; // rows the partial indexes should hold
} walker;

static size_t count_lines(cds_text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.data[i] == '\n';
    return count;
}

/** Reads the next checkpoint, which must be signed and cover more than the last one. */
static cds_status next_checkpoint(cds_ctx *ctx, walker *walk)
{
    srv_checkpoint checkpoint;
    const int64_t from = walk->checkpoints == 0 ? INT64_MIN : walk->checkpoints;
    const int64_t covered = walk->checkpoints == 0 ? 0 : walk->next_size;
    cds_status status = srv_store_next_checkpoint(ctx, walk->store, from, &checkpoint);
    walk->has_checkpoint = status == CDS_OK;
    if (status == CDS_NOT_FOUND) {
        cds_error_clear(ctx);
        return CDS_OK;
    }
    if (status != CDS_OK)
        return status;
    srv_root signed_root;
    status = srv_note_read(ctx, checkpoint.note, walk->how->signer, &signed_root);
    if (status != CDS_OK || count_lines(checkpoint.note) != LINES_OF_NOTE ||
        signed_root.size != (uint64_t)checkpoint.size || checkpoint.size <= covered)
        return srv_verify_fail(
            ctx, covered, "the next checkpoint is not one that this log's key signed here");
    if (checkpoint.number != walk->checkpoints)
        return srv_verify_fail(ctx, covered, "a checkpoint is missing from here on");
    walk->next_size = checkpoint.size;
    walk->next_root = signed_root.hash;
    walk->checkpoints++;
    return CDS_OK;
}

/** The tree as it is now must be what was signed of this size, here or elsewhere. */
static cds_status check_roots(cds_ctx *ctx, walker *walk)
{
    const cds_sha256 root = srv_frontier_root(&walk->frontier);
    const srv_root *against = walk->how->against;
    if (against != NULL && against->size == walk->frontier.size &&
        memcmp(&against->hash, &root, sizeof root) != 0)
        return srv_verify_fail(ctx, (int64_t)walk->good_size,
                               "this entry, or one after it, is not what the checkpoint kept "
                               "elsewhere covers");
    if (!walk->has_checkpoint || (uint64_t)walk->next_size != walk->frontier.size)
        return CDS_OK;
    if (memcmp(&walk->next_root, &root, sizeof root) != 0)
        return srv_verify_fail(ctx, (int64_t)walk->good_size,
                               "this entry, or one after it, is not what the next checkpoint "
                               "covers");
    walk->good_size = walk->frontier.size;
    return next_checkpoint(ctx, walk);
}

static cds_status check_tiles(cds_ctx *ctx, walker *walk)
{
    const uint64_t size = walk->frontier.size;
    for (unsigned level = 1; level < 8 && (size & ((UINT64_C(1) << 8 * level) - 1)) == 0;
         level++) {
        const int64_t number = (int64_t)(size >> 8 * level) - 1;
        if (!srv_stored_tile_is(walk->store, level, number, &walk->frontier.roots[8UL * level]))
            return srv_verify_fail(ctx, number << 8 * level,
                                   "the stored hash of the entries from here on is not theirs");
    }
    return CDS_OK;
}

static cds_status check_key(cds_ctx *ctx, walker *walk, const srv_entry *entry)
{
    if (walk->next_key < entry->number)
        return srv_verify_fail(ctx, walk->next_key, "its idempotency key belongs to no entry");
    if (walk->next_key > entry->number)
        return entry->has_idempotency && srv_stored_key_is_due(walk->store, entry->time_ms)
                   ? srv_verify_fail(ctx, entry->number, "its idempotency key is missing")
                   : CDS_OK;
    if (!srv_stored_key_fits(walk->store, entry))
        return srv_verify_fail(ctx, entry->number, "its idempotency key is not the request's");
    walk->next_key = srv_stored_next_key(walk->store, entry->number + 1);
    return CDS_OK;
}

/** The row as it would be written now for what the text says. */
static cds_status check_row(cds_ctx *ctx, walker *walk, const srv_entry *entry)
{
    srv_entry derived;
    cds_status status = srv_entry_derive(ctx, entry, &derived);
    if (status == CDS_OK && !srv_stored_row_is(walk->store, &derived))
        status = CDS_INVALID;
    if (status != CDS_OK)
        return srv_verify_fail(ctx, entry->number, "a column does not say what the entry says");
    if (strcmp(entry->kind, SRV_KIND_EVALUATION) == 0 &&
        walk->first_activation <= entry->number && !srv_stored_activated(walk->store, entry))
        return srv_verify_fail(ctx, entry->number,
                               "no activation in the log has its release, name and time");
    return CDS_OK;
}

static cds_status check_alone(cds_ctx *ctx, const walker *walk, const srv_entry *entry)
{
    const cds_status status = srv_verify_entry(ctx, walk->store, walk->count, entry);
    const char *why =
        status == CDS_OK && walk->how->judge != NULL ? walk->how->judge(ctx, entry) : NULL;
    return why == NULL ? status : srv_verify_fail(ctx, entry->number, why);
}

/** In how many of the partial indexes the entry stands. */
static int64_t indexes_of(const srv_entry *entry)
{
    const bool evaluation = strcmp(entry->kind, SRV_KIND_EVALUATION) == 0;
    const bool feedback = strcmp(entry->kind, SRV_KIND_FEEDBACK) == 0;
    const bool erasure = strcmp(entry->kind, SRV_KIND_ERASURE) == 0;
    return (entry->marks.data != NULL) + (entry->reference.data != NULL) +
           (entry->erasure != 0) + feedback + (!evaluation && !feedback && !erasure);
}

static cds_status check_entry(cds_ctx *ctx, walker *walk, const srv_entry *entry)
{
    const int64_t expected = (int64_t)walk->frontier.size;
    if (entry->number != expected)
        return srv_verify_fail(ctx, expected < entry->number ? expected : entry->number,
                               expected < entry->number ? "it is missing"
                                                        : "it is no entry of this log");
    cds_status status = check_alone(ctx, walk, entry);
    if (status == CDS_OK)
        status = check_row(ctx, walk, entry);
    if (status == CDS_OK)
        status = check_key(ctx, walk, entry);
    if (status != CDS_OK)
        return status;
    walk->indexed += indexes_of(entry);
    srv_frontier_push(&walk->frontier, 0, &entry->leaf);
    status = check_tiles(ctx, walk);
    return status == CDS_OK ? check_roots(ctx, walk) : status;
}

static cds_status check_page(cds_ctx *ctx, walker *walk, bool *out_end)
{
    static const int64_t before_all = INT64_MIN;
    srv_page page;
    const uint64_t before = walk->frontier.size;
    const int64_t from = before == 0 ? before_all : (int64_t)before;
    cds_status status = srv_store_page(ctx, walk->store, from, &page);
    for (size_t i = 0; i < page.count && status == CDS_OK; i++) {
        if (page.entries[i].number >= walk->count)
            break;
        status = check_entry(ctx, walk, &page.entries[i]);
    }
    *out_end = walk->frontier.size == before || (int64_t)walk->frontier.size >= walk->count;
    if (walk->how->progress != NULL && status == CDS_OK)
        walk->how->progress(walk->how->user, (int64_t)walk->frontier.size, walk->count);
    return status;
}

/** What may still stand after the last entry. */
static cds_status check_rest(cds_ctx *ctx, walker *walk)
{
    const srv_root *against = walk->how->against;
    int64_t first;
    if (against != NULL && against->size > walk->frontier.size)
        return srv_verify_fail(ctx, walk->count,
                               "it is missing; the checkpoint kept elsewhere covers it");
    if ((int64_t)walk->frontier.size < walk->count)
        return srv_verify_fail(ctx, (int64_t)walk->frontier.size, "it is missing");
    if (walk->has_checkpoint && !srv_stored_has_entry(walk->store, walk->next_size - 1))
        return srv_verify_fail(ctx, walk->count, "it is missing; a checkpoint covers it");
    if (srv_stored_stray_tile(walk->store, &first))
        return srv_verify_fail(ctx, first,
                               "a stored hash stands for entries that are not there");
    if (walk->next_key != INT64_MAX && !srv_stored_has_entry(walk->store, walk->next_key))
        return srv_verify_fail(ctx, walk->next_key, "its idempotency key belongs to no entry");
    if (srv_stored_stray_file(walk->store))
        return srv_verify_fail(ctx, 0, "a file is kept that no release of the log brought");
    if (srv_stored_indexed(walk->store, walk->count) != walk->indexed)
        return srv_verify_fail(ctx, 0, "an index holds what no entry says");
    return CDS_OK;
}

static cds_status begin(cds_ctx *ctx, walker *walk)
{
    const srv_root *against = walk->how->against;
    cds_status status = srv_store_count(ctx, walk->store, &walk->count);
    if (status == CDS_OK && !srv_stored_node_is(walk->store, walk->how->signer->name))
        status = srv_verify_fail(ctx, 0, "the store is not the one whose log this key signs");
    if (status == CDS_OK && against != NULL && against->size == 0)
        status = check_roots(ctx, walk);
    if (status == CDS_OK)
        status = next_checkpoint(ctx, walk);
    walk->next_key = srv_stored_next_key(walk->store, INT64_MIN);
    walk->first_activation = srv_stored_first_activation(walk->store);
    return status;
}

static cds_status walk_once(cds_ctx *ctx, srv_store *store, const srv_verifying *how,
                            srv_verified *out)
{
    walker walk = {.how = how, .store = store};
    bool end = false;
    cds_status status = begin(ctx, &walk);
    while (status == CDS_OK && !end) {
        status = check_page(ctx, &walk, &end);
        cds_arena_reset(ctx->mem);
    }
    if (status == CDS_OK)
        status = check_rest(ctx, &walk);
    if (srv_stored_end(ctx, store) != CDS_OK) // which is no entry's fault
        return CDS_FAILED;
    if (status == CDS_OK)
        *out = (srv_verified){(int64_t)walk.frontier.size,
                              walk.checkpoints - (walk.has_checkpoint ? 1 : 0)};
    return status;
}

// What is erased during the walk looks wrong to it: then it is walked anew.
cds_status srv_log_verify(cds_ctx *ctx, srv_store *store, const srv_verifying *how,
                          srv_verified *out)
{
    cds_status status = CDS_OK;
    for (int i = 0; i < WALKS_MAX; i++) {
        const int64_t erased = srv_stored_erased_total(store);
        cds_error_clear(ctx);
        status = walk_once(ctx, store, how, out);
        if (status != CDS_INVALID || srv_stored_erased_total(store) == erased)
            break;
    }
    return status;
}
