// SPDX-License-Identifier: Apache-2.0
// The open fields of every rule that may yet change a shown, provisional answer.
#include "engine/decide/questions.h"

#include <string.h>

#include "engine/decide/evaluator.h"

// A set of fields, 64 to a word.
typedef uint64_t *field_set;

// Looking for open fields, for one caller as bytes, for the questions as sets; then what a
// finding holds is kept, since many rules share it.
typedef struct search {
    cds_evaluator *e;
    uint8_t *bytes; // NULL: fill the set
    field_set set;
    field_set *findings; // of each finding its open fields once found
    cds_arena *mem;
} search;

static size_t words_in_set(const cds_evaluator *e)
{
    return e->view.rules->fields->count / 64 + 1;
}

static void mark(const search *s, const cds_field *field)
{
    if (s->bytes != NULL) {
        s->bytes[field->index] = 1;
    } else {
        s->set[field->index / 64] |= (uint64_t)1 << field->index % 64;
    }
}

static void open_number(const search *s, const cds_expression *value)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        if (!s->e->view.facts->list[value->field->index].known) {
            mark(s, value->field);
        }
        return;
    case CDS_OF_MEASURE:
        if (value->measure->value != NULL) {
            open_number(s, value->measure->value);
        } else if (s->e->measured[value->measure->index].unknown != NULL) {
            mark(s, s->e->measured[value->measure->index].unknown);
        }
        return;
    case CDS_OF_ARITHMETIC:
        open_number(s, value->left);
        open_number(s, value->right);
        return;
    case CDS_OF_NUMBER:
        return;
    }
}

static void open_part(const search *s, const cds_condition *condition);

static void open_decision(const search *s, const cds_decision *decision)
{
    const cds_ruleset_view *rules = s->e->view.rules;
    for (size_t i = rules->first_rule[decision->index];
         i < rules->first_rule[decision->index + 1]; i++) {
        if (cds_rule_is_open(&s->e->view, &rules->rules[i])) {
            open_part(s, rules->rules[i].when);
        }
    }
}

static void open_leaf(const search *s, const cds_condition *leaf)
{
    if (leaf->word == CDS_COMPARE) {
        open_number(s, leaf->value);
    } else if (leaf->word == CDS_DECIDED) {
        open_decision(s, leaf->decision);
    } else {
        mark(s, leaf->field);
    }
}

// The finding's own open fields, searched once; NULL: there is no room to keep them.
static field_set open_of_finding(const search *s, const cds_finding *finding)
{
    field_set *kept = &s->findings[finding->index];
    if (*kept == NULL) {
        search inside = *s;
        inside.set = cds_alloc(s->mem, words_in_set(s->e) * sizeof *inside.set);
        if (inside.set != NULL) {
            open_part(&inside, finding->when);
            *kept = inside.set;
        }
    }
    return *kept;
}

static void open_finding(const search *s, const cds_finding *finding)
{
    field_set found = s->bytes != NULL ? NULL : open_of_finding(s, finding);
    if (found == NULL) {
        open_part(s, finding->when);
        return;
    }
    for (size_t i = 0; i < words_in_set(s->e); i++) {
        s->set[i] |= found[i];
    }
}

static void open_part(const search *s, const cds_condition *condition)
{
    cds_truth truth = cds_truth_of(s->e, condition);
    if (truth == CDS_TRUE || truth == CDS_FALSE) {
        return;
    }
    if (cds_word_is_leaf(condition->word)) {
        open_leaf(s, condition);
    } else if (condition->word == CDS_FINDING) {
        open_finding(s, condition->finding);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        open_part(s, condition->parts[i]);
    }
}

void cds_questions_of_condition(const cds_evaluation *evaluation,
                                const cds_condition *condition, uint8_t *open)
{
    search s = {.e = (cds_evaluator *)evaluation, .bytes = open};
    open_part(&s, condition);
}

// What asking may change: for each decision a row, in it for each field a bit an answer.
typedef struct board {
    cds_ctx *ctx;
    cds_evaluator *e;
    uint64_t *rows;
    search search; // its open fields: those of one answer's rules
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
    memset(b->search.set, 0, words_in_set(b->e) * sizeof *b->search.set);
    size_t i = from;
    for (; i < end && rules->rules[i].answer == answer; i++) {
        if (cds_rule_is_open(&b->e->view, &rules->rules[i])) {
            open_part(&b->search, rules->rules[i].when);
        }
    }
    for (size_t k = 0; k < words_in_set(b->e); k++) {
        for (uint64_t left = b->search.set[k]; left != 0; left &= left - 1) {
            row[k * 64 + (size_t)__builtin_ctzll(left)] |= to;
        }
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

// The fact that advice lacked changes no answer, but settles the one there is.
static void note_advice(board *b, const cds_outcome *outcome)
{
    uint64_t *row = b->rows + outcome->decision->index * b->width;
    for (size_t i = 0; i < b->e->view.asked_count; i++) {
        const cds_asked *asked = &b->e->view.asked[i];
        const cds_field *lacked = asked->call.unknown;
        if (asked->rule->decision == outcome->decision && lacked != NULL &&
            may_be_asked(lacked) && row[lacked->index] == 0) {
            row[lacked->index] = (uint64_t)1 << outcome->own;
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
        if (outcome->by == NULL && !outcome->final) {
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
    b.search = (search){.e = b.e, .mem = ctx->mem};
    b.search.set = cds_alloc(ctx->mem, words_in_set(b.e) * sizeof *b.search.set);
    b.search.findings =
        cds_alloc(ctx->mem, (evaluation->rules->finding_count + 1) * sizeof *b.search.findings);
    if (b.rows == NULL || b.search.set == NULL || b.search.findings == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < decisions; i++) {
        const cds_outcome *outcome = &evaluation->outcomes[i];
        if (outcome->by == NULL && !outcome->final) {
            note_decision(&b, outcome);
            note_advice(&b, outcome);
        }
    }
    return list_questions(&b, out);
}
