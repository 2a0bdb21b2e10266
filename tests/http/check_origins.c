// SPDX-License-Identifier: Apache-2.0
// Which web pages may call: those the clients file lists; without one only the service's own.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/api/origins.h"
#include "tests/http/clients_file.h"
#include "tests/http/program.h"

#define PAGE "https://clinic.example"
#define JSON "Content-Type: application/json\r\n"
#define AS_CLIENT "Authorization: Bearer token-of-client\r\n"
#define REHEARSAL "/v1/evaluations?record=false"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    clients_file_write(&tendon, clients_of_each_role);
    program_start(&tendon);
}

static void start_without(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    tendon.words[0] = "--public-url";
    tendon.words[1] = "https://tendon.example/advice/";
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

static void has(const answer *got, const char *name, const char *wanted)
{
    char value[256];
    const char *found = answer_header(got, name, value, sizeof value);
    if (wanted == NULL)
        ck_assert_msg(found == NULL, "%s is there in %s", name, got->head);
    else
        ck_assert_msg(found != NULL && strcmp(found, wanted) == 0, "%s in %s", name, got->head);
}

typedef struct asked {
    const char *method, *target, *headers, *body;
    int status;
} asked;

static const asked from_a_page[] = {
    {"POST", "/v1/evaluations", JSON AS_CLIENT, "{}", 201},
    {"POST", "/v1/batch", AS_CLIENT "Content-Type: application/x-ndjson\r\n", "{}\n{}\n", 200},
    {"GET", "/healthz", "", "", 200},
    {"POST", "/v1/evaluations", JSON, "{}", 401},
    {"GET", "/v1/overrides", AS_CLIENT, "", 403},
    {"GET", "/nowhere", "", "", 404},
    {"POST", "/healthz", "", "", 405},
    {"GET", "/healthz", "Accept: image/png\r\n", "", 406},
    {"POST", "/v1/evaluations", AS_CLIENT "Content-Type: text/plain\r\n", "{}", 415},
    {"POST", "/v1/evaluations", JSON AS_CLIENT, "{", 400},
    {"POST", "/v1/evaluations", JSON AS_CLIENT, "{\"x\":1}", 422},
    {"OPTIONS", "/v1/evaluations", "", "", 204},
};

START_TEST(a_listed_page_may_read_every_answer_errors_too)
{
    char headers[256];
    for (size_t i = 0; i < sizeof from_a_page / sizeof *from_a_page; i++) {
        const asked *it = &from_a_page[i];
        snprintf(headers, sizeof headers, "%sOrigin: " PAGE "\r\n", it->headers);
        answer got = client_ask(&tendon, it->method, it->target, headers, it->body);
        ck_assert_msg(got.status == it->status, "%s %s: %s", it->method, it->target, got.head);
        has(&got, "access-control-allow-origin", PAGE);
        has(&got, "vary", "Origin");
        has(&got, "access-control-expose-headers",
            "Allow, Location, Retry-After, WWW-Authenticate");
        has(&got, "access-control-allow-credentials", NULL);
        answer_free(&got);
    }
}
END_TEST

START_TEST(a_body_too_large_is_a_refusal_the_page_can_read)
{
    char head[512];
    int socket = client_open(&tendon);
    int length = snprintf(head, sizeof head,
                          "POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\n" JSON AS_CLIENT
                          "Origin: " PAGE "\r\nContent-Length: 999999\r\n\r\n");
    client_send(socket, head, (size_t)length);
    answer got = client_read(socket);
    ck_assert_int_eq(got.status, 413);
    has(&got, "access-control-allow-origin", PAGE);
    close(socket);
    answer_free(&got);
}
END_TEST

/** As a browser asks before the page's own request; it sends no token with it. */
static answer preflight(const char *target, const char *origin)
{
    char headers[512];
    snprintf(headers, sizeof headers,
             "Origin: %s\r\nAccess-Control-Request-Method: POST\r\n"
             "Access-Control-Request-Headers: authorization,content-type,idempotency-key\r\n"
             "Access-Control-Request-Private-Network: true\r\n",
             origin);
    return client_ask(&tendon, "OPTIONS", target, headers, "");
}

START_TEST(a_preflight_is_answered_before_anybody_signs_in)
{
    static const char *const targets[] = {"/v1/evaluations", "/v1/batch", "/v1/releases",
                                          "/healthz"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        answer got = preflight(targets[i], "http://127.0.0.1:9000");
        ck_assert_int_eq(got.status, 204);
        has(&got, "access-control-allow-origin", "http://127.0.0.1:9000");
        has(&got, "access-control-allow-methods", "GET, HEAD, POST");
        has(&got, "access-control-allow-headers",
            "Authorization, Content-Type, Idempotency-Key");
        has(&got, "access-control-max-age", "7200");
        has(&got, "access-control-allow-private-network", NULL);
        has(&got, "vary", "Origin");
        answer_free(&got);
    }
}
END_TEST

START_TEST(a_page_that_is_not_listed_is_answered_without_leave_to_read)
{
    static const char *const others[] = {
        "https://clinic.example:8443",
        "http://clinic.example",
        "https://clinic.example.evil.example",
        "https://evil.clinic.example",
        "https://CLINIC.example",
        "null",
        "https://clinic.example/",
        "*",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        answer got = preflight("/v1/evaluations", others[i]);
        ck_assert_int_eq(got.status, 204);
        has(&got, "access-control-allow-origin", NULL);
        has(&got, "access-control-allow-methods", NULL);
        has(&got, "access-control-allow-headers", NULL);
        has(&got, "vary", "Origin");
        answer_free(&got);
    }
    answer got = client_ask(&tendon, "GET", "/healthz", "", "");
    has(&got, "access-control-allow-origin", NULL);
    has(&got, "vary", "Origin");
    answer_free(&got);
}
END_TEST

START_TEST(two_origins_are_none)
{
    answer got = client_ask(&tendon, "GET", "/healthz",
                            "Origin: " PAGE "\r\nOrigin: https://evil.example\r\n", "");
    ck_assert_int_eq(got.status, 400);
    has(&got, "access-control-allow-origin", NULL);
    answer_free(&got);
}
END_TEST

/** A rehearsal without a clients file; PORT in the texts is the program's own. */
static int ask_local(const char *method, const char *host, const char *origin)
{
    char head[512];
    char port[8];
    int socket = client_open(&tendon);
    snprintf(port, sizeof port, "%d", tendon.port);
    int length = snprintf(
        head, sizeof head,
        "%s " REHEARSAL " HTTP/1.1\r\nHost: %s\r\n" JSON "%s%s%sContent-Length: 2\r\n\r\n{}",
        method, host, origin == NULL ? "" : "Origin: ", origin == NULL ? "" : origin,
        origin == NULL ? "" : "\r\n");
    client_send(socket, head, (size_t)length);
    answer got = client_read(socket);
    int status = got.status;
    if (status == 403)
        ck_assert_ptr_nonnull(strstr(got.body, "--clients"));
    if (status == 421)
        ck_assert_ptr_nonnull(strstr(got.body, "--public-url"));
    has(&got, "access-control-allow-origin", NULL);
    close(socket);
    answer_free(&got);
    return status;
}

static const struct local {
    const char *host, *origin;
    int status;
} locals[] = {
    {"localhost:8383", NULL, 200},
    {"LOCALHOST", NULL, 200},
    {"127.0.0.1:8383", NULL, 200},
    {"127.1.2.3", NULL, 200},
    {"[::1]:8383", NULL, 200},
    {"tendon:8383", NULL, 200},
    {"tendon.example", NULL, 200},
    {"tendon.example:443", NULL, 200},
    {"127.0.0.1:8383", "http://127.0.0.1:8383", 200},
    {"[::1]:8383", "http://[::1]:8383", 200},
    {"localhost", "http://localhost:80", 200},
    {"localhost:443", "https://localhost", 200},
    {"127.0.0.1:8383", "https://tendon.example", 200},
    {"tendon.example", "https://tendon.example", 200},
    {"evil.example", NULL, 421},
    {"evil.example:8383", "http://evil.example:8383", 421},
    {"127.0.0.1.evil.example", NULL, 421},
    {"localhost.evil.example", NULL, 421},
    {"tendon.example.evil.example", NULL, 421},
    {"10.0.0.1", NULL, 421},
    {"[::2]:8383", NULL, 421},
    {"127.0.0.1:8383", "http://evil.example", 403},
    {"127.0.0.1:8383", "http://evil.example:8383", 403},
    {"127.0.0.1:8383", "http://127.0.0.1:8384", 403},
    {"127.0.0.1:8383", "http://127.0.0.1", 403},
    {"127.0.0.1:8383", "http://localhost:8383", 403},
    {"127.0.0.1:8383", "http://tendon.example", 403},
    {"127.0.0.1:8383", "null", 403},
    {"127.0.0.1:8383", "file://", 403},
};

START_TEST(without_a_file_only_own_pages_under_own_names_may_call)
{
    for (size_t i = 0; i < sizeof locals / sizeof *locals; i++) {
        const struct local *it = &locals[i];
        int status = ask_local("POST", it->host, it->origin);
        ck_assert_msg(status == it->status, "%s, %s: %d", it->host,
                      it->origin == NULL ? "-" : it->origin, status);
    }
    ck_assert_int_eq(ask_local("OPTIONS", "127.0.0.1:8383", "http://evil.example"), 403);
}
END_TEST

START_TEST(what_a_strange_page_sends_is_not_recorded)
{
    answer got =
        client_ask(&tendon, "POST", "/v1/evaluations", JSON "Origin: http://evil.example\r\n",
                   "{\"patient\":{\"reference\":\"r-1\"}}");
    ck_assert_int_eq(got.status, 403);
    answer_free(&got);
    got = client_ask(&tendon, "GET", "/v1/evaluations?reference=r-1", "", "");
    ck_assert_int_eq(got.status, 200);
    ck_assert_ptr_nonnull(strstr(got.body, "\"evaluations\":[]"));
    answer_free(&got);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("origins");
    TCase *listed = tcase_create("with a clients file");
    tcase_add_checked_fixture(listed, start, stop);
    tcase_set_timeout(listed, 120);
    tcase_add_test(listed, a_listed_page_may_read_every_answer_errors_too);
    tcase_add_test(listed, a_body_too_large_is_a_refusal_the_page_can_read);
    tcase_add_test(listed, a_preflight_is_answered_before_anybody_signs_in);
    tcase_add_test(listed, a_page_that_is_not_listed_is_answered_without_leave_to_read);
    tcase_add_test(listed, two_origins_are_none);
    suite_add_tcase(suite, listed);
    TCase *local = tcase_create("without a clients file");
    tcase_add_checked_fixture(local, start_without, stop);
    tcase_set_timeout(local, 120);
    tcase_add_test(local, without_a_file_only_own_pages_under_own_names_may_call);
    tcase_add_test(local, what_a_strange_page_sends_is_not_recorded);
    suite_add_tcase(suite, local);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
