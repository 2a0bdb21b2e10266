// SPDX-License-Identifier: Apache-2.0
// The web pages and what they are made of, out of the program itself. What they show they ask
// the API for, as any other client does.
#pragma once

#include "server/http/exchange.h"

/** The embedded file at the request's path. A browser that has it already gets 304. */
void srv_pages_get(srv_exchange *exchange);

/** GET /rules/{decision}/{name}: the page finds the rule itself. */
void srv_pages_rule_get(srv_exchange *exchange);
