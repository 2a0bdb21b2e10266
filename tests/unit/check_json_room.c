// SPDX-License-Identifier: Apache-2.0
// Where the strict check or cJSON finds no room for what it keeps, that is said.
#include <check.h>

#include "engine/facts/json_check.h"
#include "engine/facts/json_memory.h"

#define ENOUGH_BYTES ((size_t)1 << 20)

// Each with what CDS_JSON_TAIL asks for behind it.
START_TEST(what_finds_no_room_in_the_memory_for_a_moment_is_too_large)
{
    static const char texts[][40] = {"[\"a\"]", "[\"\\u0061\"]", "{\"\\u0061\":1}"};
    cds_ctx ctx = {.mem = cds_arena_new(ENOUGH_BYTES)};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        cds_arena *tight = cds_arena_new(64);
        cds_json_held held;
        cds_error_clear(&ctx);
        ck_assert_int_eq(cds_json_check(&ctx, cds_text_of(texts[i]), tight, &held),
                         CDS_TOO_LARGE);
        ck_assert_int_eq(ctx.error.status, CDS_TOO_LARGE);
        ck_assert_ptr_null(cds_json_tree(tight, cds_text_of(texts[i]), 2));
        ck_assert_ptr_null(cds_json_tree(ctx.mem, cds_text_of(texts[i]), 0));
        cds_arena_free(tight);
    }
    cds_arena_free(ctx.mem);
}
END_TEST

// The list of names is made when the first is kept: behind its unescaped text.
START_TEST(an_escaped_name_is_read_or_too_large)
{
    static const char text[40] = "{\"\\u0061\":1}";
    cds_arena *enough = cds_arena_new(ENOUGH_BYTES);
    bool was_kept = false;
    for (size_t ceiling = 0; ceiling < 4000; ceiling += 16) {
        cds_ctx tight = {.mem = cds_arena_new(ceiling)};
        cds_json_held held;
        const cds_status status = cds_json_check(&tight, cds_text_of(text), enough, &held);
        ck_assert(status == CDS_OK || (status == CDS_TOO_LARGE && !was_kept));
        was_kept = status == CDS_OK;
        cds_arena_free(tight.mem);
    }
    ck_assert(was_kept);
    cds_arena_free(enough);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("json_room");
    TCase *cases = tcase_create("json_room");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, what_finds_no_room_in_the_memory_for_a_moment_is_too_large);
    tcase_add_test(cases, an_escaped_name_is_read_or_too_large);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
