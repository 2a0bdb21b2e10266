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
