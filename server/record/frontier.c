// SPDX-License-Identifier: Apache-2.0
// A binary counter whose digits are subtrees: a leaf carries as one does.
#include "server/record/frontier.h"

cds_sha256 srv_merkle_node(const cds_sha256 *left, const cds_sha256 *right)
{
    const cds_text parts[] = {{"\x01", 1},
                              {(const char *)left->bytes, CDS_SHA256_BYTES},
                              {(const char *)right->bytes, CDS_SHA256_BYTES}};
    return cds_digest(parts, 3);
}

void srv_frontier_push(srv_frontier *frontier, unsigned level, const cds_sha256 *root)
{
    CDS_PROMISE(level < SRV_MERKLE_LEVELS &&
                (frontier->size & ((UINT64_C(1) << level) - 1)) == 0);
    const uint64_t added = UINT64_C(1) << level;
    cds_sha256 carried = *root;
    for (; (frontier->size >> level & 1) != 0; level++) {
        const cds_sha256 left = frontier->roots[level];
        frontier->roots[level] = carried;
        carried = srv_merkle_node(&left, &carried);
    }
    frontier->roots[level] = carried;
    frontier->size += added;
}

cds_sha256 srv_frontier_root(const srv_frontier *frontier)
{
    cds_sha256 root = cds_digest(NULL, 0);
    bool begun = false;
    for (unsigned level = 0; level < SRV_MERKLE_LEVELS; level++) {
        if ((frontier->size >> level & 1) == 0)
            continue;
        root = begun ? srv_merkle_node(&frontier->roots[level], &root) : frontier->roots[level];
        begun = true;
    }
    return root;
}
