// SPDX-License-Identifier: Apache-2.0
// What a signed token says of itself (JWT, RFC 7519): whose it is, for whom, from when to when,
// and the name by which it is used once.
#pragma once

#include "engine/facts/json.h"

#define SRV_TOKEN_LIFE_S INT64_C(300) // from iat to exp, at most
#define SRV_TOKEN_SKEW_S INT64_C(60)  // by which two clocks may differ

typedef struct srv_claims {
    cds_text issuer, id;
    const cds_json *audience; // a text or a list of texts
    double issued_s, expires_s, not_before_s;
} srv_claims;

/** All of iss, aud, exp, iat and jti, and nbf if there is one. Lives: in ctx->mem. Fails:
 *  CDS_MALFORMED, CDS_TOO_LARGE. */
cds_status srv_claims_read(cds_ctx *ctx, cds_text payload, srv_claims *out);

/** Has it begun, not ended, and no longer a life than it may have? */
bool srv_claims_hold_at(const srv_claims *claims, int64_t now_s);

/** Is it for the one that is called so? Compared byte by byte. */
bool srv_claims_are_for(const srv_claims *claims, cds_text audience);
