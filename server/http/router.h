// SPDX-License-Identifier: Apache-2.0
// From a method and a path to the route that answers.
#pragma once

#include "server/http/server.h"

#define SRV_SEGMENTS_MAX 4

typedef struct srv_match {
    const srv_route *route; // NULL: see `methods`
    cds_text segments[SRV_SEGMENTS_MAX];
    unsigned methods; // 1 << srv_method for each the path knows; none: no such path
} srv_match;

/** The first route that fits; HEAD is answered by GET's. */
srv_match srv_router_find(const srv_app *app, const srv_request *request);

/** `GET, HEAD, OPTIONS` and so on: the value of Allow. Room for all of them is enough. */
#define SRV_ALLOW_LENGTH 32
cds_text srv_router_allow(unsigned methods, char out[SRV_ALLOW_LENGTH]);
