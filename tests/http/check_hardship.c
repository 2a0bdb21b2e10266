// SPDX-License-Identifier: Apache-2.0
// What a stranger found: the real program where memory, rules or clients are at their worst.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define NDJSON "Content-Type: application/x-ndjson\r\n"

static program tendon;

static void prepare(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
}

static void stop(void)
{
    program_end(&tendon);
}

static long recorded(void)
{
    answer got = client_ask(&tendon, "GET", "/metrics", "", "");
    const char *at = strstr(got.body, "\ntendon_recorded_total ");
    ck_assert_ptr_nonnull(at);
    long value = atol(at + strlen("\ntendon_recorded_total "));
    answer_free(&got);
    return value;
}

/** An assessment of blanks, each of which takes two bytes in the record. */
static bool blanks_are_kept(const char *target, const char *headers, size_t blanks)
{
    char *body = calloc(1, blanks + 3);
    memset(body, '\t', blanks + 2);
    body[0] = '{';
    body[blanks + 1] = '}';
    long before = recorded();
    answer got = client_ask(&tendon, "POST", target, headers, body);
    bool kept = strstr(got.body, "\"recorded\":true") != NULL;
    ck_assert_msg(kept || strstr(got.body, "\"status\":413") != NULL, "%.200s", got.body);
    ck_assert_int_eq(recorded() - before, kept ? 1 : 0);
    answer_free(&got);
    free(body);
    return kept;
}

START_TEST(what_is_recorded_is_never_refused_for_want_of_memory)
{
    static const char *const ways[][2] = {{"/v1/evaluations", JSON},
                                          {"/v1/evaluations?decisions=class", JSON},
                                          {"/v1/batch", NDJSON}};
    size_t refused = 0;
    program_start(&tendon);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (size_t blanks = 60000; blanks < 262000; blanks += 8000)
            refused += blanks_are_kept(ways[i][0], ways[i][1], blanks) ? 0 : 1;
    }
    ck_assert_msg(refused > 0, "nothing came near the bound");
}
END_TEST

#define LOOPING "cortisone/recreational-over-40"

/** Gives the rule an `advise` that never ends. */
static void make_it_loop(void)
{
    char path[256];
    snprintf(path, sizeof path, "%s/" LOOPING ".lua", tendon.rules);
    char *text = read_whole(path, NULL);
    char *at = strstr(text, "\n  say ");
    ck_assert_ptr_nonnull(at);
    size_t size = strlen(text) + 128;
    char *changed = malloc(size);
    snprintf(changed, size, "%.*s\n  advise = function(facts) while true do end end,%s",
             (int)(at - text), text, at);
    write_whole(path, changed);
    free(changed);
    free(text);
}

START_TEST(a_rule_that_never_ends_is_named_and_harms_nobody)
{
    char *body =
        read_whole(SOURCE_DIR "/schemas/examples/good-cortisone-recreational-52.json", NULL);
    make_it_loop();
    program_start(&tendon);
    answer got = client_ask(&tendon, "POST", "/v1/evaluations", JSON, body);
    ck_assert_int_eq(got.status, 201);
    ck_assert_ptr_nonnull(strstr(got.body, "{\"rule\":\"" LOOPING "\",\"why\":\"budget\"}"));
    ck_assert_ptr_nonnull(strstr(
        got.body, "\"cortisone\":{\"answer\":\"advise-against\",\"status\":\"provisional\""));
    answer next = client_ask(&tendon, "POST", "/v1/evaluations", JSON, "{}");
    ck_assert_int_eq(next.status, 201);
    ck_assert_ptr_null(strstr(next.body, "\"budget\""));
    answer metrics = client_ask(&tendon, "GET", "/metrics", "", "");
    ck_assert_ptr_nonnull(
        strstr(metrics.body, "\ntendon_incomplete_rules_total{rule=\"" LOOPING "\"} 1\n"));
    ck_assert_ptr_null(strstr(metrics.body, "{rule=\"progression/"));
    answer_free(&got);
    answer_free(&next);
    answer_free(&metrics);
    free(body);
}
END_TEST

static answer get(const char *target)
{
    return client_ask(&tendon, "GET", target, "", "");
}

/** Asks for readiness until it is `status`, at most three seconds. */
static void await_ready(int status)
{
    int got = 0;
    for (int i = 0; i < 30 && got != status; i++) {
        answer ready = get("/readyz");
        got = ready.status;
        answer_free(&ready);
        if (got != status)
            usleep(100000);
    }
    ck_assert_int_eq(got, status);
}

/** Records one and notes where. */
static answer record_one(char location[128])
{
    answer made = client_ask(&tendon, "POST", "/v1/evaluations", JSON, "{}");
    ck_assert_int_eq(made.status, 201);
    ck_assert_ptr_nonnull(answer_header(&made, "Location", location, 128));
    return made;
}

static void assert_unavailable(answer got)
{
    char seconds[16];
    ck_assert_msg(got.status == 503, "%d %.200s", got.status, got.body);
    ck_assert_ptr_nonnull(answer_header(&got, "Retry-After", seconds, sizeof seconds));
    answer_free(&got);
}

START_TEST(while_the_data_folder_is_away_all_is_503_and_mends_when_it_is_back)
{
    char location[128];
    char away[128];
    program_start(&tendon);
    answer made = record_one(location);
    answer_free(&made);
    made = get(location);
    snprintf(away, sizeof away, "%s.away", tendon.data);
    ck_assert_int_eq(rename(tendon.data, away), 0);
    await_ready(503);
    assert_unavailable(get(location));
    assert_unavailable(client_ask(&tendon, "POST", "/v1/evaluations", JSON, "{}"));
    ck_assert_int_eq(rename(away, tendon.data), 0);
    await_ready(200);
    answer again = get(location);
    ck_assert_str_eq(again.body, made.body);
    answer next = record_one(location);
    answer_free(&made);
    answer_free(&again);
    answer_free(&next);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("hardship");
    TCase *cases = tcase_create("program");
    tcase_set_timeout(cases, 120);
    tcase_add_checked_fixture(cases, prepare, stop);
    tcase_add_test(cases, what_is_recorded_is_never_refused_for_want_of_memory);
    tcase_add_test(cases, a_rule_that_never_ends_is_named_and_harms_nobody);
    tcase_add_test(cases, while_the_data_folder_is_away_all_is_503_and_mends_when_it_is_back);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
