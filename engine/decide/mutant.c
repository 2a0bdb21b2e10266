// SPDX-License-Identifier: Apache-2.0
// A change is a copy of what stands in the tree, made different; to put it in place, the two
// trade their bytes.
#include "engine/decide/mutant.h"

#include <stdlib.h>
#include <string.h>

#include "engine/decide/edge.h"
#include "engine/decide/reach.h"

#define FIRST_ROOM 64

// Where the next mutant goes; sticky.
typedef struct maker {
    cds_ctx *ctx;
    const cds_ruleset_view *view;
    cds_mutants made;
    bool failed;
} maker;

static void *keep(maker *m, const void *original, size_t bytes)
{
    void *copy = cds_alloc(m->ctx->mem, bytes);
    if (copy == NULL) {
        m->failed = true;
        return NULL;
    }
    return memcpy(copy, original, bytes);
}

static void add(maker *m, cds_mutant mutant)
{
    cds_mutants *made = &m->made;
    if (made->count == made->room) {
        size_t room = made->room == 0 ? FIRST_ROOM : made->room * 2;
        cds_mutant *list = cds_alloc_grow(m->ctx->mem, made->list, made->room * sizeof *list,
                                          room * sizeof *list);
        if (list == NULL) {
            m->failed = true;
            return;
        }
        made->list = list;
        made->room = room;
    }
    made->list[made->count++] = mutant;
}

static cds_text end_text(maker *m, cds_buf *buf)
{
    cds_text text = {"", 0};
    m->failed |= cds_buf_end(m->ctx, buf, &text) != CDS_OK;
    return text;
}

static void put_condition(cds_buf *buf, const cds_condition *condition)
{
    if (cds_word_is_leaf(condition->word) || condition->word == CDS_FINDING) {
        cds_buf_text(buf, condition->says);
        return;
    }
    cds_buf_word(buf, cds_word_name(condition->word));
    if (condition->word == CDS_AT_LEAST_OF) {
        cds_buf_char(buf, ' ');
        cds_buf_int(buf, condition->count);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_buf_word(buf, i == 0 ? " (" : "; ");
        put_condition(buf, condition->parts[i]);
    }
    cds_buf_char(buf, ')');
}

static cds_text condition_aloud(maker *m, const cds_condition *condition)
{
    if (condition->says.data != NULL) {
        return condition->says;
    }
    cds_buf buf;
    cds_buf_init(&buf, m->ctx->mem);
    put_condition(&buf, condition);
    return end_text(m, &buf);
}

static cds_text instead_of(maker *m, double now, double before)
{
    cds_buf buf;
    cds_buf_init(&buf, m->ctx->mem);
    cds_buf_number(&buf, now);
    cds_buf_word(&buf, " instead of ");
    cds_buf_number(&buf, before);
    return end_text(m, &buf);
}

// The condition with `changed` in its place.
static void add_condition(maker *m, const cds_condition *condition, cds_gap_kind kind,
                          cds_condition changed, cds_text change)
{
    add(m, (cds_mutant){.kind = kind,
                        .condition = condition,
                        .place = condition->place,
                        .leaf = condition_aloud(m, condition),
                        .change = change,
                        .target = (void *)condition,
                        .instead = keep(m, &changed, sizeof changed),
                        .bytes = sizeof changed});
}

// none{ the leaf }: true is false, false true, unknown unknown. Where a rule or finding uses a
// finding, that is a leaf of its own.
static void add_turned(maker *m, const cds_condition *leaf)
{
    cds_condition *inside = keep(m, leaf, sizeof *leaf);
    const cds_condition **parts = keep(m, (void *[]){inside}, sizeof *parts);
    if (inside == NULL || parts == NULL) {
        return;
    }
    inside->index = m->view->condition_count;
    cds_condition turned = {.word = CDS_NONE,
                            .index = leaf->index,
                            .parts = parts,
                            .part_count = 1,
                            .says = leaf->says_not,
                            .says_not = leaf->says,
                            .place = leaf->place};
    add_condition(m, leaf, CDS_GAP_TURNED, turned, CDS_TEXT("turned round"));
}

static void add_moved_end(maker *m, const cds_condition *leaf, cds_end end, bool up)
{
    cds_moved moved;
    if (!cds_edge_move(leaf, end, up, &moved)) {
        return;
    }
    cds_condition changed = *leaf;
    double before = end == CDS_END_LOW ? leaf->range.low : leaf->range.high;
    *(end == CDS_END_LOW ? &changed.range.low : &changed.range.high) = moved.number;
    if (leaf->range.exact != NULL) {
        cds_ends *exact = keep(m, leaf->range.exact, sizeof *exact);
        if (exact == NULL) {
            return;
        }
        *(end == CDS_END_LOW ? &exact->low : &exact->high) = moved.exact;
        changed.range.exact = exact;
    }
    add_condition(m, leaf, CDS_GAP_EDGE, changed, instead_of(m, moved.number, before));
}

static void add_moved_number(maker *m, const cds_condition *leaf, const cds_expression *number,
                             bool up)
{
    cds_moved moved;
    if (!cds_number_move(number, up, &moved)) {
        return;
    }
    cds_expression changed = *number;
    changed.number = moved.number;
    changed.exact = moved.exact;
    add(m, (cds_mutant){.kind = CDS_GAP_EDGE,
                        .condition = leaf,
                        .place = leaf->place,
                        .leaf = leaf->says,
                        .change = instead_of(m, moved.number, number->number),
                        .target = (void *)number,
                        .instead = keep(m, &changed, sizeof changed),
                        .bytes = sizeof changed});
}

