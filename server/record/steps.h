// SPDX-License-Identifier: Apache-2.0
// What the record holds of releases: their files, the steps in their lives, and word of new
// ones.
#pragma once

#include "server/record/store.h"

/** The files of a release. Lives: in ctx->mem. Fails: CDS_NOT_FOUND. */
cds_status srv_store_files(cds_ctx *ctx, srv_store *store, cds_text release, srv_files *out);

/** The entries of releases, approvals and activations, in the order of the log; of every node's
 *  log by time. */
cds_status srv_store_steps(cds_ctx *ctx, srv_store *store, srv_entry **out, size_t *count);

/** *out -1: there is none; another number with each that is added, on whatever node. */
cds_status srv_store_last_step(cds_ctx *ctx, srv_store *store, int64_t *out);

/** Waits up to that long for the database to tell of a new step, or until the descriptor `wake`
 *  can be read. True: it told. What is told is soon, and not sure: look at srv_store_last_step
 *  now and then. Without a store nothing is told. */
bool srv_store_await_step(srv_store *store, int wake, int wait_ms);
