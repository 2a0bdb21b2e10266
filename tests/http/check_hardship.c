// SPDX-License-Identifier: Apache-2.0
// What a stranger found: the real program where memory, rules or clients are at their worst.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define NDJSON "Content-Type: application/x-ndjson\r\n"

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
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (size_t blanks = 60000; blanks < 262000; blanks += 8000)
            refused += blanks_are_kept(ways[i][0], ways[i][1], blanks) ? 0 : 1;
    }
    ck_assert_msg(refused > 0, "nothing came near the bound");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("hardship");
    TCase *cases = tcase_create("program");
    tcase_set_timeout(cases, 120);
    tcase_add_checked_fixture(cases, start, stop);
    tcase_add_test(cases, what_is_recorded_is_never_refused_for_want_of_memory);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
