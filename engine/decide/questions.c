// SPDX-License-Identifier: Apache-2.0
// The open fields of every rule that may yet change a shown, provisional answer.
#include "engine/decide/questions.h"

#include <string.h>

#include "engine/decide/evaluator.h"

static void open_number(cds_evaluator *e, const cds_expression *value, uint8_t *open)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        open[value->field->index] |= !e->view.facts->list[value->field->index].known;
        return;
    case CDS_OF_MEASURE:
        if (value->measure->value != NULL) {
            open_number(e, value->measure->value, open);
        } else if (e->measured[value->measure->index].unknown != NULL) {
            open[e->measured[value->measure->index].unknown->index] = 1;
        }
        return;
    case CDS_OF_ARITHMETIC:
        open_number(e, value->left, open);
        open_number(e, value->right, open);
        return;
    case CDS_OF_NUMBER:
        return;
    }
}

static void open_part(cds_evaluator *e, const cds_condition *condition, uint8_t *open);

static void open_decision(cds_evaluator *e, const cds_decision *decision, uint8_t *open)
{
    const cds_ruleset_view *rules = e->view.rules;
    for (size_t i = rules->first_rule[decision->index];
         i < rules->first_rule[decision->index + 1]; i++) {
        if (cds_rule_is_open(&e->view, &rules->rules[i])) {
            open_part(e, rules->rules[i].when, open);
        }
    }
}

static void open_leaf(cds_evaluator *e, const cds_condition *leaf, uint8_t *open)
{
    if (leaf->word == CDS_COMPARE) {
        open_number(e, leaf->value, open);
    } else if (leaf->word == CDS_DECIDED) {
        open_decision(e, leaf->decision, open);
    } else {
        open[leaf->field->index] = 1;
    }
}

static void open_part(cds_evaluator *e, const cds_condition *condition, uint8_t *open)
{
    cds_truth truth = cds_truth_of(e, condition);
    if (truth == CDS_TRUE || truth == CDS_FALSE) {
        return;
    }
    if (cds_word_is_leaf(condition->word)) {
        open_leaf(e, condition, open);
    } else if (condition->word == CDS_FINDING) {
        open_part(e, condition->finding->when, open);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        open_part(e, condition->parts[i], open);
    }
}

void cds_questions_of_condition(const cds_evaluation *evaluation,
                                const cds_condition *condition, uint8_t *open)
{
    open_part((cds_evaluator *)evaluation, condition, open);
}

// What asking may change: for each decision a row, in it for each field a bit an answer.
typedef struct board {
    cds_ctx *ctx;
    cds_evaluator *e;
    uint64_t *rows;
    uint8_t *open; // open fields of one answer's rules
    size_t width;
} board;

static bool may_be_asked(const cds_field *field)
{
    return !field->request &&
           !(field->kind == CDS_DAY && cds_text_is(field->path, "assessed_on"));
}

// Answers the decision falls back to once what gives the current one is ruled out.
static uint64_t weaker_answers(const cds_outcome *outcome)
{
    const cds_decision *decision = outcome->decision;
    uint64_t current = (uint64_t)1 << outcome->own;
    uint64_t fallback = (uint64_t)1 << decision->otherwise | (uint64_t)1
                                                                 << decision->while_unknown;
    return outcome->possible & ~current & (~(current - 1) | fallback);
}

// The open fields of all open rules that give one answer, noted together. `from` is the place
// of the first; returns the place after the last.
static size_t note_answer(board *b, const cds_outcome *outcome, size_t from)
{
    const cds_ruleset_view *rules = b->e->view.rules;
    size_t end = rules->first_rule[outcome->decision->index + 1];
    unsigned answer = rules->rules[from].answer;
    uint64_t *row = b->rows + outcome->decision->index * b->width;
    uint64_t to = (uint64_t)1 << answer;
    if (answer == outcome->own) {
        to |= weaker_answers(outcome);
    }
    memset(b->open, 0, b->width);
    size_t i = from;
    for (; i < end && rules->rules[i].answer == answer; i++) {
        if (cds_rule_is_open(&b->e->view, &rules->rules[i])) {
            open_part(b->e, rules->rules[i].when, b->open);
        }
    }
    for (size_t k = 0; k < b->width; k++) {
        row[k] |= b->open[k] != 0 ? to : 0;
    }
    return i;
}

