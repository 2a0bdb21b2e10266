// SPDX-License-Identifier: Apache-2.0
// The log's key on disk: DIR/log.key for the owner alone, DIR/log.pub for everybody.
#pragma once

#include "server/record/note.h"
#include "server/record/store.h"

struct srv_log_key {
    srv_signer signer;
    cds_key pair;
};

/** The key of this node's log; made at the first start. log.pub is written again where it is
 *  missing. Fails: CDS_FAILED with the file and what to do. */
cds_status srv_log_key_open(cds_ctx *ctx, const char *data_dir, cds_text node,
                            srv_log_key *out);

/** The public half alone, from DIR/log.pub. Fails: CDS_FAILED, there is none; CDS_INVALID, it
 *  does not read. */
cds_status srv_log_pub_read(cds_ctx *ctx, const char *data_dir, srv_signer *out);

/** A small text file, whole. Lives: in ctx->mem. Fails: CDS_FAILED. */
cds_status srv_small_file_read(cds_ctx *ctx, const char *path, cds_text *out);
