// SPDX-License-Identifier: Apache-2.0
// Whether the cases would notice a slip of the pen: each leaf is turned round, each number
// moved one step up and down, each presumption left out, each rule's answer swapped, one at a
// time; some passing case must fail. That also says whether each number has a case on either
// side.
#pragma once

#include "engine/decide/trials.h"

typedef struct cds_mutation {
    size_t mutants, killed;
    size_t named; // survivors that a test file names with a reason
} cds_mutation;

/** A survivor nobody named is a gap at the condition's place: CDS_GAP_TURNED, CDS_GAP_EDGE,
 *  CDS_GAP_PRESUMPTION, CDS_GAP_SWAPPED; a named one that is noticed after all, or that does
 *  not exist, is CDS_GAP_NAMED at the name's. `tendon check` refuses CDS_GAP_TURNED,
 *  CDS_GAP_EDGE and CDS_GAP_NAMED.
 *  Thread: the sandbox's ruleset is varied in place and put back, so it is loaded for this
 *  alone and no other thread sees it. Fails: CDS_TOO_LARGE, CDS_FAILED. */
cds_status cds_mutation_run(cds_ctx *ctx, cds_sandbox *sandbox, const cds_trials *trials,
                            cds_gaps *gaps, cds_mutation *out);
