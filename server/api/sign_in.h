// SPDX-License-Identifier: Apache-2.0
// How a client shows who it is: by the bearer token whose digest the clients file has, or by a
// token it signed itself for this one request (CDS Hooks 2.0, "Trusting CDS Clients").
#pragma once

#include "server/api/service.h"
#include "server/http/guard.h"

/** Fills in the exchange's caller. Status 0: it is known; 401: it is not, and nothing is said
 * of why; 429: too many too fast, before any signature is looked at; SRV_LATER: the signature
 *  holds, and the exchange is admitted once the token is on disk as used, if it may use
 *  `route`. Thread: the worker's. */
srv_refusal srv_sign_in(srv_service *service, srv_exchange *exchange, const srv_route *route,
                        cds_text token); // data NULL: there is none
