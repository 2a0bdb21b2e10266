// SPDX-License-Identifier: Apache-2.0
// A set of public keys (JWK set, RFC 7517) that a client signs its tokens with.
#pragma once

#include "engine/base/verifier.h"
#include "engine/facts/json.h"

// name, as a token says it, what key, what hash
#define SRV_ALGORITHMS(X)                                                                      \
    X(ES256, CDS_P256, CDS_HASH_SHA256)                                                        \
    X(ES384, CDS_P384, CDS_HASH_SHA384)                                                        \
    X(RS256, CDS_RSA, CDS_HASH_SHA256)                                                         \
    X(RS384, CDS_RSA, CDS_HASH_SHA384)

typedef enum srv_algorithm {
#define SRV_ALGORITHM_ENUM(name, kind, hash) SRV_##name,
    SRV_ALGORITHMS(SRV_ALGORITHM_ENUM)
#undef SRV_ALGORITHM_ENUM
        SRV_ALGORITHM_COUNT
} srv_algorithm;

#define SRV_KEYS_MAX 16
#define SRV_KID_MAX 200

typedef struct srv_jwk {
    cds_text id;         // kid
    unsigned algorithms; // 1 << srv_algorithm for each it is for
    cds_verifier key;
} srv_jwk;

typedef struct srv_jwks {
    size_t count;
    srv_jwk list[SRV_KEYS_MAX];
} srv_jwks;

/** The keys of a set that verify one of the algorithms above; those for something else are left
 *  out. Lives: in ctx->mem, ids where `set` does. Fails: CDS_INVALID with the pointer within
 *  the set: a key that is broken, weak or secret, two with one kid, none that verifies. */
cds_status srv_jwks_read(cds_ctx *ctx, const cds_json *set, srv_jwks *out);

/** False: there is no algorithm of that name here. */
bool srv_algorithm_read(cds_text name, srv_algorithm *out);

/** The key of that id, if it is for that algorithm; else NULL. */
const srv_jwk *srv_jwks_find(const srv_jwks *keys, cds_text id, srv_algorithm algorithm);

bool srv_jwk_holds(const srv_jwk *key, srv_algorithm algorithm, cds_text message,
                   cds_text signature);
