// SPDX-License-Identifier: Apache-2.0
// An author's, approver's or operator's key on disk: 32 secret bytes in base64 on one line,
// readable by its owner only.
#pragma once

#include "engine/base/signature.h"

/** Makes a key and a file that was not there, mode 0600. Fails: CDS_FAILED with the path. */
cds_status srv_keyfile_make(cds_ctx *ctx, const char *path, cds_key *out);

/** Fails: CDS_FAILED when it cannot be read, or others may read it; CDS_MALFORMED. */
cds_status srv_keyfile_read(cds_ctx *ctx, const char *path, cds_key *out);
