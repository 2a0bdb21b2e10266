// SPDX-License-Identifier: Apache-2.0
// Which unanswered questions would change the advice, and to what.
#pragma once

#include "engine/decide/evaluate.h"

typedef struct cds_change_to {
    const cds_decision *decision;
    uint64_t answers; // bits: what it could become through this fact, other than it is; the
                      // answer it has, where the fact only settles it (advice lacked it)
} cds_change_to;

typedef struct cds_question {
    const cds_field *field;
    const cds_change_to *changes; // decisions in shown order
    size_t change_count;
} cds_question;

typedef struct cds_questions {
    const cds_question *list; // safety first: decisions in shown order, then how many they
                              // touch, then field order
    size_t count;
} cds_questions;

/** Fields still open in a rule's condition: unknown leaves that learning could settle. Bits by
 *  field index in `open` (one byte a field, set to 1). */
void cds_questions_of_condition(const cds_evaluation *evaluation,
                                const cds_condition *condition, uint8_t *open);
cds_status cds_questions_collect(cds_ctx *ctx, const cds_evaluation *evaluation,
                                 cds_questions *out);
