// SPDX-License-Identifier: Apache-2.0
// Evaluations over HTTP, against the real program with the clinic's rules.
#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define EXAMPLES SOURCE_DIR "/schemas/examples/"
#define TYPICAL EXAMPLES "good-typical-runner.json"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

static answer post(const char *target, const char *headers, const char *body)
{
    return client_ask(&tendon, "POST", target, headers, body);
}

static answer get(const char *target)
{
    return client_ask(&tendon, "GET", target, "", "");
}

/** The number behind `name` in the metrics. */
static long counted(const char *name)
{
    answer got = get("/metrics");
    char line[128];
    snprintf(line, sizeof line, "\n%s ", name);
    const char *at = strstr(got.body, line);
    ck_assert_msg(at != NULL, "no metric %s", name);
    long value = atol(at + strlen(line));
    answer_free(&got);
    return value;
}

START_TEST(an_evaluation_is_recorded_and_read_back_byte_for_byte)
{
    char *body = read_whole(TYPICAL, NULL);
    char location[128];
    answer made = post("/v1/evaluations", JSON, body);
    ck_assert_int_eq(made.status, 201);
    ck_assert_ptr_nonnull(answer_header(&made, "location", location, sizeof location));
    ck_assert_ptr_nonnull(strstr(made.body, "\"recorded\":true"));
    ck_assert_ptr_nonnull(strstr(made.body, "\"log\":{\"entry\":2,\"leaf\":\"sha256:"));
    answer read = get(location);
    ck_assert_int_eq(read.status, 200);
    ck_assert_str_eq(read.body, made.body);
    strcat(location, "?include=assessment");
    answer both = get(location);
    ck_assert_ptr_nonnull(strstr(both.body, made.body));
    ck_assert_ptr_nonnull(strstr(both.body, ",\"assessment\":"));
    ck_assert_msg(strstr(both.body, body) != NULL, "the assessment is kept as received");
    answer_free(&made);
    answer_free(&read);
    answer_free(&both);
    free(body);
}
END_TEST

START_TEST(a_rehearsal_leaves_no_record)
{
    char *body = read_whole(TYPICAL, NULL);
    answer got = post("/v1/evaluations?record=false", JSON, body);
    ck_assert_int_eq(got.status, 200);
    ck_assert_ptr_nonnull(strstr(got.body, "\"recorded\":false"));
    ck_assert_ptr_null(strstr(got.body, "\"id\":\"0"));
    ck_assert_ptr_null(strstr(got.body, "\"log\":"));
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    answer_free(&got);
    free(body);
}
END_TEST

static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        count++;
    return count;
}

START_TEST(five_faults_get_five_pointers_and_nothing_is_recorded)
{
    char *body = read_whole(EXAMPLES "bad-five-faults.json", NULL);
    char *expected = read_whole(EXAMPLES "bad-five-faults.expected", NULL);
    answer got = post("/v1/evaluations", JSON, body);
    ck_assert_int_eq(got.status, 422);
    ck_assert_uint_eq(count_of(got.body, "\"pointer\":"), 5);
    for (char *one = strtok(expected, "\n"); one != NULL; one = strtok(NULL, "\n")) {
        char member[256];
        snprintf(member, sizeof member, "\"pointer\":\"%s\"", one);
        ck_assert_msg(strstr(got.body, member) != NULL, "%s is missing in %s", one, got.body);
    }
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    answer_free(&got);
    free(body);
    free(expected);
}
END_TEST

START_TEST(broken_text_is_refused_at_its_byte)
{
    answer got = post("/v1/evaluations", JSON, "{\"patient\":{\"age_years\":52,}}");
    ck_assert_int_eq(got.status, 400);
    ck_assert_ptr_nonnull(strstr(got.body, "\"offset\":27"));
    ck_assert_ptr_nonnull(strstr(got.head, "application/problem+json"));
    answer_free(&got);
}
END_TEST

START_TEST(a_filter_shows_the_decision_asked_for_and_always_the_referral)
{
    char *body = read_whole(TYPICAL, NULL);
    char location[160];
    answer got = post("/v1/evaluations?decisions=class", JSON, body);
    ck_assert_int_eq(got.status, 201);
    ck_assert_ptr_nonnull(strstr(got.body, "\"referral\":{"));
    ck_assert_ptr_nonnull(strstr(got.body, "\"class\":{\"answer\""));
    ck_assert_ptr_null(strstr(got.body, "\"imaging\":{"));
    ck_assert_ptr_nonnull(answer_header(&got, "location", location, 128));
    answer whole = get(location);
    ck_assert_ptr_nonnull(strstr(whole.body, "\"imaging\":{"));
    strcat(location, "?decisions=class");
    answer again = get(location);
    ck_assert_str_eq(again.body, got.body);
    answer wrong = post("/v1/evaluations?decisions=klass", JSON, body);
    ck_assert_int_eq(wrong.status, 400);
    answer_free(&got);
    answer_free(&whole);
    answer_free(&again);
    answer_free(&wrong);
    free(body);
}
END_TEST

