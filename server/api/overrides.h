// SPDX-License-Identifier: Apache-2.0
// GET /v1/overrides: of each rule and version, how often it was shown, accepted, overridden,
// and why.
#pragma once

#include "server/http/exchange.h"

void srv_overrides_get(srv_exchange *exchange);
