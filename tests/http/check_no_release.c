// SPDX-License-Identifier: Apache-2.0
// A governed service before its first release is active: whatever needs one is refused with
// 503, and the service goes on. The sanitisers see to it that nothing of the request is touched
// after.
#include <check.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define FHIR "Content-Type: application/fhir+json\r\n"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    tendon.words[0] = "--governed";
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

static const struct {
    const char *method, *target, *headers, *body;
} asked[] = {
    {"POST", "/v1/evaluations", JSON, "{}"},
    {"POST", "/v1/evaluations?record=false", JSON, "{}"},
    {"GET", "/v1/evaluations/0193a5f0-0000-7000-8000-000000000000", "", ""},
    {"POST", "/v1/batch", "Content-Type: application/x-ndjson\r\n", "{}\n"},
    {"POST", "/cds-services/tendon-patient-view", JSON, "{}"},
    {"POST", "/fhir/QuestionnaireResponse/$evaluate", FHIR, "{}"},
    {"GET", "/fhir/Questionnaire/tendon-assessment", "", ""},
    {"GET", "/v1/rules", "", ""},
    {"GET", "/schemas/assessment.schema.json", "", ""},
    {"GET", "/readyz", "", ""},
};

START_TEST(what_needs_a_release_is_refused)
{
    answer got = client_ask(&tendon, asked[_i].method, asked[_i].target, asked[_i].headers,
                            asked[_i].body);
    ck_assert_msg(got.status == 503, "%s %s: %d", asked[_i].method, asked[_i].target,
                  got.status);
    answer_free(&got);
    got = client_ask(&tendon, "GET", "/healthz", "", "");
    ck_assert_int_eq(got.status, 200);
    answer_free(&got);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("no release");
    TCase *cases = tcase_create("no release");
    tcase_add_unchecked_fixture(cases, start, stop);
    tcase_add_loop_test(cases, what_needs_a_release_is_refused, 0,
                        (int)(sizeof asked / sizeof *asked));
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
