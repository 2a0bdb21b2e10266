// SPDX-License-Identifier: Apache-2.0
// Down the tree along parts that carry the result; where one of several would do, the one
// with the fewest leaves. What another reason says already is left out at the end.
#include "engine/decide/because.h"

#include <string.h>

#include "engine/decide/evaluator.h"
#include "engine/decide/implies.h"

#define FIRST_ROOM 16
#define FEW 3 // a false finding that takes more leaves than that to explain is named whole

// What is being collected. Without room it only counts, no further than is asked for.
typedef struct gathering {
    cds_evaluator *e;
    cds_ctx *ctx; // NULL: count only
    size_t enough;
    cds_learnt learnt; // NULL: nothing is
    cds_reason *list;
    size_t count;
    size_t room;
    bool failed;
} gathering;

static void why_parts(gathering *g, const cds_condition *condition, bool as_false);

static bool same_fact(const cds_reason *a, const cds_reason *b)
{
    if (a->leaf == b->leaf) {
        return a->as_false == b->as_false;
    }
    if (a->leaf->field != b->leaf->field) {
        return false;
    }
    if (a->leaf->word == CDS_FINDING || b->leaf->word == CDS_FINDING) {
        return a->leaf->finding == b->leaf->finding && a->as_false == b->as_false;
    }
    if (a->leaf->field == NULL) {
        return false;
    }
    return cds_text_equal(a->as_false ? a->leaf->says_not : a->leaf->says,
                          b->as_false ? b->leaf->says_not : b->leaf->says);
}

static void keep(gathering *g, cds_reason reason)
{
    for (size_t i = 0; i < g->count; i++) {
        if (same_fact(&g->list[i], &reason)) {
            return;
        }
    }
    if (g->count == g->room && !g->failed) {
        size_t room = g->room == 0 ? FIRST_ROOM : g->room * 2;
        cds_reason *list =
            cds_alloc_grow(g->ctx->mem, g->list, g->room * sizeof *list, room * sizeof *list);
        g->failed = list == NULL;
        g->list = g->failed ? g->list : list;
        g->room = g->failed ? g->room : room;
    }
    if (!g->failed) {
        g->list[g->count++] = reason;
    }
}

static void add(gathering *g, cds_reason reason)
{
    if (g->ctx == NULL) {
        g->count++;
    } else {
        keep(g, reason);
    }
}

static bool has_enough(const gathering *g)
{
    return g->ctx == NULL && g->count >= g->enough;
}

static void why(gathering *g, const cds_condition *condition, bool as_false)
{
    if (cds_word_is_leaf(condition->word)) {
        add(g, (cds_reason){.leaf = condition, .as_false = as_false});
    } else if (!has_enough(g)) {
        why_parts(g, condition, as_false);
    }
}

// How many it takes, or `enough` where it takes more: who looks for the fewest need not know.
static size_t leaves_of(const gathering *g, const cds_condition *condition, bool as_false,
                        size_t enough)
{
    if (cds_word_is_leaf(condition->word)) {
        return 1;
    }
    gathering counter = {.e = g->e, .enough = enough, .learnt = g->learnt};
    why_parts(&counter, condition, as_false);
    return counter.count < enough ? counter.count : enough;
}

static void why_every(gathering *g, const cds_condition *condition, bool as_false)
{
    for (size_t i = 0; i < condition->part_count && !has_enough(g); i++) {
        why(g, condition->parts[i], as_false);
    }
}

// One part that has the truth: the one with the fewest leaves, the first of those.
static void why_one(gathering *g, const cds_condition *condition, cds_truth truth)
{
    const cds_condition *best = NULL;
    size_t fewest = g->ctx == NULL ? g->enough - g->count : SIZE_MAX;
    for (size_t i = 0; i < condition->part_count && fewest != 1; i++) {
        const cds_condition *part = condition->parts[i];
        if (cds_truth_of(g->e, part) != truth) {
            continue;
        }
        size_t leaves = leaves_of(g, part, truth == CDS_FALSE, fewest);
        if (leaves < fewest) {
            best = part;
            fewest = leaves;
        }
    }
    if (g->ctx == NULL) {
        g->count += fewest; // not walked twice: nested words would double the work
    } else if (best != NULL) {
        why(g, best, truth == CDS_FALSE);
    }
}

static size_t count_of(cds_evaluator *e, const cds_condition *condition, cds_truth truth)
{
    size_t count = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        count += cds_truth_of(e, condition->parts[i]) == truth;
    }
    return count;
}

// As many parts as it takes, true ones rather than presumed ones, in their order.
static void why_enough(gathering *g, const cds_condition *condition)
{
    size_t holding = count_of(g->e, condition, CDS_TRUE);
    size_t from_true = holding < condition->count ? holding : condition->count;
    size_t from_presumed = condition->count - from_true;
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_truth truth = cds_truth_of(g->e, condition->parts[i]);
        size_t *left = truth == CDS_TRUE ? &from_true : &from_presumed;
        if ((truth == CDS_TRUE || truth == CDS_PRESUMED) && *left > 0) {
            (*left)--;
            why(g, condition->parts[i], false);
        }
    }
}

// So many false parts that the others can't reach the count.
static void why_too_few(gathering *g, const cds_condition *condition)
{
    size_t left = condition->part_count + 1 - condition->count;
    for (size_t i = 0; i < condition->part_count && left > 0; i++) {
        if (cds_truth_of(g->e, condition->parts[i]) == CDS_FALSE) {
            left--;
            why(g, condition->parts[i], true);
        }
    }
}

