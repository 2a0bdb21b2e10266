// SPDX-License-Identifier: Apache-2.0
// What a store knows of its idempotency keys without a look at the disk.
#pragma once

#include "server/record/key_filter.h"
#include "server/record/store.h"

/** The filter to ask first; it lives as long as the store, and holds what is in it: NULL (as at
 *  first) where each row is to be looked at. */
void srv_store_know_keys(srv_store *store, srv_key_filter *keys);

/** Fills the filter with the keys that are not older. Fails: CDS_FAILED. */
cds_status srv_store_load_keys(cds_ctx *ctx, srv_store *store, int64_t not_before_ms);
