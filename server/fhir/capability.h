// SPDX-License-Identifier: Apache-2.0
// What this service can do, as a FHIR R4 CapabilityStatement.
#pragma once

#include "server/http/exchange.h"

/** GET /fhir/metadata */
void srv_capability_get(srv_exchange *exchange);
