// SPDX-License-Identifier: Apache-2.0
// A payload's claims, each of the type it should have or none of them.
#include "server/token/claims.h"

#define TEXT_MAX 256
#define AUDIENCES_MAX 8
#define TIME_MAX 253402300800.0 // the year 10000

static cds_status refuse(cds_ctx *ctx)
{
    return cds_fail(ctx, CDS_MALFORMED, "", "This is not a token's payload.");
}

static bool is_text(const cds_json *value)
{
    return value != NULL && value->kind == CDS_JSON_STRING && value->text.length > 0 &&
           value->text.length <= TEXT_MAX;
}

static bool is_time(const cds_json *value)
{
    return value != NULL && value->kind == CDS_JSON_NUMBER && value->number >= 0 &&
           value->number < TIME_MAX;
}

static bool is_audience(const cds_json *value)
{
    if (value == NULL || value->kind != CDS_JSON_ARRAY)
        return is_text(value);
    bool good = value->count > 0 && value->count <= AUDIENCES_MAX;
    for (const cds_json *one = value->child; one != NULL; one = one->next)
        good = good && is_text(one);
    return good;
}

cds_status srv_claims_read(cds_ctx *ctx, cds_text payload, srv_claims *out)
{
    const cds_json *json;
    const cds_status status = cds_json_parse(ctx, payload, &json);
    if (status != CDS_OK)
        return status;
    if (json->kind != CDS_JSON_OBJECT)
        return refuse(ctx);
    const cds_json *issuer = cds_json_member(json, CDS_TEXT("iss"));
    const cds_json *id = cds_json_member(json, CDS_TEXT("jti"));
    const cds_json *issued = cds_json_member(json, CDS_TEXT("iat"));
    const cds_json *expires = cds_json_member(json, CDS_TEXT("exp"));
    const cds_json *not_before = cds_json_member(json, CDS_TEXT("nbf"));
    out->audience = cds_json_member(json, CDS_TEXT("aud"));
    if (!is_text(issuer) || !is_text(id) || !is_time(issued) || !is_time(expires) ||
        !is_audience(out->audience) || (not_before != NULL && !is_time(not_before)))
        return refuse(ctx);
    out->issuer = issuer->text;
    out->id = id->text;
    out->issued_s = issued->number;
    out->expires_s = expires->number;
    out->not_before_s = not_before == NULL ? issued->number : not_before->number;
    return CDS_OK;
}

bool srv_claims_hold_at(const srv_claims *claims, int64_t now_s)
{
    const double latest = (double)(now_s + SRV_TOKEN_SKEW_S);
    const double earliest = (double)(now_s - SRV_TOKEN_SKEW_S);
    return claims->issued_s <= latest && claims->not_before_s <= latest &&
           claims->expires_s > earliest && claims->expires_s > claims->issued_s &&
           claims->expires_s - claims->issued_s <= (double)SRV_TOKEN_LIFE_S;
}

bool srv_claims_are_for(const srv_claims *claims, cds_text audience)
{
    const cds_json *said = claims->audience;
    if (said->kind == CDS_JSON_STRING)
        return cds_text_equal(said->text, audience);
    for (const cds_json *one = said->child; one != NULL; one = one->next) {
        if (cds_text_equal(one->text, audience))
            return true;
    }
    return false;
}
