// SPDX-License-Identifier: Apache-2.0
// The recommendations of an evaluation as JSON, each with the facts it rests on.
#pragma once

#include "engine/decide/evaluate.h"

/** `[...]` in shown order, answer order, rule id; of a decision with at_most, those with the
 *  most facts. Fails: CDS_TOO_LARGE. */
cds_status cds_recommend_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf);
