// SPDX-License-Identifier: Apache-2.0
// Why this answer for this person, and what would change it, as a colleague would say it.
#pragma once

#include "engine/decide/evaluate.h"

/** A decision: its answer, the rules and facts behind it, what is still open, whom to ask what
 *  next. Fails: CDS_TOO_LARGE. */
cds_status cds_explain_answer(cds_ctx *ctx, const cds_evaluation *evaluation,
                              const cds_decision *decision, cds_buf *buf);

/** One rule: whether it holds for this person, why, and what that means for its decision.
 *  Fails: CDS_TOO_LARGE. */
cds_status cds_explain_rule_for(cds_ctx *ctx, const cds_evaluation *evaluation,
                                const cds_rule *rule, cds_buf *buf);
