// SPDX-License-Identifier: Apache-2.0
// What the program answers fits the schemas it publishes, for every example there is.
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/schema.h"
#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define EXAMPLES SOURCE_DIR "/schemas/examples/"

typedef struct shape {
    cds_ctx ctx;
    const cds_schema *schema;
} shape;

static program tendon;
static shape evaluation;
static shape problem;

static void load(shape *it, const char *path)
{
    const cds_json *document;
    size_t length;
    char *bytes = read_whole(path, &length);
    it->ctx = (cds_ctx){.mem = cds_arena_new((size_t)16 << 20)};
    cds_text kept;
    ck_assert_int_eq(cds_text_copy(&it->ctx, (cds_text){bytes, length}, &kept), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&it->ctx, kept, &document), CDS_OK);
    ck_assert_msg(cds_schema_load(&it->ctx, document, &it->schema) == CDS_OK, "%s: %s",
                  it->ctx.error.where, it->ctx.error.what);
    free(bytes);
}

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
    load(&evaluation, SOURCE_DIR "/schemas/decision.schema.json");
    load(&problem, SOURCE_DIR "/schemas/problem.schema.json");
}

static void stop(void)
{
    program_end(&tendon);
    cds_schema_close(evaluation.schema);
    cds_schema_close(problem.schema);
    cds_arena_free(evaluation.ctx.mem);
    cds_arena_free(problem.ctx.mem);
}

/** Fails the test with every fault of a body that does not fit. */
static void fits(const shape *it, const char *name, cds_text body)
{
    static cds_faults faults;
    cds_ctx ctx = {.mem = cds_arena_new((size_t)16 << 20)};
    const cds_json *value;
    faults.count = 0;
    ck_assert_msg(cds_json_parse(&ctx, body, &value) == CDS_OK, "%s is no JSON", name);
    cds_status status = cds_schema_check(&ctx, it->schema, value, &faults);
    for (size_t i = 0; i < faults.count; i++)
        printf("%s: %.*s: %.*s\n", name, (int)faults.list[i].pointer.length,
               faults.list[i].pointer.data, (int)faults.list[i].detail.length,
               faults.list[i].detail.data);
    ck_assert_msg(status == CDS_OK, "%s does not fit", name);
    cds_arena_free(ctx.mem);
}

static void ask_and_fit(const char *target, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, EXAMPLES "%s", name);
    char *body = read_whole(path, NULL);
    answer got = client_ask(&tendon, "POST", target, JSON, body);
    fits(got.status < 300 ? &evaluation : &problem, name, (cds_text){got.body, got.length});
    ck_assert_msg((got.status < 300) == (strncmp(name, "good-", 5) == 0), "%s: %d", name,
                  got.status);
    answer_free(&got);
    free(body);
}

static size_t all_examples(const char *target)
{
    size_t seen = 0;
    DIR *folder = opendir(EXAMPLES);
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        size_t length = strlen(one->d_name);
        if (length < 5 || strcmp(one->d_name + length - 5, ".json") != 0)
            continue;
        ask_and_fit(target, one->d_name);
        seen++;
    }
    closedir(folder);
    return seen;
}

START_TEST(every_recorded_answer_fits_its_schema)
{
    ck_assert_uint_gt(all_examples("/v1/evaluations"), 40);
}
END_TEST

START_TEST(every_rehearsal_fits_its_schema)
{
    ck_assert_uint_gt(all_examples("/v1/evaluations?record=false"), 40);
}
END_TEST

START_TEST(a_filtered_answer_fits_its_schema)
{
    ck_assert_uint_gt(all_examples("/v1/evaluations?record=false&decisions=class,imaging"), 40);
}
END_TEST

START_TEST(every_refusal_fits_its_schema)
{
    static const char *const targets[] = {"/v1/nothing",   "/v1/evaluations/x",
                                          "/v1/rules/a/b", "/schemas/none",
                                          "/v1/batch",     "/v1/evaluations?day=x"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        answer got = client_ask(&tendon, "GET", targets[i], "", "");
        ck_assert_int_ge(got.status, 400);
        fits(&problem, targets[i], (cds_text){got.body, got.length});
        answer_free(&got);
    }
}
END_TEST

static void titled(const char *method, const char *target, const char *headers,
                   const char *body, const char *expected)
{
    char path[64];
    snprintf(path, sizeof path, "\"instance\":\"%.*s\"", (int)strcspn(target, "?"), target);
    answer got = client_ask(&tendon, method, target, headers, body);
    ck_assert_msg(strstr(got.body, expected) != NULL, "%s %s: %s", method, target, got.body);
    ck_assert_msg(strstr(got.body, path) != NULL, "%s %s: %s", method, target, got.body);
    answer_free(&got);
}

START_TEST(a_refusal_is_titled_by_its_status_and_names_its_path)
{
    char *large = calloc(1, (256 << 10) + 2);
    memset(large, ' ', (256 << 10) + 1);
    titled("POST", "/v1/evaluations", JSON, "{", "\"title\":\"Bad Request\",\"status\":400");
    titled("POST", "/v1/evaluations", JSON, "[]",
           "\"title\":\"Unprocessable Content\",\"status\":422");
    titled("POST", "/v1/evaluations", JSON, large,
           "\"title\":\"Content Too Large\",\"status\":413");
    titled("GET", "/v1/evaluations/x", "", "", "\"title\":\"Not Found\",\"status\":404");
    titled("GET", "/v1/rules/a/b", "", "", "\"title\":\"Not Found\",\"status\":404");
    free(large);
    answer broken = client_ask(&tendon, "GET", "/%zz", "", ""); // no path, nor the last one's
    ck_assert_int_eq(broken.status, 400);
    ck_assert_ptr_null(strstr(broken.body, "instance"));
    answer_free(&broken);
}
END_TEST

START_TEST(a_parameter_that_is_not_known_is_answered_with_those_that_are)
{
    titled("POST", "/v1/evaluations?recrod=false", JSON, "{}", "takes record, decisions.");
    titled("GET", "/v1/rules?page=2", "", "", "takes release and version.");
    titled("POST", "/v1/evaluations?decisions=", JSON, "{}", "\"status\":400");
    titled("POST", "/v1/evaluations?decisions=class,", JSON, "{}", "\"status\":400");
}
END_TEST

START_TEST(what_the_path_cannot_take_or_give_is_refused)
{
    titled("POST", "/v1/evaluations", JSON "Content-Encoding: gzip\r\n", "{}",
           "\"status\":415");
    titled("POST", "/v1/evaluations", JSON "Accept: text/html\r\nAccept: text/plain\r\n", "{}",
           "\"status\":406");
    titled("TRACE", "/healthz", "", "", "\"status\":405");
    answer got = client_ask(&tendon, "POST", "/v1/evaluations?record=false",
                            JSON "Content-Encoding: identity\r\n"
                                 "Accept: text/html\r\nAccept: */*\r\n",
                            "{}");
    ck_assert_int_eq(got.status, 200);
    answer_free(&got);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("shapes");
    TCase *cases = tcase_create("published schemas");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, every_recorded_answer_fits_its_schema);
    tcase_add_test(cases, every_rehearsal_fits_its_schema);
    tcase_add_test(cases, a_filtered_answer_fits_its_schema);
    tcase_add_test(cases, every_refusal_fits_its_schema);
    tcase_add_test(cases, a_refusal_is_titled_by_its_status_and_names_its_path);
    tcase_add_test(cases, a_parameter_that_is_not_known_is_answered_with_those_that_are);
    tcase_add_test(cases, what_the_path_cannot_take_or_give_is_refused);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
