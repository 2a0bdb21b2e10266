// SPDX-License-Identifier: Apache-2.0
// Borrowed text: comparing, copying, counting, guessing.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

START_TEST(texts_are_equal_byte_by_byte)
{
    cds_text none = {NULL, 0};
    ck_assert(cds_text_equal(CDS_TEXT("knee"), cds_text_of("knee")));
    ck_assert(!cds_text_equal(CDS_TEXT("knee"), CDS_TEXT("kneE")));
    ck_assert(!cds_text_equal(CDS_TEXT("knee"), CDS_TEXT("kne")));
    ck_assert(!cds_text_equal(CDS_TEXT("a\0b"), CDS_TEXT("a\0c")));
    ck_assert(cds_text_equal(none, CDS_TEXT("")));
    ck_assert(cds_text_is(CDS_TEXT("left"), "left"));
    ck_assert(!cds_text_is(CDS_TEXT("left\0"), "left"));
}
END_TEST

START_TEST(a_text_starts_with_its_beginnings_only)
{
    ck_assert(cds_text_starts(CDS_TEXT("tendon"), "ten"));
    ck_assert(cds_text_starts(CDS_TEXT("tendon"), "tendon"));
    ck_assert(cds_text_starts(CDS_TEXT("tendon"), ""));
    ck_assert(cds_text_starts((cds_text){NULL, 0}, ""));
    ck_assert(!cds_text_starts(CDS_TEXT("tendon"), "tendons"));
    ck_assert(!cds_text_starts(CDS_TEXT("tendon"), "don"));
}
END_TEST

START_TEST(texts_are_ordered_bytewise_and_the_shorter_first)
{
    static const cds_text ordered[] = {
        CDS_TEXT(""),   CDS_TEXT("A"), CDS_TEXT("a"),
        CDS_TEXT("aa"), CDS_TEXT("b"), CDS_TEXT("\xC3\xA9"),
    };
    const int count = sizeof ordered / sizeof ordered[0];
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
            ck_assert_int_eq(cds_text_compare(ordered[i], ordered[j]), (i > j) - (i < j));
        }
    }
}
END_TEST

START_TEST(a_copy_is_its_own_and_ends_with_a_nul)
{
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    char word[] = "calf";
    cds_text copy = {NULL, 0};
    cds_text empty = {"x", 1};
    ck_assert_int_eq(cds_text_copy(&ctx, cds_text_of(word), &copy), CDS_OK);
    ck_assert_int_eq(cds_text_copy(&ctx, (cds_text){NULL, 0}, &empty), CDS_OK);
    word[0] = 'h';
    ck_assert_str_eq(copy.data, "calf");
    ck_assert_uint_eq(copy.length, 4);
    ck_assert_str_eq(empty.data, "");
    ck_assert_uint_eq(empty.length, 0);
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(a_copy_that_does_not_fit_is_refused_and_leaves_out_alone)
{
    cds_ctx ctx = {.mem = cds_arena_new(64)};
    static char long_text[65];
    cds_text copy = CDS_TEXT("before");
    ck_assert_int_eq(cds_text_copy(&ctx, (cds_text){long_text, 64}, &copy), CDS_TOO_LARGE);
    ck_assert_int_eq(ctx.error.status, CDS_TOO_LARGE);
    ck_assert(cds_text_is(copy, "before"));
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(code_points_are_counted_not_bytes)
{
    ck_assert_uint_eq(cds_text_points(CDS_TEXT("")), 0);
    ck_assert_uint_eq(cds_text_points(CDS_TEXT("knee")), 4);
    ck_assert_uint_eq(cds_text_points(CDS_TEXT("\u00e9\u20ac\U0001F9B5")), 3);
}
END_TEST

START_TEST(a_slip_of_the_pen_finds_the_word_that_was_meant)
{
    static const cds_text words[] = {CDS_TEXT("age"), CDS_TEXT("weight_kg"),
                                     CDS_TEXT("height_cm"), CDS_TEXT("pain_now"),
                                     CDS_TEXT("pain_worst")};
    static const struct {
        const char *written;
        const char *meant; // NULL: nothing is near enough
    } rows[] = {
        {"heigth_cm", "height_cm"},
        {"weigth_kg", "weight_kg"},
        {"weight", NULL},
        {"pain_mow", "pain_now"},
        {"painnow", "pain_now"},
        {"pain_wurst", "pain_worst"},
        {"ag", NULL},
        {"agee", "age"},
        {"age", "age"},
        {"", NULL},
        {"cholesterol", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cds_text found = cds_text_nearest(cds_text_of(rows[i].written), words, 5);
        if (rows[i].meant == NULL) {
            ck_assert_msg(found.data == NULL, "%s", rows[i].written);
        } else {
            ck_assert_msg(found.data != NULL && cds_text_is(found, rows[i].meant), "%s",
                          rows[i].written);
        }
    }
}
END_TEST

START_TEST(very_long_words_are_not_guessed_at)
{
    static char text[70];
    memset(text, 'a', sizeof text);
    cds_text longest = {text, 64};
    cds_text too_long = {text, 65};
    ck_assert_ptr_eq(cds_text_nearest(longest, &longest, 1).data, text);
    ck_assert_ptr_null(cds_text_nearest(too_long, &longest, 1).data);
    ck_assert_ptr_null(cds_text_nearest(longest, &too_long, 1).data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("text");
    TCase *cases = tcase_create("text");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, texts_are_equal_byte_by_byte);
    tcase_add_test(cases, a_text_starts_with_its_beginnings_only);
    tcase_add_test(cases, texts_are_ordered_bytewise_and_the_shorter_first);
    tcase_add_test(cases, a_copy_is_its_own_and_ends_with_a_nul);
    tcase_add_test(cases, a_copy_that_does_not_fit_is_refused_and_leaves_out_alone);
    tcase_add_test(cases, code_points_are_counted_not_bytes);
    tcase_add_test(cases, a_slip_of_the_pen_finds_the_word_that_was_meant);
    tcase_add_test(cases, very_long_words_are_not_guessed_at);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
