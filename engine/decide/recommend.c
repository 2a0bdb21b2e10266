// SPDX-License-Identifier: Apache-2.0
// Constant members come from the release as they were rendered when it was loaded.
#include "engine/decide/recommend.h"

#include "engine/decide/advice.h"
#include "engine/decide/because.h"
#include "engine/decide/fill.h"

// Where in the reply a fact's value stands already; nowhere: length 0.
typedef struct told {
    size_t at;
    size_t length;
} told;

// What is told, and where to. A fact named by several reasons is rendered once.
typedef struct teller {
    cds_buf *buf;
    const cds_evaluation *evaluation;
    told *values; // one for each field
    cds_learnt learnt;
} teller;

static void put_value(const teller *to, const cds_field *field, const cds_fact *fact)
{
    cds_buf *buf = to->buf;
    told *value = &to->values[field->index];
    if (value->length == 0) {
        value->at = buf->length;
        cds_fact_write(buf, field, fact);
        value->length = buf->length - value->at;
    } else if (cds_buf_has_room(buf, value->length)) { // what is copied may have moved
        cds_buf_text(buf, (cds_text){buf->data + value->at, value->length});
    }
}

static void put_fact_reason(const teller *to, const cds_field *field)
{
    const cds_fact *fact = cds_facts_of(to->evaluation->facts, field);
    cds_buf_text(to->buf, field->pointer_json);
    if (fact->known) {
        cds_buf_text(to->buf, CDS_TEXT(",\"value\":"));
        put_value(to, field, fact);
    }
}

static void put_measure_reason(const teller *to, const cds_measure *measure)
{
    const cds_measured *measured = &to->evaluation->measured[measure->index];
    cds_buf_text(to->buf, CDS_TEXT("\"measure\":"));
    cds_buf_json(to->buf, measure->name);
    if (measured->known) {
        cds_buf_text(to->buf, CDS_TEXT(",\"value\":"));
        cds_buf_number(to->buf, measured->number);
    }
}

// What is said of an open leaf, whose words read as if it had been answered.
static cds_text openness(const cds_reason *reason)
{
    if (!reason->open) {
        return CDS_TEXT("");
    }
    return reason->leaf->word == CDS_DECIDED ? CDS_TEXT(" (not settled yet)")
                                             : CDS_TEXT(" (not asked, so not ruled out)");
}

static void put_says(cds_buf *buf, const cds_reason *reason)
{
    const cds_condition *leaf = reason->leaf;
    cds_buf_comma(buf);
    cds_buf_text(buf, CDS_TEXT("\"says\":\""));
    if (leaf->word == CDS_FINDING) {
        cds_buf_text(buf, CDS_TEXT("not found: "));
        cds_buf_json_inside(buf, leaf->finding->says);
    } else {
        cds_buf_json_inside(buf, reason->as_false ? leaf->says_not : leaf->says);
    }
    cds_buf_text(buf, openness(reason));
    cds_buf_text(buf, CDS_TEXT("\"}"));
}

// An item for each fact and measure the compared number is made of.
static void put_number_reason(const teller *to, const cds_expression *value,
                              const cds_reason *reason)
{
    if (value->kind == CDS_OF_ARITHMETIC) {
        put_number_reason(to, value->left, reason);
        put_number_reason(to, value->right, reason);
        return;
    }
    if (value->kind == CDS_OF_NUMBER) {
        return;
    }
    cds_buf_comma(to->buf);
    cds_buf_char(to->buf, '{');
    if (value->kind == CDS_OF_FIELD) {
        put_fact_reason(to, value->field);
    } else {
        put_measure_reason(to, value->measure);
    }
    put_says(to->buf, reason);
}

static void put_reason(const teller *to, const cds_reason *reason)
{
    if (reason->leaf->word == CDS_COMPARE) {
        put_number_reason(to, reason->leaf->value, reason);
        return;
    }
    cds_buf_comma(to->buf);
    cds_buf_char(to->buf, '{');
    if (reason->leaf->field != NULL) {
        put_fact_reason(to, reason->leaf->field);
    }
    put_says(to->buf, reason);
}

static void put_advice(cds_buf *buf, const cds_json *advice, cds_text name)
{
    const cds_json *value = advice == NULL ? NULL : cds_json_member(advice, name);
    if (value != NULL) {
        cds_buf_comma(buf);
        cds_buf_json(buf, name);
        cds_buf_char(buf, ':');
        cds_json_write(buf, value);
    }
}

