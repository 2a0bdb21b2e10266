// SPDX-License-Identifier: Apache-2.0
// Any bytes as a token, as what a token says, and as a client's keys. Bytes that begin with {
// are a header and a payload, a line each, which are signed: the token holds only as it was
// signed, and not for ever. Those that begin with [ are keys. Any others are a token that
// nobody signed: it holds for nobody.
#include <string.h>

#include <openssl/ec.h>
#include <openssl/evp.h>

#include "engine/base/base64.h"
#include "server/token/claims.h"
#include "server/token/jws.h"

#include "fuzz.h"

#define FIELD_BYTES 32
#define NOW_S INT64_C(1795000000)
#define LONGEST_S (SRV_TOKEN_LIFE_S + 2 * SRV_TOKEN_SKEW_S)

static EVP_PKEY *pair;
static unsigned char point[1 + 2 * FIELD_BYTES];
static srv_jwks keys;

int LLVMFuzzerInitialize(int *count, char ***words)
{
    size_t length = 0;
    (void)count;
    (void)words;
    pair = EVP_EC_gen("P-256");
    FUZZ_EXPECT(pair != NULL);
    FUZZ_EXPECT(
        EVP_PKEY_get_octet_string_param(pair, "encoded-pub-key", point, sizeof point, &length));
    FUZZ_EXPECT(length == sizeof point);
    keys.count = 1;
    keys.list[0] = (srv_jwk){
        .id = CDS_TEXT("k"),
        .algorithms = 1U << SRV_ES256,
        .key = {.kind = CDS_P256,
                .first = {(const char *)point + 1, FIELD_BYTES},
                .second = {(const char *)point + 1 + FIELD_BYTES, FIELD_BYTES}},
    };
    return 0;
}

static void put_letters(cds_buf *buf, const void *bytes, size_t length)
{
    const size_t from = buf->length;
    cds_buf_base64(buf, bytes, length);
    while (buf->length > from && buf->data[buf->length - 1] == '=')
        buf->length--;
    for (size_t i = from; i < buf->length; i++) {
        char *at = &buf->data[i];
        *at = (char)(*at == '+' ? '-' : *at == '/' ? '_' : *at);
    }
}

/** r and s one after the other. */
static void sign(cds_text message, unsigned char out[2 * FIELD_BYTES])
{
    unsigned char bytes[128];
    const unsigned char *at = bytes;
    size_t length = sizeof bytes;
    EVP_MD_CTX *signing = EVP_MD_CTX_new();
    FUZZ_EXPECT(EVP_DigestSignInit(signing, NULL, EVP_sha256(), NULL, pair) == 1);
    FUZZ_EXPECT(EVP_DigestSign(signing, bytes, &length, (const unsigned char *)message.data,
                               message.length) == 1);
    EVP_MD_CTX_free(signing);
    ECDSA_SIG *made = d2i_ECDSA_SIG(NULL, &at, (long)length);
    FUZZ_EXPECT(made != NULL);
    FUZZ_EXPECT(BN_bn2binpad(ECDSA_SIG_get0_r(made), out, FIELD_BYTES) == FIELD_BYTES);
    FUZZ_EXPECT(BN_bn2binpad(ECDSA_SIG_get0_s(made), out + FIELD_BYTES, FIELD_BYTES) ==
                FIELD_BYTES);
    ECDSA_SIG_free(made);
}

static bool holds(cds_ctx *ctx, cds_text token, srv_jws *out)
{
    cds_ctx own = {.mem = ctx->mem};
    const cds_status status = srv_jws_read(&own, token, out);
    FUZZ_EXPECT(status == CDS_OK || own.error.what[0] != '\0');
    FUZZ_EXPECT(status != CDS_OK || srv_jws_looks_like(token));
    return status == CDS_OK && srv_jws_holds(out, &keys);
}

static void check_claims(cds_ctx *ctx, cds_text payload)
{
    srv_claims claims;
    if (srv_claims_read(ctx, payload, &claims) != CDS_OK) {
        FUZZ_EXPECT(ctx->error.what[0] != '\0');
        return;
    }
    (void)srv_claims_are_for(&claims, CDS_TEXT("https://cds.example/cds-services"));
    if (srv_claims_hold_at(&claims, NOW_S))
        FUZZ_EXPECT(!srv_claims_hold_at(&claims, NOW_S + LONGEST_S + 1) &&
                    !srv_claims_hold_at(&claims, NOW_S - LONGEST_S - 1));
}

