// SPDX-License-Identifier: Apache-2.0
// What the passing cases reach: rules, the leaves of their conditions, answers of decisions.
#pragma once

#include "engine/decide/trials.h"

typedef struct cds_share {
    size_t reached, of;
} cds_share;

/** Only active rules count, and what they and the decisions read. */
typedef struct cds_coverage {
    cds_share rules;   // some case makes it answer, plainly or presumed
    cds_share leaves;  // some case sees it true and some sees it false; known(): true and
                       // unknown; unless_ruled_out: presumed and not presumed
    cds_share answers; // some case's whole decision gives it
} cds_coverage;

/** What is not reached is a gap: CDS_GAP_RULE, CDS_GAP_LEAF, CDS_GAP_ANSWER. Fails:
 *  CDS_TOO_LARGE. */
cds_status cds_coverage_of(const cds_ruleset *rules, const cds_trials *trials, cds_gaps *gaps,
                           cds_coverage *out);
