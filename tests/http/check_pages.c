// SPDX-License-Identifier: Apache-2.0
// The pages' headers, ETags and permanent links, against the real program.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/web/embedded.h"
#include "tests/http/clients_file.h"
#include "tests/http/program.h"

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

static void has(const answer *got, const char *name, const char *wanted)
{
    char value[512];
    const char *found = answer_header(got, name, value, sizeof value);
    ck_assert_msg(found != NULL && strstr(found, wanted) != NULL, "%s: %s", name, got->head);
}

static bool ends(const char *path, const char *ending)
{
    size_t length = strlen(path);
    return length > strlen(ending) && strcmp(path + length - strlen(ending), ending) == 0;
}

static const char *media_of(const char *path)
{
    return ends(path, ".css")   ? "text/css"
           : ends(path, ".js")  ? "text/javascript"
           : ends(path, ".svg") ? "image/svg+xml"
                                : "text/html";
}

static void may_do_nothing_foreign(const answer *got)
{
    char policy[512];
    ck_assert_ptr_nonnull(answer_header(got, "content-security-policy", policy, sizeof policy));
    ck_assert_ptr_null(strstr(policy, "unsafe"));
    ck_assert_ptr_null(strstr(policy, "http"));
    ck_assert_ptr_nonnull(strstr(policy, "default-src 'none'"));
    ck_assert_ptr_nonnull(strstr(policy, "frame-ancestors 'none'"));
    has(got, "x-content-type-options", "nosniff");
    has(got, "referrer-policy", "no-referrer");
    has(got, "cache-control", "no-cache");
}

START_TEST(each_file_comes_whole_with_its_type_and_headers)
{
    ck_assert_uint_gt(srv_embedded_count, 3);
    for (size_t i = 0; i < srv_embedded_count; i++) {
        const srv_embedded *file = &srv_embedded_files[i];
        answer got = client_ask(&tendon, "GET", file->path, "", "");
        ck_assert_msg(got.status == 200, "%s: %d", file->path, got.status);
        ck_assert_uint_eq(got.length, file->length);
        ck_assert_mem_eq(got.body, file->bytes, file->length);
        has(&got, "content-type", media_of(file->path));
        has(&got, "etag", file->etag);
        may_do_nothing_foreign(&got);
        answer_free(&got);
    }
}
END_TEST

static const struct {
    const char *format; // of If-None-Match, around the ETag
    int status;
} conditions[] = {
    {"If-None-Match: %s\r\n", 304},
    {"If-None-Match: W/%s\r\n", 304},
    {"If-None-Match: \"other\", %s\r\n", 304},
    {"If-None-Match: *\r\n", 304},
    {"If-None-Match: \"other\"\r\n", 200},
    {"If-None-Match: \r\n", 200},
};

START_TEST(what_a_browser_has_already_is_not_sent_again)
{
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        char headers[256];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(headers, sizeof headers, conditions[i].format, srv_embedded_files[0].etag);
#pragma GCC diagnostic pop
        answer got = client_ask(&tendon, "GET", srv_embedded_files[0].path, headers, "");
        ck_assert_msg(got.status == conditions[i].status, "%s: %d", headers, got.status);
        has(&got, "etag", srv_embedded_files[0].etag);
        if (got.status == 304)
            ck_assert_uint_eq(got.length, 0);
        answer_free(&got);
    }
}
END_TEST

START_TEST(an_answer_of_the_api_is_never_kept)
{
    answer got = client_ask_as(&tendon, "physio", "POST", "/v1/evaluations?record=false", "{}");
    ck_assert_int_eq(got.status, 200);
    has(&got, "cache-control", "no-store");
    answer_free(&got);
}
END_TEST

static const struct {
    const char *path;
    int status;
} links[] = {
    {"/rules/cortisone/recreational-over-40", 200},
    {"/rules/cortisone/recreational-over-40@1.0.0", 200},
    {"/rules/cortisone/recreational-over-40?version=1.0.0", 200},
    {"/v1/rules/cortisone/recreational-over-40?version=1.0.0", 200},
    {"/v1/rules/cortisone/recreational-over-40?version=9.9.9", 404},
    {"/v1/rules/cortisone/no-such-rule?version=1.0.0", 404},
    {"/v1/rules?version=1.0.0", 400},
    {"/web/scripts/none.js", 404},
    {"/web/style/..%2Fscripts", 404},
    {"/web/", 404},
};

START_TEST(a_link_to_a_version_of_a_rule_leads_to_it_and_no_other)
{
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        answer got = client_ask(&tendon, "GET", links[i].path, "", "");
        ck_assert_msg(got.status == links[i].status, "%s: %d %.200s", links[i].path, got.status,
                      got.body);
        answer_free(&got);
    }
}
END_TEST

START_TEST(the_log_s_key_is_the_one_on_disk)
{
    char path[128];
    snprintf(path, sizeof path, "%s/log.pub", tendon.data);
    char *kept = read_whole(path, NULL);
    answer got = client_ask_as(&tendon, "auditor", "GET", "/v1/log/key", "");
    ck_assert_int_eq(got.status, 200);
    ck_assert_str_eq(got.body, kept);
    free(kept);
    answer_free(&got);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pages");
    TCase *cases = tcase_create("pages");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, each_file_comes_whole_with_its_type_and_headers);
    tcase_add_test(cases, what_a_browser_has_already_is_not_sent_again);
    tcase_add_test(cases, an_answer_of_the_api_is_never_kept);
    tcase_add_test(cases, a_link_to_a_version_of_a_rule_leads_to_it_and_no_other);
    tcase_add_test(cases, the_log_s_key_is_the_one_on_disk);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
