// SPDX-License-Identifier: Apache-2.0
// Which of two values is used where sources disagree: the one whose answers are graver.
#pragma once

#include "server/api/assess.h"
#include "server/fhir/picture.h"

/** Weighs each choice of the picture by evaluating it both ways: that answer wins which comes
 *  earlier in its decision's order, then that which could become the earlier one, then that
 *  for which the earlier rule holds, the first decision first. Items of a list nobody asked
 * whole are used unless that hides what the others could bring: unknown is never no. Fails:
 * CDS_TOO_LARGE. */
cds_status srv_riskier_use(cds_ctx *ctx, cds_sandbox *sandbox, cds_date today,
                           srv_picture *picture);
