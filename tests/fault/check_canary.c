// SPDX-License-Identifier: Apache-2.0
// A word nobody else uses stands in every text of a thousand requests, well-formed and not: it
// is in no log line, no metric, no refusal, no command line, and the process leaves no core.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/program.h"

#define REQUESTS 1000
#define CANARY "cnry7f3a"
#define TOKEN CANARY "-%u"
#define JSON "Content-Type: application/json\r\n"

// One place for the word each; every %u is the number of the request.
typedef struct way {
    const char *target;
    const char *headers;
    const char *body;
} way;

static const way ways[] = {
    {"/v1/evaluations", JSON, "{\"patient\":{\"reference\":\"" TOKEN "\"}}"},
    {"/v1/evaluations", JSON, "{\"patient\":{\"reference\":\"" TOKEN " spaced\"}}"},
    {"/v1/evaluations", JSON, "{\"patient\":{\"sex\":\"" TOKEN "\"}}"},
    {"/v1/evaluations", JSON, "{\"patient\":{\"conditions\":[\"" TOKEN "\"]}}"},
    {"/v1/evaluations", JSON, "{\"patient\":{\"age_years\":\"" TOKEN "\"}}"},
    {"/v1/evaluations", JSON, "{\"assessed_on\":\"" TOKEN "\"}"},
    {"/v1/evaluations", JSON, "{\"running\":{\"level\":\"" TOKEN "\"}}"},
    {"/v1/evaluations", JSON, "{\"complaint\":{\"sites\":[\"" TOKEN "\"],\"onset\":1}}"},
    {"/v1/evaluations", JSON, "{\"patient\":\"" TOKEN "\"}"},
    {"/v1/evaluations", JSON, "{\"patient\":{\"reference\":\"" TOKEN},
    {"/v1/evaluations", JSON, "\"" TOKEN "\""},
    {"/v1/evaluations", JSON, TOKEN},
    {"/v1/evaluations", JSON "Idempotency-Key: " TOKEN "\r\n", "{\"patient\":1}"},
    {"/v1/evaluations", JSON "Authorization: Bearer " TOKEN "\r\n", "{}"},
    {"/v1/evaluations", JSON "X-Name: " TOKEN "\r\nCookie: " TOKEN "\r\n", "{\"patient\":1}"},
    {"/v1/evaluations", "Content-Type: " TOKEN "\r\n", "{}"},
    {"/v1/batch", "Content-Type: application/x-ndjson\r\n",
     "{\"patient\":{\"sex\":\"" TOKEN "\"}}\n{\"patient\":\"" TOKEN "\n"},
    {"/v1/evaluations/00000000-0000-7000-8000-000000000000/feedback", JSON,
     "{\"rule\":\"" TOKEN "\",\"outcome\":\"" TOKEN "\",\"comment\":\"" TOKEN "\"}"},
    {"/cds-services/tendon-patient-view", JSON,
     "{\"hook\":\"patient-view\",\"hookInstance\":\"" TOKEN "\",\"context\":{\"userId\":"
     "\"Practitioner/" TOKEN "\",\"patientId\":\"" TOKEN "\"}}"},
    {"/cds-services/tendon-patient-view/feedback", JSON,
     "{\"feedback\":[{\"card\":\"" TOKEN "\",\"outcome\":\"" TOKEN "\"}]}"},
    {"/fhir/QuestionnaireResponse/$evaluate", "Content-Type: application/fhir+json\r\n",
     "{\"resourceType\":\"" TOKEN "\",\"status\":\"" TOKEN "\"}"},
    {"/fhir/QuestionnaireResponse/$evaluate", "Content-Type: application/fhir+json\r\n",
     "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[{"
     "\"linkId\":\"/patient/sex\",\"answer\":[{\"valueString\":\"" TOKEN "\"}]}]}"},
};

static program tendon;

static void check_free(const char *text, const char *what)
{
    const char *at = strstr(text, CANARY);
    ck_assert_msg(at == NULL, "%s holds it: ...%.80s", what, at == NULL ? "" : at);
}

/** The pattern with the number in each of its places. */
static void number_in(char *out, size_t size, const char *pattern, unsigned number)
{
    snprintf(out, size, pattern, number, number, number);
}

/** False: it was answered well, and such an answer may say what was asked. */
static bool ask(const way *one, unsigned number)
{
    char headers[512];
    char body[1024];
    number_in(headers, sizeof headers, one->headers, number);
    number_in(body, sizeof body, one->body, number);
    answer got = client_ask(&tendon, "POST", one->target, headers, body);
    const bool refused = got.status >= 400 || strcmp(one->target, "/v1/batch") == 0;
    ck_assert_msg(got.status != 0, "%s: no answer", one->target);
    if (refused) {
        check_free(got.head, one->target);
        check_free(got.body, one->target);
    }
    answer_free(&got);
    return refused;
}

static void check_log(void)
{
    char path[96];
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *text = read_whole(path, NULL);
    check_free(text, "the log");
    free(text);
}

static char *read_proc(const char *name)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)tendon.pid, name);
    return read_whole(path, NULL);
}

static void check_no_core(void)
{
    char *text = read_proc("limits");
    const char *line = strstr(text, "Max core file size");
    ck_assert_ptr_nonnull(line);
    char soft[32];
    char hard[32];
    ck_assert_int_eq(sscanf(line, "Max core file size %31s %31s", soft, hard), 2);
    ck_assert_str_eq(soft, "0");
    ck_assert_str_eq(hard, "0");
    free(text);
}

static void check_no_new_privileges(void)
{
    char *text = read_proc("status");
    ck_assert_ptr_nonnull(strstr(text, "\nNoNewPrivs:\t1\n"));
    free(text);
}

/** Words ended by NULs. */
static void check_words(const char *name)
{
    char path[64];
    size_t length = 0;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)tendon.pid, name);
    char *text = read_whole(path, &length);
    for (size_t at = 0; at < length; at += strlen(text + at) + 1) {
        check_free(text + at, name);
    }
    free(text);
}

START_TEST(a_word_in_every_text_of_a_thousand_requests_stays_where_it_belongs)
{
    const unsigned count = sizeof ways / sizeof *ways;
    unsigned refused = 0;
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
    for (unsigned i = 0; i < REQUESTS; i++) {
        refused += ask(&ways[i % count], i) ? 1 : 0;
    }
    ck_assert_uint_gt(refused, REQUESTS / 2);
    ck_assert_uint_lt(refused, REQUESTS);
    answer metrics = client_ask(&tendon, "GET", "/metrics", "", "");
    check_free(metrics.body, "/metrics");
    answer_free(&metrics);
    check_words("cmdline");
    check_words("environ");
    check_no_core();
    check_no_new_privileges();
    program_kill(&tendon, SIGABRT);
    (void)program_wait(&tendon);
    check_log();
    program_end(&tendon);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("canary");
    TCase *cases = tcase_create("canary");
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, a_word_in_every_text_of_a_thousand_requests_stays_where_it_belongs);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
