// SPDX-License-Identifier: Apache-2.0
// Random rules and persons, facts learnt one by one: what was promised before must hold after.
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "decide_world.h"
#include "engine/decide/because.h"
#include "engine/decide/questions.h"

#define FACTS 8
#define CASES 2000

static uint64_t seed;

static uint64_t random_next(void)
{
    seed ^= seed << 13; // xorshift64
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static size_t below(size_t count)
{
    return random_next() % count;
}

static cds_condition *random_tree(world *w, int depth);

static cds_condition *random_leaf(world *w)
{
    const cds_field *field = &w->field_list[below(FACTS)];
    size_t kind = below(10);
    if (kind == 0 && w->view.decision_count > 1) {
        const cds_decision *earlier = &w->decisions[below(w->view.decision_count - 1)];
        return decided(w, earlier, random_next() & 63);
    }
    if (kind == 1) {
        return leaf(w, CDS_KNOWN, field);
    }
    if (kind == 2) { // the sum of two facts, or a measure of them
        const cds_expression *sum = number_of(
            w, (cds_expression){
                   .kind = CDS_OF_ARITHMETIC,
                   .word = below(2) == 0 ? CDS_PLUS : CDS_OVER,
                   .left = number_of(
                       w, (cds_expression){.kind = CDS_OF_FIELD, .field = &w->field_list[8]}),
                   .right = number_of(
                       w, (cds_expression){.kind = CDS_OF_FIELD, .field = &w->field_list[9]})});
        return at_least(w, sum, (double)below(4));
    }
    if (kind == 3) { // an x-request field nobody gave, or gave
        return leaf(w, below(2) == 0 ? CDS_YES : CDS_NO, &w->field_list[10]);
    }
    return leaf(w, below(2) == 0 ? CDS_YES : CDS_NO, field);
}

static cds_condition *random_join(world *w, cds_word word, int depth)
{
    const cds_condition *parts[4];
    size_t count = 1 + below(4);
    for (size_t i = 0; i < count; i++) {
        cds_condition *part = random_tree(w, depth - 1);
        bool refused = word == CDS_NONE && part->word == CDS_UNLESS_RULED_OUT;
        parts[i] = refused ? finding(w, "in between", part) : part;
        if (w->view.finding_count > 60) {
            w->view.finding_count = 60;
            parts[i] = leaf(w, CDS_YES, &w->field_list[0]);
        }
    }
    cds_condition *made = join_list(w, word, parts, count);
    made->count = (unsigned)(1 + below(count));
    return made;
}

static cds_condition *random_tree(world *w, int depth)
{
    static const cds_word words[] = {CDS_ALL, CDS_ANY, CDS_NONE, CDS_AT_LEAST_OF};
    size_t kind = below(9);
    if (depth == 0 || kind < 3) {
        return random_leaf(w);
    }
    if (kind == 3) {
        return join(w, CDS_UNLESS_RULED_OUT, random_tree(w, depth - 1));
    }
    return random_join(w, words[below(4)], depth);
}

static void random_decision(world *w, const char *name)
{
    cds_decision *made =
        world_decision(w, name, "a b c unknown other not-asked suppressed", 1 + below(3));
    made->while_unknown = below(3) == 0 ? (unsigned)below(made->declared_count) : 3;
    made->otherwise = below(3) == 0 ? (unsigned)below(made->declared_count) : 4;
    for (unsigned answer = 0; answer < made->declared_count; answer++) {
        answer_of(made, answer)->only_when_final = below(3) == 0;
        for (size_t i = below(3) + (answer == 0); i > 0; i--) {
            world_rule(w, made, answer, random_tree(w, 3));
        }
    }
}

static world *random_world(void)
{
    static const char *const names[] = {"f0", "f1", "f2", "f3", "f4",   "f5",
                                        "f6", "f7", "n8", "n9", "asked"};
    world *w = world_new();
    for (size_t i = 0; i < 11; i++) {
        world_field(w, names[i], i == 8 || i == 9 ? CDS_NUMBER : CDS_YESNO);
    }
    w->field_list[10].request = true;
    if (below(2) == 0) {
        know_yes(w, &w->field_list[10], below(2) == 0);
    }
    random_decision(w, "first");
    random_decision(w, "second");
    random_decision(w, "third");
    return w;
}

static void learn(world *w, const cds_field *field)
{
    if (field->kind == CDS_NUMBER) {
        know_number(w, field, (double)below(4));
    } else {
        know_yes(w, field, below(2) == 0);
    }
}

// A fact nobody has told yet, or NULL.
static const cds_field *next_unknown(world *w)
{
    size_t start = below(10);
    for (size_t i = 0; i < 10; i++) {
        const cds_field *field = &w->field_list[(start + i) % 10];
        if (!w->fact_list[field->index].known) {
            return field;
        }
    }
    return NULL;
}

static void check_truths(const cds_evaluation *before, const cds_evaluation *after)
{
    for (size_t i = 0; i < before->rules->condition_count; i++) {
        cds_truth was = cds_evaluation_truth(before, before->rules->conditions[i]);
        cds_truth is = cds_evaluation_truth(after, before->rules->conditions[i]);
        if (was == CDS_TRUE || was == CDS_FALSE) {
            ck_assert_msg(is == was, "a settled condition changed");
        }
    }
}

static void check_outcomes(const cds_evaluation *before, const cds_evaluation *after)
{
    for (size_t i = 0; i < before->rules->decision_count; i++) {
        const cds_outcome *was = &before->outcomes[i];
        const cds_outcome *is = &after->outcomes[i];
        ck_assert_msg((is->possible & ~was->possible) == 0, "a new answer became possible");
        ck_assert_msg((was->possible >> is->own & 1) != 0, "an answer came unannounced");
        ck_assert_msg((is->possible >> is->own & 1) != 0, "the answer is not possible");
        if (was->own_final) {
            ck_assert_msg(is->own_final && is->own == was->own, "a final answer changed");
        }
    }
}

static bool is_asked(const cds_questions *questions, const cds_field *field,
                     const cds_decision *decision)
{
    for (size_t i = 0; i < questions->count; i++) {
        const cds_question *one = &questions->list[i];
        for (size_t k = 0; one->field == field && k < one->change_count; k++) {
            if (one->changes[k].decision == decision) {
                return true;
            }
        }
    }
    return false;
}

// A fact that no question named for a decision leaves that decision as it was; where no
// other answer is possible, nothing is asked and the answer stays anyway.
static void check_asked(const cds_evaluation *before, const cds_questions *questions,
                        const cds_field *learnt, const cds_evaluation *after)
{
    for (size_t i = 0; i < before->rules->decision_count; i++) {
        const cds_outcome *was = &before->outcomes[i];
        const cds_outcome *is = &after->outcomes[i];
        if (is_asked(questions, learnt, was->decision)) {
            continue;
        }
        ck_assert_msg(is->own == was->own && is->possible == was->possible,
                      "an answer changed by a fact nobody asked for");
    }
}

static void check_questions(const cds_evaluation *evaluation, const cds_questions *questions)
{
    for (size_t i = 0; i < questions->count; i++) {
        const cds_question *one = &questions->list[i];
        ck_assert(!one->field->request);
        for (size_t k = 0; k < one->change_count; k++) {
            const cds_outcome *outcome = &evaluation->outcomes[one->changes[k].decision->index];
            uint64_t others = outcome->possible & ~((uint64_t)1 << outcome->own);
            ck_assert_msg(one->changes[k].answers != 0, "a question that changes nothing");
            ck_assert_msg((one->changes[k].answers & ~others) == 0,
                          "a question for an impossible answer");
        }
    }
}

// Marks the facts of a leaf, or of a finding that is named whole.
static void keep_of(const cds_condition *one, bool *keep, bool *rests_on_decision)
{
    *rests_on_decision |= one->word == CDS_DECIDED;
    if (one->word == CDS_COMPARE) {
        keep[8] = keep[9] = true;
    } else if (one->field != NULL) {
        keep[one->field->index] = true;
    } else if (one->word == CDS_FINDING) {
        keep_of(one->finding->when, keep, rests_on_decision);
    }
    for (size_t i = 0; i < one->part_count; i++) {
        keep_of(one->parts[i], keep, rests_on_decision);
    }
}

static void keep_facts(world *w, const cds_reasons *because, bool *rests_on_decision)
{
    bool keep[WORLD_FIELDS] = {false};
    keep[10] = true;
    for (size_t i = 0; i < because->count; i++) {
        keep_of(because->list[i].leaf, keep, rests_on_decision);
    }
    for (size_t i = 0; i < 10; i++) {
        if (!keep[i]) {
            forget(w, &w->field_list[i]);
        }
    }
}

// The facts a rule rests on are enough: with those alone it still holds.
static void check_because(world *w, const cds_evaluation *evaluation, const cds_rule *rule)
{
    cds_fact kept[WORLD_FIELDS];
    cds_reasons because = {0};
    bool rests_on_decision = false;
    memcpy(kept, w->fact_list, sizeof kept);
    ck_assert_int_eq(cds_because(&w->ctx, evaluation, rule->when, &because), CDS_OK);
    keep_facts(w, &because, &rests_on_decision);
    if (!rests_on_decision) {
        cds_truth with_all = evaluation->truths[rule->index];
        cds_truth with_those = cds_evaluation_truth(world_evaluate(w), rule->when);
        ck_assert_msg(with_those == with_all, "the reasons of a rule are not enough");
    }
    memcpy(w->fact_list, kept, sizeof kept);
}

static void check_reasons(world *w, const cds_evaluation *evaluation)
{
    for (size_t i = 0; i < w->view.rule_count; i++) {
        cds_truth truth = evaluation->truths[i];
        if (truth == CDS_TRUE || truth == CDS_PRESUMED) {
            check_because(w, evaluation, &w->rules[i]);
        }
    }
}

static void live_one_life(size_t *finals, size_t *presumed)
{
    world *w = random_world();
    const cds_evaluation *before = world_evaluate(w);
    for (const cds_field *next = next_unknown(w); next != NULL; next = next_unknown(w)) {
        cds_questions questions = {0};
        ck_assert_int_eq(cds_questions_collect(&w->ctx, before, &questions), CDS_OK);
        check_questions(before, &questions);
        check_reasons(w, before);
        for (size_t i = 0; i < w->view.condition_count; i++) {
            *presumed += cds_evaluation_truth(before, w->conditions[i]) == CDS_PRESUMED;
        }
        learn(w, next);
        const cds_evaluation *after = world_evaluate(w);
        check_truths(before, after);
        check_outcomes(before, after);
        check_asked(before, &questions, next, after);
        before = after;
    }
    for (size_t i = 0; i < w->view.decision_count; i++) {
        *finals += before->outcomes[i].own_final;
    }
    world_free(w);
}

START_TEST(whatever_is_learnt_keeps_every_promise_made_before)
{
    size_t finals = 0;
    size_t presumed = 0;
    const char *given = getenv("SEED");
    seed = given != NULL ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 2654435761u + 1;
    for (size_t i = 0; i < CASES; i++) {
        uint64_t start = seed;
        if (i == 0) {
            printf("check_property: SEED=%llu\n", (unsigned long long)start);
            fflush(stdout);
        }
        live_one_life(&finals, &presumed);
    }
    ck_assert_uint_gt(finals, CASES); // the lives did come to something
    ck_assert_uint_gt(presumed, CASES);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("property");
    TCase *cases = tcase_create("lives");
    tcase_set_timeout(cases, 300);
    tcase_add_test(cases, whatever_is_learnt_keeps_every_promise_made_before);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
