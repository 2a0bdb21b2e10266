// SPDX-License-Identifier: Apache-2.0
// What became of advice: feedback into the log and out of it, and the table of overrides.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/http/clients_file.h"
#include "tests/http/program.h"

#define RULE "referral/cauda-equina"
#define ASSESSMENT "{\"screening\":{\"saddle_numbness\":true}}"
#define CANARY "canary-41d7"

static program tendon;
static char place[160]; // where feedback on the client's evaluation goes

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    clients_file_write(&tendon, clients_of_each_role);
    program_start(&tendon);
    answer made = client_ask_as(&tendon, "client", "POST", "/v1/evaluations", ASSESSMENT);
    ck_assert_int_eq(made.status, 201);
    ck_assert_ptr_nonnull(answer_header(&made, "location", place, 128));
    strcat(place, "/feedback");
    answer_free(&made);
}

static void stop(void)
{
    program_end(&tendon);
}

static answer say(const char *body)
{
    return client_ask_as(&tendon, "client", "POST", place, body);
}

static void said(const char *body)
{
    answer got = say(body);
    ck_assert_msg(got.status == 202, "%s: %s", body, got.body);
    answer_free(&got);
}

START_TEST(feedback_is_kept_with_the_version_shown)
{
    answer got = say("{\"rule\":\"" RULE "\",\"outcome\":\"accepted\"}");
    ck_assert_int_eq(got.status, 202);
    ck_assert_ptr_nonnull(strstr(
        got.body, "\"rule\":\"" RULE "\",\"version\":\"1.0.0\",\"outcome\":\"accepted\""));
    const char *entry = strstr(got.body, "\"log\":{\"entry\":");
    ck_assert_ptr_nonnull(entry);
    char target[64];
    snprintf(target, sizeof target, "/v1/log/entries?from=%d&limit=1",
             atoi(entry + strlen("\"log\":{\"entry\":")));
    answer kept = client_ask_as(&tendon, "auditor", "GET", target, "");
    ck_assert_msg(strstr(kept.body, "\\\"kind\\\":\\\"feedback\\\"") != NULL, "%s", kept.body);
    ck_assert_ptr_nonnull(strstr(kept.body, "\\\"client\\\":\\\"client\\\""));
    ck_assert_ptr_nonnull(strstr(kept.body, "\\\"version\\\":\\\"1.0.0\\\""));
    answer_free(&got);
    answer_free(&kept);
}
END_TEST

START_TEST(overrides_are_counted_with_their_reasons)
{
    said("{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"reason\":\"agreed\"}");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\",\"reason\":\"known-already\"}");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\",\"reason\":\"known-already\"}");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\",\"reason\":\"already-seen\","
         "\"comment\":\"" CANARY "\"}");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\"}");
    answer got = client_ask_as(&tendon, "auditor", "GET", "/v1/overrides", "");
    ck_assert_int_eq(got.status, 200);
    ck_assert_msg(strstr(got.body, "{\"rule\":\"" RULE "\",\"version\":\"1.0.0\",\"shown\":1,"
                                   "\"accepted\":1,\"overridden\":4,\"reasons\":"
                                   "{\"already-seen\":1,\"known-already\":2}}") != NULL,
                  "%s", got.body);
    ck_assert_msg(strstr(got.body, "{\"rule\":\"imaging/cauda-equina\",\"version\":\"1.0.0\","
                                   "\"shown\":1,\"accepted\":0,\"overridden\":0,"
                                   "\"reasons\":{}}") != NULL,
                  "%s", got.body);
    ck_assert_ptr_null(strstr(got.body, CANARY));
    answer_free(&got);
}
END_TEST

static const struct bad {
    const char *body;
    int status;
    const char *pointers[3];
} bads[] = {
    {"", 400, {NULL}},
    {"{\"rule\":", 400, {NULL}},
    {"[]", 422, {"\"pointer\":\"\"", NULL}},
    {"{}", 422, {"rule is missing", "outcome is missing", NULL}},
    {"{\"rule\":\"" CANARY "\",\"outcome\":\"" CANARY "\"}",
     422,
     {"\"/rule\"", "\"/outcome\"", NULL}},
    {"{\"rule\":\"referral/x\",\"outcome\":\"accepted\"}", 422, {"\"/rule\"", NULL}},
    {"{\"rule\":7,\"outcome\":\"accepted\"}", 422, {"\"/rule\"", NULL}},
    {"{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"reason\":\"" CANARY " !\"}",
     422,
     {"\"/reason\"", NULL}},
    {"{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"comment\":7}",
     422,
     {"\"/comment\"", NULL}},
    {"{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"" CANARY "\":1}",
     422,
     {"here is another", NULL}},
};

START_TEST(faulty_feedback_gets_every_pointer_and_is_not_kept)
{
    for (size_t i = 0; i < sizeof bads / sizeof *bads; i++) {
        answer got = say(bads[i].body);
        ck_assert_msg(got.status == bads[i].status, "%s: %d %s", bads[i].body, got.status,
                      got.body);
        for (size_t j = 0; bads[i].pointers[j] != NULL; j++)
            ck_assert_msg(strstr(got.body, bads[i].pointers[j]) != NULL, "%s", got.body);
        ck_assert_ptr_null(strstr(got.body, CANARY));
        answer_free(&got);
    }
    answer log = client_ask_as(&tendon, "auditor", "GET", "/v1/log/entries", "");
    ck_assert_ptr_null(strstr(log.body, "feedback"));
    answer_free(&log);
}
END_TEST

