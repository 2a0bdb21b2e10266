// SPDX-License-Identifier: Apache-2.0
// GET /v1/rules and /v1/rules/{id}: the catalogue of the release in force.
#pragma once

#include "server/api/service.h"

void srv_rules_list(srv_exchange *exchange);
void srv_rules_one(srv_exchange *exchange);
