// SPDX-License-Identifier: Apache-2.0
// The service around the evaluations: catalogue, health, metrics, reloading, stopping.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define NOTE "suggestion \"note\" { label = \"A note\" }\n" // the least that makes a release

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

static answer get(const char *target)
{
    return client_ask(&tendon, "GET", target, "", "");
}

/** The digest of the release in force. */
static void digest(char out[72])
{
    answer got = client_ask(&tendon, "POST", "/v1/evaluations?record=false", JSON, "{}");
    const char *at = strstr(got.body, "\"digest\":\"");
    ck_assert_ptr_nonnull(at);
    snprintf(out, 72, "%.71s", at + strlen("\"digest\":\""));
    answer_free(&got);
}

static bool changes_within(const char *before, int seconds)
{
    char now[72];
    for (int i = 0; i < seconds * 10; i++) {
        usleep(100000);
        digest(now);
        if (strcmp(now, before) != 0)
            return true;
    }
    return false;
}

static void write_rule_file(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", tendon.rules, name);
    write_whole(path, text);
}

START_TEST(it_is_alive_and_ready)
{
    answer live = get("/healthz");
    answer ready = get("/readyz");
    ck_assert_int_eq(live.status, 200);
    ck_assert_int_eq(ready.status, 200);
    ck_assert_str_eq(ready.body, "{\"status\":\"ready\"}");
    answer_free(&live);
    answer_free(&ready);
}
END_TEST

START_TEST(the_catalogue_reads_each_rule_aloud)
{
    answer all = get("/v1/rules");
    answer one = get("/v1/rules/referral/cauda-equina");
    answer escaped = get("/v1/rules/referral%2Fcauda-equina");
    answer none = get("/v1/rules/referral/no-such-rule");
    ck_assert_int_eq(all.status, 200);
    ck_assert_ptr_nonnull(strstr(all.body, "\"id\":\"referral/cauda-equina\""));
    ck_assert_int_eq(one.status, 200);
    ck_assert_ptr_nonnull(strstr(one.body, "\"plain_words\":\""));
    ck_assert_ptr_nonnull(strstr(one.body, "\"/screening/saddle_numbness\""));
    ck_assert_ptr_nonnull(strstr(all.body, one.body));
    ck_assert_str_eq(one.body, escaped.body);
    ck_assert_int_eq(none.status, 404);
    answer_free(&all);
    answer_free(&one);
    answer_free(&escaped);
    answer_free(&none);
}
END_TEST

START_TEST(the_schemas_are_served)
{
    static const char *const names[] = {"assessment", "decision", "problem", "record",
                                        "release"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char target[64];
        snprintf(target, sizeof target, "/schemas/%s.schema.json", names[i]);
        answer got = get(target);
        ck_assert_msg(got.status == 200, "%s: %d", target, got.status);
        ck_assert_ptr_nonnull(strstr(got.body, "\"$schema\""));
        answer_free(&got);
    }
    answer none = get("/schemas/passwd");
    ck_assert_int_eq(none.status, 404);
    answer_free(&none);
    none = get("/schemas/..%2F..%2Fetc%2Fpasswd");
    ck_assert_int_ge(none.status, 400);
    answer_free(&none);
}
END_TEST

START_TEST(wrong_paths_and_methods_say_what_would_work)
{
    char allow[64];
    answer path = get("/v1/nothing");
    answer method = get("/v1/batch");
    ck_assert_int_eq(path.status, 404);
    ck_assert_int_eq(method.status, 405);
    ck_assert_ptr_nonnull(answer_header(&method, "allow", allow, sizeof allow));
    ck_assert_ptr_nonnull(strstr(allow, "POST"));
    answer_free(&path);
    answer_free(&method);
}
END_TEST

