// SPDX-License-Identifier: Apache-2.0
// Where two releases can tell one person different things, so that most people need not be
// decided under both to know that nothing changes for them.
#pragma once

#include "engine/decide/in_play.h"

typedef struct cds_suspects {
    bool same_schema; // facts read under one hold under the other
    bool everything;  // schema or decisions differ: no part of the decision is beyond doubt
    // Otherwise what only one has, or has otherwise. A person for whom none of it is in play,
    // in neither release, is told the same, byte for byte.
    cds_players before, after;
} cds_suspects;

/** Lives: in ctx->mem, borrowing both. Fails: CDS_TOO_LARGE. */
cds_status cds_suspects_find(cds_ctx *ctx, const cds_ruleset_view *before,
                             const cds_ruleset_view *after, cds_suspects *out);
