// SPDX-License-Identifier: Apache-2.0
// What clients are promised of sizes: the real program with its own limits takes the last byte
// that fits, and refuses the next with the status that says why.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/http/limits.h"
#include "tests/http/program.h"

#define KIB ((size_t)1 << 10)
#define JSON "Content-Type: application/json\r\n"
#define FHIR "Content-Type: application/fhir+json\r\n"
#define NDJSON "Content-Type: application/x-ndjson\r\n"
#define HOOK_CALL                                                                              \
    "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","    \
    "\"context\":{\"userId\":\"Practitioner/"                                                  \
    "1\",\"patientId\":\"1\"},\"prefetch\":{\"patient\":null}}"

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

/** `begins`, filled up to `length` with that character, then `ends`; NUL-ended, malloc'd. */
static char *filled(const char *begins, char with, size_t length, const char *ends)
{
    char *made = malloc(length + strlen(ends) + 1);
    ck_assert_uint_le(strlen(begins), length);
    memset(made, with, length);
    memcpy(made, begins, strlen(begins));
    strcpy(made + length, ends);
    return made;
}

static const struct {
    const char *target, *headers, *begins;
    size_t most;
} bodies[] = {
    {"/v1/evaluations?record=false", JSON, "{}", 256 * KIB},
    {"/cds-services/tendon-patient-view", JSON, HOOK_CALL, 1536 * KIB},
    {"/fhir/QuestionnaireResponse/$evaluate", FHIR,
     "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}", 1536 * KIB},
};

static int status_of_body(int which, size_t length)
{
    char *body = filled(bodies[which].begins, ' ', length, "");
    answer got = client_ask(&tendon, "POST", bodies[which].target, bodies[which].headers, body);
    const int status = got.status;
    answer_free(&got);
    free(body);
    return status;
}

START_TEST(a_body_of_its_limit_is_taken_and_one_byte_more_is_413)
{
    ck_assert_int_eq(status_of_body(_i, bodies[_i].most), 200);
    ck_assert_int_eq(status_of_body(_i, bodies[_i].most + 1), 413);
}
END_TEST

static const struct {
    const char *begins, *ends;
    size_t length; // before the ends
    int status;
} heads[] = {
    {"GET /", " HTTP/1.1\r\nHost: a\r\n\r\n", 8 * KIB - sizeof " HTTP/1.1" + 1, 404},
    {"GET /", " HTTP/1.1\r\nHost: a\r\n\r\n", 8 * KIB - sizeof " HTTP/1.1" + 2, 414},
    {"GET /healthz HTTP/1.1\r\nHost: a\r\nX: ", "\r\n\r\n", 16 * KIB - 4, 200},
    {"GET /healthz HTTP/1.1\r\nHost: a\r\nX: ", "\r\n\r\n", 16 * KIB - 3, 431},
};

START_TEST(a_line_or_a_head_of_its_limit_is_taken_and_one_byte_more_is_not)
{
    char *words = filled(heads[_i].begins, 'a', heads[_i].length, heads[_i].ends);
    const int socket = client_open(&tendon);
    client_send(socket, words, strlen(words));
    answer got = client_read(socket);
    ck_assert_int_eq(got.status, heads[_i].status);
    answer_free(&got);
    close(socket);
    free(words);
}
END_TEST

#define LINES 9
#define LONG_LINE 4

START_TEST(a_batch_has_no_limit_but_each_line_of_it_has)
{
    char *fits = filled("{}", ' ', 256 * KIB, "\n");
    char *longer = filled("{}", ' ', 256 * KIB + 1, "\n");
    char *body = calloc(LINES, 256 * KIB + 8);
    for (int i = 0; i < LINES; i++)
        strcat(body, i == LONG_LINE ? longer : fits);
    ck_assert_uint_gt(strlen(body), 1536 * KIB);
    answer got = client_ask(&tendon, "POST", "/v1/batch?record=false", NDJSON, body);
    char *line = got.body;
    for (int i = 0; i < LINES; i++) {
        char *end = strchr(line, '\n');
        ck_assert_ptr_nonnull(end);
        *end = '\0';
        ck_assert_msg((strstr(line, "\"status\":413") != NULL) == (i == LONG_LINE), "%d: %.99s",
                      i, line);
        line = end + 1;
    }
    ck_assert_str_eq(line, "");
    answer_free(&got);
    free(body);
    free(longer);
    free(fits);
}
END_TEST

#define D8 "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
#define D32 D8 D8 D8 D8

static const struct {
    const char *text;
    int status; // 422: it is JSON, and no assessment
    size_t offset;
} texts[] = {
    {"", 400, 0},
    {"{\"a\"}", 400, 4},
    {"{} {}", 400, 3},
    {"{\"a\":1,\"a\":1}", 400, 7},
    {"{\"a\":9007199254740993}", 400, 5},
    {"{\"a\":\"\xff\"}", 400, 6},
    {"{\"a\":\"\\u0000\"}", 400, 6},
    {D32 "[]", 400, sizeof D32 - 1},
    {"{\"a\":9007199254740992}", 422, 0},
    {D8 D8 D8 "1}}}}}}}}}}}}}}}}}}}}}}}}", 422, 0},
};

START_TEST(what_is_not_plainly_json_is_400_with_the_byte)
{
    char offset[32];
    snprintf(offset, sizeof offset, "\"offset\":%zu", texts[_i].offset);
    answer got = client_ask(&tendon, "POST", "/v1/evaluations", JSON, texts[_i].text);
    ck_assert_msg(got.status == texts[_i].status, "%s: %d %s", texts[_i].text, got.status,
                  got.body);
    ck_assert_msg((got.status == 400) == (strstr(got.body, "\"offset\":") != NULL), "%s",
                  got.body);
    ck_assert_msg(got.status != 400 || strstr(got.body, offset) != NULL, "%s: %s",
                  texts[_i].text, got.body);
    answer_free(&got);
}
END_TEST

/** How each is kept is check_http_limits.c's, with waits a test has time for. */
START_TEST(the_waits_and_numbers_are_those_that_are_promised)
{
    const srv_limits *limits = &srv_default_limits;
    ck_assert_uint_eq(limits->header_ms, 5000);
    ck_assert_uint_eq(limits->body_grace_ms, 5000);
    ck_assert_uint_eq(limits->body_rate_bytes, KIB);
    ck_assert_uint_eq(limits->idle_ms, 60000);
    ck_assert_uint_eq(limits->drain_ms, 10000);
    ck_assert_uint_eq(limits->in_flight, 1024);
    ck_assert_uint_eq(limits->spare_descriptors, 64);
    ck_assert_uint_eq(limits->arena_bytes, 1024 * KIB);
    ck_assert_uint_eq(limits->large_arena_bytes, 16 * 1024 * KIB);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("limits");
    TCase *cases = tcase_create("limits");
    tcase_add_unchecked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 30);
    tcase_add_loop_test(cases, a_body_of_its_limit_is_taken_and_one_byte_more_is_413, 0,
                        (int)(sizeof bodies / sizeof *bodies));
    tcase_add_loop_test(cases, a_line_or_a_head_of_its_limit_is_taken_and_one_byte_more_is_not,
                        0, (int)(sizeof heads / sizeof *heads));
    tcase_add_test(cases, a_batch_has_no_limit_but_each_line_of_it_has);
    tcase_add_loop_test(cases, what_is_not_plainly_json_is_400_with_the_byte, 0,
                        (int)(sizeof texts / sizeof *texts));
    tcase_add_test(cases, the_waits_and_numbers_are_those_that_are_promised);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
