// SPDX-License-Identifier: Apache-2.0
// OperationOutcome (FHIR R4): the form errors take where FHIR is spoken.
#pragma once

#include "server/http/problem.h"

/** What a problem document would say: an issue for each fault, else one for the whole. */
void srv_outcome_write(cds_buf *buf, const srv_problem *problem);
