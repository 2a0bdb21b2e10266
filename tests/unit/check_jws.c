// SPDX-License-Identifier: Apache-2.0
// Signed tokens: each of ours holds, and not one of Wycheproof's invalid ones does
// (../shared/corpora/jws, where it is).
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/token/jws.h"
#include "tests/http/signer.h"

#define CORPUS SOURCE_DIR "/../shared/corpora/jws/"

static cds_ctx ctx;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)256 << 20)};
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

/** Is the token accepted under that key set? */
static bool holds(const cds_json *set, cds_text token)
{
    cds_ctx own = {.mem = ctx.mem};
    srv_jwks keys;
    srv_jws read;
    return srv_jwks_read(&own, set, &keys) == CDS_OK &&
           srv_jws_read(&own, token, &read) == CDS_OK && srv_jws_holds(&read, &keys);
}

static const cds_json *parse(const char *text)
{
    const cds_json *json = NULL;
    ck_assert_int_eq(cds_json_parse(&ctx, cds_text_of(text), &json), CDS_OK);
    return json;
}

/** NULL, with a message: the corpus is not here. */
static const cds_json *load(const char *name)
{
    char path[512];
    static char text[4 << 20];
    snprintf(path, sizeof path, CORPUS "%s", name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        printf("skipped: %s is not here\n", path);
        return NULL;
    }
    size_t length = fread(text, 1, sizeof text, file);
    fclose(file);
    const cds_json *json = NULL;
    ck_assert_int_eq(cds_json_parse(&ctx, (cds_text){text, length}, &json), CDS_OK);
    return json;
}

static const cds_json *member(const cds_json *object, const char *name)
{
    return cds_json_member(object, cds_text_of(name));
}

/** The public key or key set of a group, as a key set; a secret one where there is no other. */
static const cds_json *set_of(const cds_json *group)
{
    cds_buf buf;
    cds_text text;
    const cds_json *json;
    const cds_json *key = member(group, "public");
    key = key == NULL ? member(group, "private") : key;
    if (member(key, "keys") != NULL)
        return key;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, "{\"keys\":[");
    cds_json_write(&buf, key);
    cds_buf_word(&buf, "]}");
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&ctx, text, &json), CDS_OK);
    return json;
}

typedef struct tally {
    size_t tokens, valid, accepted, of_ours;
} tally;

/** The algorithm of a group's first key. */
static bool is_ours(const cds_json *set)
{
    srv_algorithm algorithm;
    const cds_json *name = member(member(set, "keys")->child, "alg");
    return name != NULL && srv_algorithm_read(name->text, &algorithm);
}

static void try_group(const cds_json *group, tally *count)
{
    const cds_json *set = set_of(group);
    for (const cds_json *test = member(group, "tests")->child; test != NULL;
         test = test->next) {
        const cds_json *jws = member(test, "jws");
        const bool valid = cds_text_is(member(test, "result")->text, "valid");
        const bool accepted = holds(set, jws->text);
        const int id = (int)member(test, "tcId")->number;
        ck_assert_msg(valid || !accepted, "%d is invalid and accepted", id);
        if (valid && is_ours(set))
            ck_assert_msg(accepted, "%d is valid and refused", id);
        count->tokens++;
        count->valid += valid;
        count->of_ours += valid && is_ours(set);
        count->accepted += accepted;
    }
}

static bool try_file(const char *name, tally *count)
{
    const cds_json *file = load(name);
    if (file == NULL)
        return false;
    for (const cds_json *group = member(file, "testGroups")->child; group != NULL;
         group = group->next)
        try_group(group, count);
    return true;
}

START_TEST(no_invalid_token_of_wycheproof_is_accepted_and_each_valid_one_of_ours_is)
{
    tally count = {0};
    if (!try_file("json_web_signature_test.json", &count))
        return;
    ck_assert_uint_eq(count.tokens, 401);
    ck_assert_uint_eq(count.of_ours, 14);
    ck_assert_uint_eq(count.accepted, count.of_ours);
}
END_TEST

START_TEST(no_bad_key_set_of_wycheproof_is_accepted_and_the_good_one_of_ours_is)
{
    tally count = {0};
    if (!try_file("json_web_key_test.json", &count))
        return;
    ck_assert_uint_eq(count.tokens, 26);
    ck_assert_uint_eq(count.of_ours, 1);
    ck_assert_uint_eq(count.accepted, 1);
}
END_TEST

static const char *const algorithms[] = {"ES256", "ES384", "RS256", "RS384"};

static const cds_json *set_with(const signer *it, const char *more)
{
    char key[2048];
    char set[2560];
    signer_jwk(it, key, sizeof key);
    snprintf(set, sizeof set, "{\"keys\":[%.*s%s}]}", (int)strlen(key) - 1, key, more);
    return parse(set);
}

START_TEST(each_of_our_algorithms_holds_and_a_changed_byte_does_not)
{
    char token[TOKEN_ROOM];
    signer it = signer_new(algorithms[_i], "k1");
    const cds_json *set = set_with(&it, "");
    signer_token(&it, "{\"iss\":\"https://ehr.example\"}", token);
    ck_assert(holds(set, cds_text_of(token)));
    const size_t length = strlen(token);
    for (size_t at = 0; at < length; at++) {
        const char was = token[at];
        token[at] = was == 'A' ? 'B' : 'A';
        ck_assert_msg(!holds(set, cds_text_of(token)), "byte %zu", at);
        token[at] = was;
    }
    ck_assert(holds(set, cds_text_of(token)));
    signer_free(&it);
}
END_TEST

