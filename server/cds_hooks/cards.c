// SPDX-License-Identifier: Apache-2.0
// Writes each card's members in the order of the specification.
#include "server/cds_hooks/cards.h"

#include <string.h>

#include "engine/base/buf.h"
#include "server/cds_hooks/card_id.h"
#include "server/cds_hooks/detail.h"
#include "server/cds_hooks/markdown.h"
#include "server/cds_hooks/suggestions.h"
#include "server/fhir/resource.h"

#define SUMMARY_POINTS 139
#define REASONS_SYSTEM "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes"

static const struct {
    const char *code, *display;
} override_reasons[] = {
    {"cds-not-applicable", "It does not apply to this patient"},
    {"need-more-info", "More information is needed first"},
    {"action-completed", "It has been done already"},
    {"patient-contraindication", "Something in this patient speaks against it"},
    {"prefers-alternative", "The patient prefers something else"},
    {"patient-refuses", "The patient declines"},
    {"recipient-disagrees-evidence", "I read the evidence differently"},
    {"service-not-available", "It is not available here"},
};

static void put_member(cds_buf *buf, const char *name, cds_text value)
{
    cds_buf_comma(buf);
    cds_buf_json(buf, cds_text_of(name));
    cds_buf_char(buf, ':');
    cds_buf_json(buf, value);
}

/** What is open, by the titles of the facts. */
static void put_open(cds_buf *buf, const srv_card *card)
{
    const char *before = ". Not known yet: ";
    const cds_json *at = srv_card_question(card, NULL);
    for (; at != NULL; at = srv_card_question(card, at)) {
        const cds_field *field =
            cds_fields_at_pointer(card->telling->rules->fields, srv_fhir_text(at, "pointer"));
        if (field == NULL)
            continue;
        cds_buf_word(buf, before);
        cds_buf_text(buf, field->title);
        before = ", ";
    }
}

static cds_status write_summary(cds_ctx *ctx, const srv_card *card, cds_text *out)
{
    const cds_json *rule = srv_card_first_rule(card);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, srv_fhir_text(rule != NULL ? rule : card->answer, "title"));
    if (rule == NULL)
        put_open(&buf, card);
    const cds_status status = cds_buf_end(ctx, &buf, out);
    return status == CDS_OK ? srv_markdown_cut(ctx, *out, SUMMARY_POINTS, out) : status;
}

/** A DOI as a URL: what a path may not hold is percent-encoded. */
static void put_doi(cds_buf *buf, cds_text doi)
{
    cds_buf_word(buf, ",\"url\":\"https://doi.org/");
    for (size_t i = 0; i < doi.length; i++) {
        const unsigned char byte = (unsigned char)doi.data[i];
        if (byte > ' ' && byte < 0x7f && strchr("\"<>%\\^`{|}#?[]", byte) == NULL)
            cds_buf_char(buf, (char)byte);
        else
            cds_buf_format(buf, "%%%02X", byte);
    }
    cds_buf_char(buf, '"');
}

static const cds_json *first_source(const cds_json *rule)
{
    const cds_json *list = rule == NULL ? NULL : cds_json_member(rule, CDS_TEXT("evidence"));
    return list == NULL ? NULL : list->child;
}

static const cds_decision *decision_of(const srv_card *card)
{
    const cds_ruleset_view *rules = card->telling->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        if (cds_text_equal(rules->decisions[i].name, card->name))
            return &rules->decisions[i];
    }
    return NULL;
}

static void put_topic(cds_buf *buf, const srv_card *card)
{
    const cds_decision *decision = decision_of(card);
    cds_buf_word(buf, ",\"topic\":{\"system\":\"");
    cds_buf_json_inside(buf, card->telling->public_url);
    cds_buf_word(buf, "/rules\"");
    put_member(buf, "code", card->name);
    if (decision != NULL)
        put_member(buf, "display", decision->question);
    cds_buf_char(buf, '}');
}

