// SPDX-License-Identifier: Apache-2.0
// Three parts in base64url: header, payload, signature.
#include "server/token/jws.h"

#include <string.h>

#include "engine/base/base64.h"

#define TYPE_MAX 3

static cds_status refuse(cds_ctx *ctx)
{
    return cds_fail(ctx, CDS_MALFORMED, "", "This is not a signed token.");
}

/** Cuts what stands before the next dot off the token; false: there is no dot. */
static bool cut(cds_text *token, cds_text *out)
{
    const char *dot = token->length == 0 ? NULL : memchr(token->data, '.', token->length);
    if (dot == NULL)
        return false;
    *out = (cds_text){token->data, (size_t)(dot - token->data)};
    *token = (cds_text){dot + 1, token->length - out->length - 1};
    return true;
}

bool srv_jws_looks_like(cds_text token)
{
    cds_text part;
    return cut(&token, &part) && part.length > 0 && cut(&token, &part);
}

/** Extensions, keys and certificates the token brings with it, a payload that is something
 *  else. */
static bool is_refused(const cds_json *header)
{
    static const char *const names[] = {"crit", "b64", "zip", "enc",
                                        "cty",  "jwk", "x5u", "x5c"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (cds_json_member(header, cds_text_of(names[i])) != NULL)
            return true;
    }
    return false;
}

/** `JWT`, in any case, or nothing. */
static bool is_type_known(const cds_json *type)
{
    static const char letters[] = "jwt";
    if (type == NULL)
        return true;
    bool known = type->kind == CDS_JSON_STRING && type->text.length == TYPE_MAX;
    for (size_t i = 0; known && i < TYPE_MAX; i++)
        known = (type->text.data[i] | 0x20) == letters[i];
    return known;
}

static bool read_header(const cds_json *header, srv_jws *out)
{
    if (header->kind != CDS_JSON_OBJECT || is_refused(header) ||
        !is_type_known(cds_json_member(header, CDS_TEXT("typ"))))
        return false;
    const cds_json *algorithm = cds_json_member(header, CDS_TEXT("alg"));
    const cds_json *kid = cds_json_member(header, CDS_TEXT("kid"));
    const cds_json *url = cds_json_member(header, CDS_TEXT("jku"));
    if (algorithm == NULL || algorithm->kind != CDS_JSON_STRING || kid == NULL ||
        kid->kind != CDS_JSON_STRING || (url != NULL && url->kind != CDS_JSON_STRING))
        return false;
    out->kid = kid->text;
    out->keys_url = url == NULL ? (cds_text){0} : url->text;
    return srv_algorithm_read(algorithm->text, &out->algorithm);
}

cds_status srv_jws_read(cds_ctx *ctx, cds_text token, srv_jws *out)
{
    cds_text rest = token;
    cds_text header;
    cds_text payload;
    const cds_json *json;
    if (token.length > SRV_TOKEN_MAX || !cut(&rest, &header) || !cut(&rest, &payload) ||
        rest.length == 0)
        return refuse(ctx);
    out->message = (cds_text){token.data, header.length + 1 + payload.length};
    cds_status status = cds_base64url_read(ctx, header, &header);
    if (status == CDS_OK)
        status = cds_base64url_read(ctx, payload, &out->payload);
    if (status == CDS_OK)
        status = cds_base64url_read(ctx, rest, &out->signature);
    if (status == CDS_OK)
        status = cds_json_parse(ctx, header, &json);
    if (status == CDS_OK && !read_header(json, out))
        return refuse(ctx);
    return status;
}

bool srv_jws_holds(const srv_jws *token, const srv_jwks *keys)
{
    const srv_jwk *key = srv_jwks_find(keys, token->kid, token->algorithm);
    return key != NULL &&
           srv_jwk_holds(key, token->algorithm, token->message, token->signature);
}
