// SPDX-License-Identifier: Apache-2.0
// Signing in by a token the client signed for one request: once, for this service, for minutes.
#include <check.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "tests/http/clients_file.h"
#include "tests/http/program.h"
#include "tests/http/signer.h"

#define PUBLIC_URL "https://tendon.example"
#define HERE PUBLIC_URL "/v1/evaluations"
#define ISSUER "https://ehr.example"

static program tendon;
static signer ec, ec384, rsa;

static void start(void)
{
    char keys[3][1200];
    char all[4000];
    ec = signer_new("ES256", "k-es256");
    ec384 = signer_new("ES384", "k-es384");
    rsa = signer_new("RS256", "k-rsa");
    signer_jwk(&ec, keys[0], sizeof keys[0]);
    signer_jwk(&ec384, keys[1], sizeof keys[1]);
    signer_jwk(&rsa, keys[2], sizeof keys[2]);
    snprintf(all, sizeof all, "%s,%s,%s", keys[0], keys[1], keys[2]);
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    clients_file_write_signed(&tendon, clients_of_each_role, all);
    tendon.words[0] = "--public-url";
    tendon.words[1] = PUBLIC_URL;
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
    signer_free(&ec);
    signer_free(&ec384);
    signer_free(&rsa);
}

typedef struct claims {
    const char *issuer, *audience; // the audience as JSON
    long issued_s, expires_s;      // from now
    const char *more;              // members, each with a comma before it
} claims;

static const claims usual = {ISSUER, "\"" HERE "\"", 0, 120, ""};

static void write_claims(const claims *it, const char *id, char out[1024])
{
    const long now = (long)time(NULL);
    snprintf(out, 1024, "{\"iss\":\"%s\",\"aud\":%s,\"iat\":%ld,\"exp\":%ld,\"jti\":\"%s\"%s}",
             it->issuer, it->audience, now + it->issued_s, now + it->expires_s, id, it->more);
}

static answer post_with(const char *token)
{
    char headers[TOKEN_ROOM + 128];
    snprintf(headers, sizeof headers,
             "Content-Type: application/json\r\nAuthorization: Bearer %s\r\n", token);
    return client_ask(&tendon, "POST", "/v1/evaluations", headers, "{}");
}

static int status_with(const char *token)
{
    answer got = post_with(token);
    const int status = got.status;
    char value[64];
    if (status == 401) {
        ck_assert_ptr_nonnull(answer_header(&got, "www-authenticate", value, sizeof value));
        ck_assert_str_eq(value, "Bearer");
        ck_assert_ptr_nonnull(strstr(got.body, "Sign in: send"));
    }
    answer_free(&got);
    return status;
}

/** A new token of those claims. */
static void make_token(const signer *by, const claims *it, char out[TOKEN_ROOM])
{
    static unsigned count;
    char id[64];
    char text[1024];
    snprintf(id, sizeof id, "%d-%u", getpid(), count++);
    write_claims(it, id, text);
    signer_token(by, text, out);
}

static int status_of(const signer *by, const claims *it)
{
    char token[TOKEN_ROOM];
    make_token(by, it, token);
    return status_with(token);
}

START_TEST(a_signed_token_lets_its_client_in_and_its_name_is_recorded)
{
    char token[TOKEN_ROOM];
    char headers[TOKEN_ROOM + 128];
    char place[128];
    char audience[256];
    const signer *by[] = {&ec, &ec384, &rsa};
    for (size_t i = 0; i < 3; i++) {
        make_token(by[i], &usual, token);
        answer got = post_with(token);
        ck_assert_msg(got.status == 201, "%s: %d %s", by[i]->algorithm, got.status, got.body);
        ck_assert_ptr_nonnull(answer_header(&got, "location", place, sizeof place));
        answer_free(&got);
    }
    snprintf(audience, sizeof audience, "\"" PUBLIC_URL "%s\"", place);
    claims get = usual;
    get.audience = audience;
    make_token(&ec, &get, token);
    snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", token);
    answer got = client_ask(&tendon, "GET", place, headers, "");
    ck_assert_int_eq(got.status, 200);
    answer_free(&got);
    got = client_ask_as(&tendon, "auditor", "GET", "/v1/log/entries?from=0&limit=9", "");
    ck_assert_ptr_nonnull(strstr(got.body, "\\\"client\\\":\\\"signs-only\\\""));
    answer_free(&got);
}
END_TEST