static const char *const bad_headers[] = {
    "{}",
    "[]",
    "{\"alg\":\"none\",\"kid\":\"k1\"}",
    "{\"alg\":\"HS256\",\"kid\":\"k1\"}",
    "{\"alg\":\"es256\",\"kid\":\"k1\"}",
    "{\"alg\":\"ES384\",\"kid\":\"k1\"}",
    "{\"alg\":\"RS256\",\"kid\":\"k1\"}",
    "{\"alg\":\"PS256\",\"kid\":\"k1\"}",
    "{\"alg\":\"ES256\"}",
    "{\"alg\":\"ES256\",\"kid\":7}",
    "{\"alg\":\"ES256\",\"kid\":\"k2\"}",
    "{\"alg\":\"ES256\",\"kid\":\"\"}",
    "{\"alg\":\"ES256\",\"alg\":\"ES256\",\"kid\":\"k1\"}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"crit\":[\"exp\"]}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"b64\":false}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"zip\":\"DEF\"}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"jwk\":{\"kty\":\"EC\"}}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"x5u\":\"https://evil.example\"}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"x5c\":[\"AA==\"]}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"jku\":7}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"at+jwt\"}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\",\"cty\":\"JWT\"}",
    "{\"alg\":\"ES256\",\"kid\":\"k1\"} ,",
};

START_TEST(a_header_with_a_doubt_is_none_however_well_it_is_signed)
{
    char token[TOKEN_ROOM];
    signer it = signer_new("ES256", "k1");
    const cds_json *set = set_with(&it, "");
    signer_sign(&it, "{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"jwt\",\"x5t\":\"AA\"}", "{}",
                token);
    ck_assert(holds(set, cds_text_of(token)));
    for (size_t i = 0; i < sizeof bad_headers / sizeof *bad_headers; i++) {
        signer_sign(&it, bad_headers[i], "{}", token);
        ck_assert_msg(!holds(set, cds_text_of(token)), "%s", bad_headers[i]);
    }
    signer_free(&it);
}
END_TEST

START_TEST(a_token_over_4_kib_is_none)
{
    char claims[4096];
    char token[TOKEN_ROOM];
    signer it = signer_new("ES256", "k1");
    memset(claims, 'x', sizeof claims);
    claims[3500] = '\0';
    signer_token(&it, claims, token);
    ck_assert_uint_gt(strlen(token), SRV_TOKEN_MAX);
    ck_assert(!holds(set_with(&it, ""), cds_text_of(token)));
    claims[2800] = '\0';
    signer_token(&it, claims, token);
    ck_assert(holds(set_with(&it, ""), cds_text_of(token)));
    signer_free(&it);
}
END_TEST

static const struct set_row {
    const char *more; // members of the key
    bool good;
} set_rows[] = {
    {"", true},
    {",\"use\":\"sig\"", true},
    {",\"alg\":\"ES256\"", true},
    {",\"key_ops\":[\"verify\"]", true},
    {",\"use\":\"enc\"", false},
    {",\"use\":7", false},
    {",\"alg\":\"ES384\"", false},
    {",\"key_ops\":[\"encrypt\"]", false},
    {",\"key_ops\":[]", false},
    {",\"d\":\"AAAA\"", false},
};

START_TEST(a_key_is_for_what_it_says_and_never_secret)
{
    char token[TOKEN_ROOM];
    signer it = signer_new("ES256", "k1");
    signer_token(&it, "{}", token);
    for (size_t i = 0; i < sizeof set_rows / sizeof *set_rows; i++)
        ck_assert_msg(holds(set_with(&it, set_rows[i].more), cds_text_of(token)) ==
                          set_rows[i].good,
                      "%s", set_rows[i].more);
    signer_free(&it);
}
END_TEST

START_TEST(a_faulty_key_is_named_by_its_place)
{
    srv_jwks keys;
    const cds_json *set =
        parse("{\"keys\":[{\"kty\":\"OKP\"},{\"kty\":\"EC\",\"kid\":\"a\",\"crv\":"
              "\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}");
    ck_assert_int_eq(srv_jwks_read(&ctx, set, &keys), CDS_INVALID);
    ck_assert_str_eq(ctx.error.where, "/keys/1");
    ck_assert_str_eq(ctx.error.what, "is not a point on its curve");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("jws");
    TCase *cases = tcase_create("signed tokens");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases,
                   no_invalid_token_of_wycheproof_is_accepted_and_each_valid_one_of_ours_is);
    tcase_add_test(cases, no_bad_key_set_of_wycheproof_is_accepted_and_the_good_one_of_ours_is);
    tcase_add_loop_test(cases, each_of_our_algorithms_holds_and_a_changed_byte_does_not, 0, 4);
    tcase_add_test(cases, a_header_with_a_doubt_is_none_however_well_it_is_signed);
    tcase_add_test(cases, a_token_over_4_kib_is_none);
    tcase_add_test(cases, a_key_is_for_what_it_says_and_never_secret);
    tcase_add_test(cases, a_faulty_key_is_named_by_its_place);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
