// SPDX-License-Identifier: Apache-2.0
// Exchanges come and go with requests; a worker keeps some, with their arenas.
#pragma once

#include "server/http/inside.h"

#define SRV_EXCHANGES_KEPT 32

/** What a request is told that finds no room. */
extern const char srv_too_many[];

/** NULL: as many are under way as the limits allow, or no memory. */
srv_exchange *srv_exchange_take(srv_connection *connection);

/** It is worked on from now until it ends, which the limit counts; a request that is still
 *  coming in holds nobody else up. False: as many are worked on as may be. */
bool srv_exchange_enter(srv_exchange *exchange);

/** The connection's exchange ends without an answer. */
void srv_exchange_drop(srv_connection *connection);

/** The answer is written; the connection goes on, or ends. May free it. */
void srv_exchange_end(srv_exchange *exchange, bool closes);

/** For a route of the larger kind: its larger arena. False: no memory. */
bool srv_exchange_enlarge(srv_exchange *exchange);

/** Tells the app what was answered. */
void srv_exchange_count(const srv_exchange *exchange, int status);

/** Whatever was asked for, this connection ends with the answer. */
bool srv_exchange_closes(const srv_exchange *exchange);

void srv_exchanges_release(srv_worker *worker);
