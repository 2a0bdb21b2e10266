// SPDX-License-Identifier: Apache-2.0
// From the truths of its rules to a decision's answer, and to all it could become.
#pragma once

#include "engine/decide/evaluator.h"

/** Decides one decision; those it reads are decided already. */
void cds_settle(cds_evaluator *evaluator, const cds_decision *decision);

/** After all are decided: the answers that another decision's current answer hides. */
void cds_suppress(cds_evaluator *evaluator);
