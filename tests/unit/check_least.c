// SPDX-License-Identifier: Apache-2.0
// No fewer leaves say why: the bounds of each word, and that reasons are the same without any.
#include "clinic_rules.h"
#include "decide_world.h"
#include "engine/decide/because.h"
#include "engine/rules/least.h"

static world *w;
static cds_field *fields[8];

static void setup(void)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    w = world_new();
    for (size_t i = 0; i < 8; i++) {
        fields[i] = world_field(w, names[i], CDS_YESNO);
    }
}

static void teardown(void)
{
    world_free(w);
}

static const cds_condition *one(size_t field)
{
    cds_condition *made = leaf(w, CDS_YES, fields[field]);
    cds_least_set(made);
    return made;
}

static cds_condition *set(cds_condition *condition)
{
    cds_least_set(condition);
    return condition;
}

static cds_condition *some_of(unsigned count, cds_condition *parts)
{
    parts->count = count;
    return set(parts);
}

START_TEST(each_word_takes_as_many_leaves_as_it_must)
{
    const cds_condition *both = set(join(w, CDS_ALL, one(0), one(1)));
    const cds_condition *either = set(join(w, CDS_ANY, one(0), one(1), one(2)));
    const struct {
        const cds_condition *condition;
        unsigned least_true, least_false;
    } rows[] = {
        {one(0), 1, 1},
        {both, 2, 1},
        {either, 1, 3},
        {set(join(w, CDS_NONE, both, either)), 4, 1},
        {set(join(w, CDS_ALL, both, either)), 3, 1},
        {set(join(w, CDS_ANY, both, either)), 1, 4},
        {some_of(2, join(w, CDS_AT_LEAST_OF, both, either, one(3))), 2, 2},
        {set(join(w, CDS_UNLESS_RULED_OUT, both)), 1, 1},
        {set(join(w, CDS_UNLESS_RULED_OUT, either)), 1, 3},
        {set(finding(w, "found", both)), 2, 1},
        {set(finding(w, "found", either)), 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_uint_eq(rows[i].condition->least_true, rows[i].least_true);
        ck_assert_uint_eq(rows[i].condition->least_false, rows[i].least_false);
    }
}
END_TEST

START_TEST(more_leaves_than_can_be_counted_are_many)
{
    const cds_condition *parts[8];
    const cds_condition *all = one(0);
    for (size_t level = 0; level < 3; level++) {
        for (size_t i = 0; i < 8; i++) {
            parts[i] = all;
        }
        all = set(join_list(w, CDS_ALL, parts, 8));
    }
    ck_assert_uint_eq(all->least_true, UINT8_MAX);
}
END_TEST

static void forget_bounds(const cds_ruleset_view *view)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        cds_condition *condition = (cds_condition *)view->conditions[i];
        condition->least_true = condition->least_false = 0;
    }
}

static void find_bounds(const cds_ruleset_view *view)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        cds_least_set((cds_condition *)view->conditions[i]);
    }
}

static cds_reasons reasons_of(cds_ctx *ctx, const cds_evaluation *evaluation,
                              const cds_condition *condition)
{
    cds_reasons because = {0};
    ck_assert_int_eq(cds_because(ctx, evaluation, condition, &because), CDS_OK);
    return because;
}

static void assert_same(const cds_reasons *a, const cds_reasons *b)
{
    ck_assert_uint_eq(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        ck_assert_ptr_eq(a->list[i].leaf, b->list[i].leaf);
        ck_assert_int_eq(a->list[i].as_false, b->list[i].as_false);
        ck_assert_int_eq(a->list[i].open, b->list[i].open);
    }
}

// Of every condition of the view that is not unknown; returns how many.
static size_t compare_all(cds_ctx *ctx, const cds_ruleset_view *view,
                          const cds_evaluation *evaluation)
{
    cds_reasons *with = cds_alloc(ctx->mem, view->condition_count * sizeof *with);
    size_t count = 0;
    find_bounds(view);
    for (size_t i = 0; i < view->condition_count; i++) {
        const cds_condition *condition = view->conditions[i];
        if (cds_evaluation_truth(evaluation, condition) != CDS_IS_UNKNOWN) {
            with[i] = reasons_of(ctx, evaluation, condition);
            count++;
        }
    }
    forget_bounds(view);
    for (size_t i = 0; i < view->condition_count; i++) {
        const cds_condition *condition = view->conditions[i];
        if (cds_evaluation_truth(evaluation, condition) != CDS_IS_UNKNOWN) {
            const cds_reasons without = reasons_of(ctx, evaluation, condition);
            assert_same(&with[i], &without);
        }
    }
    return count;
}

static unsigned turn;

static unsigned random_below(unsigned end)
{
    turn = turn * 1103515245 + 12345;
    return (turn >> 16) % end;
}

static cds_condition *any_tree(unsigned depth)
{
    static const cds_word joined[] = {CDS_ALL, CDS_ANY, CDS_NONE, CDS_AT_LEAST_OF};
    const cds_condition *parts[4];
    const size_t count = 1 + random_below(4);
    if (depth == 0 || random_below(6) == 0) {
        return leaf(w, CDS_YES, fields[random_below(8)]);
    }
    if (random_below(4) == 0 && w->view.finding_count < 60) {
        return finding(w, "found", any_tree(depth - 1));
    }
    if (random_below(8) == 0) {
        return join(w, CDS_UNLESS_RULED_OUT, any_tree(depth - 1));
    }
    for (size_t i = 0; i < count; i++) {
        parts[i] = any_tree(depth - 1);
    }
    cds_condition *made = join_list(w, joined[random_below(4)], parts, count);
    made->count = made->word == CDS_AT_LEAST_OF ? 1 + random_below((unsigned)count) : 0;
    return made;
}

START_TEST(the_reasons_of_any_condition_are_the_same_without_bounds)
{
    size_t compared = 0;
    for (turn = 1; compared < 20000;) {
        w->view.condition_count = w->view.finding_count = 0;
        for (size_t i = 0; i < 8; i++) {
            forget(w, fields[i]);
            if (random_below(4) > 0) {
                know_yes(w, fields[i], random_below(2) == 0);
            }
        }
        (void)any_tree(4);
        compared += compare_all(&w->ctx, &w->view, world_evaluate(w));
    }
}
END_TEST

START_TEST(every_condition_of_a_release_has_its_bounds)
{
    static clinic library;
    clinic_open(&library);
    clinic_load(&library);
    const cds_ruleset_view *view = library.view;
    for (size_t i = 0; i < view->condition_count; i++) {
        const cds_condition *loaded = view->conditions[i];
        cds_condition again = *loaded;
        cds_least_set(&again);
        ck_assert_uint_gt(loaded->least_true, 0);
        ck_assert_uint_gt(loaded->least_false, 0);
        ck_assert_uint_eq(loaded->least_true, again.least_true);
        ck_assert_uint_eq(loaded->least_false, again.least_false);
    }
    clinic_close(&library);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("least");
    TCase *cases = tcase_create("least");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, each_word_takes_as_many_leaves_as_it_must);
    tcase_add_test(cases, more_leaves_than_can_be_counted_are_many);
    tcase_add_test(cases, the_reasons_of_any_condition_are_the_same_without_bounds);
    tcase_add_test(cases, every_condition_of_a_release_has_its_bounds);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
