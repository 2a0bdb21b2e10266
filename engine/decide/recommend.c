// SPDX-License-Identifier: Apache-2.0
// Constant members come from the release as they were rendered when it was loaded.
#include "engine/decide/recommend.h"

#include "engine/decide/advice.h"
#include "engine/decide/because.h"
#include "engine/decide/fill.h"

// Where in the reply stands already what is told of a fact; nowhere: length 0.
typedef struct told {
    size_t at;
    size_t length;
} told;

// What is told, and where to. A fact named by several reasons is rendered once.
typedef struct teller {
    cds_buf *buf;
    const cds_evaluation *evaluation;
    told *facts; // one for each field
    cds_learnt learnt;
} teller;

static void put_value(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    if (field->kind == CDS_YESNO) {
        cds_buf_text(buf, fact->yes ? CDS_TEXT("true") : CDS_TEXT("false"));
    } else if (field->kind == CDS_WHOLE || field->kind == CDS_NUMBER) {
        cds_buf_number(buf, fact->number);
    } else {
        cds_fact_write(buf, field, fact);
    }
}

static void render_fact(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    cds_buf_char(buf, '{');
    cds_buf_text(buf, field->pointer_json);
    if (fact->known) {
        cds_buf_text(buf, CDS_TEXT(",\"value\":"));
        put_value(buf, field, fact);
    }
    cds_buf_text(buf, CDS_TEXT(",\"says\":\""));
}

// {"pointer":...,"value":...,"says":" and then the reason's own words.
static void open_fact(const teller *to, const cds_field *field)
{
    cds_buf *buf = to->buf;
    told *fact = &to->facts[field->index];
    if (fact->length == 0) {
        fact->at = buf->length;
        render_fact(buf, field, cds_facts_of(to->evaluation->facts, field));
        fact->length = buf->length - fact->at;
    } else if (cds_buf_has_room(buf, fact->length)) { // what is copied may have moved
        cds_buf_text(buf, (cds_text){buf->data + fact->at, fact->length});
    }
}

static void open_measure(const teller *to, const cds_measure *measure)
{
    const cds_measured *measured = &to->evaluation->measured[measure->index];
    cds_buf_text(to->buf, CDS_TEXT("{\"measure\":"));
    cds_buf_json(to->buf, measure->name);
    if (measured->known) {
        cds_buf_text(to->buf, CDS_TEXT(",\"value\":"));
        cds_buf_number(to->buf, measured->number);
    }
    cds_buf_text(to->buf, CDS_TEXT(",\"says\":\""));
}

static cds_text words_of(const cds_reason *reason)
{
    if (reason->leaf->word == CDS_FINDING) {
        return reason->leaf->finding->says;
    }
    return reason->as_false ? reason->leaf->says_not : reason->leaf->says;
}

// An open leaf's words read as if it had been answered.
static void close_unusual(cds_buf *buf, const cds_reason *reason)
{
    if (reason->leaf->word == CDS_FINDING) {
        cds_buf_text(buf, CDS_TEXT("not found: "));
    }
    cds_buf_json_inside(buf, words_of(reason));
    if (!reason->open) {
        cds_buf_text(buf, CDS_TEXT("\"}"));
    } else if (reason->leaf->word == CDS_DECIDED) {
        cds_buf_text(buf, CDS_TEXT(" (not settled yet)\"}"));
    } else {
        cds_buf_text(buf, CDS_TEXT(" (not asked, so not ruled out)\"}"));
    }
}

static void close_reason(cds_buf *buf, const cds_reason *reason)
{
    const cds_text words = words_of(reason);
    if (reason->open || !reason->leaf->says_plain) {
        close_unusual(buf, reason);
        return;
    }
    const bool is_finding = reason->leaf->word == CDS_FINDING;
    cds_buf_three(buf, is_finding ? CDS_TEXT("not found: ") : CDS_TEXT(""), words,
                  CDS_TEXT("\"}"));
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
    if (value->kind == CDS_OF_FIELD) {
        open_fact(to, value->field);
    } else {
        open_measure(to, value->measure);
    }
    close_reason(to->buf, reason);
}

static void put_reason(const teller *to, const cds_reason *reason)
{
    if (reason->leaf->word == CDS_COMPARE) {
        put_number_reason(to, reason->leaf->value, reason);
        return;
    }
    cds_buf_comma(to->buf);
    if (reason->leaf->field != NULL) {
        open_fact(to, reason->leaf->field);
    } else {
        cds_buf_text(to->buf, CDS_TEXT("{\"says\":\""));
    }
    close_reason(to->buf, reason);
}

