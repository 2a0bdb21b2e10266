// SPDX-License-Identifier: Apache-2.0
// Problem documents to the letter.
#include <check.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "server/http/problem.h"

static cds_faults two = {
    .count = 2, .list = {{{"/a~1b", 5}, {"is a \"number\"", 13}}, {{"", 0}, {"x", 1}}}};

static const struct {
    srv_problem problem;
    const char *text;
} problems[] = {
    {{.status = 404, .offset = -1},
     "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}"},
    {{.status = 400, .detail = "a \"b\"", .instance = {"/x\\y", 4}, .offset = 0},
     "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"a "
     "\\\"b\\\"\","
     "\"instance\":\"/x\\\\y\",\"offset\":0}"},
    {{.status = 422, .offset = -1, .faults = &two},
     "{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
     "\"errors\":[{\"pointer\":\"/a~1b\",\"detail\":\"is a \\\"number\\\"\"},"
     "{\"pointer\":\"\",\"detail\":\"x\"}]}"},
};

START_TEST(a_problem_says_what_it_was_given_and_nothing_else)
{
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, ctx.mem);
    srv_problem_write(&buf, &problems[_i].problem);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    ck_assert_uint_eq(text.length, cds_text_of(problems[_i].text).length);
    ck_assert(cds_text_is(text, problems[_i].text));
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(every_status_of_the_engine_has_words)
{
#define STATUS_WORDS(name, number, http)                                                       \
    ck_assert_str_ne(srv_status_words(http), srv_status_words(999));
    CDS_STATUSES(STATUS_WORDS)
#undef STATUS_WORDS
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("problem");
    TCase *tests = tcase_create("problem");
    tcase_add_loop_test(tests, a_problem_says_what_it_was_given_and_nothing_else, 0,
                        sizeof problems / sizeof problems[0]);
    tcase_add_test(tests, every_status_of_the_engine_has_words);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
