// SPDX-License-Identifier: Apache-2.0
// Signing in by bearer token, and what a client's name is used for.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/clients_file.h"
#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    clients_file_write(&tendon, clients_of_each_role);
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

static const char *const strangers[] = {
    "",
    "Authorization: Bearer wrong\r\n",
    "Authorization: Bearer\r\n",
    "Authorization: Bearer token-of-clien\r\n",
    "Authorization: Bearer token-of-client x\r\n",
    "Authorization: Basic token-of-client\r\n",
    "Authorization: token-of-client\r\n",
    "Authorization: Bearer " SIGNED_ONLY_DIGEST "\r\n",
};

static void is_a_stranger(const char *authorization)
{
    char head[512];
    char value[64];
    int socket = client_open(&tendon);
    int length = snprintf(head, sizeof head,
                          "POST /v1/evaluations HTTP/1.1\r\nHost: a\r\n" JSON
                          "%sExpect: 100-continue\r\nContent-Length: 10\r\n\r\n",
                          authorization);
    client_send(socket, head, (size_t)length);
    answer got = client_read(socket);
    ck_assert_msg(got.status == 401, "%s: %d", authorization, got.status);
    ck_assert_ptr_nonnull(answer_header(&got, "www-authenticate", value, sizeof value));
    ck_assert_str_eq(value, "Bearer");
    ck_assert_ptr_null(strstr(got.body, "token-of"));
    close(socket);
    answer_free(&got);
}

START_TEST(whoever_is_not_known_gets_401_before_the_body_is_read)
{
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        is_a_stranger(strangers[i]);
}
END_TEST

START_TEST(the_scheme_may_be_written_in_any_case)
{
    answer got = client_ask(&tendon, "GET", "/v1/evaluations/x",
                            "authorization: bEARER   token-of-auditor\r\n", "");
    ck_assert_int_eq(got.status, 404);
    answer_free(&got);
}
END_TEST

START_TEST(two_authorizations_are_refused)
{
    answer got = client_ask(&tendon, "GET", "/v1/rules",
                            "Authorization: Bearer token-of-auditor\r\n"
                            "Authorization: Bearer token-of-client\r\n",
                            "");
    ck_assert_int_eq(got.status, 400);
    answer_free(&got);
}
END_TEST

START_TEST(the_record_names_the_client_and_keys_are_its_own)
{
    static const char headers[] = JSON "Idempotency-Key: visit-17\r\n"
                                       "Authorization: Bearer token-of-%s\r\n";
    char line[256];
    char places[3][128];
    static const char *const names[] = {"client", "physio", "client"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(line, sizeof line, headers, names[i]);
        answer got = client_ask(&tendon, "POST", "/v1/evaluations", line, "{}");
        ck_assert_int_eq(got.status, 201);
        answer_header(&got, "location", places[i], sizeof places[i]);
        answer_free(&got);
    }
    ck_assert_str_ne(places[0], places[1]);
    ck_assert_str_eq(places[0], places[2]);
}
END_TEST

START_TEST(each_line_of_a_batch_belongs_to_the_client)
{
    answer got = client_ask_as(&tendon, "client", "POST", "/v1/batch", "{}\n{}\n{}\n");
    size_t seen = 0;
    for (char *at = strstr(got.body, "{\"id\":\""); at != NULL;
         at = strstr(at + 1, "{\"id\":\""), seen++) {
        char path[64];
        snprintf(path, sizeof path, "/v1/evaluations/%.36s", at + 7);
        answer mine = client_ask_as(&tendon, "client", "GET", path, "");
        answer not_mine = client_ask_as(&tendon, "physio", "GET", path, "");
        ck_assert_int_eq(mine.status, 200);
        ck_assert_int_eq(not_mine.status, 404);
        answer_free(&mine);
        answer_free(&not_mine);
    }
    ck_assert_uint_eq(seen, 3);
    answer_free(&got);
}
END_TEST

static int status_of(const char *who, const char *target)
{
    answer got = client_ask_as(&tendon, who, "GET", target, "");
    int status = got.status;
    answer_free(&got);
    return status;
}

static bool becomes(const char *who, int status)
{
    for (int i = 0; i < 100; i++) {
        if (status_of(who, "/v1/evaluations/x") == status)
            return true;
        usleep(100000);
    }
    return false;
}

START_TEST(a_signal_reads_the_file_again_and_a_bad_one_changes_nothing)
{
    char path[128];
    ck_assert_int_eq(status_of("newcomer", "/v1/evaluations/x"), 401);
    clients_file_write(&tendon, (const char *const[]){"auditor newcomer", NULL});
    program_kill(&tendon, SIGHUP);
    ck_assert(becomes("newcomer", 404));
    ck_assert_int_eq(status_of("auditor", "/v1/evaluations/x"), 401);
    write_whole(tendon.clients, "{\"clients\":[{\"name\":\"token-of-newcomer\"}]}");
    program_kill(&tendon, SIGHUP);
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *log = read_whole(path, NULL);
    for (int i = 0; i < 100 && strstr(log, "refused") == NULL; i++) {
        usleep(100000);
        free(log);
        log = read_whole(path, NULL);
    }
    ck_assert_msg(strstr(log, "clients.json: /clients/0: needs a name and a role") != NULL,
                  "%s", log);
    ck_assert_ptr_null(strstr(log, "token-of"));
    ck_assert_int_eq(status_of("newcomer", "/v1/evaluations/x"), 404);
    free(log);
}
END_TEST

/** Each client has its own; whoever is unknown has none. */
START_TEST(a_client_that_asks_too_often_is_told_when_to_come_again)
{
    char value[16];
    tendon.words[0] = "--rate";
    tendon.words[1] = "5";
    program_kill(&tendon, SIGTERM);
    ck_assert_int_eq(program_wait(&tendon), 0);
    program_start(&tendon);
    answer got = {.status = 404};
    for (size_t i = 0; i < 200 && got.status == 404; i++) {
        answer_free(&got);
        got = client_ask_as(&tendon, "auditor", "GET", "/v1/evaluations/x", "");
    }
    ck_assert_int_eq(got.status, 429);
    ck_assert_ptr_nonnull(answer_header(&got, "retry-after", value, sizeof value));
    ck_assert_str_eq(value, "1");
    answer_free(&got);
    ck_assert_int_eq(status_of("client", "/v1/evaluations/x"), 404);
    ck_assert_int_eq(status_of("nobody", "/v1/evaluations/x"), 401);
    sleep(1);
    ck_assert_int_eq(status_of("auditor", "/v1/evaluations/x"), 404);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sign-in");
    TCase *cases = tcase_create("by bearer token");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, whoever_is_not_known_gets_401_before_the_body_is_read);
    tcase_add_test(cases, the_scheme_may_be_written_in_any_case);
    tcase_add_test(cases, two_authorizations_are_refused);
    tcase_add_test(cases, the_record_names_the_client_and_keys_are_its_own);
    tcase_add_test(cases, each_line_of_a_batch_belongs_to_the_client);
    tcase_add_test(cases, a_signal_reads_the_file_again_and_a_bad_one_changes_nothing);
    tcase_add_test(cases, a_client_that_asks_too_often_is_told_when_to_come_again);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
