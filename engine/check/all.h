// SPDX-License-Identifier: Apache-2.0
// Every check of a release at once, for `tendon check` and for who proposes one.
#pragma once

#include "engine/check/check.h"
#include "engine/decide/coverage.h"
#include "engine/decide/mutation.h"

typedef struct cds_checked {
    cds_trials trials;
    cds_coverage coverage;
    cds_mutation mutation; // all zero where a case fails
    size_t faults;         // gaps that refuse the release
} cds_checked;

/** Thread: the sandbox's ruleset is loaded for this alone, as cds_mutation_run wants it.
 *  Fails: CDS_TOO_LARGE, CDS_FAILED. */
cds_status cds_check_all(cds_ctx *ctx, cds_sandbox *sandbox, cds_date today, cds_gaps *gaps,
                         cds_checked *out);
