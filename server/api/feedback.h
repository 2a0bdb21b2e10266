// SPDX-License-Identifier: Apache-2.0
// POST /v1/evaluations/{id}/feedback: what became of a rule's advice, kept in the same log with
// the version that was shown.
#pragma once

#include "server/http/exchange.h"

void srv_feedback_post(srv_exchange *exchange);

/** Is it a reason that can be counted: 1 to 64 lower-case letters, digits and dashes? */
bool srv_feedback_is_code(cds_text text);
