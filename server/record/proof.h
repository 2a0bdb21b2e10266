// SPDX-License-Identifier: Apache-2.0
// Inclusion proofs as files: { "entry", "leaf", "size", "path", "checkpoint" } (api.md), enough
// for anybody who has the log's public key.
#pragma once

#include "server/record/note.h"
#include "server/record/store.h"

/** That the entry is in the tree of the latest checkpoint. Fails: CDS_NOT_FOUND, there is no
 *  such entry; CDS_NOT_YET, no checkpoint covers it. */
cds_status srv_proof_make(cds_ctx *ctx, srv_store *store, const srv_signer *signer,
                          int64_t number, cds_text *out);

/** Is the proof's checkpoint the signer's, and its leaf there? *out is the entry's number.
 * Fails: CDS_MALFORMED, CDS_INVALID with the sentence. */
cds_status srv_proof_check(cds_ctx *ctx, cds_text proof, const srv_signer *signer,
                           int64_t *out);

/** { "entry", "leaf", "salt", "body" }: one entry as clients see it; once it is erased, {
 * "entry", "leaf", "erased_by" }. */
cds_status srv_entry_show(cds_ctx *ctx, const srv_entry *entry, cds_buf *buf);
