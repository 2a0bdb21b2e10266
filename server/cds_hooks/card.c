// SPDX-License-Identifier: Apache-2.0
// Finds what belongs to one decision in an evaluation.
#include "server/cds_hooks/card.h"

#include "engine/decide/advice.h"
#include "engine/decide/fill.h"

const cds_answer *srv_card_answer(const srv_card *card)
{
    return &card->outcome->decision->answers[card->outcome->answer];
}

const cds_rule *srv_card_rule(const srv_card *card, const cds_rule *after)
{
    const cds_evaluation *evaluation = card->telling->evaluation;
    const cds_ruleset_view *rules = evaluation->rules;
    const size_t *first = &rules->first_rule[card->outcome->decision->index];
    size_t at = after == NULL ? first[0] : after->index + 1;
    while (at < first[1] && !cds_rule_recommends(evaluation, &rules->rules[at]))
        at++;
    return at < first[1] ? &rules->rules[at] : NULL;
}

const cds_rule *srv_card_first_rule(const srv_card *card)
{
    const cds_rule *first = srv_card_rule(card, NULL);
    for (const cds_rule *at = first; at != NULL; at = srv_card_rule(card, at))
        first = at->indicator > first->indicator ? at : first;
    return first;
}

size_t srv_card_evidence_count(const cds_rule *rule)
{
    return rule->clinic_policy ? 0 : rule->evidence_count;
}

static bool could_change(const cds_question *question, const cds_decision *decision)
{
    for (size_t i = 0; i < question->change_count; i++) {
        if (question->changes[i].decision == decision)
            return true;
    }
    return false;
}

const cds_field *srv_card_open_fact(const srv_card *card, size_t *at)
{
    const cds_questions *all = &card->telling->questions;
    while (*at < all->count) {
        const cds_question *question = &all->list[(*at)++];
        if (could_change(question, card->outcome->decision))
            return question->field;
    }
    return NULL;
}

cds_text srv_card_text(const srv_card *card, const cds_template *text, const cds_rule *rule)
{
    const cds_evaluation *evaluation = card->telling->evaluation;
    cds_text filled = {0};
    cds_buf buf;
    cds_buf_init(&buf, card->telling->ctx->mem);
    cds_fill_text(&buf, evaluation, text,
                  rule == NULL ? NULL : cds_rule_advice(evaluation, rule)->advice);
    (void)cds_buf_end(card->telling->ctx, &buf, &filled);
    return filled;
}