START_TEST(a_mistyped_parameter_does_not_record)
{
    answer got = post("/v1/evaluations?recrod=false", JSON, "{}");
    ck_assert_int_eq(got.status, 400);
    answer_free(&got);
    got = post("/v1/evaluations?record=no", JSON, "{}");
    ck_assert_int_eq(got.status, 400);
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    answer_free(&got);
}
END_TEST

START_TEST(the_same_key_and_body_get_the_first_answer_again)
{
    char first_place[128];
    char second_place[128];
    const char *key = JSON "Idempotency-Key: visit-17\r\n";
    answer first = post("/v1/evaluations", key, "{\"patient\":{\"age_years\":52}}");
    answer second = post("/v1/evaluations", key, "{\"patient\":{\"age_years\":52}}");
    ck_assert_int_eq(first.status, 201);
    ck_assert_int_eq(second.status, 201);
    ck_assert_str_eq(first.body, second.body);
    answer_header(&first, "location", first_place, sizeof first_place);
    answer_header(&second, "location", second_place, sizeof second_place);
    ck_assert_str_eq(first_place, second_place);
    ck_assert_int_eq(counted("tendon_recorded_total"), 1);
    answer_free(&first);
    answer_free(&second);
}
END_TEST

START_TEST(the_same_key_with_another_request_is_refused)
{
    const char *key = JSON "Idempotency-Key: visit-18\r\n";
    answer first = post("/v1/evaluations", key, "{\"patient\":{\"age_years\":52}}");
    answer body = post("/v1/evaluations", key, "{\"patient\":{\"age_years\":53}}");
    answer query =
        post("/v1/evaluations?decisions=class", key, "{\"patient\":{\"age_years\":52}}");
    ck_assert_int_eq(first.status, 201);
    ck_assert_int_eq(body.status, 422);
    ck_assert_int_eq(query.status, 422);
    ck_assert_int_eq(counted("tendon_recorded_total"), 1);
    answer_free(&first);
    answer_free(&body);
    answer_free(&query);
}
END_TEST

START_TEST(a_bad_key_is_refused_and_a_rehearsal_ignores_it)
{
    answer bad = post("/v1/evaluations", JSON "Idempotency-Key: a b\r\n", "{}");
    answer rehearsal =
        post("/v1/evaluations?record=false", JSON "Idempotency-Key: a b\r\n", "{}");
    ck_assert_int_eq(bad.status, 400);
    ck_assert_int_eq(rehearsal.status, 200);
    answer_free(&bad);
    answer_free(&rehearsal);
}
END_TEST

START_TEST(an_answer_is_there_after_the_process_was_killed)
{
    char location[128];
    answer made = post("/v1/evaluations", JSON, "{\"patient\":{\"age_years\":41}}");
    ck_assert_int_eq(made.status, 201);
    ck_assert_ptr_nonnull(answer_header(&made, "location", location, sizeof location));
    program_kill(&tendon, SIGKILL);
    ck_assert_int_eq(program_wait(&tendon), -1);
    program_start(&tendon);
    answer read = get(location);
    ck_assert_int_eq(read.status, 200);
    ck_assert_str_eq(read.body, made.body);
    answer_free(&made);
    answer_free(&read);
}
END_TEST

START_TEST(what_was_never_recorded_is_not_found)
{
    answer got = get("/v1/evaluations/01930000-0000-7000-8000-000000000000");
    ck_assert_int_eq(got.status, 404);
    answer_free(&got);
    got = get("/v1/evaluations/nonsense");
    ck_assert_int_eq(got.status, 404);
    answer_free(&got);
}
END_TEST

START_TEST(a_batch_answers_each_line_in_order_and_goes_on_after_a_bad_one)
{
    static const char lines[] = "{\"patient\":{\"age_years\":30}}\n"
                                "{\"patient\":{\"age_years\":3000}}\n"
                                "\n"
                                "not json\n"
                                "{\"patient\":{\"age_years\":31}}";
    answer got = post("/v1/batch", "Content-Type: application/x-ndjson\r\n", lines);
    ck_assert_int_eq(got.status, 200);
    char *one = strtok(got.body, "\n");
    ck_assert_ptr_nonnull(strstr(one, "\"log\":{\"entry\":2,"));
    one = strtok(NULL, "\n");
    ck_assert_ptr_nonnull(strstr(one, "\"status\":422"));
    ck_assert_ptr_nonnull(strstr(one, "\"pointer\":\"/patient/age_years\""));
    one = strtok(NULL, "\n");
    ck_assert_ptr_nonnull(strstr(one, "\"status\":400"));
    one = strtok(NULL, "\n");
    ck_assert_ptr_nonnull(strstr(one, "\"log\":{\"entry\":3,"));
    ck_assert_ptr_null(strtok(NULL, "\n"));
    answer_free(&got);
}
END_TEST

