// SPDX-License-Identifier: Apache-2.0
// Signatures that others make, by OpenSSL: ECDSA on P-256 and P-384 (FIPS 186-4), and RSA with
// the padding of PKCS #1 v1.5 (RFC 8017, 8.2).
#pragma once

#include <stdbool.h>

#include "engine/base/text.h"

typedef enum cds_verifier_kind { CDS_P256, CDS_P384, CDS_RSA } cds_verifier_kind;
typedef enum cds_hash { CDS_HASH_SHA256, CDS_HASH_SHA384 } cds_hash;

/** A public key; its numbers are bytes, the greatest first. */
typedef struct cds_verifier {
    cds_verifier_kind kind;
    cds_text first;  // EC: x of the point, as long as the field; RSA: the modulus
    cds_text second; // EC: y; RSA: the exponent
} cds_verifier;

/** Is the point on its curve? Is the modulus of 2048 to 4096 bits and not one of the weak kind
 *  that some chips made (CVE-2017-15361), the exponent odd and at least 65537? Thread: any. */
bool cds_verifier_is_sound(const cds_verifier *key);

/** Does the signature (EC: r and s one after the other, each as long as the field) hold for the
 *  message? Takes a third of a millisecond for P-384. Thread: any. */
bool cds_verifier_holds(const cds_verifier *key, cds_hash hash, cds_text message,
                        cds_text signature);
