// SPDX-License-Identifier: Apache-2.0
// The service's own address as its clients write it: what canonical names, links, the audience
// of signed tokens and the service's own web pages go by.
#pragma once

#include "engine/base/text.h"

#define SRV_URL_MAX 200

typedef struct srv_public_url {
    char text[SRV_URL_MAX + 1]; // scheme://authority, and a path without a slash at its end
    size_t origin_length;       // of scheme://authority
} srv_public_url;

/** Fails: CDS_INVALID with what it should be. */
cds_status srv_public_url_read(cds_ctx *ctx, const char *text, srv_public_url *out);

/** The address it listens on, for a service that was told no other. */
srv_public_url srv_public_url_of(const char *host, int port, bool tls);

cds_text srv_public_url_text(const srv_public_url *url);
cds_text srv_public_url_origin(const srv_public_url *url);
