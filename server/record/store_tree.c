// SPDX-License-Identifier: Apache-2.0
// The log's tree in SQLite: leaves stand with their entries, tiles hold the roots of complete
// subtrees of 256^level leaves, checkpoints what was signed.
#include "server/record/log_key.h"
#include "server/record/store_inner.h"
#include "server/record/verify_store.h"

#define TILE_LEVELS 7 // 256^7 leaves are more than there will be

/** Hashes side by side: leaves (tile level 0) or tiles. */
typedef struct stretch {
    unsigned level;
    uint64_t first;
    size_t count;
} stretch;

static cds_status read_hashes(cds_ctx *ctx, srv_store *store, stretch of, srv_frontier *out)
{
    srv_row row = srv_row_of(store, of.level == 0 ? SRV_LEAVES : SRV_TILES);
    size_t got = 0;
    cds_sha256 hash;
    srv_row_int(&row, 0, (int64_t)of.level);
    srv_row_int(&row, 1, (int64_t)of.first);
    srv_row_int(&row, 2, (int64_t)of.count);
    int code = SRV_CODE_OK;
    while (code == SRV_CODE_OK && (code = srv_row_step(&row)) == SRV_CODE_ROW &&
           srv_row_read_bytes(&row, 0, hash.bytes, sizeof hash.bytes)) {
        srv_frontier_push(out, 8 * of.level, &hash);
        got++;
        code = SRV_CODE_OK;
    }
    srv_row_end(&row);
    if (code != SRV_CODE_DONE && code != SRV_CODE_ROW)
        return srv_store_fail(ctx, store, code, "be read");
    return got == of.count ? CDS_OK
                           : cds_fail(ctx, CDS_FAILED, store->data_dir,
                                      "the log lacks hashes: run `tendon log verify`");
}

static cds_status read_subtree(cds_ctx *ctx, void *user, unsigned level, uint64_t index,
                               cds_sha256 *out)
{
    srv_frontier edge = {.size = 0};
    const unsigned height = level % 8;
    const cds_status status = read_hashes(
        ctx, user, (stretch){level / 8, index << height, (size_t)1 << height}, &edge);
    if (status == CDS_OK)
        *out = edge.roots[level];
    return status;
}

srv_tree srv_store_tree(srv_store *store, uint64_t size)
{
    return (srv_tree){.size = size, .read = read_subtree, .user = store};
}

cds_status srv_store_load_frontier(cds_ctx *ctx, srv_store *store, srv_frontier *out)
{
    srv_frontier edge = {.size = 0};
    int64_t size;
    cds_status status = srv_store_count(ctx, store, &size);
    for (unsigned above = TILE_LEVELS; above > 0 && status == CDS_OK; above--) {
        const unsigned level = above - 1;
        const uint64_t there = (uint64_t)size >> (8 * level);
        status = read_hashes(ctx, store, (stretch){level, there & ~UINT64_C(255), there & 255},
                             &edge);
    }
    if (status == CDS_OK)
        *out = edge;
    return status;
}

int srv_store_grow(srv_store *store, srv_frontier *frontier, const cds_sha256 *leaf)
{
    int code = SRV_CODE_OK;
    srv_frontier_push(frontier, 0, leaf);
    for (unsigned level = 1; code == SRV_CODE_OK && level < TILE_LEVELS; level++) {
        if ((frontier->size & ((UINT64_C(1) << 8 * level) - 1)) != 0)
            break;
        srv_row row = srv_row_of(store, SRV_PUT_TILE);
        srv_row_int(&row, 0, (int64_t)level);
        srv_row_int(&row, 1, (int64_t)(frontier->size >> 8 * level) - 1);
        srv_row_bytes(&row, 2, frontier->roots[8UL * level].bytes, CDS_SHA256_BYTES);
        code = srv_row_run(&row);
    }
    return code;
}

static cds_status read_checkpoint(cds_ctx *ctx, srv_store *store, srv_row row,
                                  srv_checkpoint *out)
{
    const int code = srv_row_step(&row);
    srv_checkpoint checkpoint;
    cds_status status = CDS_OK;
    if (code == SRV_CODE_ROW) {
        checkpoint.number = srv_row_read_int(&row, 0);
        checkpoint.size = srv_row_read_int(&row, 1);
        status = srv_row_read_text(ctx, &row, 2, &checkpoint.note);
    } else {
        status = code == SRV_CODE_DONE
                     ? cds_fail(ctx, CDS_NOT_FOUND, "", "the log has no checkpoint yet")
                     : srv_store_fail(ctx, store, code, "be read");
    }
    srv_row_end(&row);
    if (status == CDS_OK)
        *out = checkpoint;
    return status;
}

cds_status srv_store_latest_checkpoint(cds_ctx *ctx, srv_store *store, srv_checkpoint *out)
{
    return read_checkpoint(ctx, store, srv_row_of(store, SRV_LATEST_CHECKPOINT), out);
}

cds_status srv_store_next_checkpoint(cds_ctx *ctx, srv_store *store, int64_t number,
                                     srv_checkpoint *out)
{
    srv_row row = srv_row_of(store, SRV_NEXT_CHECKPOINT);
    srv_row_int(&row, 0, number);
    return read_checkpoint(ctx, store, row, out);
}

static cds_status put_checkpoint(cds_ctx *ctx, srv_store *store,
                                 const srv_checkpoint *checkpoint)
{
    srv_row row = srv_row_of(store, SRV_PUT_CHECKPOINT);
    srv_row_int(&row, 0, checkpoint->number);
    srv_row_int(&row, 1, checkpoint->size);
    srv_row_text(&row, 2, checkpoint->note);
    const int code = srv_row_run(&row);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

/** The latest checkpoint; number -1 and size 0: there is none. */
static cds_status find_latest(cds_ctx *ctx, srv_store *store, srv_checkpoint *out)
{
    const cds_status status = srv_store_latest_checkpoint(ctx, store, out);
    if (status != CDS_NOT_FOUND)
        return status;
    cds_error_clear(ctx);
    *out = (srv_checkpoint){.number = -1};
    return CDS_OK;
}

static cds_status sign_edge(cds_ctx *ctx, srv_store *store, srv_frontier *frontier, void *user)
{
    const srv_log_key *key = user;
    const srv_root tree = {frontier->size, srv_frontier_root(frontier)};
    srv_checkpoint checkpoint;
    cds_buf note;
    cds_status status = find_latest(ctx, store, &checkpoint);
    if (status != CDS_OK || (uint64_t)checkpoint.size == tree.size)
        return status;
    if ((uint64_t)checkpoint.size > tree.size)
        return cds_fail(
            ctx, CDS_FAILED, store->data_dir,
            "the log holds fewer entries than were signed: run `tendon log verify`, "
            "and bring back the store from a copy");
    checkpoint.number++;
    checkpoint.size = (int64_t)tree.size;
    cds_buf_init(&note, ctx->mem);
    srv_note_write(&note, &key->signer, &key->pair, &tree);
    status = cds_buf_end(ctx, &note, &checkpoint.note);
    return status == CDS_OK ? put_checkpoint(ctx, store, &checkpoint) : status;
}

cds_status srv_store_sign(cds_ctx *ctx, srv_store *store, const srv_log_key *key)
{
    srv_log_key copy = *key;
    return srv_store_within(ctx, store, sign_edge, &copy);
}
