// SPDX-License-Identifier: Apache-2.0
// One decision while it is explained for one person. For the files of explain_*.c alone.
#pragma once

#include "engine/decide/evaluate.h"

typedef struct cds_telling {
    cds_ctx *ctx;
    const cds_evaluation *evaluation;
    const cds_outcome *outcome;
    cds_buf *buf;
} cds_telling;

/** The rules of the decision: places first to end - 1 in evaluation->rules->rules. */
size_t cds_telling_first(const cds_telling *tell);
size_t cds_telling_end(const cds_telling *tell);

/** The strongest answer with a rule that holds, even one withheld until it is final; the number
 *  of answers where no rule holds. */
unsigned cds_telling_winner(const cds_telling *tell);

/** `"Emergency department now" (emergency)`. */
void cds_telling_answer(const cds_telling *tell, unsigned answer);

/** `Stages 0 to 2: strength first (class/home-early-stage)`, with the person's facts. */
void cds_telling_rule(const cds_telling *tell, const cds_rule *rule);

/** The rules that carry the answer, each with its reasons; or why there is none. */
cds_status cds_telling_why(const cds_telling *tell);

/** Each answer it could become, and what would have to be found. */
cds_status cds_telling_changes(const cds_telling *tell);

/** The questions that matter for the decision, in the order to ask them, and whom to ask. */
cds_status cds_telling_questions(const cds_telling *tell);
