// SPDX-License-Identifier: Apache-2.0
// Why a rule holds, or does not: a minimal set of leaves, not the whole tree.
#pragma once

#include "engine/decide/evaluate.h"

typedef struct cds_reason {
    const cds_condition *leaf;
    bool as_false; // the leaf is false, inside none{}: read says_not; or a false finding, named
                   // whole
    bool open;     // unknown, inside a presumption: no value to show
} cds_reason;

typedef struct cds_reasons {
    const cds_reason *list; // in the order of the condition, none twice or said by another
    size_t count;
} cds_reasons;

/** Why the condition is true, presumed or false: it is not unknown. Lives: in ctx->mem. */
cds_status cds_because(cds_ctx *ctx, const cds_evaluation *evaluation,
                       const cds_condition *condition, cds_reasons *out);

/** What one asking learns for the next of the same evaluation: how many leaves it takes to
 *  explain a false finding, 0 while nobody looked. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
typedef uint8_t *cds_learnt;
cds_status cds_learnt_new(cds_ctx *ctx, const cds_evaluation *evaluation, cds_learnt *out);

/** As cds_because, the sooner the more was asked before. */
cds_status cds_because_learning(cds_ctx *ctx, const cds_evaluation *evaluation,
                                const cds_condition *condition, cds_learnt learnt,
                                cds_reasons *out);
