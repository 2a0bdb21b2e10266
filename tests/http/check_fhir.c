// SPDX-License-Identifier: Apache-2.0
// FHIR over HTTP, against the real program with the clinic's rules: what is answered is
// recorded first, what is refused is not, and every error is an OperationOutcome.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/http/program.h"

#define EVALUATE "/fhir/QuestionnaireResponse/$evaluate"
#define TYPE "Content-Type: application/fhir+json\r\n"
#define RESPONSE(items)                                                                        \
    "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[" items "]}"
#define NUMB "{\"linkId\":\"/screening/saddle_numbness\",\"answer\":[{\"valueBoolean\":true}]}"

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

static long counted(const char *name)
{
    char line[64];
    answer got = client_ask(&tendon, "GET", "/metrics", "", "");
    snprintf(line, sizeof line, "\n%s ", name);
    const char *at = strstr(got.body, line);
    ck_assert_ptr_nonnull(at);
    const long value = atol(at + strlen(line));
    answer_free(&got);
    return value;
}

static void has(const answer *got, const char *part)
{
    ck_assert_msg(strstr(got->body, part) != NULL, "%s is not in %.600s", part, got->body);
}

static void is_fhir(const answer *got)
{
    char type[64];
    ck_assert_ptr_nonnull(answer_header(got, "content-type", type, sizeof type));
    ck_assert_str_eq(type, "application/fhir+json");
}

START_TEST(what_is_answered_is_recorded_as_any_evaluation)
{
    char path[128] = "/v1/evaluations/";
    answer got = post(EVALUATE, TYPE, RESPONSE(NUMB));
    ck_assert_int_eq(got.status, 200);
    is_fhir(&got);
    has(&got, "\"code\":\"referral/cauda-equina\"");
    has(&got, "\"status\":\"data-required\"");
    const char *id = strstr(got.body, "/v1/evaluations\",\"value\":\"");
    ck_assert_ptr_nonnull(id);
    strncat(path, id + strlen("/v1/evaluations\",\"value\":\""), 36);
    strcat(path, "?include=assessment");
    answer kept = client_ask(&tendon, "GET", path, "", "");
    ck_assert_int_eq(kept.status, 200);
    has(&kept, "\"assessment\":{\"screening\":{\"saddle_numbness\":true}}");
    has(&kept, "\"answer\":\"emergency\"");
    ck_assert_int_eq(counted("tendon_recorded_total"), 1);
    answer_free(&got);
    answer_free(&kept);
}
END_TEST

START_TEST(a_rehearsal_is_not_recorded)
{
    answer got = post(EVALUATE "?record=false", TYPE, RESPONSE(NUMB));
    ck_assert_int_eq(got.status, 200);
    ck_assert_ptr_null(strstr(got.body, "\"identifier\""));
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    ck_assert_int_eq(counted("tendon_rehearsals_total"), 1);
    answer_free(&got);
}
END_TEST

START_TEST(equal_requests_of_one_key_are_one_and_others_are_refused)
{
    const char *headers = TYPE "Idempotency-Key: visit-1\r\n";
    answer first = post(EVALUATE, headers, RESPONSE(NUMB));
    answer again = post(EVALUATE, headers, RESPONSE(NUMB));
    answer other = post(EVALUATE, headers, RESPONSE(NUMB ",{\"linkId\":\"x\"}"));
    ck_assert_int_eq(first.status, 200);
    ck_assert_str_eq(again.body, first.body);
    ck_assert_int_eq(other.status, 422);
    has(&other, "\"resourceType\":\"OperationOutcome\"");
    ck_assert_int_eq(counted("tendon_recorded_total"), 1);
    answer_free(&first);
    answer_free(&again);
    answer_free(&other);
}
END_TEST

