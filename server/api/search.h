// SPDX-License-Identifier: Apache-2.0
// GET /v1/evaluations: search, newest first. A page may be short, even empty, while there is a
// `next` to go on with: one request looks at a bounded part of the record.
#pragma once

#include "server/http/exchange.h"

void srv_search_get(srv_exchange *exchange);
