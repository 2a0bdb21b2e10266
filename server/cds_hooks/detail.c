// SPDX-License-Identifier: Apache-2.0
// Paragraph by paragraph.
#include "server/cds_hooks/detail.h"

#include "server/cds_hooks/facts_table.h"
#include "server/cds_hooks/markdown.h"
#include "server/fhir/resource.h"

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
    srv_markdown_text(buf, srv_fhir_text(card->answer, "clinician"));
    const cds_json *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        put_line(buf, "\n\n**", srv_fhir_text(rule, "title"), "**");
        put_line(buf, "\n\n", srv_fhir_text(rule, "clinician"), "");
    }
}

static void put_contradictions(cds_buf *buf, const srv_card *card)
{
    const cds_json *list = cds_json_member(card->telling->decision, CDS_TEXT("contradictions"));
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        put_line(buf, "\n\n**These answers contradict each other:** ",
                 srv_fhir_text(at, "says"), "");
        put_line(buf, " ", srv_fhir_text(at, "ask"), "");
    }
}

static const cds_json *list_of(const cds_json *rule, const char *name)
{
    const cds_json *list = cds_json_member(rule, cds_text_of(name));
    return list == NULL ? NULL : list->child;
}

static void put_source(cds_buf *buf, const cds_json *source)
{
    put_line(buf, "- ", srv_fhir_text(source, "shows"), "");
    put_line(buf, " (grade ", srv_fhir_text(source, "grade"), ")");
    put_line(buf, ". ", srv_fhir_text(source, "citation"), "\n");
}

static void put_evidence(cds_buf *buf, const srv_card *card)
{
    const char *head = "\n\n**Evidence**\n\n";
    const cds_json *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        const cds_json *at = list_of(rule, "evidence");
        for (; at != NULL; at = at->next) {
            cds_buf_word(buf, head);
            put_source(buf, at);
            head = "";
        }
    }
}

static void put_cautions(cds_buf *buf, const srv_card *card)
{
    const char *head = "\n\n**Cautions**\n\n";
    const cds_json *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        const cds_json *at = list_of(rule, "cautions");
        for (; at != NULL; at = at->next) {
            cds_buf_word(buf, head);
            put_line(buf, "- ", at->text, "\n");
            head = "";
        }
    }
}

static void put_maker(cds_buf *buf, const srv_card *card)
{
    cds_buf_word(buf, "\n\n");
    const cds_json *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        put_line(buf, "Rule ", srv_fhir_text(rule, "rule"), "");
        put_line(buf, ", version ", srv_fhir_text(rule, "version"), ". ");
    }
    put_line(buf, "Decision ", card->name, "");
    put_line(buf, ": ", srv_fhir_text(card->answer, "answer"), "");
    put_line(buf, ", ", srv_fhir_text(card->answer, "status"), ". ");
    put_line(buf, "Release ", card->telling->release, ". ");
    cds_buf_format(buf, "Evaluation %s.", card->telling->evaluation);
}

cds_status srv_detail_write(cds_ctx *ctx, const srv_card *card, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    put_advice(&buf, card);
    put_contradictions(&buf, card);
    srv_facts_table_used(&buf, card);
    srv_facts_table_missing(&buf, card);
    put_evidence(&buf, card);
    put_cautions(&buf, card);
    put_maker(&buf, card);
    return cds_buf_end(ctx, &buf, out);
}
