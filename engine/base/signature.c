// SPDX-License-Identifier: Apache-2.0
// Ed25519 through OpenSSL's EVP.
#include "engine/base/signature.h"

#include <string.h>

#include <openssl/evp.h>

cds_key cds_key_of_seed(const uint8_t seed[CDS_SEED_BYTES])
{
    cds_key key;
    size_t length = sizeof key.public_half.bytes;
    EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, CDS_SEED_BYTES);
    CDS_PROMISE(pair != NULL);
    CDS_PROMISE(EVP_PKEY_get_raw_public_key(pair, key.public_half.bytes, &length) == 1);
    CDS_PROMISE(length == sizeof key.public_half.bytes);
    EVP_PKEY_free(pair);
    memcpy(key.seed, seed, sizeof key.seed);
    return key;
}

cds_signature cds_sign(const cds_key *key, cds_text message)
{
    cds_signature signature;
    size_t length = sizeof signature.bytes;
    EVP_PKEY *pair =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, key->seed, sizeof key->seed);
    EVP_MD_CTX *signing = EVP_MD_CTX_new();
    CDS_PROMISE(pair != NULL && signing != NULL);
    CDS_PROMISE(EVP_DigestSignInit(signing, NULL, NULL, NULL, pair) == 1);
    CDS_PROMISE(EVP_DigestSign(signing, signature.bytes, &length,
                               (const unsigned char *)message.data, message.length) == 1);
    CDS_PROMISE(length == sizeof signature.bytes);
    EVP_MD_CTX_free(signing);
    EVP_PKEY_free(pair);
    return signature;
}

bool cds_signature_holds(const cds_public_key *key, cds_text message,
                         const cds_signature *signature)
{
    EVP_PKEY *half =
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key->bytes, sizeof key->bytes);
    EVP_MD_CTX *checking = EVP_MD_CTX_new();
    CDS_PROMISE(half != NULL && checking != NULL);
    CDS_PROMISE(EVP_DigestVerifyInit(checking, NULL, NULL, NULL, half) == 1);
    const bool holds =
        EVP_DigestVerify(checking, signature->bytes, sizeof signature->bytes,
                         (const unsigned char *)message.data, message.length) == 1;
    EVP_MD_CTX_free(checking);
    EVP_PKEY_free(half);
    return holds;
}
