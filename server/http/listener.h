// SPDX-License-Identifier: Apache-2.0
// Listening sockets that share one port, made by hand: libuv sets no SO_REUSEPORT.
#pragma once

#include "server/http/server.h"

/** Opens `listen->workers` sockets in fds and says which port they have. Fails: CDS_FAILED with
 *  the reason (the address is taken, say); then none is open. */
cds_status srv_listener_open(cds_ctx *ctx, const srv_listen *listen, int *fds, int *out);
