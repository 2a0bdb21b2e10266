// SPDX-License-Identifier: Apache-2.0
// Which rules carry an answer, and on which facts of this person.
#include "engine/decide/advice.h"
#include "engine/decide/aloud.h"
#include "engine/decide/fill.h"
#include "engine/decide/telling.h"
#include "engine/decide/told.h"

size_t cds_telling_first(const cds_telling *tell)
{
    return tell->evaluation->rules->first_rule[tell->outcome->decision->index];
}

size_t cds_telling_end(const cds_telling *tell)
{
    return tell->evaluation->rules->first_rule[tell->outcome->decision->index + 1];
}

void cds_telling_answer(const cds_telling *tell, unsigned answer)
{
    const cds_answer *one = &tell->outcome->decision->answers[answer];
    cds_buf_char(tell->buf, '"');
    cds_fill_text(tell->buf, tell->evaluation, &one->title, NULL);
    cds_buf_word(tell->buf, "\" (");
    cds_buf_text(tell->buf, one->name);
    cds_buf_char(tell->buf, ')');
}

void cds_telling_rule(const cds_telling *tell, const cds_rule *rule)
{
    const cds_json *advice = cds_rule_advice(tell->evaluation, rule)->advice;
    cds_fill_text(tell->buf, tell->evaluation, &rule->title, advice);
    cds_buf_word(tell->buf, " (");
    cds_buf_text(tell->buf, rule->id);
    cds_buf_char(tell->buf, ')');
}

static void put_incomplete(const cds_telling *tell, const cds_rule *rule)
{
    if (cds_rule_incomplete(tell->evaluation, rule) == CDS_WHY_UNKNOWN) {
        cds_buf_word(tell->buf, " What it advises can't be worked out yet: a fact is missing.");
    } else if (cds_rule_incomplete(tell->evaluation, rule) != CDS_COMPLETE) {
        cds_buf_word(tell->buf, " What it advises could not be worked out; its text stands.");
    }
}

static bool holds(const cds_telling *tell, const cds_rule *rule)
{
    cds_truth truth = tell->evaluation->truths[rule->index];
    return truth == CDS_TRUE || truth == CDS_PRESUMED;
}

unsigned cds_telling_winner(const cds_telling *tell)
{
    const cds_rule *rules = tell->evaluation->rules->rules;
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell); i++) {
        if (holds(tell, &rules[i])) {
            return rules[i].answer;
        }
    }
    return (unsigned)tell->outcome->decision->answer_count;
}

// The rules that carry an answer, and what is common to the reasons of them all.
typedef struct carriers {
    const cds_rule **rules;
    cds_reasons *reasons;
    size_t count;
    cds_reasons common;
} carriers;

static bool same(const cds_reason *a, const cds_reason *b)
{
    return a->as_false == b->as_false && a->open == b->open && a->leaf->word == b->leaf->word &&
           a->leaf->field == b->leaf->field && cds_text_equal(a->leaf->says, b->leaf->says);
}

static bool holds_reason(const cds_reasons *reasons, const cds_reason *one)
{
    for (size_t i = 0; i < reasons->count; i++) {
        if (same(&reasons->list[i], one)) {
            return true;
        }
    }
    return false;
}

static bool in_all(const carriers *all, const cds_reason *one)
{
    for (size_t i = 0; i < all->count; i++) {
        if (!holds_reason(&all->reasons[i], one)) {
            return false;
        }
    }
    return true;
}

// Those of `from` that are common to all rules, or those that are not.
static cds_status pick(cds_ctx *ctx, const carriers *all, const cds_reasons *from, bool common,
                       cds_reasons *out)
{
    cds_reason *list = cds_alloc(ctx->mem, (from->count + 1) * sizeof *list);
    size_t count = 0;
    if (list == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < from->count; i++) {
        if (in_all(all, &from->list[i]) == common) {
            list[count++] = from->list[i];
        }
    }
    *out = (cds_reasons){list, count};
    return CDS_OK;
}

static cds_status collect(const cds_telling *tell, unsigned answer, carriers *out)
{
    size_t room = cds_telling_end(tell) - cds_telling_first(tell) + 1;
    cds_ctx *ctx = tell->ctx;
    *out = (carriers){.rules = cds_alloc(ctx->mem, room * sizeof *out->rules),
                      .reasons = cds_alloc(ctx->mem, room * sizeof *out->reasons)};
    if (out->rules == NULL || out->reasons == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell); i++) {
        const cds_rule *rule = &tell->evaluation->rules->rules[i];
        if (rule->answer != answer || !holds(tell, rule)) {
            continue;
        }
        if (cds_because(ctx, tell->evaluation, rule->when, &out->reasons[out->count]) !=
            CDS_OK) {
            return ctx->error.status;
        }
        out->rules[out->count++] = rule;
    }
    return out->count > 1 ? pick(ctx, out, &out->reasons[0], true, &out->common) : CDS_OK;
}

static cds_status put_rule(const cds_telling *tell, const carriers *all, size_t i)
{
    const cds_rule *rule = all->rules[i];
    cds_reasons own = all->reasons[i];
    if (all->common.count > 0 &&
        pick(tell->ctx, all, &all->reasons[i], false, &own) != CDS_OK) {
        return tell->ctx->error.status;
    }
    bool presumed = tell->evaluation->truths[rule->index] == CDS_PRESUMED;
    cds_buf_word(tell->buf, presumed ? "- Presumed for now: " : "- ");
    cds_telling_rule(tell, rule);
    if (own.count > 0) {
        cds_buf_word(tell->buf, ", because ");
        cds_told_reasons(tell->buf, tell->evaluation, &own);
    }
    cds_buf_char(tell->buf, '.');
    put_incomplete(tell, rule);
    cds_buf_char(tell->buf, '\n');
    return CDS_OK;
}

static cds_status put_rules(const cds_telling *tell, unsigned answer)
{
    carriers all;
    if (collect(tell, answer, &all) != CDS_OK) {
        return tell->ctx->error.status;
    }
    if (all.common.count > 0) {
        cds_buf_word(tell->buf, "- Common to all of these: ");
        cds_told_reasons(tell->buf, tell->evaluation, &all.common);
        cds_buf_word(tell->buf, ".\n");
    }
    for (size_t i = 0; i < all.count; i++) {
        if (put_rule(tell, &all, i) != CDS_OK) {
            return tell->ctx->error.status;
        }
    }
    return CDS_OK;
}

static void put_nothing_holds(const cds_telling *tell)
{
    if (tell->outcome->final) {
        cds_buf_word(tell->buf, "\nNo rule speaks for another answer: each of them is ruled "
                                "out.\n");
        return;
    }
    cds_buf_word(tell->buf, "\nNo rule holds so far, and too little is known to say that none "
                            "will.\n");
}

cds_status cds_telling_why(const cds_telling *tell)
{
    unsigned winner = cds_telling_winner(tell);
    if (winner == tell->outcome->decision->answer_count) {
        put_nothing_holds(tell);
        return CDS_OK;
    }
    if (winner == tell->outcome->answer) {
        cds_buf_word(tell->buf, "\nWhy:\n");
        return put_rules(tell, winner);
    }
    cds_buf_word(tell->buf, "\nThe rules already speak for ");
    cds_telling_answer(tell, winner);
    cds_buf_word(tell->buf, ", but that is said only once nothing stronger is open:\n");
    return put_rules(tell, winner);
}