// The open leaves of something not ruled out; `negated`: it would hold by their being false.
static void why_open(gathering *g, const cds_condition *condition, bool negated)
{
    cds_truth truth = cds_truth_of(g->e, condition);
    if (truth == CDS_TRUE || truth == CDS_FALSE) {
        return;
    }
    if (cds_word_is_leaf(condition->word)) {
        add(g, (cds_reason){.leaf = condition, .as_false = negated, .open = true});
        return;
    }
    if (condition->word == CDS_FINDING) {
        why_open(g, condition->finding->when, negated);
        return;
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        why_open(g, condition->parts[i], negated != (condition->word == CDS_NONE));
    }
}

static void why_presumed(gathering *g, const cds_condition *condition)
{
    const cds_condition *part = condition->parts[0];
    if (cds_truth_of(g->e, part) == CDS_IS_UNKNOWN) {
        why_open(g, part, false);
        return;
    }
    why(g, part, false);
}

// No more than FEW + 1.
static size_t leaves_of_false(gathering *g, const cds_finding *finding)
{
    if (g->learnt != NULL && g->learnt[finding->index] != 0) {
        return g->learnt[finding->index];
    }
    size_t leaves = leaves_of(g, finding->when, true, FEW + 1);
    if (g->learnt != NULL) {
        g->learnt[finding->index] = (uint8_t)leaves;
    }
    return leaves;
}

static void why_false_finding(gathering *g, const cds_condition *condition)
{
    size_t leaves = leaves_of_false(g, condition->finding);
    if (g->ctx == NULL) {
        g->count += leaves > FEW ? 1 : leaves; // not walked twice
    } else if (leaves > FEW) {
        add(g, (cds_reason){.leaf = condition, .as_false = true});
    } else {
        why(g, condition->finding->when, true);
    }
}

static void why_false(gathering *g, const cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
        why_one(g, condition, CDS_FALSE);
        return;
    case CDS_ANY:
        why_every(g, condition, true);
        return;
    case CDS_NONE:
        why_one(g, condition, CDS_TRUE);
        return;
    case CDS_AT_LEAST_OF:
        why_too_few(g, condition);
        return;
    case CDS_UNLESS_RULED_OUT:
        why(g, condition->parts[0], true);
        return;
    case CDS_FINDING:
        why_false_finding(g, condition);
        return;
    default:
        return; // leaves are no parts of their own
    }
}

static void why_parts(gathering *g, const cds_condition *condition, bool as_false)
{
    if (as_false) {
        why_false(g, condition);
        return;
    }
    switch (condition->word) {
    case CDS_ALL:
        why_every(g, condition, false);
        return;
    case CDS_ANY:
        why_one(g, condition, cds_truth_of(g->e, condition));
        return;
    case CDS_NONE:
        why_every(g, condition, true);
        return;
    case CDS_AT_LEAST_OF:
        why_enough(g, condition);
        return;
    case CDS_UNLESS_RULED_OUT:
        why_presumed(g, condition);
        return;
    case CDS_FINDING:
        why(g, condition->finding->when, false);
        return;
    default:
        return; // leaves are no parts of their own
    }
}

// What is said of a fact says that it is there.
static bool says_it_is_there(const cds_reason *more, const cds_reason *less)
{
    bool only_there = less->leaf->word == CDS_GIVEN || less->leaf->word == CDS_KNOWN;
    return only_there && cds_leaf_reads(more->leaf, less->leaf->field);
}

static bool says_all_of(const cds_reason *more, const cds_reason *less)
{
    if (more->leaf->word == less->leaf->word) {
        return !more->open && !more->as_false && cds_leaf_implies(more->leaf, less->leaf);
    }
    return !more->open && says_it_is_there(more, less);
}

// Of two reasons of which one says all that the other does, one is enough. What is false or
// open is said by itself alone.
static size_t drop_implied(cds_reason *list, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        bool implied = false;
        bool alone = list[i].as_false || list[i].open;
        for (size_t j = 0; j < count && !alone && !implied; j++) {
            implied = j != i && says_all_of(&list[j], &list[i]);
        }
        if (implied) {
            memmove(&list[i], &list[i + 1], (count - i - 1) * sizeof *list);
            count--;
        }
    }
    return count;
}

cds_status cds_learnt_new(cds_ctx *ctx, const cds_evaluation *evaluation, cds_learnt *out)
{
    cds_learnt learnt = cds_alloc(ctx->mem, evaluation->rules->finding_count + 1);
    if (learnt == NULL) {
        return cds_fail_memory(ctx);
    }
    *out = learnt;
    return CDS_OK;
}

cds_status cds_because(cds_ctx *ctx, const cds_evaluation *evaluation,
                       const cds_condition *condition, cds_reasons *out)
{
    return cds_because_learning(ctx, evaluation, condition, NULL, out);
}

cds_status cds_because_learning(cds_ctx *ctx, const cds_evaluation *evaluation,
                                const cds_condition *condition, cds_learnt learnt,
                                cds_reasons *out)
{
    cds_truth truth = cds_evaluation_truth(evaluation, condition);
    CDS_PROMISE(truth != CDS_IS_UNKNOWN);
    gathering g = {.e = (cds_evaluator *)evaluation, .ctx = ctx, .learnt = learnt};
    why(&g, condition, truth == CDS_FALSE);
    if (g.failed) {
        return cds_fail_memory(ctx);
    }
    CDS_PROMISE(g.count == 0 || g.list != NULL);
    *out = (cds_reasons){g.list, drop_implied(g.list, g.count)};
    return CDS_OK;
}
