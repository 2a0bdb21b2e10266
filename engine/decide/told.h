// SPDX-License-Identifier: Apache-2.0
// One person's reasons in words: what was found, with its value, and what is still open.
#pragma once

#include "engine/decide/because.h"

/** "age is 52 (at least 40 years); and running level: recreational". Open ones come last, as
 *  what nobody has asked about. */
void cds_told_reasons(cds_buf *buf, const cds_evaluation *evaluation,
                      const cds_reasons *reasons);

/** What would still have to be found for the condition, which is unknown or presumed, to hold:
 *  parts that are known are left out. */
void cds_told_open(cds_buf *buf, const cds_evaluation *evaluation,
                   const cds_condition *condition);

/** The titles of the facts that are still to be asked: a few, and how many more. Fails:
 *  CDS_TOO_LARGE. */
cds_status cds_told_needs(cds_ctx *ctx, const cds_evaluation *evaluation,
                          const cds_condition *condition, cds_buf *buf);
