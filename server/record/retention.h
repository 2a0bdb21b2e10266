// SPDX-License-Identifier: Apache-2.0
// Whose evaluations have been kept longer than they must be. Nothing is deleted here: that is
// somebody's decision (erasure.h).
#pragma once

#include "server/record/store.h"

#define SRV_DUE_PAGE 200

/** One person whose last evaluation is long ago. */
typedef struct srv_due {
    cds_text reference; // data NULL: all evaluations without one, together
    int64_t count;
    int64_t first_ms, last_ms; // when they were evaluated
} srv_due;

typedef struct srv_due_page {
    size_t count;
    srv_due list[SRV_DUE_PAGE];
} srv_due_page;

/** People by reference, those after `after` (data NULL: the first), whose last evaluation was
 *  before that time; count 0: there are no more. Lives: texts in ctx->mem. */
cds_status srv_store_due(cds_ctx *ctx, srv_store *store, int64_t before_ms, cds_text after,
                         srv_due_page *out);

/** Evaluations without a reference before that time; count 0: none. */
cds_status srv_store_due_unnamed(cds_ctx *ctx, srv_store *store, int64_t before_ms,
                                 srv_due *out);
