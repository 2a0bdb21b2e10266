// SPDX-License-Identifier: Apache-2.0
// Media types: what an answer is called, what a request may bring, what a client accepts.
#pragma once

#include "server/http/exchange.h"

const char *srv_media_name(srv_media media);

/** Does the value of Accept let this media through? Absent (data NULL) lets all through. */
bool srv_media_accepted(srv_media media, cds_text accept);

/** Does a body of this Content-Type suit the route's SRV_TAKES_ flags? Absent suits. */
bool srv_media_taken(unsigned flags, cds_text content_type);