START_TEST(a_batch_rehearses_too)
{
    answer got = post("/v1/batch?record=false", "Content-Type: application/x-ndjson\r\n",
                      "{}\n{}\n{}\n");
    ck_assert_int_eq(got.status, 200);
    ck_assert_uint_eq(count_of(got.body, "\"recorded\":false"), 3);
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    answer_free(&got);
}
END_TEST

START_TEST(another_media_type_is_refused)
{
    answer got = post("/v1/evaluations", "Content-Type: text/xml\r\n", "<a/>");
    ck_assert_int_eq(got.status, 415);
    answer_free(&got);
}
END_TEST

START_TEST(every_good_example_is_evaluated)
{
    DIR *folder = opendir(EXAMPLES);
    size_t seen = 0;
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        if (strncmp(one->d_name, "good-", 5) != 0)
            continue;
        char path[512];
        snprintf(path, sizeof path, EXAMPLES "%s", one->d_name);
        char *body = read_whole(path, NULL);
        answer got = post("/v1/evaluations", JSON, body);
        ck_assert_msg(got.status == 201, "%s: %d %s", one->d_name, got.status, got.body);
        ck_assert_msg(strstr(got.body, "\"why\":\"budget\"") == NULL &&
                          strstr(got.body, "\"why\":\"error\"") == NULL,
                      "%s: %s", one->d_name, strstr(got.body, "\"incomplete_rules\""));
        answer_free(&got);
        free(body);
        seen++;
    }
    closedir(folder);
    ck_assert_uint_ge(seen, 14);
}
END_TEST

START_TEST(what_advice_lacked_is_asked_for)
{
    char *body = read_whole(EXAMPLES "good-cortisone-recreational-52.json", NULL);
    answer got = post("/v1/evaluations?record=false", JSON, body);
    ck_assert_ptr_nonnull(
        strstr(got.body, "{\"rule\":\"progression/start\",\"why\":\"unknown\"}"));
    ck_assert_ptr_nonnull(strstr(got.body, "{\"pointer\":\"/rehab/load_test_pain\""));
    answer_free(&got);
    free(body);
}
END_TEST

static int posted_bytes(const char *path)
{
    size_t length;
    char head[256];
    char *body = read_whole(path, &length);
    int socket = client_open(&tendon);
    int size = snprintf(head, sizeof head,
                        "POST /v1/evaluations?record=false HTTP/1.1\r\nHost: a\r\n" JSON
                        "Content-Length: %zu\r\n\r\n",
                        length);
    client_send(socket, head, (size_t)size);
    client_send(socket, body, length);
    answer got = client_read(socket);
    int status = got.status;
    close(socket);
    answer_free(&got);
    free(body);
    return status;
}

START_TEST(the_json_test_suite_is_refused_and_accepted_as_it_says)
{
    static const char corpus[] = SOURCE_DIR "/../shared/corpora/json/test_parsing";
    DIR *folder = opendir(corpus);
    size_t refused = 0;
    size_t accepted = 0;
    if (folder == NULL) {
        printf("skipped: ../shared/corpora is not here\n");
        return;
    }
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", corpus, one->d_name);
        if (strstr(one->d_name, ".json") == NULL)
            continue;
        int status = posted_bytes(path);
        ck_assert_msg(status >= 200 && status < 500, "%s: %d", one->d_name, status);
        if (one->d_name[0] == 'n')
            ck_assert_msg(status == 400, "%s: %d", one->d_name, status);
        refused += one->d_name[0] == 'n';
        accepted += one->d_name[0] == 'y' && status != 400;
    }
    closedir(folder);
    ck_assert_uint_eq(refused, 188);
    ck_assert_uint_eq(accepted, 91);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluations");
    TCase *cases = tcase_create("over HTTP");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, an_evaluation_is_recorded_and_read_back_byte_for_byte);
    tcase_add_test(cases, a_rehearsal_leaves_no_record);
    tcase_add_test(cases, five_faults_get_five_pointers_and_nothing_is_recorded);
    tcase_add_test(cases, broken_text_is_refused_at_its_byte);
    tcase_add_test(cases, a_filter_shows_the_decision_asked_for_and_always_the_referral);
    tcase_add_test(cases, a_mistyped_parameter_does_not_record);
    tcase_add_test(cases, the_same_key_and_body_get_the_first_answer_again);
    tcase_add_test(cases, the_same_key_with_another_request_is_refused);
    tcase_add_test(cases, a_bad_key_is_refused_and_a_rehearsal_ignores_it);
    tcase_add_test(cases, an_answer_is_there_after_the_process_was_killed);
    tcase_add_test(cases, what_was_never_recorded_is_not_found);
    tcase_add_test(cases, a_batch_answers_each_line_in_order_and_goes_on_after_a_bad_one);
    tcase_add_test(cases, a_batch_rehearses_too);
    tcase_add_test(cases, another_media_type_is_refused);
    tcase_add_test(cases, every_good_example_is_evaluated);
    tcase_add_test(cases, what_advice_lacked_is_asked_for);
    tcase_add_test(cases, the_json_test_suite_is_refused_and_accepted_as_it_says);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