START_TEST(nothing_a_patient_said_reaches_metrics_errors_or_output)
{
    static const char canary[] = "canary-7f3a91";
    char body[256];
    char path[128];
    snprintf(body, sizeof body, "{\"patient\":{\"reference\":\"%s\",\"age_years\":52}}",
             canary);
    answer good = client_ask(&tendon, "POST", "/v1/evaluations", JSON, body);
    snprintf(body, sizeof body, "{\"patient\":{\"sex\":\"%s\",\"reference\":\"%s !\"}}", canary,
             canary);
    answer bad = client_ask(&tendon, "POST", "/v1/evaluations", JSON, body);
    answer metrics = get("/metrics");
    ck_assert_int_eq(good.status, 201);
    ck_assert_int_eq(bad.status, 422);
    ck_assert_ptr_null(strstr(bad.body, canary));
    ck_assert_ptr_null(strstr(metrics.body, canary));
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *log = read_whole(path, NULL);
    ck_assert_ptr_null(strstr(log, canary));
    free(log);
    answer_free(&good);
    answer_free(&bad);
    answer_free(&metrics);
}
END_TEST

START_TEST(a_changed_folder_is_loaded_by_itself)
{
    char before[72];
    digest(before);
    write_rule_file("note.lua", NOTE);
    ck_assert(changes_within(before, 20));
}
END_TEST

START_TEST(a_bad_release_never_replaces_a_good_one)
{
    char before[72];
    char after[72];
    digest(before);
    write_rule_file("broken.lua", "rule { id = \"broken\" ");
    program_kill(&tendon, SIGHUP);
    sleep(4);
    digest(after);
    ck_assert_str_eq(before, after);
    answer metrics = get("/metrics");
    ck_assert_ptr_null(strstr(metrics.body, "\ntendon_failed_reloads_total 0\n"));
    answer_free(&metrics);
    // mended, it is taken
    write_rule_file("broken.lua", NOTE);
    ck_assert(changes_within(before, 20));
}
END_TEST

START_TEST(a_signal_loads_at_once)
{
    char before[72];
    digest(before);
    write_rule_file("note.lua", NOTE);
    program_kill(&tendon, SIGHUP);
    ck_assert(changes_within(before, 20));
}
END_TEST

START_TEST(it_stops_when_told_and_keeps_what_it_had)
{
    answer made = client_ask(&tendon, "POST", "/v1/evaluations", JSON, "{}");
    char location[128];
    ck_assert_int_eq(made.status, 201);
    answer_header(&made, "location", location, sizeof location);
    program_kill(&tendon, SIGTERM);
    ck_assert_int_eq(program_wait(&tendon), 0);
    program_start(&tendon);
    answer read = get(location);
    ck_assert_str_eq(read.body, made.body);
    answer_free(&made);
    answer_free(&read);
}
END_TEST

START_TEST(two_services_do_not_share_a_record)
{
    char line[512];
    snprintf(line, sizeof line,
             TENDON_PROGRAM " serve --listen 127.0.0.1:0 --data %s --rules %s --schema %s "
                            "> /dev/null 2> %s/second",
             tendon.data, tendon.rules, tendon.schema, tendon.dir);
    int status = system(line);
    ck_assert_int_eq(WEXITSTATUS(status), 1);
}
END_TEST

static TCase *around(void)
{
    TCase *cases = tcase_create("around the evaluations");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, it_is_alive_and_ready);
    tcase_add_test(cases, the_catalogue_reads_each_rule_aloud);
    tcase_add_test(cases, the_schemas_are_served);
    tcase_add_test(cases, wrong_paths_and_methods_say_what_would_work);
    tcase_add_test(cases, nothing_a_patient_said_reaches_metrics_errors_or_output);
    tcase_add_test(cases, a_changed_folder_is_loaded_by_itself);
    tcase_add_test(cases, a_bad_release_never_replaces_a_good_one);
    tcase_add_test(cases, a_signal_loads_at_once);
    tcase_add_test(cases, it_stops_when_told_and_keeps_what_it_had);
    tcase_add_test(cases, two_services_do_not_share_a_record);
    return cases;
}

int main(void)
{
    Suite *suite = suite_create("service");
    suite_add_tcase(suite, around());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
