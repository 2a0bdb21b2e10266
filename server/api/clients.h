// SPDX-License-Identifier: Apache-2.0
// Who may call: the clients file as a table. It holds digests of tokens and public keys, never
// a secret. Source: api.md, "Who may do what".
#pragma once

#include "engine/base/digest.h"
#include "engine/facts/json.h"
#include "server/http/exchange.h"
#include "server/token/jwk.h"

// name, word, bit
#define SRV_ROLES(X)                                                                           \
    X(CLIENT, "client", 1)                                                                     \
    X(PHYSIO, "physio", 2)                                                                     \
    X(AUDITOR, "auditor", 4)                                                                   \
    X(AUTHOR, "author", 8)                                                                     \
    X(APPROVER, "approver", 16)                                                                \
    X(OPERATOR, "operator", 32)

typedef enum srv_role_flags {
#define SRV_ROLE_ENUM(name, word, bit) SRV_##name = bit,
    SRV_ROLES(SRV_ROLE_ENUM)
#undef SRV_ROLE_ENUM
        SRV_GOVERNORS = SRV_AUTHOR | SRV_APPROVER | SRV_OPERATOR,
    SRV_EVERYONE = 64 // of a route: whoever asks, known or not
} srv_role_flags;

#define SRV_LOCAL_NAME "local" // who calls where there is no clients file
#define SRV_ED25519_BYTES 32

/** Texts without a value have data NULL. */
typedef struct srv_client {
    cds_text name; // letters, digits and . _ -; unique, and never SRV_LOCAL_NAME
    unsigned role; // one of srv_role_flags
    bool has_token, has_key;
    cds_sha256 token; // of the bearer token; no two clients have the same
    uint8_t key[SRV_ED25519_BYTES];
    cds_text issuer, keys_url; // iss and jku of signed tokens; no two clients have one iss
    const srv_jwks *keys;      // their JWK set; NULL: none
} srv_client;

/** A clients file, checked whole. Immutable. */
typedef struct srv_clients {
    const srv_client *list;
    size_t count;
    const cds_text *origins; // of web pages that may call
    size_t origin_count;
    cds_arena *mem;
} srv_clients;

/** Fails: CDS_FAILED (not readable, over 1 MiB, or writable by anyone), CDS_MALFORMED,
 *  CDS_INVALID; the error says where in the file and never repeats a value of it. */
cds_status srv_clients_read(cds_ctx *ctx, const char *path, srv_clients **out);
void srv_clients_free(srv_clients *clients); // NULL is fine

/** The one with this bearer token, or NULL. Every client is looked at, in constant time. */
const srv_client *srv_clients_by_token(const srv_clients *clients, cds_text token);

/** The one whose signed tokens say this issuer, or NULL. */
const srv_client *srv_clients_by_issuer(const srv_clients *clients, cds_text issuer);

/** The checked table of a file's text; texts point into `json`. Fails: CDS_INVALID with the
 *  pointer, CDS_TOO_LARGE. */
cds_status srv_clients_check(cds_ctx *ctx, const cds_json *json, srv_clients *out);