static void add_numbers(maker *m, const cds_condition *leaf, const cds_expression *value)
{
    if (value->kind == CDS_OF_NUMBER) {
        add_moved_number(m, leaf, value, false);
        add_moved_number(m, leaf, value, true);
    }
    if (value->kind == CDS_OF_ARITHMETIC) {
        add_numbers(m, leaf, value->left);
        add_numbers(m, leaf, value->right);
    }
}

static void add_compared(maker *m, const cds_condition *leaf)
{
    add_moved_end(m, leaf, CDS_END_LOW, false);
    add_moved_end(m, leaf, CDS_END_LOW, true);
    add_moved_end(m, leaf, CDS_END_HIGH, false);
    add_moved_end(m, leaf, CDS_END_HIGH, true);
    add_numbers(m, leaf, leaf->value);
}

static void add_counted(maker *m, const cds_condition *condition, unsigned count)
{
    cds_condition changed = *condition;
    changed.count = count;
    add_condition(m, condition, CDS_GAP_EDGE, changed, instead_of(m, count, condition->count));
}

// From `least` to `most`: beyond, the condition always holds or never.
static void add_counts(maker *m, const cds_condition *condition, unsigned least, size_t most)
{
    if (condition->count > least) {
        add_counted(m, condition, condition->count - 1);
    }
    if (condition->count < most) {
        add_counted(m, condition, condition->count + 1);
    }
}

static void add_presumption(maker *m, const cds_condition *condition)
{
    cds_condition changed = *condition;
    changed.word = CDS_ALL;
    add_condition(m, condition, CDS_GAP_PRESUMPTION, changed, CDS_TEXT("never presumed"));
}

static void add_of_condition(maker *m, const cds_condition *condition)
{
    if (cds_word_is_leaf(condition->word) || condition->word == CDS_FINDING) {
        add_turned(m, condition);
    }
    switch (condition->word) {
    case CDS_COMPARE:
        add_compared(m, condition);
        return;
    case CDS_COUNTS_AT_LEAST: {
        const cds_field *field = condition->field;
        add_counts(m, condition, 0,
                   field->kind == CDS_CHOICES ? field->option_count : SIZE_MAX);
        return;
    }
    case CDS_AT_LEAST_OF:
        add_counts(m, condition, 1, condition->part_count);
        return;
    case CDS_UNLESS_RULED_OUT:
        add_presumption(m, condition);
        return;
    default:
        return;
    }
}

// The next weaker answer a rule may give, else the next stronger, else what it falls back to.
static unsigned other_answer(const cds_rule *rule)
{
    const cds_decision *decision = rule->decision;
    if (rule->answer + 1 < decision->declared_count) {
        return rule->answer + 1;
    }
    return rule->answer > 0 ? rule->answer - 1 : decision->otherwise;
}

static void add_swapped(maker *m, const cds_rule *rule)
{
    const cds_answer *answers = rule->decision->answers;
    unsigned other = other_answer(rule);
    cds_buf buf;
    if (rule->status != CDS_ACTIVE || other == rule->answer) {
        return;
    }
    cds_buf_init(&buf, m->ctx->mem);
    cds_buf_text(&buf, answers[other].name);
    cds_buf_word(&buf, " instead of ");
    cds_buf_text(&buf, answers[rule->answer].name);
    add(m, (cds_mutant){.kind = CDS_GAP_SWAPPED,
                        .rule = rule,
                        .answer = other,
                        .place = rule->place,
                        .leaf = rule->id,
                        .change = end_text(m, &buf)});
}

static int by_place(const void *a, const void *b)
{
    const cds_mutant *one = a;
    const cds_mutant *other = b;
    int order = cds_text_compare(one->place.file, other->place.file);
    if (order == 0) {
        order = (one->place.line > other->place.line) - (one->place.line < other->place.line);
    }
    if (order == 0) {
        order = cds_text_compare(one->leaf, other->leaf);
    }
    return order != 0 ? order : cds_text_compare(one->change, other->change);
}

cds_status cds_mutants_list(cds_ctx *ctx, const cds_ruleset *rules, cds_mutants *out)
{
    maker m = {.ctx = ctx, .view = cds_ruleset_look(rules)};
    uint8_t *read = cds_alloc(ctx->mem, m.view->condition_count + 1);
    if (read == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < m.view->decision_count; i++) {
        cds_reach_decision(m.view, &m.view->decisions[i], read);
    }
    for (size_t i = 0; i < m.view->condition_count && !m.failed; i++) {
        if (read[i] != 0) {
            add_of_condition(&m, m.view->conditions[i]);
        }
    }
    for (size_t i = 0; i < m.view->rule_count && !m.failed; i++) {
        add_swapped(&m, &m.view->rules[i]);
    }
    if (m.failed) {
        return cds_fail_memory(ctx);
    }
    if (m.made.count > 0) {
        qsort(m.made.list, m.made.count, sizeof *m.made.list, by_place);
    }
    *out = m.made;
    return CDS_OK;
}

void cds_mutant_swap(cds_mutant *mutant)
{
    unsigned char *target = mutant->target;
    unsigned char *instead = mutant->instead;
    for (size_t i = 0; i < mutant->bytes; i++) {
        unsigned char kept = target[i];
        target[i] = instead[i];
        instead[i] = kept;
    }
}
