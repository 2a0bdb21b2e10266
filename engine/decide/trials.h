// SPDX-License-Identifier: Apache-2.0
// All cases of a release, each tried once: what came of it and which conditions it saw on the
// way. Coverage and mutation start from there.
#pragma once

#include "engine/decide/gap.h"
#include "engine/decide/trial.h"

/** One case, tried. */
typedef struct cds_tried {
    const cds_casefile *file;
    const cds_case *one;
    const cds_facts *facts;
    bool passed;
    const uint8_t *seen; // of each condition by index: cds_truth + 1 as the case found it; 0:
                         // what the case is about does not read it, or had no need to
} cds_tried;

typedef struct cds_trials {
    const cds_casefile *files; // in path order
    size_t file_count;
    const cds_tried *list; // in file order
    size_t count, failed;  // failed: cases, and files that are refused
} cds_trials;

/** Reads every `.test.lua` of the sandbox's ruleset (but retired/) and tries each case; one
 *  that fails, and a file that is refused, is a gap of kind CDS_GAP_CASE. Lives: in ctx->mem,
 *  borrowing the ruleset. Fails: CDS_TOO_LARGE, CDS_FAILED. */
cds_status cds_trials_run(cds_ctx *ctx, cds_sandbox *sandbox, cds_gaps *gaps, cds_trials *out);
