// SPDX-License-Identifier: Apache-2.0
// GET /cds-services and POST /cds-services/{id}.
#pragma once

#include "server/api/service.h"

void srv_hook_services_get(srv_exchange *exchange);
void srv_hook_call_post(srv_exchange *exchange);
