// SPDX-License-Identifier: Apache-2.0
// Which rules are worth looking at: all but those that some known fact makes false already.
#pragma once

#include "engine/rules/sieve.h"

/** Rules by their index, in order. */
typedef struct cds_standing {
    const uint32_t *list;
    size_t count;
} cds_standing;

/** All rules. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_sift_none(cds_ctx *ctx, const cds_ruleset_view *rules, cds_standing *out);

/** Those that may hold or are open; one that is left out is false, whatever else is known.
 *  Without a sieve all. Lives and fails as above. */
cds_status cds_sift(cds_ctx *ctx, const cds_ruleset_view *rules, const cds_facts *facts,
                    cds_standing *out);

/** How many of the list are before this rule. */
size_t cds_standing_before(const cds_standing *standing, size_t rule);
