// SPDX-License-Identifier: Apache-2.0
// A person is erased beside the running service: 410 from then on, the log verifies, and the
// text is in no file. A proof comes with an evaluation as soon as it is recorded.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define WHO "canary-3f9d"
#define BODY                                                                                   \
    "{\"patient\":{\"reference\":\"" WHO                                                       \
    "\",\"age_years\":52},\"screening\":{\"saddle_numbness\":true}}"

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

/** Runs the program; its exit status, and what it said in `out`. */
static int run(char out[4096], const char *arguments)
{
    char line[1024];
    snprintf(line, sizeof line, TENDON_PROGRAM " %s --data %s 2>&1", arguments, tendon.data);
    FILE *said = popen(line, "r");
    ck_assert_ptr_nonnull(said);
    out[fread(out, 1, 4095, said)] = '\0';
    return WEXITSTATUS(pclose(said));
}

static answer record(const char *key, char location[128])
{
    char headers[256];
    snprintf(headers, sizeof headers, JSON "Idempotency-Key: %s\r\n", key);
    answer got = client_ask(&tendon, "POST", "/v1/evaluations", headers, BODY);
    ck_assert_int_eq(got.status, 201);
    ck_assert_ptr_nonnull(answer_header(&got, "location", location, 128));
    return got;
}

static void expect(const char *method, const char *target, const char *body, int status,
                   const char *says)
{
    answer got = client_ask(&tendon, method, target, body[0] == 0 ? "" : JSON, body);
    ck_assert_msg(got.status == status, "%s %s: %d %s", method, target, got.status, got.body);
    ck_assert_msg(strstr(got.body, says) != NULL, "%s: no %s", got.body, says);
    answer_free(&got);
}

static bool files_hold(const char *needle)
{
    static const char *const names[] = {"tendon.db", "tendon.db-wal", "tendon.db-shm"};
    for (size_t i = 0; i < 3; i++) {
        char path[160];
        size_t length;
        snprintf(path, sizeof path, "%s/%s", tendon.data, names[i]);
        if (access(path, F_OK) != 0)
            continue;
        char *bytes = read_whole(path, &length);
        const bool found = memmem(bytes, length, needle, strlen(needle)) != NULL;
        free(bytes);
        if (found)
            return true;
    }
    return false;
}

START_TEST(an_erased_person_is_gone_from_the_api_and_the_files)
{
    char location[128];
    char target[256];
    char said[4096];
    answer first = record("key-1", location);
    snprintf(target, sizeof target, "%s/feedback", location);
    expect("POST", target,
           "{\"rule\":\"referral/cauda-equina\",\"outcome\":\"accepted\",\"comment\":"
           "\"" WHO " said thanks\"}",
           202, "\"entry\":3");
    ck_assert(files_hold(WHO));
    ck_assert_int_eq(run(said, "log erase --patient " WHO " --reason 'asked for it'"), 0);
    ck_assert_msg(strstr(said, "2 erased; entry 4 of the log says so") != NULL, "%s", said);
    ck_assert(!files_hold(WHO));
    expect("GET", location, "", 410, "\"status\":410");
    expect("GET", location, "", 410, "entry 4 of the log");
    expect("POST", target, "{\"rule\":\"referral/cauda-equina\",\"outcome\":\"accepted\"}", 410,
           "erased");
    expect("GET", target, "", 410, "entry 4 of the log");
    expect("GET", "/v1/evaluations?reference=" WHO, "", 200, "\"evaluations\":[]");
    expect("GET", "/v1/log/entries?from=2&limit=1", "", 200, "\"erased_by\":4}");
    expect("GET", "/v1/log/proof?entry=2", "", 200, "\"entry\":2,\"leaf\":");
    expect("GET", "/v1/overrides", "", 200, "\"overrides\":[");
    ck_assert_int_eq(run(said, "log verify"), 0);
    ck_assert_msg(strstr(said, "verified 5 entries") != NULL, "%s", said);
    ck_assert_int_eq(run(said, "replay --all"), 0);
    answer again = record("key-1", location); // the key went too: a new evaluation
    ck_assert_str_ne(again.body, first.body);
    ck_assert_int_eq(run(said, "log verify"), 0);
    answer_free(&first);
    answer_free(&again);
}
END_TEST

START_TEST(an_erasure_needs_somebody_and_a_reason)
{
    char said[4096];
    ck_assert_int_eq(run(said, "log erase --patient " WHO), 2);
    ck_assert_int_eq(run(said, "log erase --reason why"), 2);
    ck_assert_int_eq(run(said, "log erase --patient " WHO " --reason why"), 1);
    ck_assert_ptr_nonnull(strstr(said, "nothing of the kind"));
}
END_TEST

START_TEST(a_proof_comes_with_an_evaluation_that_was_only_just_recorded)
{
    char location[128];
    char target[256];
    answer first = record("key-2", location);
    snprintf(target, sizeof target, "%s?include=assessment,proof", location);
    answer whole = client_ask(&tendon, "GET", target, "", "");
    ck_assert_int_eq(whole.status, 200);
    ck_assert_ptr_nonnull(strstr(whole.body, first.body));
    ck_assert_ptr_nonnull(
        strstr(whole.body, ",\"assessment\":" BODY ",\"proof\":{\"entry\":2,"));
    snprintf(target, sizeof target, "%s?include=proof", location);
    expect("GET", target, "", 200, ",\"proof\":{\"entry\":2,");
    snprintf(target, sizeof target, "%s?include=proofs", location);
    expect("GET", target, "", 400, "include=");
    answer_free(&first);
    answer_free(&whole);
}
END_TEST

START_TEST(checkpoints_and_proofs_cover_what_was_answered_before)
{
    char location[128];
    for (int i = 0; i < 20; i++) {
        char key[16];
        char target[64];
        char size[32];
        snprintf(key, sizeof key, "key-%d", 10 + i);
        answer one = record(key, location);
        answer_free(&one);
        snprintf(target, sizeof target, "/v1/log/proof?entry=%d", 2 + i);
        snprintf(size, sizeof size, "\"size\":%d,", 3 + i);
        expect("GET", target, "", 200, size);
    }
    answer note = client_ask(&tendon, "GET", "/v1/log/checkpoint", "", "");
    ck_assert_int_eq(note.status, 200);
    ck_assert_ptr_nonnull(strstr(note.body, "\n22\n"));
    answer_free(&note);
    expect("GET", "/v1/log/proof?entry=22", "", 404, "no such entry");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("erase");
    TCase *cases = tcase_create("erase");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, an_erased_person_is_gone_from_the_api_and_the_files);
    tcase_add_test(cases, an_erasure_needs_somebody_and_a_reason);
    tcase_add_test(cases, a_proof_comes_with_an_evaluation_that_was_only_just_recorded);
    tcase_add_test(cases, checkpoints_and_proofs_cover_what_was_answered_before);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
