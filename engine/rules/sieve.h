// SPDX-License-Identifier: Apache-2.0
// What rules out many rules at once: numbers that facts must reach for a rule to hold at all,
// side by side for all rules, so that most are passed over without being looked at.
#pragma once

#include "engine/rules/ruleset.h"

#define CDS_BOUNDS 6 // of a rule, at most

/** A fact as a number: itself, the place of its choice, 1 for yes and 0 for no; on the way
 *  down, that number negated. So "at most 20" is -20, which must be reached as well. */
typedef struct cds_scale {
    size_t field; // by its index
    cds_field_kind kind;
    bool request;
    bool down;
} cds_scale;

/** For each rule by its index a number, and the scale on which a fact must reach it. */
typedef struct cds_mesh {
    const double *numbers;
    const uint32_t *scales;
} cds_mesh;

typedef struct cds_sieve {
    const cds_scale *scales; // nothing falls short on the first: a rule with fewer bounds
    size_t scale_count;
    cds_mesh meshes[CDS_BOUNDS]; // the first holds back the most
} cds_sieve;

/** For rules that are ready otherwise. Lives: in ctx->mem; `scratch` until it returns. Fails:
 *  CDS_TOO_LARGE. */
cds_status cds_sieve_make(cds_ctx *ctx, cds_arena *scratch, const cds_ruleset_view *rules,
                          const cds_sieve **out);