static void put_recommendation(const teller *to, const cds_rule *rule,
                               const cds_reasons *because)
{
    cds_buf *buf = to->buf;
    const cds_evaluation *evaluation = to->evaluation;
    const cds_json *advice = cds_rule_advice(evaluation, rule)->advice;
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_text(buf, rule->head_json);
    if (evaluation->truths[rule->index] == CDS_PRESUMED) {
        cds_buf_text(buf, CDS_TEXT(",\"presumed\":true"));
    }
    cds_fill_member(buf, evaluation,
                    (cds_filling){CDS_TEXT("\"title\":\""), &rule->title, advice});
    cds_fill_member(buf, evaluation,
                    (cds_filling){CDS_TEXT("\"clinician\":\""), &rule->clinician, advice});
    cds_fill_member(buf, evaluation,
                    (cds_filling){CDS_TEXT("\"patient\":\""), &rule->patient, advice});
    cds_buf_text(buf, CDS_TEXT(",\"because\":["));
    for (size_t i = 0; i < because->count; i++) {
        put_reason(to, &because->list[i]);
    }
    cds_buf_char(buf, ']');
    cds_buf_text(buf, rule->tail_json);
    put_advice(buf, advice, CDS_TEXT("step"));
    put_advice(buf, advice, CDS_TEXT("class"));
    put_advice(buf, advice, CDS_TEXT("run"));
    cds_buf_char(buf, '}');
}

// One decision's recommendations: rules by id, with their reasons.
typedef struct shelf {
    const cds_rule **rules;
    cds_reasons *reasons;
    size_t count;
} shelf;

// How many of the shelf go before this one: more facts, or as many and a smaller id.
static size_t place_of(const shelf *all, size_t one)
{
    size_t before = 0;
    for (size_t i = 0; i < all->count; i++) {
        size_t facts = all->reasons[i].count;
        size_t own = all->reasons[one].count;
        before += facts > own || (facts == own && i < one);
    }
    return before;
}

static cds_status fill_shelf(cds_ctx *ctx, const teller *to, const cds_decision *decision,
                             shelf *all)
{
    const cds_evaluation *evaluation = to->evaluation;
    const cds_ruleset_view *rules = evaluation->rules;
    const unsigned shown = evaluation->outcomes[decision->index].answer;
    for (size_t i = rules->first_rule[decision->index];
         i < rules->first_rule[decision->index + 1]; i++) {
        const cds_rule *rule = &rules->rules[i];
        if (rule->answer != shown || !cds_rule_recommends(evaluation, rule)) {
            continue;
        }
        if (cds_because_learning(ctx, evaluation, rule->when, to->learnt,
                                 &all->reasons[all->count]) != CDS_OK) {
            return ctx->error.status;
        }
        all->rules[all->count++] = rule;
    }
    return CDS_OK;
}

static cds_status write_decision(cds_ctx *ctx, const teller *to, const cds_decision *decision)
{
    const size_t *first = &to->evaluation->rules->first_rule[decision->index];
    size_t room = first[1] - first[0] + 1;
    shelf all = {.rules = cds_alloc(ctx->mem, room * sizeof *all.rules),
                 .reasons = cds_alloc(ctx->mem, room * sizeof *all.reasons)};
    if (all.rules == NULL || all.reasons == NULL) {
        return cds_fail_memory(ctx);
    }
    if (fill_shelf(ctx, to, decision, &all) != CDS_OK) {
        return ctx->error.status;
    }
    for (size_t i = 0; i < all.count; i++) {
        if (decision->at_most == 0 || place_of(&all, i) < decision->at_most) {
            put_recommendation(to, all.rules[i], &all.reasons[i]);
        }
    }
    return CDS_OK;
}

cds_status cds_recommend_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf)
{
    const size_t fields = evaluation->rules->fields->count;
    teller to = {.buf = buf,
                 .evaluation = evaluation,
                 .values = cds_alloc(ctx->mem, fields * sizeof *to.values)};
    if (to.values == NULL) {
        return cds_fail_memory(ctx);
    }
    if (cds_learnt_new(ctx, evaluation, &to.learnt) != CDS_OK) {
        return ctx->error.status;
    }
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        const cds_outcome *outcome = &evaluation->outcomes[i];
        if (outcome->by == NULL && write_decision(ctx, &to, outcome->decision) != CDS_OK) {
            return ctx->error.status;
        }
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}
