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

// Both on the same fact, or on none.
static bool says_the_same(const cds_reason *a, const cds_reason *b)
{
    if (a->leaf == b->leaf) {
        return a->as_false == b->as_false;
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

static void widen(gathering *g)
{
    size_t room = g->room == 0 ? FIRST_ROOM : g->room * 2;
    cds_reason *list =
        cds_alloc_grow(g->ctx->mem, g->list, g->room * sizeof *list, room * sizeof *list);
    g->failed = list == NULL;
    g->list = g->failed ? g->list : list;
    g->room = g->failed ? g->room : room;
}

static bool is_kept(const gathering *g, const cds_reason *reason)
{
    const cds_field *field = reason->leaf->field;
    for (size_t i = 0; i < g->count; i++) {
        if (g->list[i].leaf->field == field && says_the_same(&g->list[i], reason)) {
            return true;
        }
    }
    return false;
}

static void keep(gathering *g, cds_reason reason)
{
    if (is_kept(g, &reason)) {
        return;
    }
    if (g->count == g->room && !g->failed) {
        widen(g);
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
    if ((as_false ? condition->least_false : condition->least_true) >= enough) {
        return enough;
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

static void why_all(gathering *g, const cds_condition *condition)
{
    why_every(g, condition, false);
}

static void why_false_all(gathering *g, const cds_condition *condition)
{
    why_one(g, condition, CDS_FALSE);
}

static void why_any(gathering *g, const cds_condition *condition)
{
    why_one(g, condition, cds_truth_of(g->e, condition));
}

static void why_false_any(gathering *g, const cds_condition *condition)
{
    why_every(g, condition, true);
}

static void why_false_none(gathering *g, const cds_condition *condition)
{
    why_one(g, condition, CDS_TRUE);
}

static void why_ruled_out(gathering *g, const cds_condition *condition)
{
    why(g, condition->parts[0], true);
}

static void why_finding(gathering *g, const cds_condition *condition)
{
    why(g, condition->finding->when, false);
}

typedef void why_fn(gathering *g, const cds_condition *condition);

// Leaves are no parts of their own.
static why_fn *const holds[] = {
    [CDS_ALL] = why_all,
    [CDS_ANY] = why_any,
    [CDS_NONE] = why_false_any, // every part is false there too
    [CDS_AT_LEAST_OF] = why_enough,
    [CDS_UNLESS_RULED_OUT] = why_presumed,
    [CDS_FINDING] = why_finding,
};

static why_fn *const fails[] = {
    [CDS_ALL] = why_false_all,
    [CDS_ANY] = why_false_any,
    [CDS_NONE] = why_false_none,
    [CDS_AT_LEAST_OF] = why_too_few,
    [CDS_UNLESS_RULED_OUT] = why_ruled_out,
    [CDS_FINDING] = why_false_finding,
};

static void why_parts(gathering *g, const cds_condition *condition, bool as_false)
{
    (as_false ? fails : holds)[condition->word](g, condition);
}

static bool is_only_there(const cds_condition *leaf)
{
    return leaf->word == CDS_GIVEN || leaf->word == CDS_KNOWN;
}

// What is said of a fact says that it is there.
static bool says_all_of(const cds_reason *more, const cds_condition *less)
{
    const cds_condition *leaf = more->leaf;
    if (leaf->word != less->word) {
        return is_only_there(less) && !more->open && cds_leaf_reads(leaf, less->field);
    }
    return leaf->field == less->field && !more->open && !more->as_false &&
           cds_leaf_implies(leaf, less);
}

static bool can_be_implied(const cds_reason *reason)
{
    if (reason->as_false || reason->open) {
        return false; // said by itself alone
    }
    switch (reason->leaf->word) {
    case CDS_YES:
    case CDS_NO:
    case CDS_INCLUDES_NONE:
    case CDS_HAS:
        return false;
    default:
        return true;
    }
}

static bool is_implied(const cds_reason *list, size_t count, size_t one)
{
    const cds_condition *less = list[one].leaf;
    for (size_t i = 0; i < count; i++) {
        if (i != one && says_all_of(&list[i], less)) {
            return true;
        }
    }
    return false;
}

// Of two reasons of which one says all that the other does, one is enough.
static size_t drop_implied(cds_reason *list, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        if (can_be_implied(&list[i]) && is_implied(list, count, i)) {
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
