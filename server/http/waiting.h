// SPDX-License-Identifier: Apache-2.0
// How long a connection may take over what it does now.
#pragma once

#include "server/http/inside.h"

/** A request begins: its body has its whole grace. */
void srv_waiting_begin(srv_connection *connection);

/** Looks at what the connection waits for now; a new wait has a new deadline. */
void srv_waiting_update(srv_connection *connection);

/** Bytes came: a body earns time with them, at the rate it must keep. */
void srv_waiting_credit(srv_connection *connection, size_t bytes);
