// SPDX-License-Identifier: Apache-2.0
// Rules laid to rest: each file under retired/ says when, why, and what took its place. Source:
// rule-language.md, "What `tendon check` refuses".
#pragma once

#include "engine/decide/gap.h"
#include "engine/rules/ruleset.h"

/** Adds CDS_GAP_LINT for each file that doesn't. The files are not run: what they rest on may
 * be gone; their tokens are read. */
void cds_check_retired(cds_gaps *gaps, const cds_ruleset *rules);
