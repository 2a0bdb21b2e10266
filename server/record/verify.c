// SPDX-License-Identifier: Apache-2.0
// One walk over the entries; tiles, checkpoints and keys are met on the way.
#include "server/record/verify.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "server/record/derived.h"
#include "server/record/entry.h"
#include "server/record/erasure.h"
#include "server/record/verify_store.h"

#define LINES_OF_NOTE 5

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
} walker;

static cds_status fail_entry(cds_ctx *ctx, int64_t number, const char *why)
{
    char where[40];
    cds_error_clear(ctx);
    (void)snprintf(where, sizeof where, "entry %" PRId64, number);
    return cds_fail(ctx, CDS_INVALID, where, "%s", why);
}

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
        return fail_entry(ctx, covered,
                          "the next checkpoint is not one that this log's key signed here");
    if (checkpoint.number != walk->checkpoints)
        return fail_entry(ctx, covered, "a checkpoint is missing from here on");
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
        return fail_entry(ctx, (int64_t)walk->good_size,
                          "this entry, or one after it, is not what the checkpoint kept "
                          "elsewhere covers");
    if (!walk->has_checkpoint || (uint64_t)walk->next_size != walk->frontier.size)
        return CDS_OK;
    if (memcmp(&walk->next_root, &root, sizeof root) != 0)
        return fail_entry(ctx, (int64_t)walk->good_size,
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
            return fail_entry(ctx, number << 8 * level,
                              "the stored hash of the entries from here on is not theirs");
    }
    return CDS_OK;
}

static cds_status check_key(cds_ctx *ctx, walker *walk, const srv_entry *entry)
{
    if (walk->next_key < entry->number)
        return fail_entry(ctx, walk->next_key, "its idempotency key belongs to no entry");
    if (walk->next_key > entry->number)
        return entry->has_idempotency && srv_stored_key_is_due(walk->store, entry->time_ms)
                   ? fail_entry(ctx, entry->number, "its idempotency key is missing")
                   : CDS_OK;
    if (!srv_stored_key_fits(walk->store, entry))
        return fail_entry(ctx, entry->number, "its idempotency key is not the request's");
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
        return fail_entry(ctx, entry->number, "a column does not say what the entry says");
    if (strcmp(entry->kind, SRV_KIND_EVALUATION) == 0 &&
        walk->first_activation <= entry->number && !srv_stored_activated(walk->store, entry))
        return fail_entry(ctx, entry->number,
                          "no activation in the log has its release, name and time");
    return CDS_OK;
}

static bool leaf_fits(cds_ctx *ctx, const srv_entry *entry)
{
    cds_sha256 leaf;
    return srv_entry_leaf(ctx, entry, &leaf) == CDS_OK && cds_digest_equal(&leaf, &entry->leaf);
}

/** Does the erasure name this entry, with just what is left of it? */
static bool erases(cds_ctx *ctx, const srv_entry *erasure, const srv_entry *entry)
{
    const srv_erased *list;
    size_t count;
    cds_sha256 remains;
    if (strcmp(erasure->kind, SRV_KIND_ERASURE) != 0 || erasure->number <= entry->number ||
        srv_erasure_read(ctx, erasure->detail, &list, &count) != CDS_OK ||
        srv_entry_remains(ctx, entry, &remains) != CDS_OK)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (list[i].number == entry->number)
            return strcmp(list[i].id, entry->id) == 0 &&
                   cds_digest_equal(&list[i].remains, &remains);
    }
    return false;
}

/** An erasure that is not as it was signed is named itself, when the walk comes to it. */
static cds_status check_erased(cds_ctx *ctx, const walker *walk, const srv_entry *entry)
{
    srv_entry erasure;
    const bool comes = entry->erasure > entry->number && entry->erasure < walk->count;
    if (srv_store_entry(ctx, walk->store, entry->erasure, &erasure) != CDS_OK ||
        !leaf_fits(ctx, &erasure)) {
        cds_error_clear(ctx);
        return comes ? CDS_OK
                     : fail_entry(ctx, entry->number,
                                  "its text is gone, and the erasure it names is not there");
    }
    return erases(ctx, &erasure, entry)
               ? CDS_OK
               : fail_entry(ctx, entry->number, "its text is gone, and no erasure says so");
}

