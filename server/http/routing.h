// SPDX-License-Identifier: Apache-2.0
// Who answers an exchange, or why nobody does.
#pragma once

#include "server/http/inside.h"

/** Sets route, arena and body limit, or the refusal, which may be SRV_LATER. False: no memory.
 */
bool srv_routing_choose(srv_exchange *exchange);

/** Goes on where that left off, when the app has said what it thinks. False: no memory. */
bool srv_routing_admit(srv_exchange *exchange, srv_refusal refusal);

/** Answers the refusal that was chosen. */
void srv_routing_refuse(srv_exchange *exchange);
