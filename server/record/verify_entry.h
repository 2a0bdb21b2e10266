// SPDX-License-Identifier: Apache-2.0
// One entry by itself: its text against its leaf, or, once it is erased, what is left of it
// against the erasure that says so; and the files of a release it brings.
#pragma once

#include "server/record/verify.h"

/** Records CDS_INVALID, where is `entry N`, unless the store could not be read, or memory
 * ended: then that stays. */
cds_status srv_verify_fail(cds_ctx *ctx, int64_t number, const char *why);

/** `count`: entries of the log that are verified. Fails: as srv_verify_fail. */
cds_status srv_verify_entry(cds_ctx *ctx, srv_store *store, int64_t count,
                            const srv_entry *entry);
