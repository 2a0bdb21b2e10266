// SPDX-License-Identifier: Apache-2.0
// Which web pages may call. With a clients file: those of its `origins` (CORS, as the Fetch
// standard has it). Without one anybody on this machine may call, and so might any page its
// browser shows: then only the service's own pages, under a name of this machine's own.
#pragma once

#include "server/http/guard.h"
#include "server/http/server.h"

/** The app's `greet` for http/server.h; `service` is the srv_service. */
srv_refusal srv_origins_greet(void *service, srv_exchange *exchange);

/** Is this the value of a Host that no stranger's name server can have led here? localhost, an
 *  address of this machine, a name without a dot (public name servers have none), or that of
 *  `origin`, with any port. */
bool srv_host_is_own(cds_text host, cds_text origin);

/** Is the page one of this service's: was it asked for under that Host, or under `own`? */
bool srv_origin_is_own(cds_text origin, cds_text host, cds_text own);
