// SPDX-License-Identifier: Apache-2.0
// What to ask for one decision: first what a presumed answer rests on, then what could bring
// the strongest answer, by how many of its rules wait for it.
#include <string.h>

#include "engine/decide/aloud.h"
#include "engine/decide/questions.h"
#include "engine/decide/telling.h"

#define NAMED 10

// For each field: the strongest answer it could bring, and how many of that answer's open rules
// wait for it.
typedef struct weight {
    unsigned rank; // 0: a presumed rule rests on it; else 1 + answer
    unsigned rules;
} weight;

static void weigh_rule(const cds_telling *tell, const cds_rule *rule, uint8_t *open,
                       weight *weights)
{
    const cds_evaluation *evaluation = tell->evaluation;
    bool presumed = evaluation->truths[rule->index] == CDS_PRESUMED;
    unsigned rank = presumed ? 0 : 1 + rule->answer;
    size_t fields = evaluation->rules->fields->count;
    memset(open, 0, fields);
    cds_questions_of_condition(evaluation, rule->when, open);
    for (size_t i = 0; i < fields; i++) {
        if (open[i] != 0 && rank < weights[i].rank) {
            weights[i] = (weight){rank, 1};
        } else if (open[i] != 0 && rank == weights[i].rank) {
            weights[i].rules++;
        }
    }
}

static weight *weigh(const cds_telling *tell)
{
    size_t fields = tell->evaluation->rules->fields->count;
    weight *weights = cds_alloc(tell->ctx->mem, (fields + 1) * sizeof *weights);
    uint8_t *open = cds_alloc(tell->ctx->mem, fields + 1);
    if (weights == NULL || open == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < fields; i++) {
        weights[i].rank = CDS_ANSWERS_MAX + 1;
    }
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell); i++) {
        const cds_rule *rule = &tell->evaluation->rules->rules[i];
        if (cds_rule_is_open(tell->evaluation, rule)) {
            weigh_rule(tell, rule, open, weights);
        }
    }
    return weights;
}

static bool matters(const cds_telling *tell, const cds_question *question)
{
    for (size_t i = 0; i < question->change_count; i++) {
        if (question->changes[i].decision == tell->outcome->decision) {
            return true;
        }
    }
    return false;
}

static bool comes_before(const weight *a, const weight *b)
{
    return a->rank < b->rank || (a->rank == b->rank && a->rules > b->rules);
}

// The fields to ask about, heaviest first, equals as they were collected; returns how many.
static size_t sort(const cds_telling *tell, const cds_questions *questions,
                   const weight *weights, const cds_field **out)
{
    size_t count = 0;
    for (size_t i = 0; i < questions->count; i++) {
        const cds_field *field = questions->list[i].field;
        if (!matters(tell, &questions->list[i])) {
            continue;
        }
        size_t at = count++;
        while (at > 0 && comes_before(&weights[field->index], &weights[out[at - 1]->index])) {
            out[at] = out[at - 1];
            at--;
        }
        out[at] = field;
    }
    return count;
}

static void put_questions(const cds_telling *tell, const cds_field *const *fields, size_t count)
{
    if (count > 0) {
        cds_buf_word(tell->buf, "\nNot asked yet, and it matters, in this order:\n");
    }
    for (size_t i = 0; i < count && i < NAMED; i++) {
        cds_buf_int(tell->buf, (int64_t)i + 1);
        cds_buf_word(tell->buf, ". ");
        cds_aloud_prose(tell->buf, fields[i]->ask);
        cds_buf_word(tell->buf,
                     fields[i]->asked_of_examiner ? " (examine)\n" : " (ask the person)\n");
    }
    if (count > NAMED) {
        cds_buf_word(tell->buf, "Then ");
        cds_buf_int(tell->buf, (int64_t)(count - NAMED));
        cds_buf_word(tell->buf, " more.\n");
    }
}

cds_status cds_telling_questions(const cds_telling *tell)
{
    cds_questions questions = {NULL, 0};
    weight *weights = weigh(tell);
    if (weights == NULL) {
        return cds_fail_memory(tell->ctx);
    }
    if (cds_questions_collect(tell->ctx, tell->evaluation, &questions) != CDS_OK) {
        return tell->ctx->error.status;
    }
    const cds_field **fields =
        cds_alloc(tell->ctx->mem, (questions.count + 1) * sizeof(const cds_field *));
    if (fields == NULL) {
        return cds_fail_memory(tell->ctx);
    }
    put_questions(tell, fields, sort(tell, &questions, weights, fields));
    return CDS_OK;
}
