// SPDX-License-Identifier: Apache-2.0
// What is in a block goes with it to a larger one, and no more wide ones are lent than there
// may be.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "server/http/block.h"

#define USUAL_BYTES 64

static srv_blocks blocks;

static void setup(void)
{
    blocks = (srv_blocks){.size = USUAL_BYTES};
}

static void teardown(void)
{
    srv_blocks_release(&blocks);
}

static void fill(srv_block *block, const char *word)
{
    ck_assert(srv_block_reserve(&blocks, block, 1));
    block->length = strlen(word);
    memcpy(block->data, word, block->length);
}

static void assert_holds(const srv_block *block, const char *word)
{
    ck_assert_uint_eq(block->length, strlen(word));
    ck_assert_mem_eq(block->data, word, block->length);
}

START_TEST(what_is_in_goes_along)
{
    srv_block block = {0};
    fill(&block, "squat");
    ck_assert_uint_eq(block.capacity, USUAL_BYTES);
    ck_assert(srv_block_widen(&blocks, &block));
    ck_assert_uint_eq(block.capacity, SRV_WIDE_BYTES);
    assert_holds(&block, "squat");
    ck_assert(srv_block_reserve(&blocks, &block, SRV_WIDE_BYTES + 1));
    ck_assert_uint_eq(block.capacity, SRV_WIDE_BYTES + 1);
    assert_holds(&block, "squat");
    srv_block_give_back(&blocks, &block);
    ck_assert_ptr_null(block.data);
}
END_TEST

START_TEST(the_block_given_back_last_is_lent_first)
{
    srv_block block = {0};
    fill(&block, "squat");
    const char *usual = block.data;
    ck_assert(srv_block_widen(&blocks, &block));
    const char *wide = block.data;
    srv_block_give_back(&blocks, &block);
    fill(&block, "bridge");
    ck_assert_ptr_eq(block.data, usual);
    ck_assert(srv_block_widen(&blocks, &block));
    ck_assert_ptr_eq(block.data, wide);
    assert_holds(&block, "bridge");
    srv_block_give_back(&blocks, &block);
}
END_TEST

START_TEST(who_comes_after_the_last_wide_one_keeps_what_it_has)
{
    srv_block lent[SRV_WIDE_MAX] = {{0}};
    srv_block late = {0};
    for (int i = 0; i < SRV_WIDE_MAX; i++) {
        fill(&lent[i], "bridge");
        ck_assert(srv_block_widen(&blocks, &lent[i]));
    }
    fill(&late, "squat");
    ck_assert(!srv_block_widen(&blocks, &late));
    ck_assert_uint_eq(late.capacity, USUAL_BYTES);
    assert_holds(&late, "squat");
    ck_assert(!srv_block_widen(&blocks, &lent[0])); // it is one
    srv_block_give_back(&blocks, &lent[0]);
    ck_assert(srv_block_widen(&blocks, &late));
    assert_holds(&late, "squat");
    srv_block_give_back(&blocks, &late);
    for (int i = 1; i < SRV_WIDE_MAX; i++) {
        srv_block_give_back(&blocks, &lent[i]);
    }
}
END_TEST

START_TEST(only_a_usual_one_is_widened)
{
    srv_block block = {0};
    ck_assert(srv_block_reserve(&blocks, &block, USUAL_BYTES + 1));
    ck_assert(!srv_block_widen(&blocks, &block));
    ck_assert_uint_eq(block.capacity, USUAL_BYTES + 1);
    srv_block_give_back(&blocks, &block);
}
END_TEST

int main(void)
{
    TCase *cases = tcase_create("block");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, what_is_in_goes_along);
    tcase_add_test(cases, the_block_given_back_last_is_lent_first);
    tcase_add_test(cases, who_comes_after_the_last_wide_one_keeps_what_it_has);
    tcase_add_test(cases, only_a_usual_one_is_widened);
    Suite *suite = suite_create("block");
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
