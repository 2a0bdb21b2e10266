// SPDX-License-Identifier: Apache-2.0
// Paragraph by paragraph.
#include "server/cds_hooks/detail.h"

#include "server/cds_hooks/facts_table.h"
#include "server/cds_hooks/markdown.h"

static void put_line(cds_buf *buf, const char *before, cds_text text, const char *after)
{
    if (text.length == 0)
        return;
    cds_buf_word(buf, before);
    srv_markdown_text(buf, text);
    cds_buf_word(buf, after);
}

/** What the rules say, each under its title. */
static void put_advice(cds_buf *buf, const srv_card *card)
{
    put_line(buf, "", srv_card_text(card, &srv_card_answer(card)->clinician, NULL), "");
    const cds_rule *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        put_line(buf, "\n\n**", srv_card_text(card, &rule->title, rule), "**");
        put_line(buf, "\n\n", srv_card_text(card, &rule->clinician, rule), "");
    }
}

static void put_contradictions(cds_buf *buf, const srv_card *card)
{
    const cds_evaluation *evaluation = card->telling->evaluation;
    for (size_t i = 0; i < evaluation->rules->contradiction_count; i++) {
        const cds_contradiction *one = &evaluation->rules->contradictions[i];
        if (cds_evaluation_truth(evaluation, one->when) != CDS_TRUE)
            continue;
        put_line(buf, "\n\n**These answers contradict each other:** ",
                 srv_card_text(card, &one->say, NULL), "");
        put_line(buf, " ", one->ask, "");
    }
}

static void put_evidence(cds_buf *buf, const srv_card *card)
{
    const char *head = "\n\n**Evidence**\n\n";
    const cds_rule *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        for (size_t i = 0; i < srv_card_evidence_count(rule); i++) {
            cds_buf_word(buf, head);
            put_line(buf, "- ", rule->evidence[i].shows, "");
            put_line(buf, " (grade ", rule->evidence[i].grade, ")");
            put_line(buf, ". ", rule->evidence[i].source->citation, "\n");
            head = "";
        }
    }
}

static void put_cautions(cds_buf *buf, const srv_card *card)
{
    const char *head = "\n\n**Cautions**\n\n";
    const cds_rule *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        for (size_t i = 0; i < rule->caution_count; i++) {
            cds_buf_word(buf, head);
            put_line(buf, "- ", rule->cautions[i], "\n");
            head = "";
        }
    }
}

static void put_maker(cds_buf *buf, const srv_card *card)
{
    const cds_outcome *outcome = card->outcome;
    cds_buf_word(buf, "\n\n");
    const cds_rule *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        put_line(buf, "Rule ", rule->id, "");
        put_line(buf, ", version ", rule->version, ". ");
    }
    put_line(buf, "Decision ", outcome->decision->name, "");
    put_line(buf, ": ", srv_card_answer(card)->name,
             outcome->final ? ", final. " : ", provisional. ");
    put_line(buf, "Release ", card->telling->release, ". ");
    cds_buf_format(buf, "Evaluation %s.", card->telling->id);
}

cds_status srv_detail_write(const srv_card *card, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, card->telling->ctx->mem);
    put_advice(&buf, card);
    put_contradictions(&buf, card);
    srv_facts_table_used(&buf, card);
    srv_facts_table_missing(&buf, card);
    put_evidence(&buf, card);
    put_cautions(&buf, card);
    put_maker(&buf, card);
    return cds_buf_end(card->telling->ctx, &buf, out);
}
