// SPDX-License-Identifier: Apache-2.0
// Tokens that count once, kept beside the log in the same transactions as entries.
#pragma once

#include "server/record/store.h"

/** A signed token that may be used once. Outside the log: what is kept is a digest of who
 *  issued it and its name, until it could not be used any more. */
typedef struct srv_claim {
    cds_sha256 token;
    int64_t now_s, expires_s; // since 1970, UTC
    bool is_first;            // what came of it: it was not there yet
} srv_claim;

/** What one transaction keeps. */
typedef struct srv_group {
    srv_entry *const *entries;
    srv_claim *const *claims;
    size_t entry_count, claim_count;
} srv_group;

/** srv_store_append with claims too: on return CDS_OK each is on disk and is_first is set. */
cds_status srv_store_keep(cds_ctx *ctx, srv_store *store, const srv_group *group);
