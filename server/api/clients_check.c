// SPDX-License-Identifier: Apache-2.0
// A clients file's JSON becomes a table, member by member; a doubt refuses the whole file.
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/base64.h"
#include "server/api/clients.h"

#define ISSUER_MAX 200
#define WORDS_MAX 16

/** Where a check stands: the pointer its faults are reported at. */
typedef struct spot {
    cds_ctx *ctx;
    char pointer[80];
} spot;

typedef struct member_row {
    const char *name;
    cds_status (*take)(spot *at, const cds_json *value, srv_client *out);
} member_row;

static cds_status refuse(const spot *at, const char *what)
{
    return cds_fail(at->ctx, CDS_INVALID, at->pointer, "%s", what);
}

/** `what` and, if the word looks like a slip of the pen, what it may have been. */
static cds_status refuse_word(const spot *at, const char *what, cds_text word,
                              const char *const *known)
{
    cds_text words[WORDS_MAX];
    size_t count = 0;
    for (; known[count] != NULL; count++)
        words[count] = cds_text_of(known[count]);
    cds_text near = cds_text_nearest(word, words, count);
    if (near.data == NULL)
        return refuse(at, what);
    return cds_fail(at->ctx, CDS_INVALID, at->pointer, "%s; did you mean %.*s?", what,
                    (int)near.length, near.data);
}

static bool is_name(cds_text text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789._-";
    for (size_t i = 0; i < text.length; i++) {
        if (memchr(allowed, text.data[i], sizeof allowed - 1) == NULL)
            return false;
    }
    return text.length >= 1 && text.length <= SRV_CALLER_NAME_MAX;
}

static cds_status take_name(spot *at, const cds_json *value, srv_client *out)
{
    if (value->kind != CDS_JSON_STRING || !is_name(value->text))
        return refuse(at, "a name is 1 to 64 letters, digits, dots, dashes or underscores");
    if (cds_text_is(value->text, SRV_LOCAL_NAME))
        return refuse(at, "the name " SRV_LOCAL_NAME " stands for calls without a clients "
                          "file; use another");
    out->name = value->text;
    return CDS_OK;
}

static cds_status take_role(spot *at, const cds_json *value, srv_client *out)
{
    static const char *const words[] = {
#define ROLE_WORD(name, word, bit) word,
        SRV_ROLES(ROLE_WORD)
#undef ROLE_WORD
            NULL};
    static const unsigned bits[] = {
#define ROLE_BIT(name, word, bit) bit,
        SRV_ROLES(ROLE_BIT)
#undef ROLE_BIT
    };
    cds_text word = value->kind == CDS_JSON_STRING ? value->text : (cds_text){"", 0};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (cds_text_is(word, words[i])) {
            out->role = bits[i];
            return CDS_OK;
        }
    }
    return refuse_word(at,
                       "a role is one of client, physio, auditor, author, approver, operator",
                       word, words);
}

static int hex_value(char digit)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = digit == '\0' ? NULL : strchr(digits, digit);
    return found == NULL ? -1 : (int)((found - digits) % 16);
}

static cds_status take_token(spot *at, const cds_json *value, srv_client *out)
{
    static const char expected[] = "is 64 hexadecimal digits: the SHA-256 of the token";
    if (value->kind != CDS_JSON_STRING || value->text.length != CDS_SHA256_HEX)
        return refuse(at, expected);
    for (size_t i = 0; i < CDS_SHA256_BYTES; i++) {
        int high = hex_value(value->text.data[2 * i]);
        int low = hex_value(value->text.data[2 * i + 1]);
        if (high < 0 || low < 0)
            return refuse(at, expected);
        out->token.bytes[i] = (uint8_t)(high * 16 + low);
    }
    out->has_token = true;
    return CDS_OK;
}