static void check_altered(cds_ctx *ctx, cds_text token, size_t at, char letter)
{
    srv_jws read;
    char *copy = cds_alloc(ctx->mem, token.length);
    FUZZ_EXPECT(copy != NULL);
    memcpy(copy, token.data, token.length);
    copy[at] = letter;
    FUZZ_EXPECT(!holds(ctx, (cds_text){copy, token.length}, &read));
}

/** One letter changed, it is another token, which nobody signed; the last one's left-over bits
 *  count too. */
static void check_unalterable(cds_ctx *ctx, cds_text token)
{
    const size_t last = token.length - 1;
    const size_t any = (unsigned char)token.data[last - 1] * (size_t)31 % token.length;
    check_altered(ctx, token, any, token.data[any] == 'A' ? 'B' : 'A');
    check_altered(ctx, token, last, (char)(token.data[last] + 1));
}

static void check_said(cds_ctx *ctx, cds_text said)
{
    const char *end = memchr(said.data, '\n', said.length);
    const size_t header = end == NULL ? said.length : (size_t)(end - said.data);
    const size_t from = end == NULL ? header : header + 1;
    unsigned char signature[2 * FIELD_BYTES];
    cds_buf buf;
    srv_jws read;
    cds_buf_init(&buf, ctx->mem);
    put_letters(&buf, said.data, header);
    cds_buf_char(&buf, '.');
    put_letters(&buf, said.data + from, said.length - from);
    FUZZ_EXPECT(!buf.failed);
    sign((cds_text){buf.data, buf.length}, signature);
    cds_buf_char(&buf, '.');
    put_letters(&buf, signature, sizeof signature);
    FUZZ_EXPECT(!buf.failed);
    const cds_text token = {buf.data, buf.length};
    if (!holds(ctx, token, &read))
        return;
    FUZZ_EXPECT(read.algorithm == SRV_ES256 && cds_text_is(read.kid, "k"));
    FUZZ_EXPECT(cds_text_equal(read.payload, (cds_text){said.data + from, said.length - from}));
    check_claims(ctx, read.payload);
    check_unalterable(ctx, token);
}

static void check_keys(cds_ctx *ctx, cds_text list)
{
    cds_ctx own = {.mem = ctx->mem};
    const cds_json *set = NULL;
    cds_text text = {0};
    srv_jwks read;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"keys\":");
    cds_buf_text(&buf, list);
    cds_buf_char(&buf, '}');
    if (cds_buf_end(&own, &buf, &text) != CDS_OK || cds_json_parse(&own, text, &set) != CDS_OK)
        return;
    if (srv_jwks_read(&own, set, &read) != CDS_OK) {
        FUZZ_EXPECT(own.error.what[0] != '\0');
        return;
    }
    FUZZ_EXPECT(read.count > 0 && read.count <= SRV_KEYS_MAX);
    for (size_t i = 0; i < read.count; i++) {
        FUZZ_EXPECT(read.list[i].algorithms != 0 && cds_verifier_is_sound(&read.list[i].key));
        for (unsigned algorithm = 0; algorithm < SRV_ALGORITHM_COUNT; algorithm++) {
            const srv_jwk *key = srv_jwks_find(&read, read.list[i].id, algorithm);
            FUZZ_EXPECT(key == NULL || key == &read.list[i]);
            FUZZ_EXPECT(key == NULL || !srv_jwk_holds(key, algorithm, list, list));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cds_ctx ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    const cds_text bytes = fuzz_text(data, size);
    srv_jws read;
    if (size > 0 && data[0] == '{')
        check_said(&ctx, bytes);
    else if (size > 0 && data[0] == '[')
        check_keys(&ctx, bytes);
    else
        FUZZ_EXPECT(!holds(&ctx, bytes, &read));
    cds_arena_free(ctx.mem);
    return 0;
}
