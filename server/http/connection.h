// SPDX-License-Identifier: Apache-2.0
// One client's socket: bytes in, bytes out, deadlines, and an end the client can read.
#pragma once

#include "server/http/inside.h"

/** Sees to it that what can be written is, before the loop waits; lends and gives back buffers,
 *  sets the deadline: call it when all that was there to do has been done. May free the
 *  connection. */
void srv_connection_settle(srv_connection *connection);

/** The loop is about to wait: what its last turn answered is written. */
void srv_connections_send(srv_worker *worker);
void srv_connection_flush(srv_connection *connection);

/** Before more is answered: what has been is sent if it is much, in a wide block more than in
 *  another: each write wakes the client, which costs as much as an evaluation. */
void srv_connection_relieve(srv_connection *connection);

/** Reads no more requests; closes in order once the answers have left. */
void srv_connection_end(srv_connection *connection);

/** Closes at once. An exchange that a handler holds lives on until it is answered. */
void srv_connection_abort(srv_connection *connection);

/** Acts on a deadline that has passed. */
void srv_connection_tick(srv_connection *connection, uint64_t now_ms);

/** Frees it if nothing holds it any more. */
void srv_connection_let_go(srv_connection *connection);

/** Lends a buffer for input, or moves what is in it to its front; not while there is a request:
 *  its texts point there. */
void srv_connection_make_room(srv_connection *connection);

/** Makes room for `bytes` from connection->start on. False: no memory. */
bool srv_connection_reserve(srv_connection *connection, size_t bytes);