static cds_status take_issuer(spot *at, const cds_json *value, srv_client *out)
{
    if (value->kind != CDS_JSON_STRING || value->text.length == 0 ||
        value->text.length > ISSUER_MAX)
        return refuse(at, "is the issuer of the client's signed tokens, 1 to 200 bytes");
    out->issuer = value->text;
    return CDS_OK;
}

static cds_status take_keys(spot *at, const cds_json *value, srv_client *out)
{
    char place[sizeof at->pointer + 24];
    srv_jwks *keys = cds_alloc(at->ctx->mem, sizeof *keys);
    if (keys == NULL)
        return cds_fail_memory(at->ctx);
    const cds_status status = srv_jwks_read(at->ctx, value, keys);
    if (status != CDS_OK) {
        (void)snprintf(place, sizeof place, "%s%.20s", at->pointer, at->ctx->error.where);
        (void)snprintf(at->ctx->error.where, sizeof at->ctx->error.where, "%s", place);
        return status;
    }
    out->keys = keys;
    return CDS_OK;
}

static cds_status take_keys_url(spot *at, const cds_json *value, srv_client *out)
{
    if (value->kind != CDS_JSON_STRING || !cds_text_starts(value->text, "https://"))
        return refuse(at, "is an https:// address");
    out->keys_url = value->text;
    return CDS_OK;
}

static cds_status take_key(spot *at, const cds_json *value, srv_client *out)
{
    if (value->kind != CDS_JSON_STRING ||
        !cds_base64_read(value->text, out->key, SRV_ED25519_BYTES))
        return refuse(at, "is the base64 of an Ed25519 public key's 32 bytes");
    out->has_key = true;
    return CDS_OK;
}

static const member_row members[] = {
    {"name", take_name},   {"role", take_role}, {"token_sha256", take_token},
    {"iss", take_issuer},  {"jwks", take_keys}, {"jku", take_keys_url},
    {"ed25519", take_key},
};
#define MEMBERS (sizeof members / sizeof *members)

static cds_status take_member(spot *at, const cds_json *value, srv_client *out)
{
    const char *names[MEMBERS + 1] = {NULL};
    for (size_t i = 0; i < MEMBERS; i++) {
        names[i] = members[i].name;
        if (!cds_text_is(value->name, members[i].name))
            continue;
        size_t length = strlen(at->pointer);
        (void)snprintf(at->pointer + length, sizeof at->pointer - length, "/%s", names[i]);
        cds_status status = members[i].take(at, value, out);
        at->pointer[length] = '\0';
        return status;
    }
    return refuse_word(at,
                       "has a member that is not one of name, role, token_sha256, iss, jwks, "
                       "jku, ed25519",
                       value->name, names);
}

/** What the members are together. */
static cds_status check_whole(const spot *at, const srv_client *client)
{
    bool signs = (client->role & SRV_GOVERNORS) != 0;
    if (client->name.data == NULL || client->role == 0)
        return refuse(at, "needs a name and a role");
    if ((client->issuer.data == NULL) != (client->keys == NULL))
        return refuse(at, "iss and jwks come together");
    if (client->keys_url.data != NULL && client->keys == NULL)
        return refuse(at, "jku needs iss and jwks");
    if (signs && !client->has_key)
        return refuse(at, "author, approver and operator sign: this needs ed25519");
    if (!signs && client->has_key)
        return refuse(at, "ed25519 is for author, approver and operator only");
    if (!signs && !client->has_token && client->issuer.data == NULL)
        return refuse(at, "needs token_sha256, or iss and jwks, to sign in by");
    return CDS_OK;
}

static cds_status check_unlike(const spot *at, const srv_client *client,
                               const srv_client *before)
{
    if (cds_text_equal(client->name, before->name))
        return refuse(at, "has the name of a client above");
    if (client->has_token && before->has_token &&
        cds_digest_equal(&client->token, &before->token))
        return refuse(at, "has the token of a client above");
    if (client->issuer.data != NULL && before->issuer.data != NULL &&
        cds_text_equal(client->issuer, before->issuer))
        return refuse(at, "has the iss of a client above");
    return CDS_OK;
}

