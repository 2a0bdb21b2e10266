// SPDX-License-Identifier: Apache-2.0
// POST /cds-services/{id}/feedback: kept in the log once for each rule a card rests on, with
// version, hook instance, user and evaluation. The same feedback again changes nothing.
#pragma once

#include "server/http/exchange.h"

void srv_hook_feedback_post(srv_exchange *exchange);
