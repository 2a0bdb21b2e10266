// SPDX-License-Identifier: Apache-2.0
// FHIR in, guidance out: what was evaluated is on disk before it is answered, as by
// POST /v1/evaluations.
#pragma once

#include "server/http/exchange.h"

/** POST /fhir/QuestionnaireResponse/$evaluate */
void srv_fhir_evaluate_post(srv_exchange *exchange);