static const struct claims_row {
    claims said;
    int status;
} claims_rows[] = {
    {{ISSUER, "\"" HERE "\"", 0, 300, ""}, 201},
    {{ISSUER, "\"" HERE "\"", -290, 5, ""}, 201},
    {{ISSUER, "\"" HERE "\"", -100, -30, ""}, 201}, // ended, but within the clocks' difference
    {{ISSUER, "\"" HERE "\"", 30, 60, ""}, 201},
    {{ISSUER, "\"" PUBLIC_URL "\"", 0, 60, ""}, 201},
    {{ISSUER, "[\"https://other.example\",\"" HERE "\"]", 0, 60, ""}, 201},
    {{ISSUER, "\"" HERE "\"", 0, 60, ",\"nbf\":0,\"sub\":\"x\",\"tenant\":\"y\""}, 201},
    {{ISSUER, "\"" HERE "\"", 0, 301, ""}, 401},
    {{ISSUER, "\"" HERE "\"", -200, -70, ""}, 401},
    {{ISSUER, "\"" HERE "\"", 90, 120, ""}, 401},
    {{ISSUER, "\"" HERE "\"", 10, 5, ""}, 401},
    {{ISSUER, "\"" HERE "\"", 0, 60, ",\"nbf\":9999999999"}, 401},
    {{ISSUER, "\"" HERE "\"", 0, 60, ",\"nbf\":\"0\""}, 401},
    {{ISSUER, "\"" HERE "/\"", 0, 60, ""}, 401},
    {{ISSUER, "\"" PUBLIC_URL "/\"", 0, 60, ""}, 401},
    {{ISSUER, "\"" PUBLIC_URL "/v1/batch\"", 0, 60, ""}, 401},
    {{ISSUER, "\"http://tendon.example/v1/evaluations\"", 0, 60, ""}, 401},
    {{ISSUER, "\"https://tendon.example.evil.example/v1/evaluations\"", 0, 60, ""}, 401},
    {{ISSUER, "\"https://TENDON.example/v1/evaluations\"", 0, 60, ""}, 401},
    {{ISSUER, "[]", 0, 60, ""}, 401},
    {{ISSUER, "[7,\"" HERE "\"]", 0, 60, ""}, 401},
    {{ISSUER, "null", 0, 60, ""}, 401},
    {{ISSUER "/", "\"" HERE "\"", 0, 60, ""}, 401},
    {{"", "\"" HERE "\"", 0, 60, ""}, 401},
    {{ISSUER, "\"" HERE "\"", 0, 60, ",\"iss\":\"" ISSUER "\""}, 401},
};

START_TEST(claims_that_are_not_right_are_nobodys)
{
    for (size_t i = 0; i < sizeof claims_rows / sizeof *claims_rows; i++) {
        int status = status_of(&ec, &claims_rows[i].said);
        ck_assert_msg(status == claims_rows[i].status, "%zu: %d", i, status);
    }
}
END_TEST

