// SPDX-License-Identifier: Apache-2.0
// SHA-256 through OpenSSL's EVP.
#include "engine/base/digest.h"

#include <stdatomic.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "engine/base/status.h"

// Looked for once: OpenSSL looks through its providers each time it is named.
static const EVP_MD *sha256(void)
{
    static _Atomic(EVP_MD *) found;
    EVP_MD *one = atomic_load_explicit(&found, memory_order_acquire);
    if (one != NULL)
        return one;
    EVP_MD *mine = EVP_MD_fetch(NULL, "SHA256", NULL);
    CDS_PROMISE(mine != NULL);
    if (atomic_compare_exchange_strong(&found, &one, mine))
        return mine;
    EVP_MD_free(mine);
    return one;
}

cds_sha256 cds_digest(const cds_text *parts, size_t count)
{
    cds_sha256 digest;
    EVP_MD_CTX *hash = EVP_MD_CTX_new();
    CDS_PROMISE(hash != NULL);
    CDS_PROMISE(EVP_DigestInit_ex(hash, sha256(), NULL) == 1);
    for (size_t i = 0; i < count; i++) {
        CDS_PROMISE(EVP_DigestUpdate(hash, parts[i].data, parts[i].length) == 1);
    }
    CDS_PROMISE(EVP_DigestFinal_ex(hash, digest.bytes, NULL) == 1);
    EVP_MD_CTX_free(hash);
    return digest;
}

bool cds_digest_equal(const cds_sha256 *a, const cds_sha256 *b)
{
    return CRYPTO_memcmp(a->bytes, b->bytes, CDS_SHA256_BYTES) == 0;
}

void cds_digest_hex(const cds_sha256 *digest, char out[CDS_SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < CDS_SHA256_BYTES; i++) {
        out[2 * i] = digits[digest->bytes[i] >> 4];
        out[2 * i + 1] = digits[digest->bytes[i] & 0x0F];
    }
    out[CDS_SHA256_HEX] = '\0';
}

bool cds_digest_read(cds_text hex, cds_sha256 *out)
{
    static const char digits[] = "0123456789abcdef";
    if (hex.length != CDS_SHA256_HEX)
        return false;
    for (size_t i = 0; i < CDS_SHA256_BYTES; i++) {
        const char *high = memchr(digits, hex.data[2 * i], 16);
        const char *low = memchr(digits, hex.data[2 * i + 1], 16);
        if (high == NULL || low == NULL)
            return false;
        out->bytes[i] = (uint8_t)((high - digits) << 4 | (low - digits));
    }
    return true;
}
