// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) by OpenSSL: the only digest of this program.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/text.h"

#define CDS_SHA256_BYTES 32
#define CDS_SHA256_HEX 64

typedef struct cds_sha256 {
    uint8_t bytes[CDS_SHA256_BYTES];
} cds_sha256;

/** The digest of the parts one after the other. Thread: any. */
cds_sha256 cds_digest(const cds_text *parts, size_t count);

/** In a time that does not depend on where they differ. */
bool cds_digest_equal(const cds_sha256 *a, const cds_sha256 *b);
void cds_digest_hex(const cds_sha256 *digest, char out[CDS_SHA256_HEX + 1]);

/** 64 lower-case digits and nothing else; false: `out` is left half written. */
bool cds_digest_read(cds_text hex, cds_sha256 *out);
