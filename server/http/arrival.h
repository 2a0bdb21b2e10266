// SPDX-License-Identifier: Apache-2.0
// How connections come in: a few a turn of the loop, so that those who are here keep theirs;
// one there is no descriptor for is told so.
#pragma once

#include "server/http/inside.h"

/** One waits at the worker's listener: it comes in now, or in a later turn. */
void srv_arrival_knock(srv_worker *worker);

/** A turn is over: who could not come in during it may in the next. */
void srv_arrival_turn(srv_worker *worker);

/** Of a connection at SRV_AT_RESERVE: once its handshake is over, it is told. */
void srv_arrival_tell(srv_connection *connection);

/** It leaves SRV_AT_RESERVE; anywhere else nothing. */
void srv_arrival_leave(srv_connection *connection);
