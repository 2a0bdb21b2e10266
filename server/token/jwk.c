// SPDX-License-Identifier: Apache-2.0
// What is for another purpose is left out, what is broken refuses the set.
#include "server/token/jwk.h"

#include <stdio.h>

#include "engine/base/base64.h"

static const struct algorithm_row {
    const char *name;
    cds_verifier_kind kind;
    cds_hash hash;
} algorithms[] = {
#define ALGORITHM_ROW(name, kind, hash) {#name, kind, hash},
    SRV_ALGORITHMS(ALGORITHM_ROW)
#undef ALGORITHM_ROW
};

bool srv_algorithm_read(cds_text name, srv_algorithm *out)
{
    for (unsigned i = 0; i < SRV_ALGORITHM_COUNT; i++) {
        if (cds_text_is(name, algorithms[i].name)) {
            *out = (srv_algorithm)i;
            return true;
        }
    }
    return false;
}

/** A member that is a text; data NULL: it is absent, or something else. */
static cds_text text_of(const cds_json *key, const char *name)
{
    const cds_json *member = cds_json_member(key, cds_text_of(name));
    return member != NULL && member->kind == CDS_JSON_STRING ? member->text : (cds_text){0};
}

static bool has(const cds_json *key, const char *name)
{
    return cds_json_member(key, cds_text_of(name)) != NULL;
}

static bool is_secret(const cds_json *key)
{
    return has(key, "d") || has(key, "k") || has(key, "p") || has(key, "q") || has(key, "oth");
}

static bool is_to_verify(const cds_json *key)
{
    const cds_json *operations = cds_json_member(key, CDS_TEXT("key_ops"));
    if (has(key, "use") && !cds_text_is(text_of(key, "use"), "sig"))
        return false;
    if (operations == NULL)
        return true;
    for (const cds_json *one = operations->child; one != NULL; one = one->next) {
        if (one->kind == CDS_JSON_STRING && cds_text_is(one->text, "verify"))
            return true;
    }
    return false;
}

/** False: of a kind that none of the algorithms takes. */
static bool read_kind(const cds_json *key, cds_verifier_kind *out)
{
    const cds_text type = text_of(key, "kty");
    const cds_text curve = text_of(key, "crv");
    if (cds_text_is(type, "RSA"))
        *out = CDS_RSA;
    else if (cds_text_is(type, "EC") && cds_text_is(curve, "P-256"))
        *out = CDS_P256;
    else if (cds_text_is(type, "EC") && cds_text_is(curve, "P-384"))
        *out = CDS_P384;
    else
        return false;
    return true;
}

/** Those that take such a key, or of them the one it names. */
static unsigned algorithms_of(const cds_json *key, cds_verifier_kind kind)
{
    unsigned found = 0;
    const cds_text named = text_of(key, "alg");
    for (unsigned i = 0; i < SRV_ALGORITHM_COUNT; i++) {
        if (algorithms[i].kind == kind &&
            (!has(key, "alg") || cds_text_is(named, algorithms[i].name)))
            found |= 1U << i;
    }
    return found;
}

static cds_status read_number(cds_ctx *ctx, const cds_json *key, const char *name,
                              cds_text *out)
{
    const cds_text text = text_of(key, name);
    cds_ctx own = {.mem = ctx->mem};
    if (text.length == 0 || cds_base64url_read(&own, text, out) != CDS_OK)
        return cds_fail(ctx, CDS_INVALID, "", "its %s is not base64url without padding", name);
    return CDS_OK;
}

static cds_status read_key(cds_ctx *ctx, const cds_json *key, srv_jwk *out)
{
    const bool rsa = out->key.kind == CDS_RSA;
    out->id = text_of(key, "kid");
    if (out->id.length == 0 || out->id.length > SRV_KID_MAX)
        return cds_fail(ctx, CDS_INVALID, "",
                        "needs a kid of up to %d bytes, by which tokens "
                        "name it",
                        SRV_KID_MAX);
    cds_status status = read_number(ctx, key, rsa ? "n" : "x", &out->key.first);
    if (status == CDS_OK)
        status = read_number(ctx, key, rsa ? "e" : "y", &out->key.second);
    if (status == CDS_OK && !cds_verifier_is_sound(&out->key))
        return cds_fail(ctx, CDS_INVALID, "", "%s",
                        rsa ? "is not a sound RSA key of 2048 to 4096 bits with an exponent of "
                              "65537 or more"
                            : "is not a point on its curve");
    return status;
}

/** One more, unless it is for something else. */
static cds_status take_key(cds_ctx *ctx, const cds_json *key, srv_jwks *out)
{
    srv_jwk taken = {0};
    if (key->kind != CDS_JSON_OBJECT || text_of(key, "kty").length == 0)
        return cds_fail(ctx, CDS_INVALID, "", "is a JWK: { \"kty\": ... }");
    if (is_secret(key))
        return cds_fail(ctx, CDS_INVALID, "",
                        "is a secret key: this file takes public keys only");
    if (!is_to_verify(key) || !read_kind(key, &taken.key.kind))
        return CDS_OK;
    taken.algorithms = algorithms_of(key, taken.key.kind);
    if (taken.algorithms == 0)
        return CDS_OK;
    const cds_status status = read_key(ctx, key, &taken);
    if (status != CDS_OK)
        return status;
    for (size_t i = 0; i < out->count; i++) {
        if (cds_text_equal(out->list[i].id, taken.id))
            return cds_fail(ctx, CDS_INVALID, "", "has the kid of a key above");
    }
    if (out->count == SRV_KEYS_MAX)
        return cds_fail(ctx, CDS_INVALID, "", "is one key too many: there may be %d",
                        SRV_KEYS_MAX);
    out->list[out->count++] = taken;
    return CDS_OK;
}

cds_status srv_jwks_read(cds_ctx *ctx, const cds_json *set, srv_jwks *out)
{
    const cds_json *keys =
        set->kind == CDS_JSON_OBJECT ? cds_json_member(set, CDS_TEXT("keys")) : NULL;
    size_t at = 0;
    *out = (srv_jwks){0};
    if (keys == NULL || keys->kind != CDS_JSON_ARRAY)
        return cds_fail(ctx, CDS_INVALID, "", "is a JWK set: { \"keys\": [ ... ] }");
    for (const cds_json *key = keys->child; key != NULL; key = key->next, at++) {
        const cds_status status = take_key(ctx, key, out);
        if (status == CDS_INVALID)
            (void)snprintf(ctx->error.where, sizeof ctx->error.where, "/keys/%zu", at);
        if (status != CDS_OK)
            return status;
    }
    return out->count > 0 ? CDS_OK
                          : cds_fail(ctx, CDS_INVALID, "",
                                     "has no key that verifies ES256, ES384, RS256 or RS384");
}

const srv_jwk *srv_jwks_find(const srv_jwks *keys, cds_text id, srv_algorithm algorithm)
{
    for (size_t i = 0; i < keys->count; i++) {
        const srv_jwk *key = &keys->list[i];
        if (cds_text_equal(key->id, id))
            return (key->algorithms & 1U << algorithm) != 0 ? key : NULL;
    }
    return NULL;
}

bool srv_jwk_holds(const srv_jwk *key, srv_algorithm algorithm, cds_text message,
                   cds_text signature)
{
    return cds_verifier_holds(&key->key, algorithms[algorithm].hash, message, signature);
}
