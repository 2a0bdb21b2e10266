// SPDX-License-Identifier: Apache-2.0
// The growing edge of the log's Merkle tree (RFC 9162, 2.1.1): constant memory, a leaf in
// O(log n) hashes.
#pragma once

#include "engine/base/digest.h"

#define SRV_MERKLE_LEVELS 63

typedef struct srv_frontier {
    uint64_t size; // leaves
    /** By level: the root of the last complete subtree of 2^level leaves, where there is one
     *  and it was not jumped over by a push above it. */
    cds_sha256 roots[SRV_MERKLE_LEVELS];
} srv_frontier;

/** SHA-256(0x01 || left || right). */
cds_sha256 srv_merkle_node(const cds_sha256 *left, const cds_sha256 *right);

/** Adds a complete subtree of 2^level leaves; level 0: a leaf's hash. `size` is a multiple of
 *  2^level. */
void srv_frontier_push(srv_frontier *frontier, unsigned level, const cds_sha256 *root);

/** The root of all leaves; of none: SHA-256 of nothing. */
cds_sha256 srv_frontier_root(const srv_frontier *frontier);