/** The citation the first rule rests on, else the rules themselves. */
static void put_source(cds_buf *buf, const srv_card *card)
{
    const cds_json *source = first_source(srv_card_first_rule(card));
    const cds_text doi = srv_fhir_text(source, "doi");
    cds_buf_word(buf, ",\"source\":{\"label\":\"");
    if (source != NULL) {
        cds_buf_json_inside(buf, srv_fhir_text(source, "citation"));
    } else {
        cds_buf_word(buf, "The clinic's rules, release ");
        cds_buf_json_inside(buf, card->telling->release);
    }
    cds_buf_char(buf, '"');
    if (doi.length > 0)
        put_doi(buf, doi);
    put_topic(buf, card);
    cds_buf_char(buf, '}');
}

static void put_reasons(cds_buf *buf)
{
    cds_buf_word(buf, ",\"overrideReasons\":[");
    for (size_t i = 0; i < sizeof override_reasons / sizeof *override_reasons; i++) {
        cds_buf_comma(buf);
        cds_buf_format(buf,
                       "{\"code\":\"%s\",\"system\":\"" REASONS_SYSTEM "\",\"display\":\"%s\"}",
                       override_reasons[i].code, override_reasons[i].display);
    }
    cds_buf_char(buf, ']');
}

/** The page of a rule, or of all rules (`rule` data NULL). */
static void put_page(cds_buf *buf, const srv_card *card, cds_text rule, cds_text version)
{
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"label\":\"");
    cds_buf_word(buf, rule.data == NULL ? "All rules" : "Rule ");
    cds_buf_json_inside(buf, rule);
    if (version.length > 0)
        cds_buf_char(buf, ' ');
    cds_buf_json_inside(buf, version);
    cds_buf_word(buf, "\",\"url\":\"");
    cds_buf_json_inside(buf, card->telling->public_url);
    cds_buf_word(buf, rule.data == NULL ? "/rules" : "/rules/");
    cds_buf_json_inside(buf, rule);
    cds_buf_word(buf, "\",\"type\":\"absolute\"}");
}

static void put_links(cds_buf *buf, const srv_card *card)
{
    const cds_json *rule = srv_card_rule(card, NULL);
    cds_buf_word(buf, ",\"links\":[");
    if (rule == NULL)
        put_page(buf, card, (cds_text){0}, (cds_text){0});
    for (; rule != NULL; rule = srv_card_rule(card, rule))
        put_page(buf, card, srv_fhir_text(rule, "rule"), srv_fhir_text(rule, "version"));
    cds_buf_char(buf, ']');
}

static cds_status write_card(cds_ctx *ctx, cds_buf *buf, const srv_card *card)
{
    const cds_json *rule = srv_card_first_rule(card);
    char id[SRV_ID_LENGTH + 1];
    cds_text summary;
    cds_text detail;
    cds_status status = write_summary(ctx, card, &summary);
    if (status == CDS_OK)
        status = srv_detail_write(ctx, card, &detail);
    if (status != CDS_OK)
        return status;
    srv_card_id_write(card->telling->evaluation, (srv_card_place){card->place, 0}, id);
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    put_member(buf, "uuid", cds_text_of(id));
    put_member(buf, "summary", summary);
    put_member(buf, "detail", detail);
    put_member(buf, "indicator",
               rule != NULL ? srv_fhir_text(rule, "indicator") : CDS_TEXT("info"));
    put_source(buf, card);
    srv_suggestions_write(buf, card);
    put_reasons(buf);
    put_links(buf, card);
    cds_buf_char(buf, '}');
    return CDS_OK;
}

cds_status srv_cards_write(cds_ctx *ctx, const srv_telling *telling, const cds_text *decisions,
                           size_t count, cds_text *out)
{
    const cds_json *answers = cds_json_member(telling->decision, CDS_TEXT("decisions"));
    cds_status status = CDS_OK;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"cards\":[");
    for (size_t i = 0; i < count && i < SRV_CARDS_MAX && status == CDS_OK; i++) {
        const srv_card card = {telling, decisions[i], cds_json_member(answers, decisions[i]),
                               i};
        if (card.answer != NULL)
            status = write_card(ctx, &buf, &card);
    }
    cds_buf_word(&buf, "]}");
    return status == CDS_OK ? cds_buf_end(ctx, &buf, out) : status;
}
