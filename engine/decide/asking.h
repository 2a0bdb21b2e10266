// SPDX-License-Identifier: Apache-2.0
// The questions of an evaluation as JSON, each with all that is needed to ask it.
#pragma once

#include "engine/decide/evaluate.h"

/** `[...]`. Fails: CDS_TOO_LARGE. */
cds_status cds_asking_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf);

/** The names of the answers in `answers` (a bit each) as a JSON array: declared ones strongest
 *  first, then while_unknown, the otherwise answer last. */
void cds_answers_write(cds_buf *buf, const cds_decision *decision, uint64_t answers);
