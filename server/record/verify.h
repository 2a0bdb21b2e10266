// SPDX-License-Identifier: Apache-2.0
// Re-reads the whole log and everything the store keeps beside it, in constant memory and short
// reads, and finds the first entry that is not as it was signed.
#pragma once

#include "server/record/note.h"
#include "server/record/store.h"

typedef struct srv_verifying {
    const srv_signer *signer;
    const srv_root *against; // a checkpoint kept elsewhere, or NULL
    /** What an entry must say for itself, its own signature say; NULL: it does, else why not.
     *  Or NULL. */
    const char *(*judge)(cds_ctx *ctx, const srv_entry *entry);
    /** Told now and then how far it is; or NULL. */
    void (*progress)(void *user, int64_t done, int64_t of);
    void *user;
} srv_verifying;

typedef struct srv_verified {
    int64_t entries;
    int64_t checkpoints;
} srv_verified;

/** All that was there when it began: each entry's text, salt and leaf, every column of its row
 *  and its place in every index, what an erasure says of what it erased, the files of releases
 *  and their digests, tiles, checkpoints (signature, size, root), the index of idempotency
 *  keys. The table of used tokens (jti) is outside: it comes from no entry, and empties itself.
 *  Both roots of two checkpoints come from the same leaves, so each is consistent with the
 * next. Leaves ctx->mem empty. Fails: CDS_INVALID, where is `entry N`, what is why; CDS_FAILED,
 * the store cannot be read. */
cds_status srv_log_verify(cds_ctx *ctx, srv_store *store, const srv_verifying *how,
                          srv_verified *out);
