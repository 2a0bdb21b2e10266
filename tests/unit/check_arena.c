// SPDX-License-Identifier: Apache-2.0
// Memory as a lifetime: zeroed, aligned, bounded, dropped whole.
#include <check.h>
#include <signal.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"

static bool is_zero(const char *piece, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        if (piece[i] != 0) {
            return false;
        }
    }
    return true;
}

START_TEST(every_piece_is_zeroed_and_aligned_even_after_a_reset)
{
    cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
    for (int round = 0; round < 3; round++) {
        for (size_t bytes = 0; bytes < 900; bytes++) {
            char *piece = cds_alloc(mem, bytes);
            ck_assert_ptr_nonnull(piece);
            ck_assert_uint_eq((uintptr_t)piece % alignof(max_align_t), 0);
            ck_assert(is_zero(piece, bytes));
            memset(piece, 0xA5, bytes);
        }
        cds_arena_reset(mem);
    }
    cds_arena_free(mem);
}
END_TEST

START_TEST(pieces_do_not_overlap)
{
    cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
    char *pieces[300];
    for (int i = 0; i < 300; i++) {
        pieces[i] = cds_alloc(mem, (size_t)i * 7 + 1);
        memset(pieces[i], i & 0x7F, (size_t)i * 7 + 1);
    }
    for (int i = 0; i < 300; i++) {
        for (int at = 0; at < i * 7 + 1; at++) {
            ck_assert_int_eq(pieces[i][at], i & 0x7F);
        }
    }
    cds_arena_free(mem);
}
END_TEST

START_TEST(the_ceiling_is_reached_and_never_passed)
{
    static const size_t ceilings[] = {0, 1, 16, 100, 16384, 16400, 100000, 1 << 20};
    for (size_t i = 0; i < sizeof ceilings / sizeof ceilings[0]; i++) {
        cds_arena *mem = cds_arena_new(ceilings[i]);
        size_t taken = 0;
        while (cds_alloc(mem, 16) != NULL) {
            taken += 16;
        }
        ck_assert_uint_le(taken, ceilings[i]);
        ck_assert_uint_ge(taken + 64, ceilings[i]); // at most a tail of each block is lost
        ck_assert_uint_eq(cds_arena_used_bytes(mem), taken);
        ck_assert_ptr_null(cds_alloc(mem, 16));
        cds_arena_free(mem);
    }
}
END_TEST

START_TEST(one_piece_may_take_all_that_is_left)
{
    cds_arena *mem = cds_arena_new(1 << 20);
    ck_assert_ptr_null(cds_alloc(mem, (1 << 20) - 16384 + 16));
    ck_assert_ptr_nonnull(cds_alloc(mem, (1 << 20) - 16384));
    cds_arena_free(mem);
}
END_TEST

START_TEST(sizes_beyond_all_memory_are_refused)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 15, SIZE_MAX / 2 + 1, PTRDIFF_MAX};
    cds_arena *mem = cds_arena_new(1 << 20);
    void *piece = cds_alloc(mem, 32);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        ck_assert_ptr_null(cds_alloc(mem, sizes[i]));
        ck_assert_ptr_null(cds_alloc_grow(mem, piece, 32, sizes[i]));
    }
    ck_assert_uint_eq(cds_arena_used_bytes(mem), 32);
    cds_arena_free(mem);
}
END_TEST

START_TEST(a_reset_forgets_all_and_keeps_a_block_for_as_much_again)
{
    cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
    while (cds_alloc(mem, 1000) != NULL) {
    }
    cds_arena_reset(mem);
    ck_assert_uint_eq(cds_arena_used_bytes(mem), 0);
    char *first = cds_alloc(mem, 100);
    char *second = cds_alloc(mem, (size_t)100 << 10);
    ck_assert(second > first && second - first < 200); // of one block
    ck_assert_ptr_nonnull(cds_alloc(mem, CDS_REQUEST_ARENA_BYTES / 2));
    cds_arena_reset(mem);
    ck_assert_ptr_eq(cds_alloc(mem, 100), first);
    cds_arena_free(mem);
}
END_TEST