/** What an erasure names is erased, and nothing else claims to be. */
static cds_status check_erasure(cds_ctx *ctx, const walker *walk, const srv_entry *entry)
{
    const srv_erased *list;
    size_t count;
    if (srv_erasure_read(ctx, entry->detail, &list, &count) != CDS_OK)
        return fail_entry(ctx, entry->number, "it is no erasure that can be read");
    for (size_t i = 0; i < count; i++) {
        srv_entry one;
        if (srv_store_entry(ctx, walk->store, list[i].number, &one) != CDS_OK ||
            one.erasure != entry->number)
            return fail_entry(ctx, entry->number, "something it erased is there again");
    }
    return srv_stored_erased_count(walk->store, entry->number) == (int64_t)count
               ? CDS_OK
               : fail_entry(ctx, entry->number, "entries claim to be erased by it");
}

static cds_status check_text(cds_ctx *ctx, const walker *walk, const srv_entry *entry)
{
    if (entry->erasure != 0)
        return check_erased(ctx, walk, entry);
    if (!leaf_fits(ctx, entry))
        return fail_entry(ctx, entry->number, "its text is not what its leaf was made from");
    return strcmp(entry->kind, SRV_KIND_ERASURE) == 0 ? check_erasure(ctx, walk, entry)
                                                      : CDS_OK;
}

static cds_status check_entry(cds_ctx *ctx, walker *walk, const srv_entry *entry)
{
    const int64_t expected = (int64_t)walk->frontier.size;
    if (entry->number != expected)
        return fail_entry(ctx, expected < entry->number ? expected : entry->number,
                          expected < entry->number ? "it is missing"
                                                   : "it is no entry of this log");
    cds_status status = check_text(ctx, walk, entry);
    if (status == CDS_OK)
        status = check_row(ctx, walk, entry);
    if (status == CDS_OK)
        status = check_key(ctx, walk, entry);
    if (status != CDS_OK)
        return status;
    srv_frontier_push(&walk->frontier, 0, &entry->leaf);
    status = check_tiles(ctx, walk);
    return status == CDS_OK ? check_roots(ctx, walk) : status;
}

static cds_status check_page(cds_ctx *ctx, walker *walk, bool *out_end)
{
    static const int64_t before_all = INT64_MIN;
    srv_page page;
    const int64_t from = walk->frontier.size == 0 ? before_all : (int64_t)walk->frontier.size;
    cds_status status = srv_store_page(ctx, walk->store, from, &page);
    for (size_t i = 0; i < page.count && status == CDS_OK; i++) {
        if (page.entries[i].number >= walk->count)
            break;
        status = check_entry(ctx, walk, &page.entries[i]);
    }
    *out_end = page.count == 0 || (int64_t)walk->frontier.size >= walk->count;
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
        return fail_entry(ctx, walk->count,
                          "it is missing; the checkpoint kept elsewhere covers it");
    if (walk->has_checkpoint && !srv_stored_has_entry(walk->store, walk->next_size - 1))
        return fail_entry(ctx, walk->count, "it is missing; a checkpoint covers it");
    if (srv_stored_stray_tile(walk->store, &first))
        return fail_entry(ctx, first, "a stored hash stands for entries that are not there");
    if (walk->next_key != INT64_MAX && !srv_stored_has_entry(walk->store, walk->next_key))
        return fail_entry(ctx, walk->next_key, "its idempotency key belongs to no entry");
    return CDS_OK;
}

static cds_status begin(cds_ctx *ctx, walker *walk)
{
    const srv_root *against = walk->how->against;
    cds_status status = srv_store_count(ctx, walk->store, &walk->count);
    if (status == CDS_OK && !srv_stored_node_is(walk->store, walk->how->signer->name))
        status = fail_entry(ctx, 0, "the store is not the one whose log this key signs");
    if (status == CDS_OK && against != NULL && against->size == 0)
        status = check_roots(ctx, walk);
    if (status == CDS_OK)
        status = next_checkpoint(ctx, walk);
    walk->next_key = srv_stored_next_key(walk->store, INT64_MIN);
    walk->first_activation = srv_stored_first_activation(walk->store);
    return status;
}

cds_status srv_log_verify(cds_ctx *ctx, srv_store *store, const srv_verifying *how,
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
    if (status == CDS_OK)
        *out = (srv_verified){(int64_t)walk.frontier.size,
                              walk.checkpoints - (walk.has_checkpoint ? 1 : 0)};
    return status;
}
