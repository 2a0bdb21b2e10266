// SPDX-License-Identifier: Apache-2.0
// Whether some rules and contradictions have a part in what a person is told: looked at alone,
// without deciding the rest.
#pragma once

#include "engine/decide/evaluator.h"

/** What is looked at, and the decisions that must be settled before: those it reads, and those
 *  they read. */
typedef struct cds_players {
    const cds_rule **rules;
    size_t rule_count;
    const cds_contradiction **contradictions;
    size_t contradiction_count;
    bool *read; // of each decision, by its index
} cds_players;

/** Fills `read` for the rules and contradictions listed. Lives: in ctx->mem. Fails:
 *  CDS_TOO_LARGE. */
cds_status cds_players_prepare(cds_ctx *ctx, const cds_ruleset_view *rules,
                               cds_players *players);

/** False: the decision's bytes would be the same without them. A rule has no part when it is
 *  false, inactive, or nobody asked for its decision; a contradiction when it is not plainly
 *  true. Where a measure broke it is true. Fails: CDS_TOO_LARGE. */
cds_status cds_in_play(cds_ctx *ctx, cds_inputs inputs, const cds_players *players, bool *out);