// A field leads to other answers only; where none is named for it, to any that is possible.
static void note_decision(board *b, const cds_outcome *outcome)
{
    const cds_ruleset_view *rules = b->e->view.rules;
    size_t place = outcome->decision->index;
    for (size_t i = rules->first_rule[place]; i < rules->first_rule[place + 1];) {
        i = note_answer(b, outcome, i);
    }
    uint64_t *row = b->rows + place * b->width;
    uint64_t others = outcome->possible & ~((uint64_t)1 << outcome->own);
    for (size_t i = 0; i < b->width; i++) {
        uint64_t to = row[i] & others;
        if (row[i] != 0) {
            row[i] = to != 0 ? to : others;
        }
        if (!may_be_asked(&rules->fields->list[i])) {
            row[i] = 0;
        }
    }
}

// Safety first, then the field that touches more decisions, then field order.
static bool comes_before(const cds_question *a, const cds_question *b)
{
    size_t first_of_a = a->changes[0].decision->index;
    size_t first_of_b = b->changes[0].decision->index;
    if (first_of_a != first_of_b) {
        return first_of_a < first_of_b;
    }
    if (a->change_count != b->change_count) {
        return a->change_count > b->change_count;
    }
    return a->field->index < b->field->index;
}

static void insert(cds_question *list, size_t count, cds_question question)
{
    size_t at = count;
    while (at > 0 && comes_before(&question, &list[at - 1])) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = question;
}

static size_t count_changes(const board *b, size_t field)
{
    size_t count = 0;
    for (size_t i = 0; i < b->e->view.rules->decision_count; i++) {
        count += b->rows[i * b->width + field] != 0;
    }
    return count;
}

static cds_change_to *list_changes(const board *b, size_t field, size_t count)
{
    cds_change_to *changes = cds_alloc(b->ctx->mem, count * sizeof *changes);
    size_t filled = 0;
    for (size_t i = 0; changes != NULL && filled < count; i++) {
        uint64_t to = b->rows[i * b->width + field];
        if (to != 0) {
            changes[filled++] = (cds_change_to){&b->e->view.rules->decisions[i], to};
        }
    }
    return changes;
}

static cds_status list_questions(const board *b, cds_questions *out)
{
    cds_question *list = cds_alloc(b->ctx->mem, b->width * sizeof *list);
    size_t count = 0;
    if (list == NULL) {
        return cds_fail_memory(b->ctx);
    }
    for (size_t i = 0; i < b->width; i++) {
        cds_question one = {.field = &b->e->view.rules->fields->list[i],
                            .change_count = count_changes(b, i)};
        if (one.change_count == 0) {
            continue;
        }
        one.changes = list_changes(b, i, one.change_count);
        if (one.changes == NULL) {
            return cds_fail_memory(b->ctx);
        }
        insert(list, count++, one);
    }
    *out = (cds_questions){list, count};
    return CDS_OK;
}

static bool asks_nothing(const cds_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        const cds_outcome *outcome = &evaluation->outcomes[i];
        if (outcome->by == NULL && !outcome->own_final) {
            return false;
        }
    }
    return true;
}

cds_status cds_questions_collect(cds_ctx *ctx, const cds_evaluation *evaluation,
                                 cds_questions *out)
{
    if (asks_nothing(evaluation)) {
        *out = (cds_questions){NULL, 0};
        return CDS_OK;
    }
    size_t decisions = evaluation->rules->decision_count;
    board b = {.ctx = ctx,
               .e = (cds_evaluator *)evaluation,
               .width = evaluation->rules->fields->count};
    b.rows = cds_alloc(ctx->mem, decisions * b.width * sizeof *b.rows + 1);
    b.open = cds_alloc(ctx->mem, b.width + 1);
    if (b.rows == NULL || b.open == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < decisions; i++) {
        const cds_outcome *outcome = &evaluation->outcomes[i];
        if (outcome->by == NULL && !outcome->own_final) {
            note_decision(&b, outcome);
        }
    }
    return list_questions(&b, out);
}
