// SPDX-License-Identifier: Apache-2.0
// A connection's bytes through its TLS: plain ones into the input, sealed ones out.
#pragma once

#include "server/http/inside.h"

/** Plain bytes of what the peer sent into the input, as far as there is room. 0, SRV_TLS_ENDED
 *  or SRV_TLS_BROKEN. */
ssize_t srv_sealing_open(srv_connection *connection);

/** What waits to be sent, sealed in its place, and what TLS has to say itself. False: broken,
 *  or no memory. */
bool srv_sealing_close(srv_connection *connection);
