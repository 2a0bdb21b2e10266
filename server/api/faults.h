// SPDX-License-Identifier: Apache-2.0
// The answer to a body that is JSON but not what was asked for: 422 with each fault's pointer.
#pragma once

#include "engine/facts/schema.h"
#include "server/http/exchange.h"

/** Answers; `detail` is the sentence above the list. */
void srv_faults_answer(srv_exchange *exchange, const char *detail, const cds_faults *faults);
