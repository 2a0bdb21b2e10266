// SPDX-License-Identifier: Apache-2.0
// Proofs over the log's Merkle tree (RFC 9162, 2.1.3 and 2.1.4): making and checking them.
#pragma once

#include "server/record/frontier.h"

/** A tree as far as it is proved over: its size, and who knows its complete subtrees. */
typedef struct srv_tree {
    uint64_t size;
    /** The root of the complete subtree of 2^level leaves that begins at leaf
     *  index * 2^level. */
    cds_status (*read)(cds_ctx *ctx, void *user, unsigned level, uint64_t index,
                       cds_sha256 *out);
    void *user;
} srv_tree;

#define SRV_PATH_MAX 64

/** The hashes of a proof, from the leaves up. */
typedef struct srv_path {
    size_t count;
    cds_sha256 hashes[SRV_PATH_MAX];
} srv_path;

/** That leaf `index` < size is in the tree. Fails: as `read`. */
cds_status srv_merkle_prove(cds_ctx *ctx, const srv_tree *tree, uint64_t index, srv_path *out);

/** That the tree's first `size` leaves, 1 to all, are the whole of an older tree. */
cds_status srv_merkle_prove_growth(cds_ctx *ctx, const srv_tree *tree, uint64_t size,
                                   srv_path *out);

/** A tree by its size and root. */
typedef struct srv_root {
    uint64_t size;
    cds_sha256 hash;
} srv_root;

/** Is the leaf with that hash at `index` of the tree? */
bool srv_merkle_includes(const srv_root *tree, uint64_t index, const cds_sha256 *leaf,
                         const srv_path *path);

/** Did the older tree grow into the newer one? Nothing grows from an empty tree: false. */
bool srv_merkle_grew(const srv_root *older, const srv_root *newer, const srv_path *path);
