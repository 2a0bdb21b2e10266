// SPDX-License-Identifier: Apache-2.0
// GET /v1/evaluations/{id}/feedback: what became of one evaluation's advice, comments included.
#pragma once

#include "server/http/exchange.h"

void srv_feedback_list(srv_exchange *exchange);