START_TEST(a_comment_over_its_limit_is_refused)
{
    static char body[8000];
    for (int length = 4000; length <= 4001; length++) {
        snprintf(body, sizeof body,
                 "{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"comment\":\"%0*d\"}",
                 length, 0);
        answer got = say(body);
        ck_assert_int_eq(got.status, length == 4000 ? 202 : 422);
        answer_free(&got);
    }
}
END_TEST

/** What is listed of the feedback; for the caller to free. */
static answer list(const char *who, const char *query)
{
    char target[256];
    snprintf(target, sizeof target, "%s%s", place, query);
    return client_ask_as(&tendon, who, "GET", target, "");
}

START_TEST(feedback_is_read_back_by_its_evaluation)
{
    char other[160];
    answer made = client_ask_as(&tendon, "client", "POST", "/v1/evaluations", ASSESSMENT);
    ck_assert_ptr_nonnull(answer_header(&made, "location", other, 128));
    strcat(other, "/feedback");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"accepted\"}");
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\",\"reason\":\"known-already\","
         "\"comment\":\"" CANARY "\"}");
    answer aside = client_ask_as(&tendon, "client", "POST", other,
                                 "{\"rule\":\"" RULE "\",\"outcome\":\"overridden\"}");
    const char *const readers[] = {"auditor", "client"};
    for (size_t i = 0; i < 2; i++) {
        answer got = list(readers[i], "");
        ck_assert_int_eq(got.status, 200);
        const char *first =
            strstr(got.body, "\"by\":\"client\",\"rule\":\"" RULE
                             "\",\"version\":\"1.0.0\",\"outcome\":\"accepted\"");
        ck_assert_msg(first != NULL, "%s", got.body);
        const char *second = strstr(first, "\"outcome\":\"overridden\",\"reason\":\"known-"
                                           "already\",\"comment\":\"" CANARY "\",\"log\"");
        ck_assert_msg(second != NULL && strstr(second + 12, "outcome") == NULL, "%s", got.body);
        answer_free(&got);
    }
    answer hidden = list("physio", "");
    answer mistyped = list("auditor", "?from=1");
    ck_assert_int_eq(hidden.status, 404);
    ck_assert_int_eq(mistyped.status, 400);
    answer_free(&made);
    answer_free(&aside);
    answer_free(&hidden);
    answer_free(&mistyped);
}
END_TEST

START_TEST(a_page_of_feedback_says_where_the_next_begins)
{
    char after[64];
    for (int i = 0; i < 101; i++)
        said("{\"rule\":\"" RULE "\",\"outcome\":\"accepted\"}");
    answer first = list("auditor", "");
    const char *next = strstr(first.body, "\"next\":\"");
    ck_assert_msg(next != NULL, "%.200s", first.body);
    snprintf(after, sizeof after, "?after=%.36s", next + strlen("\"next\":\""));
    answer last = list("auditor", after);
    const char *only = strstr(last.body, "outcome");
    ck_assert_msg(only != NULL && strstr(only + 1, "outcome") == NULL, "%s", last.body);
    ck_assert_ptr_null(strstr(last.body, "next"));
    answer_free(&first);
    answer_free(&last);
}
END_TEST

START_TEST(feedback_is_no_evaluation)
{
    char path[64];
    answer got =
        say("{\"rule\":\"" RULE "\",\"outcome\":\"accepted\",\"comment\":\"" CANARY "\"}");
    snprintf(path, sizeof path, "/v1/evaluations/%.36s", strstr(got.body, "\"id\":\"") + 6);
    answer read = client_ask_as(&tendon, "client", "GET", path, "");
    answer list = client_ask_as(&tendon, "auditor", "GET", "/v1/evaluations", "");
    ck_assert_int_eq(read.status, 404);
    ck_assert_ptr_null(strstr(list.body, strrchr(path, '/') + 1));
    answer_free(&got);
    answer_free(&read);
    answer_free(&list);
}
END_TEST

START_TEST(a_comment_stays_in_the_log_alone)
{
    char path[128];
    said("{\"rule\":\"" RULE "\",\"outcome\":\"overridden\",\"comment\":\"" CANARY "\"}");
    answer metrics = client_ask_as(&tendon, "nobody", "GET", "/metrics", "");
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *log = read_whole(path, NULL);
    ck_assert_ptr_null(strstr(metrics.body, CANARY));
    ck_assert_ptr_null(strstr(log, CANARY));
    ck_assert_ptr_null(strstr(log, "token-of"));
    answer_free(&metrics);
    free(log);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("feedback");
    TCase *cases = tcase_create("over HTTP");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, feedback_is_kept_with_the_version_shown);
    tcase_add_test(cases, overrides_are_counted_with_their_reasons);
    tcase_add_test(cases, faulty_feedback_gets_every_pointer_and_is_not_kept);
    tcase_add_test(cases, a_comment_over_its_limit_is_refused);
    tcase_add_test(cases, feedback_is_read_back_by_its_evaluation);
    tcase_add_test(cases, a_page_of_feedback_says_where_the_next_begins);
    tcase_add_test(cases, feedback_is_no_evaluation);
    tcase_add_test(cases, a_comment_stays_in_the_log_alone);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
