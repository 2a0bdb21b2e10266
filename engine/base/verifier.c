// SPDX-License-Identifier: Apache-2.0
// Keys and signatures of others through OpenSSL's EVP.
#include "engine/base/verifier.h"

#include <string.h>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#define FIELD_BYTES_MAX 48
#define EXPONENT_BYTES_MAX 4
#define MODULUS_BITS_MIN 2048
#define MODULUS_BITS_MAX 4096

static const unsigned char *bytes_of(cds_text text)
{
    return (const unsigned char *)text.data;
}

static size_t field_bytes(cds_verifier_kind kind)
{
    return kind == CDS_P256 ? 32 : FIELD_BYTES_MAX;
}

static EVP_PKEY *make_key(const char *type, OSSL_PARAM_BLD *parts)
{
    EVP_PKEY *made = NULL;
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(parts);
    CDS_PROMISE(maker != NULL && params != NULL);
    CDS_PROMISE(EVP_PKEY_fromdata_init(maker) == 1);
    if (EVP_PKEY_fromdata(maker, &made, EVP_PKEY_PUBLIC_KEY, params) != 1)
        made = NULL;
    OSSL_PARAM_free(params);
    EVP_PKEY_CTX_free(maker);
    return made;
}

static EVP_PKEY *make_point(const cds_verifier *key)
{
    unsigned char point[1 + 2 * FIELD_BYTES_MAX] = {POINT_CONVERSION_UNCOMPRESSED};
    const size_t field = field_bytes(key->kind);
    const char *curve = key->kind == CDS_P256 ? "prime256v1" : "secp384r1";
    if (key->first.length != field || key->second.length != field)
        return NULL;
    memcpy(point + 1, key->first.data, field);
    memcpy(point + 1 + field, key->second.data, field);
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    CDS_PROMISE(parts != NULL);
    CDS_PROMISE(OSSL_PARAM_BLD_push_utf8_string(parts, OSSL_PKEY_PARAM_GROUP_NAME, curve, 0) ==
                1);
    CDS_PROMISE(OSSL_PARAM_BLD_push_octet_string(parts, OSSL_PKEY_PARAM_PUB_KEY, point,
                                                 1 + 2 * field) == 1);
    EVP_PKEY *made = make_key("EC", parts);
    OSSL_PARAM_BLD_free(parts);
    return made;
}

static EVP_PKEY *make_modulus(const cds_verifier *key)
{
    BIGNUM *modulus = BN_bin2bn(bytes_of(key->first), (int)key->first.length, NULL);
    BIGNUM *exponent = BN_bin2bn(bytes_of(key->second), (int)key->second.length, NULL);
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    CDS_PROMISE(modulus != NULL && exponent != NULL && parts != NULL);
    CDS_PROMISE(OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_N, modulus) == 1);
    CDS_PROMISE(OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_E, exponent) == 1);
    EVP_PKEY *made = make_key("RSA", parts);
    OSSL_PARAM_BLD_free(parts);
    BN_free(exponent);
    BN_free(modulus);
    return made;
}

/** NULL: there is no such key. */
static EVP_PKEY *open_key(const cds_verifier *key)
{
    return key->kind == CDS_RSA ? make_modulus(key) : make_point(key);
}

static unsigned rest_of(cds_text number, unsigned divisor)
{
    unsigned rest = 0;
    for (size_t i = 0; i < number.length; i++)
        rest = (rest << 8 | (unsigned char)number.data[i]) % divisor;
    return rest;
}

static bool is_power_of_65537(unsigned rest, unsigned prime)
{
    unsigned power = 1;
    do {
        if (power == rest)
            return true;
        power = power * (65537 % prime) % prime;
    } while (power != 1);
    return false;
}

/** The primes of a weak modulus are powers of 65537 to each of these small ones, and so is it;
 *  of other moduli one in two hundred million is. */
static bool is_weak(cds_text modulus)
{
    static const unsigned char primes[] = {11, 13, 17,  19,  37,  53,  61,  71, 73,
                                           79, 97, 103, 107, 109, 127, 151, 157};
    for (size_t i = 0; i < sizeof primes; i++) {
        if (!is_power_of_65537(rest_of(modulus, primes[i]), primes[i]))
            return false;
    }
    return true;
}

static bool is_sound_rsa(const cds_verifier *key)
{
    unsigned long exponent = 0;
    if (key->second.length > EXPONENT_BYTES_MAX || key->first.length > MODULUS_BITS_MAX / 8)
        return false;
    for (size_t i = 0; i < key->second.length; i++)
        exponent = exponent << 8 | (unsigned char)key->second.data[i];
    return exponent >= 65537 && exponent % 2 == 1 && !is_weak(key->first);
}

bool cds_verifier_is_sound(const cds_verifier *key)
{
    if (key->kind == CDS_RSA && !is_sound_rsa(key))
        return false;
    EVP_PKEY *opened = open_key(key);
    if (opened == NULL)
        return false;
    EVP_PKEY_CTX *checker = EVP_PKEY_CTX_new_from_pkey(NULL, opened, NULL);
    CDS_PROMISE(checker != NULL);
    const int bits = EVP_PKEY_get_bits(opened);
    const bool sound =
        EVP_PKEY_public_check(checker) == 1 &&
        (key->kind != CDS_RSA || (bits >= MODULUS_BITS_MIN && bits <= MODULUS_BITS_MAX));
    EVP_PKEY_CTX_free(checker);
    EVP_PKEY_free(opened);
    return sound;
}

/** r and s as OpenSSL wants them (DER). The length; 0: they are not as long as they should be.
 */
static size_t encode_pair(const cds_verifier *key, cds_text pair, unsigned char **out)
{
    const size_t field = field_bytes(key->kind);
    if (pair.length != 2 * field)
        return 0;
    ECDSA_SIG *signature = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(bytes_of(pair), (int)field, NULL);
    BIGNUM *s = BN_bin2bn(bytes_of(pair) + field, (int)field, NULL);
    CDS_PROMISE(signature != NULL && r != NULL && s != NULL);
    CDS_PROMISE(ECDSA_SIG_set0(signature, r, s) == 1);
    const int length = i2d_ECDSA_SIG(signature, out);
    ECDSA_SIG_free(signature);
    CDS_PROMISE(length > 0);
    return (size_t)length;
}

static bool verify(EVP_PKEY *key, cds_hash hash, cds_text message, cds_text signature)
{
    EVP_MD_CTX *checking = EVP_MD_CTX_new();
    const EVP_MD *digest = hash == CDS_HASH_SHA256 ? EVP_sha256() : EVP_sha384();
    CDS_PROMISE(checking != NULL);
    CDS_PROMISE(EVP_DigestVerifyInit(checking, NULL, digest, NULL, key) == 1);
    const bool holds = EVP_DigestVerify(checking, bytes_of(signature), signature.length,
                                        bytes_of(message), message.length) == 1;
    EVP_MD_CTX_free(checking);
    return holds;
}

bool cds_verifier_holds(const cds_verifier *key, cds_hash hash, cds_text message,
                        cds_text signature)
{
    unsigned char *pair = NULL;
    EVP_PKEY *opened = open_key(key);
    if (opened == NULL)
        return false;
    if (key->kind != CDS_RSA)
        signature = (cds_text){NULL, encode_pair(key, signature, &pair)};
    if (pair != NULL)
        signature.data = (const char *)pair;
    const bool holds = signature.length > 0 && verify(opened, hash, message, signature);
    OPENSSL_free(pair);
    EVP_PKEY_free(opened);
    return holds;
}
