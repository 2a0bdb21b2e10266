// SPDX-License-Identifier: Apache-2.0
// What loading lets pass, because a running clinic is never stopped by a date or a loose end,
// and what must be mended before a release. Source: rule-language.md, "What `tendon check`
// refuses".
#pragma once

#include "engine/decide/gap.h"
#include "engine/rules/ruleset.h"

#define CDS_TITLE_POINTS_MAX 139
#define CDS_REVIEW_WARNING_DAYS 30

/** Adds CDS_GAP_LINT and CDS_GAP_LOCK for all that is refused, CDS_GAP_WARNING for a review
 *  that is due soon: tests and histories missing, reviews overdue, long titles, rules laid to
 *  rest in the wrong place or without date, reason and successor, answers nobody gives, rules
 * that never win, loose ends, content that changed under an old version. What the cases leave
 * open is asked of coverage.h and mutation.h. */
void cds_check_rules(cds_gaps *gaps, const cds_ruleset *rules, cds_date today);

/** Does a gap of this kind refuse a release? */
bool cds_gap_refuses(cds_gap_kind kind);
