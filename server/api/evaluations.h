// SPDX-License-Identifier: Apache-2.0
// POST /v1/evaluations and GET /v1/evaluations/{id}.
#pragma once

#include "server/api/service.h"

void srv_evaluations_post(srv_exchange *exchange);
void srv_evaluations_get(srv_exchange *exchange);

/** Answers what the context's error and the faults say; counts the refusal. */
void srv_evaluations_refuse(srv_exchange *exchange, srv_slot *slot, const cds_faults *faults);
