// SPDX-License-Identifier: Apache-2.0
// OperationOutcomes to the letter, and where errors take that form.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/api/form.h"

static cds_faults three = {.count = 3,
                           .list = {{{"/context/userId", 15}, {"is a \"text\"", 11}},
                                    {{"/feedback/10/card", 17}, {"x", 1}},
                                    {{"", 0}, {"whole", 5}}}};

#define ISSUE(severity, code, text)                                                            \
    "{\"severity\":\"" severity "\",\"code\":\"" code "\",\"details\":{\"text\":\"" text "\"}"
#define BEGIN "{\"resourceType\":\"OperationOutcome\",\"issue\":["

static const struct {
    srv_problem problem;
    const char *text;
} outcomes[] = {
    {{.status = 404, .detail = "a \"b\"", .offset = -1},
     BEGIN ISSUE("error", "not-found", "a \\\"b\\\"") "}]}"},
    {{.status = 503, .offset = -1},
     BEGIN ISSUE("fatal", "transient", "Service Unavailable") "}]}"},
    {{.status = 400, .detail = "no", .offset = 0},
     BEGIN ISSUE("error", "invalid",
                 "no") ",\"diagnostics\":\"byte 0 of the body, counted from 0\"}]}"},
    {{.status = 400, .detail = "unsaid", .offset = -1, .faults = &three},
     BEGIN ISSUE("error", "invalid",
                 "is a \\\"text\\\"") ",\"expression\":[\"context.userId\"]"
                                      "}," ISSUE("error", "invalid",
                                                 "x") ",\"expression\":["
                                                      "\"feedback[10].card\"]}"
                                                      "," ISSUE("error", "invalid",
                                                                "whole") "}]}"},
};

START_TEST(an_outcome_says_what_a_problem_would)
{
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    srv_problem problem = outcomes[_i].problem;
    cds_buf buf;
    cds_text text;
    problem.instance = CDS_TEXT("/cds-services/x");
    cds_buf_init(&buf, ctx.mem);
    ck_assert_int_eq(srv_form_write(&buf, &problem), SRV_FHIR);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    ck_assert_msg(cds_text_is(text, outcomes[_i].text), "%.*s", (int)text.length, text.data);
    cds_arena_free(ctx.mem);
}
END_TEST

static const struct {
    const char *path; // NULL: not known
    srv_media media;
} paths[] = {
    {"/cds-services", SRV_FHIR},
    {"/cds-services/a/feedback", SRV_FHIR},
    {"/fhir/metadata", SRV_FHIR},
    {"/cds-services-2", SRV_PROBLEM},
    {"/v1/evaluations", SRV_PROBLEM},
    {"/", SRV_PROBLEM},
    {NULL, SRV_PROBLEM},
};

START_TEST(the_path_says_which_form_an_error_takes)
{
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    srv_problem problem = {.status = 404, .offset = -1};
    cds_buf buf;
    if (paths[_i].path != NULL)
        problem.instance = cds_text_of(paths[_i].path);
    cds_buf_init(&buf, ctx.mem);
    ck_assert_int_eq(srv_form_write(&buf, &problem), paths[_i].media);
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("outcome");
    TCase *tests = tcase_create("outcome");
    tcase_add_loop_test(tests, an_outcome_says_what_a_problem_would, 0,
                        sizeof outcomes / sizeof *outcomes);
    tcase_add_loop_test(tests, the_path_says_which_form_an_error_takes, 0,
                        sizeof paths / sizeof *paths);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
