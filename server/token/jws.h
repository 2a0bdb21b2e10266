// SPDX-License-Identifier: Apache-2.0
// A signed token in its compact form (JWS, RFC 7515), read strictly: what is doubtful is no
// token. Errors never repeat a part of it.
#pragma once

#include "server/token/jwk.h"

#define SRV_TOKEN_MAX ((size_t)4096)

typedef struct srv_jws {
    srv_algorithm algorithm;
    cds_text kid;       // which key
    cds_text keys_url;  // jku; data NULL: none
    cds_text message;   // that is signed
    cds_text payload;   // decoded
    cds_text signature; // decoded
} srv_jws;

/** Is this in the form of one, whatever it holds? */
bool srv_jws_looks_like(cds_text token);

/** Takes it apart; nothing of it is believed yet. A token that brings its own key, names
 *  extensions or is compressed is none. Lives: in ctx->mem and where `token` does. Fails:
 *  CDS_MALFORMED, CDS_TOO_LARGE. */
cds_status srv_jws_read(cds_ctx *ctx, cds_text token, srv_jws *out);

/** Does one of the keys, the one it names, hold for it? */
bool srv_jws_holds(const srv_jws *token, const srv_jwks *keys);
