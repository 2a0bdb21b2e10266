// SPDX-License-Identifier: Apache-2.0
// Ed25519 (RFC 8032) by OpenSSL: the only signature of this program's own making.
#pragma once

#include <stdint.h>

#include "engine/base/text.h"

#define CDS_SEED_BYTES 32
#define CDS_PUBLIC_BYTES 32
#define CDS_SIGNATURE_BYTES 64

typedef struct cds_public_key {
    uint8_t bytes[CDS_PUBLIC_BYTES];
} cds_public_key;

typedef struct cds_signature {
    uint8_t bytes[CDS_SIGNATURE_BYTES];
} cds_signature;

/** A key pair: 32 secret bytes, and the half of it that everybody may know. */
typedef struct cds_key {
    uint8_t seed[CDS_SEED_BYTES];
    cds_public_key public_half;
} cds_key;

/** The pair that grows from 32 random bytes; the randomness is the caller's. Thread: any. */
cds_key cds_key_of_seed(const uint8_t seed[CDS_SEED_BYTES]);

/** The same key and message give the same signature. Thread: any. */
cds_signature cds_sign(const cds_key *key, cds_text message);
bool cds_signature_holds(const cds_public_key *key, cds_text message,
                         const cds_signature *signature);
