// SPDX-License-Identifier: Apache-2.0
// Paths are walked from the root down and turned round; they are checked from the leaves up.
#include "server/record/merkle.h"

#include <string.h>

/** Leaves from `begin` up to, not with, `end`: a subtree, complete or the tree's right edge. */
typedef struct span {
    uint64_t begin, end;
} span;

/** Where RFC 9162 splits it: the largest power of two below its length, as a level. */
static unsigned split_level(span leaves)
{
    return 63U - (unsigned)__builtin_clzll(leaves.end - leaves.begin - 1);
}

static uint64_t split_at(span leaves)
{
    return leaves.begin + (UINT64_C(1) << split_level(leaves));
}

/** Complete subtrees from the left, folded from the right. */
static cds_status read_root(cds_ctx *ctx, const srv_tree *tree, span leaves, cds_sha256 *out)
{
    srv_frontier edge = {.size = 0};
    while (leaves.begin < leaves.end) {
        const uint64_t length = leaves.end - leaves.begin;
        const unsigned level = 63U - (unsigned)__builtin_clzll(length);
        cds_sha256 root;
        const cds_status status =
            tree->read(ctx, tree->user, level, leaves.begin >> level, &root);
        if (status != CDS_OK)
            return status;
        srv_frontier_push(&edge, level, &root);
        leaves.begin += UINT64_C(1) << level;
    }
    *out = srv_frontier_root(&edge);
    return CDS_OK;
}

static void turn_round(srv_path *path)
{
    for (size_t i = 0; i < path->count / 2; i++) {
        const cds_sha256 first = path->hashes[i];
        path->hashes[i] = path->hashes[path->count - 1 - i];
        path->hashes[path->count - 1 - i] = first;
    }
}

/** One step down towards `index`; the root of the side not taken joins the path. */
static cds_status step_down(cds_ctx *ctx, const srv_tree *tree, uint64_t index, span *at,
                            srv_path *path)
{
    const uint64_t middle = split_at(*at);
    const bool left = index < middle;
    const span other = left ? (span){middle, at->end} : (span){at->begin, middle};
    *at = left ? (span){at->begin, middle} : (span){middle, at->end};
    return read_root(ctx, tree, other, &path->hashes[path->count++]);
}

cds_status srv_merkle_prove(cds_ctx *ctx, const srv_tree *tree, uint64_t index, srv_path *out)
{
    CDS_PROMISE(index < tree->size);
    cds_status status = CDS_OK;
    span at = {0, tree->size};
    out->count = 0;
    while (status == CDS_OK && at.end - at.begin > 1)
        status = step_down(ctx, tree, index, &at, out);
    turn_round(out);
    return status;
}

cds_status srv_merkle_prove_growth(cds_ctx *ctx, const srv_tree *tree, uint64_t size,
                                   srv_path *out)
{
    CDS_PROMISE(size > 0 && size <= tree->size);
    cds_status status = CDS_OK;
    span at = {0, tree->size};
    out->count = 0;
    while (status == CDS_OK && at.end != size)
        status = step_down(ctx, tree, size - 1, &at, out);
    if (status == CDS_OK && at.begin > 0) // the older tree's root is not known to begin with
        status = read_root(ctx, tree, at, &out->hashes[out->count++]);
    turn_round(out);
    return status;
}

/** Where a walk up stands: the place of its node on its level, and of the level's last. */
typedef struct climb {
    uint64_t at, last;
} climb;

/** To the level where the node has a sister; is she on the left? */
static bool sister_is_left(climb *walk)
{
    bool left = (walk->at & 1) != 0 || walk->at == walk->last;
    if (left) { // she is on the left on some level: the next whose node has an odd place
        const unsigned levels = (unsigned)__builtin_ctzll(walk->at);
        walk->at >>= levels;
        walk->last >>= levels;
    }
    walk->at >>= 1;
    walk->last >>= 1;
    return left;
}

bool srv_merkle_includes(const srv_root *tree, uint64_t index, const cds_sha256 *leaf,
                         const srv_path *path)
{
    if (index >= tree->size)
        return false;
    climb walk = {index, tree->size - 1};
    cds_sha256 hash = *leaf;
    for (size_t i = 0; i < path->count; i++) {
        if (walk.last == 0)
            return false;
        hash = sister_is_left(&walk) ? srv_merkle_node(&path->hashes[i], &hash)
                                     : srv_merkle_node(&hash, &path->hashes[i]);
    }
    return walk.last == 0 && memcmp(&hash, &tree->hash, sizeof hash) == 0;
}

bool srv_merkle_grew(const srv_root *older, const srv_root *newer, const srv_path *path)
{
    if (older->size == 0 || older->size > newer->size)
        return false;
    if (older->size == newer->size)
        return path->count == 0 && memcmp(&older->hash, &newer->hash, sizeof older->hash) == 0;
    const bool whole = (older->size & (older->size - 1)) == 0; // the old root begins the path
    if (!whole && path->count == 0)
        return false;
    const unsigned levels = (unsigned)__builtin_ctzll(older->size);
    climb walk = {(older->size - 1) >> levels, (newer->size - 1) >> levels};
    cds_sha256 old_hash = whole ? older->hash : path->hashes[0];
    cds_sha256 new_hash = old_hash;
    for (size_t i = whole ? 0 : 1; i < path->count; i++) {
        if (walk.last == 0)
            return false;
        if (sister_is_left(&walk)) {
            old_hash = srv_merkle_node(&path->hashes[i], &old_hash);
            new_hash = srv_merkle_node(&path->hashes[i], &new_hash);
        } else {
            new_hash = srv_merkle_node(&new_hash, &path->hashes[i]);
        }
    }
    return walk.last == 0 && memcmp(&old_hash, &older->hash, sizeof old_hash) == 0 &&
           memcmp(&new_hash, &newer->hash, sizeof new_hash) == 0;
}