static void put_advice(cds_buf *buf, const cds_json *advice, cds_text name)
{
    const cds_json *value = cds_json_member(advice, name);
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
                    (cds_filling){CDS_TEXT(",\"title\":\""), &rule->title, advice});
    cds_fill_member(buf, evaluation,
                    (cds_filling){CDS_TEXT(",\"clinician\":\""), &rule->clinician, advice});
    cds_fill_member(buf, evaluation,
                    (cds_filling){CDS_TEXT(",\"patient\":\""), &rule->patient, advice});
    cds_buf_text(buf, CDS_TEXT(",\"because\":["));
    for (size_t i = 0; i < because->count; i++) {
        put_reason(to, &because->list[i]);
    }
    cds_buf_char(buf, ']');
    cds_buf_text(buf, rule->tail_json);
    if (advice != NULL) {
        put_advice(buf, advice, CDS_TEXT("step"));
        put_advice(buf, advice, CDS_TEXT("class"));
        put_advice(buf, advice, CDS_TEXT("run"));
    }
    cds_buf_char(buf, '}');
}

// One decision's recommendations, one decision after another: rules by id, with their reasons.
typedef struct shelf {
    const cds_rule **rules;
    cds_reasons *reasons;
    size_t count;
} shelf;

// How many of the shelf go before this one: more facts, or as many and a smaller id.
static size_t place_of(const shelf *all, size_t one)
{
    const size_t own = all->reasons[one].count;
    size_t before = 0;
    for (size_t i = 0; i < one; i++) {
        before += all->reasons[i].count >= own;
    }
    for (size_t i = one + 1; i < all->count; i++) {
        before += all->reasons[i].count > own;
    }
    return before;
}

static cds_status add_to_shelf(cds_ctx *ctx, const teller *to, const cds_rule *rule, shelf *all)
{
    if (!cds_rule_recommends(to->evaluation, rule)) {
        return CDS_OK;
    }
    all->rules[all->count] = rule;
    return cds_because_learning(ctx, to->evaluation, rule->when, to->learnt,
                                &all->reasons[all->count++]);
}

static cds_status fill_shelf(cds_ctx *ctx, const teller *to, const cds_decision *decision,
                             shelf *all)
{
    const cds_standing *standing = &to->evaluation->standing;
    const cds_rule *rules = to->evaluation->rules->rules;
    const size_t *first = &to->evaluation->rules->first_rule[decision->index];
    const unsigned shown = to->evaluation->outcomes[decision->index].answer;
    all->count = 0;
    for (size_t i = cds_standing_before(standing, first[0]);
         i < standing->count && standing->list[i] < first[1]; i++) {
        const cds_rule *rule = &rules[standing->list[i]];
        if (rule->answer == shown && add_to_shelf(ctx, to, rule, all) != CDS_OK) {
            return ctx->error.status;
        }
    }
    return CDS_OK;
}

static void put_shelf(const teller *to, size_t at_most, const shelf *all)
{
    const bool has_all = at_most == 0 || all->count <= at_most;
    for (size_t i = 0; i < all->count; i++) {
        if (has_all || place_of(all, i) < at_most) {
            put_recommendation(to, all->rules[i], &all->reasons[i]);
        }
    }
}

static cds_status put_recommendations(cds_ctx *ctx, const teller *to)
{
    const cds_ruleset_view *rules = to->evaluation->rules;
    const size_t room = to->evaluation->standing.count;
    shelf all = {.rules = cds_alloc(ctx->mem, room * sizeof *all.rules),
                 .reasons = cds_alloc(ctx->mem, room * sizeof *all.reasons)};
    if (all.rules == NULL || all.reasons == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < rules->decision_count; i++) {
        if (fill_shelf(ctx, to, &rules->decisions[i], &all) != CDS_OK) {
            return ctx->error.status;
        }
        put_shelf(to, rules->decisions[i].at_most, &all);
    }
    return CDS_OK;
}

cds_status cds_recommend_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf)
{
    const size_t fields = evaluation->rules->fields->count;
    teller to = {.buf = buf,
                 .evaluation = evaluation,
                 .facts = cds_alloc(ctx->mem, fields * sizeof *to.facts)};
    if (to.facts == NULL) {
        return cds_fail_memory(ctx);
    }
    if (cds_learnt_new(ctx, evaluation, &to.learnt) != CDS_OK) {
        return ctx->error.status;
    }
    cds_buf_char(buf, '[');
    cds_status status = put_recommendations(ctx, &to);
    cds_buf_char(buf, ']');
    return status;
}
