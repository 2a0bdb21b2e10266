// SPDX-License-Identifier: Apache-2.0
// /healthz, /readyz and /metrics: what machines ask about the service itself.
#pragma once

#include "server/api/service.h"

void srv_health_live(srv_exchange *exchange);
void srv_health_ready(srv_exchange *exchange);
void srv_health_metrics(srv_exchange *exchange);