static const char *const bad_claims[] = {
    "{\"iss\":\"" ISSUER "\",\"aud\":\"" HERE "\",\"iat\":%ld,\"exp\":%ld}",
    "{\"iss\":\"" ISSUER "\",\"aud\":\"" HERE "\",\"iat\":%ld,\"exp\":%ld,\"jti\":\"\"}",
    "{\"iss\":\"" ISSUER "\",\"aud\":\"" HERE "\",\"iat\":%ld,\"exp\":%ld,\"jti\":7}",
    "{\"iss\":\"" ISSUER "\",\"iat\":%ld,\"exp\":%ld,\"jti\":\"a\"}",
    "{\"aud\":\"" HERE "\",\"iat\":%ld,\"exp\":%ld,\"jti\":\"b\"}",
    "{\"iss\":\"" ISSUER "\",\"aud\":\"" HERE "\",\"nbf\":%ld,\"exp\":%ld,\"jti\":\"c\"}",
    "{\"iss\":\"" ISSUER "\",\"aud\":\"" HERE "\",\"iat\":\"%ld\",\"exp\":%ld,\"jti\":\"d\"}",
    "[%ld,%ld]",
    "%ld %ld",
};

START_TEST(a_token_that_leaves_something_out_is_nobodys)
{
    char text[512];
    char token[TOKEN_ROOM];
    const long now = (long)time(NULL);
    for (size_t i = 0; i < sizeof bad_claims / sizeof *bad_claims; i++) {
        snprintf(text, sizeof text, bad_claims[i], now, now + 60);
        signer_token(&ec, text, token);
        ck_assert_msg(status_with(token) == 401, "%s", text);
    }
}
END_TEST

/** A token with the usual claims under that header. */
static int status_under(const signer *by, const char *header)
{
    char text[1024];
    char id[64];
    char token[TOKEN_ROOM];
    static unsigned count;
    snprintf(id, sizeof id, "h-%u", count++);
    write_claims(&usual, id, text);
    signer_sign(by, header, text, token);
    return status_with(token);
}

START_TEST(a_url_of_keys_counts_only_if_the_file_lists_it)
{
    ck_assert_int_eq(status_under(&ec, "{\"alg\":\"ES256\",\"kid\":\"k-es256\"}"), 201);
    ck_assert_int_eq(status_under(&ec, "{\"alg\":\"ES256\",\"kid\":\"k-es256\",\"jku\":"
                                       "\"https://ehr.example/keys\"}"),
                     201);
    ck_assert_int_eq(status_under(&ec, "{\"alg\":\"ES256\",\"kid\":\"k-es256\",\"jku\":"
                                       "\"https://evil.example/keys\"}"),
                     401);
    ck_assert_int_eq(status_under(&ec, "{\"alg\":\"ES256\",\"kid\":\"k-rsa\"}"), 401);
    ck_assert_int_eq(status_under(&rsa, "{\"alg\":\"none\",\"kid\":\"k-rsa\"}"), 401);
    ck_assert_int_eq(status_under(&rsa, "{\"alg\":\"HS256\",\"kid\":\"k-rsa\"}"), 401);
    ck_assert_int_eq(status_under(&rsa, "{\"alg\":\"RS256\",\"kid\":\"k-es256\"}"), 401);
}
END_TEST

START_TEST(anothers_signature_is_nobodys)
{
    signer other = signer_new("ES256", "k-es256");
    ck_assert_int_eq(status_of(&other, &usual), 401);
    signer_free(&other);
}
END_TEST

START_TEST(a_token_is_used_once_even_across_a_restart_and_a_kill)
{
    char tokens[3][TOKEN_ROOM];
    for (size_t i = 0; i < 3; i++)
        make_token(&ec, &usual, tokens[i]);
    ck_assert_int_eq(status_with(tokens[0]), 201);
    ck_assert_int_eq(status_with(tokens[0]), 401);
    program_kill(&tendon, SIGTERM);
    ck_assert_int_eq(program_wait(&tendon), 0);
    program_start(&tendon);
    ck_assert_int_eq(status_with(tokens[0]), 401);
    ck_assert_int_eq(status_with(tokens[1]), 201);
    program_kill(&tendon, SIGKILL);
    ck_assert_int_eq(program_wait(&tendon), -1);
    program_start(&tendon);
    ck_assert_int_eq(status_with(tokens[0]), 401);
    ck_assert_int_eq(status_with(tokens[1]), 401);
    ck_assert_int_eq(status_with(tokens[2]), 201);
}
END_TEST

