// SPDX-License-Identifier: Apache-2.0
// A name is found in a set whatever its length, and none that differs from it in a byte.
#include "engine/facts/names.h"

#include <check.h>
#include <string.h>

#define LONGEST 40

static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789ABCD";

START_TEST(a_name_of_any_length_is_found_and_none_that_is_nearly_it)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
    cds_names names;
    cds_text list[LONGEST];
    for (size_t length = 0; length < LONGEST; length++) {
        list[length] = (cds_text){letters, length};
    }
    ck_assert_int_eq(cds_names_build(&ctx, list, LONGEST, &names), CDS_OK);
    for (size_t length = 0; length < LONGEST; length++) {
        char other[LONGEST];
        const ptrdiff_t place = (ptrdiff_t)length;
        memcpy(other, letters, length);
        const cds_text name = {other, length};
        ck_assert_int_eq(cds_names_find(&names, name), place);
        ck_assert_int_eq(cds_names_find_behind(&names, name, place - 1), place); // as expected
        ck_assert_int_eq(cds_names_find_behind(&names, name, place), place);
        ck_assert_int_eq(cds_names_find_behind(&names, name, LONGEST - 1), place);
        for (size_t at = 0; at < length; at++) {
            other[at] ^= 1;
            ck_assert_int_eq(cds_names_find_behind(&names, name, place - 1), -1);
            other[at] ^= 1;
        }
    }
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("names");
    TCase *cases = tcase_create("names");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, a_name_of_any_length_is_found_and_none_that_is_nearly_it);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