static const struct {
    const char *method, *target, *headers, *body;
    int status;
    const char *says;
} refusals[] = {
    {"POST", EVALUATE, TYPE, "{\"resourceType\":\"QuestionnaireResponse\",}", 400,
     "byte 40 of the body"},
    {"POST", EVALUATE, TYPE, "[]", 422, "\"expression\":[\"resourceType\"]"},
    {"POST", EVALUATE, TYPE,
     RESPONSE("{\"linkId\":\"/patient/age_years\",\"answer\":[{\"valueString\":\"PRIVATE\"}]}"),
     422, "\"expression\":[\"item[0].answer[0]\"]"},
    {"POST", EVALUATE "?decisions=class", TYPE, RESPONSE(""), 400, "this path takes record"},
    {"POST", EVALUATE, "Content-Type: text/plain\r\n", "x", 415, "not-supported"},
    {"POST", EVALUATE, TYPE "Idempotency-Key: \xc3\xa4\r\n", RESPONSE(""), 400,
     "visible ASCII"},
    {"GET", EVALUATE, "", "", 405, "not-supported"},
    {"GET", "/fhir/Questionnaire/other", "", "", 404, "tendon-assessment"},
    {"GET", "/fhir/Patient/1", "", "", 404, "not-found"},
    {"GET", "/fhir/metadata", "Accept: text/html\r\n", "", 406, "not-supported"},
};

START_TEST(an_error_is_an_outcome_that_says_what_to_do_and_records_nothing)
{
    answer got = client_ask(&tendon, refusals[_i].method, refusals[_i].target,
                            refusals[_i].headers, refusals[_i].body);
    ck_assert_msg(got.status == refusals[_i].status, "%d %s", got.status, got.body);
    is_fhir(&got);
    has(&got, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"");
    has(&got, refusals[_i].says);
    ck_assert_ptr_null(strstr(got.body, "PRIVATE"));
    ck_assert_int_eq(counted("tendon_recorded_total"), 0);
    answer_free(&got);
}
END_TEST

static const struct {
    size_t bytes;
    int status;
} sizes[] = {{(size_t)1 << 20, 200}, {(size_t)3 << 19, 413}, {(size_t)2 << 20, 413}};

START_TEST(a_body_of_one_mebibyte_is_taken_and_one_of_two_is_not)
{
    char *body = malloc(sizes[_i].bytes + 256);
    int begun = sprintf(body, "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[" NUMB
                              "],\"text\":\"");
    memset(body + begun, 'x', sizes[_i].bytes);
    strcpy(body + begun + sizes[_i].bytes, "\"}");
    answer got = post(EVALUATE, TYPE, body);
    ck_assert_int_eq(got.status, sizes[_i].status);
    is_fhir(&got);
    answer_free(&got);
    free(body);
}
END_TEST

START_TEST(what_it_is_and_asks_can_be_read)
{
    answer about = client_ask(&tendon, "GET", "/fhir/metadata", "", "");
    answer asks = client_ask(&tendon, "GET", "/fhir/Questionnaire/tendon-assessment",
                             "Accept: application/json\r\n", "");
    ck_assert_int_eq(about.status, 200);
    has(&about, "\"fhirVersion\":\"4.0.1\"");
    ck_assert_int_eq(asks.status, 200);
    is_fhir(&asks);
    has(&asks, "\"linkId\":\"/patient/age_years\"");
    answer_free(&about);
    answer_free(&asks);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fhir");
    TCase *cases = tcase_create("over HTTP");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, what_is_answered_is_recorded_as_any_evaluation);
    tcase_add_test(cases, a_rehearsal_is_not_recorded);
    tcase_add_test(cases, equal_requests_of_one_key_are_one_and_others_are_refused);
    tcase_add_loop_test(cases, an_error_is_an_outcome_that_says_what_to_do_and_records_nothing,
                        0, sizeof refusals / sizeof *refusals);
    tcase_add_loop_test(cases, a_body_of_one_mebibyte_is_taken_and_one_of_two_is_not, 0,
                        sizeof sizes / sizeof *sizes);
    tcase_add_test(cases, what_it_is_and_asks_can_be_read);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