static void *ask_once(void *token)
{
    return status_with(token) == 201 ? token : NULL;
}

START_TEST(of_many_at_once_one_is_let_in)
{
    pthread_t threads[16];
    char token[TOKEN_ROOM];
    size_t let_in = 0;
    make_token(&ec, &usual, token);
    for (size_t i = 0; i < 16; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, ask_once, token), 0);
    for (size_t i = 0; i < 16; i++) {
        void *got;
        ck_assert_int_eq(pthread_join(threads[i], &got), 0);
        let_in += got != NULL;
    }
    ck_assert_uint_eq(let_in, 1);
}
END_TEST

START_TEST(one_that_leaves_before_it_is_admitted_harms_nobody)
{
    char token[TOKEN_ROOM];
    char head[TOKEN_ROOM + 256];
    for (size_t i = 0; i < 20; i++) {
        make_token(&ec, &usual, token);
        int length = snprintf(head, sizeof head,
                              "POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\n"
                              "Authorization: Bearer %s\r\nContent-Length: 2\r\n\r\n{}",
                              token);
        int socket = client_open(&tendon);
        client_send(socket, head, (size_t)length);
        close(socket);
    }
    ck_assert_int_eq(status_of(&ec, &usual), 201);
}
END_TEST

START_TEST(signatures_that_do_not_hold_are_soon_not_looked_at)
{
    char token[TOKEN_ROOM];
    char value[16];
    int status = 401;
    size_t tried = 0;
    signer other = signer_new("ES384", "k-es384");
    for (; tried < 300 && status == 401; tried++) {
        make_token(&other, &usual, token);
        answer got = post_with(token);
        status = got.status;
        if (status == 429)
            ck_assert_ptr_nonnull(answer_header(&got, "retry-after", value, sizeof value));
        answer_free(&got);
    }
    ck_assert_int_eq(status, 429);
    ck_assert_uint_gt(tried, 50);
    ck_assert_int_eq(status_with("token-of-client"), 201); // whose token needs no signature
    sleep(1);
    ck_assert_int_eq(status_of(&ec, &usual), 201);
    signer_free(&other);
}
END_TEST

START_TEST(nothing_of_a_token_is_kept_or_logged)
{
    char token[TOKEN_ROOM];
    char line[512];
    make_token(&ec, &usual, token);
    ck_assert_int_eq(status_with(token), 201);
    ck_assert_int_eq(status_with(token), 401);
    *strrchr(token, '.') = '\0';
    snprintf(line, sizeof line, "! grep -rqaF -e '%.200s' -e '%d-' '%s'",
             strchr(token, '.') + 1, getpid(), tendon.data);
    ck_assert_int_eq(system(line), 0);
    snprintf(line, sizeof line, "! grep -qaF -e '%.200s' -e '" ISSUER "' '%s/log'",
             strchr(token, '.') + 1, tendon.dir);
    ck_assert_int_eq(system(line), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("signed");
    TCase *cases = tcase_create("by signed token");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, a_signed_token_lets_its_client_in_and_its_name_is_recorded);
    tcase_add_test(cases, claims_that_are_not_right_are_nobodys);
    tcase_add_test(cases, a_token_that_leaves_something_out_is_nobodys);
    tcase_add_test(cases, a_url_of_keys_counts_only_if_the_file_lists_it);
    tcase_add_test(cases, anothers_signature_is_nobodys);
    tcase_add_test(cases, a_token_is_used_once_even_across_a_restart_and_a_kill);
    tcase_add_test(cases, of_many_at_once_one_is_let_in);
    tcase_add_test(cases, one_that_leaves_before_it_is_admitted_harms_nobody);
    tcase_add_test(cases, signatures_that_do_not_hold_are_soon_not_looked_at);
    tcase_add_test(cases, nothing_of_a_token_is_kept_or_logged);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