static cds_status check_client(spot *at, const cds_json *value, srv_client *out)
{
    if (value->kind != CDS_JSON_OBJECT)
        return refuse(at, "is an object with name, role and a token or key");
    cds_status status = CDS_OK;
    for (const cds_json *one = value->child; one != NULL && status == CDS_OK; one = one->next)
        status = take_member(at, one, out);
    return status == CDS_OK ? check_whole(at, out) : status;
}

static cds_status check_clients(spot *at, const cds_json *list, srv_clients *out)
{
    if (list == NULL || list->kind != CDS_JSON_ARRAY)
        return refuse(at, "needs clients, an array");
    srv_client *clients = cds_alloc(at->ctx->mem, (list->count + 1) * sizeof *clients);
    if (clients == NULL)
        return cds_fail_memory(at->ctx);
    size_t count = 0;
    for (const cds_json *one = list->child; one != NULL; one = one->next, count++) {
        (void)snprintf(at->pointer, sizeof at->pointer, "/clients/%zu", count);
        cds_status status = check_client(at, one, &clients[count]);
        for (size_t i = 0; i < count && status == CDS_OK; i++)
            status = check_unlike(at, &clients[count], &clients[i]);
        if (status != CDS_OK)
            return status;
    }
    out->list = clients;
    out->count = count;
    return CDS_OK;
}

/** scheme://host or scheme://host:port, as browsers send it. */
static bool is_origin(const cds_json *value)
{
    cds_text text = value->kind == CDS_JSON_STRING ? value->text : (cds_text){"", 0};
    size_t scheme = cds_text_starts(text, "https://")  ? 8
                    : cds_text_starts(text, "http://") ? 7
                                                       : 0;
    for (size_t i = scheme; i < text.length; i++) {
        if (text.data[i] <= ' ' || text.data[i] > '~' || strchr("/?#*@,", text.data[i]) != NULL)
            return false;
    }
    return scheme > 0 && text.length > scheme && text.length <= SRV_ORIGIN_MAX;
}

static cds_status check_origins(spot *at, const cds_json *list, srv_clients *out)
{
    if (list == NULL)
        return CDS_OK;
    (void)snprintf(at->pointer, sizeof at->pointer, "/origins");
    if (list->kind != CDS_JSON_ARRAY)
        return refuse(at, "is an array");
    cds_text *origins = cds_alloc(at->ctx->mem, (list->count + 1) * sizeof *origins);
    if (origins == NULL)
        return cds_fail_memory(at->ctx);
    for (const cds_json *one = list->child; one != NULL; one = one->next) {
        (void)snprintf(at->pointer, sizeof at->pointer, "/origins/%zu", out->origin_count);
        if (!is_origin(one))
            return refuse(at, "is scheme://host or scheme://host:port, without a path");
        origins[out->origin_count++] = one->text;
    }
    out->origins = origins;
    return CDS_OK;
}

cds_status srv_clients_check(cds_ctx *ctx, const cds_json *json, srv_clients *out)
{
    static const char *const known[] = {"clients", "origins", NULL};
    spot at = {.ctx = ctx};
    if (json->kind != CDS_JSON_OBJECT)
        return refuse(&at, "is an object with clients and origins");
    for (const cds_json *one = json->child; one != NULL; one = one->next) {
        if (!cds_text_is(one->name, known[0]) && !cds_text_is(one->name, known[1]))
            return refuse_word(&at, "has a member that is not one of clients, origins",
                               one->name, known);
    }
    cds_status status = check_clients(&at, cds_json_member(json, CDS_TEXT("clients")), out);
    return status == CDS_OK
               ? check_origins(&at, cds_json_member(json, CDS_TEXT("origins")), out)
               : status;
}
