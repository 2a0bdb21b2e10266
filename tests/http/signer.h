// SPDX-License-Identifier: Apache-2.0
// What a client does that signs its tokens: a key pair, its public half as a JWK, a token of
// any header and claims.
#pragma once

#include <check.h>
#include <stdio.h>
#include <string.h>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "engine/base/base64.h"

#define TOKEN_ROOM 8192

typedef struct signer {
    EVP_PKEY *pair;
    const char *algorithm, *kid;
    size_t field; // bytes of r, s, x and y; 0: RSA
} signer;

static inline signer signer_new(const char *algorithm, const char *kid)
{
    signer made = {.algorithm = algorithm, .kid = kid};
    if (algorithm[0] == 'E') {
        const bool is_256 = strstr(algorithm, "256") != NULL;
        made.field = is_256 ? 32 : 48;
        made.pair = EVP_EC_gen(is_256 ? "P-256" : "P-384");
    } else {
        made.pair = EVP_RSA_gen(2048);
    }
    ck_assert_ptr_nonnull(made.pair);
    return made;
}

static inline void signer_free(signer *it)
{
    EVP_PKEY_free(it->pair);
}

/** base64url without padding, ended by a NUL. */
static inline void url_letters(const void *bytes, size_t length, char *out, size_t room)
{
    cds_buf buf = {.data = out, .capacity = room - 1};
    cds_buf_base64(&buf, bytes, length);
    ck_assert(!buf.failed);
    while (buf.length > 0 && out[buf.length - 1] == '=')
        buf.length--;
    out[buf.length] = '\0';
    for (char *at = out; *at != '\0'; at++)
        *at = (char)(*at == '+' ? '-' : *at == '/' ? '_' : *at);
}

static inline void number_letters(const signer *it, const char *name, char *out, size_t room)
{
    unsigned char bytes[512];
    BIGNUM *number = NULL;
    ck_assert_int_eq(EVP_PKEY_get_bn_param(it->pair, name, &number), 1);
    const int length = BN_bn2bin(number, bytes);
    url_letters(bytes, (size_t)length, out, room);
    BN_free(number);
}

/** The public half. */
static inline void signer_jwk(const signer *it, char *out, size_t room)
{
    char first[800];
    char second[800];
    unsigned char point[97];
    size_t length = 0;
    if (it->field == 0) {
        number_letters(it, OSSL_PKEY_PARAM_RSA_N, first, sizeof first);
        number_letters(it, OSSL_PKEY_PARAM_RSA_E, second, sizeof second);
    } else {
        ck_assert_int_eq(EVP_PKEY_get_octet_string_param(it->pair, OSSL_PKEY_PARAM_PUB_KEY,
                                                         point, sizeof point, &length),
                         1);
        url_letters(point + 1, it->field, first, sizeof first);
        url_letters(point + 1 + it->field, it->field, second, sizeof second);
    }
    snprintf(out, room, "{\"kty\":\"%s\",\"kid\":\"%s\",%s\"%s\":\"%s\",\"%s\":\"%s\"}",
             it->field == 0 ? "RSA" : "EC", it->kid,
             it->field == 0    ? ""
             : it->field == 32 ? "\"crv\":\"P-256\","
                               : "\"crv\":\"P-384\",",
             it->field == 0 ? "n" : "x", first, it->field == 0 ? "e" : "y", second);
}

/** From OpenSSL's form to r and s one after the other. */
static inline size_t plain_pair(const signer *it, unsigned char *bytes, size_t length)
{
    const unsigned char *at = bytes;
    ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &at, (long)length);
    ck_assert_ptr_nonnull(pair);
    const int field = (int)it->field;
    ck_assert_int_eq(BN_bn2binpad(ECDSA_SIG_get0_r(pair), bytes, field), field);
    ck_assert_int_eq(BN_bn2binpad(ECDSA_SIG_get0_s(pair), bytes + field, field), field);
    ECDSA_SIG_free(pair);
    return 2 * it->field;
}

/** A token of that header and those claims, signed whatever they say. */
static inline void signer_sign(const signer *it, const char *header, const char *claims,
                               char out[TOKEN_ROOM])
{
    unsigned char signature[512];
    size_t length = sizeof signature;
    url_letters(header, strlen(header), out, TOKEN_ROOM);
    size_t at = strlen(out);
    out[at++] = '.';
    url_letters(claims, strlen(claims), out + at, TOKEN_ROOM - at);
    at = strlen(out);
    EVP_MD_CTX *signing = EVP_MD_CTX_new();
    const EVP_MD *hash = strstr(it->algorithm, "256") != NULL ? EVP_sha256() : EVP_sha384();
    ck_assert_int_eq(EVP_DigestSignInit(signing, NULL, hash, NULL, it->pair), 1);
    ck_assert_int_eq(
        EVP_DigestSign(signing, signature, &length, (const unsigned char *)out, at), 1);
    EVP_MD_CTX_free(signing);
    if (it->field > 0)
        length = plain_pair(it, signature, length);
    out[at++] = '.';
    url_letters(signature, length, out + at, TOKEN_ROOM - at);
}

/** The same with the header such a token should have. */
static inline void signer_token(const signer *it, const char *claims, char out[TOKEN_ROOM])
{
    char header[256];
    snprintf(header, sizeof header, "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}",
             it->algorithm, it->kid);
    signer_sign(it, header, claims, out);
}