START_TEST(a_first_block_that_is_large_is_kept)
{
    cds_arena *mem = cds_arena_new_with(CDS_REQUEST_ARENA_BYTES, CDS_REQUEST_ARENA_BYTES / 2);
    void *first = cds_alloc(mem, 100);
    cds_arena_reset(mem);
    ck_assert_ptr_eq(cds_alloc(mem, 100), first);
    cds_arena_free(mem);
}
END_TEST

START_TEST(the_newest_piece_grows_where_it_is)
{
    cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
    char *piece = cds_alloc(mem, 10);
    memset(piece, 'a', 10);
    char *grown = cds_alloc_grow(mem, piece, 10, 5000);
    ck_assert_ptr_eq(grown, piece);
    ck_assert_mem_eq(grown, "aaaaaaaaaa", 10);
    cds_arena_free(mem);
}
END_TEST

START_TEST(an_older_piece_or_one_without_room_moves_with_what_it_holds)
{
    static const size_t sizes[] = {11, 500, 30000};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
        char *piece = cds_alloc(mem, 11);
        memset(piece, 'a', 11);
        char *newer = cds_alloc(mem, 1);
        *newer = 'n';
        char *grown = cds_alloc_grow(mem, piece, 11, sizes[i] + 1);
        ck_assert_ptr_ne(grown, piece);
        ck_assert_mem_eq(grown, "aaaaaaaaaaa", 11);
        ck_assert_int_eq(*newer, 'n');
        cds_arena_free(mem);
    }
}
END_TEST

START_TEST(growing_nothing_is_taking)
{
    cds_arena *mem = cds_arena_new(64);
    ck_assert_ptr_nonnull(cds_alloc_grow(mem, NULL, 0, 64));
    ck_assert_ptr_null(cds_alloc_grow(mem, NULL, 0, 1));
    cds_arena_free(mem);
    cds_arena_free(NULL);
}
END_TEST

START_TEST(shrinking_is_a_broken_promise)
{
    static cds_arena *mem; // still held when the process dies of it
    mem = cds_arena_new(64);
    void *piece = cds_alloc(mem, 32);
    cds_alloc_grow(mem, piece, 32, 16);
}
END_TEST

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>

START_TEST(what_is_not_taken_is_poisoned)
{
    cds_arena *mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES);
    char *piece = cds_alloc(mem, 13);
    ck_assert(!__asan_address_is_poisoned(piece + 12));
    ck_assert(__asan_address_is_poisoned(piece + 13));
    ck_assert(__asan_address_is_poisoned(piece + 16));
    cds_alloc(mem, 8);
    char *moved = cds_alloc_grow(mem, piece, 13, 20);
    ck_assert(__asan_address_is_poisoned(piece));
    cds_arena_reset(mem);
    ck_assert(__asan_address_is_poisoned(moved));
    cds_arena_free(mem);
}
END_TEST
#endif

int main(void)
{
    Suite *suite = suite_create("arena");
    TCase *cases = tcase_create("arena");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, every_piece_is_zeroed_and_aligned_even_after_a_reset);
    tcase_add_test(cases, pieces_do_not_overlap);
    tcase_add_test(cases, the_ceiling_is_reached_and_never_passed);
    tcase_add_test(cases, one_piece_may_take_all_that_is_left);
    tcase_add_test(cases, sizes_beyond_all_memory_are_refused);
    tcase_add_test(cases, a_reset_forgets_all_and_keeps_a_block_for_as_much_again);
    tcase_add_test(cases, a_first_block_that_is_large_is_kept);
    tcase_add_test(cases, the_newest_piece_grows_where_it_is);
    tcase_add_test(cases, an_older_piece_or_one_without_room_moves_with_what_it_holds);
    tcase_add_test(cases, growing_nothing_is_taking);
    tcase_add_test_raise_signal(cases, shrinking_is_a_broken_promise, SIGABRT);
#ifdef __SANITIZE_ADDRESS__
    tcase_add_test(cases, what_is_not_taken_is_poisoned);
#endif
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
