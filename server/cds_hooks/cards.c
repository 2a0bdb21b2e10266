// SPDX-License-Identifier: Apache-2.0
// Writes each card's members in the order of the specification.
#include "server/cds_hooks/cards.h"

#include <string.h>

#include "server/cds_hooks/card_id.h"
#include "server/cds_hooks/detail.h"
#include "server/cds_hooks/markdown.h"
#include "server/cds_hooks/suggestions.h"

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

/** What is open, by the titles of the facts, as far as there is room. */
static void put_open(cds_buf *buf, const srv_card *card)
{
    const char *before = ". Not known yet: ";
    size_t at = 0;
    for (const cds_field *field = srv_card_open_fact(card, &at);
         field != NULL && buf->length <= SUMMARY_POINTS;
         field = srv_card_open_fact(card, &at)) {
        cds_buf_word(buf, before);
        cds_buf_text(buf, field->title);
        before = ", ";
    }
}

static cds_status write_summary(const srv_card *card, cds_text *out)
{
    cds_ctx *ctx = card->telling->ctx;
    const cds_rule *rule = srv_card_first_rule(card);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(
        &buf,
        srv_card_text(card, rule != NULL ? &rule->title : &srv_card_answer(card)->title, rule));
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

static void put_topic(cds_buf *buf, const srv_card *card)
{
    const cds_decision *decision = card->outcome->decision;
    cds_buf_word(buf, ",\"topic\":{\"system\":\"");
    cds_buf_json_inside(buf, card->telling->public_url);
    cds_buf_word(buf, "/rules\"");
    cds_buf_member(buf, "code", decision->name);
    cds_buf_member(buf, "display", decision->question);
    cds_buf_char(buf, '}');
}

/** The citation the first rule rests on, else the rules themselves. */
static void put_source(cds_buf *buf, const srv_card *card)
{
    const cds_rule *rule = srv_card_first_rule(card);
    const cds_source *source =
        rule == NULL || srv_card_evidence_count(rule) == 0 ? NULL : rule->evidence[0].source;
    cds_buf_word(buf, ",\"source\":{\"label\":\"");
    if (source != NULL) {
        cds_buf_json_inside(buf, source->citation);
    } else {
        cds_buf_word(buf, "The clinic's rules, release ");
        cds_buf_json_inside(buf, card->telling->release);
    }
    cds_buf_char(buf, '"');
    if (source != NULL && source->doi.length > 0)
        put_doi(buf, source->doi);
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

/** The page of a rule, or of all rules (`rule` NULL): the one place that knows where they are.
 */
static void put_page(cds_buf *buf, const srv_card *card, const cds_rule *rule)
{
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"label\":\"");
    if (rule == NULL) {
        cds_buf_word(buf, "All rules");
    } else {
        cds_buf_word(buf, "Rule ");
        cds_buf_json_inside(buf, rule->id);
        cds_buf_char(buf, ' ');
        cds_buf_json_inside(buf, rule->version);
    }
    cds_buf_word(buf, "\",\"url\":\"");
    cds_buf_json_inside(buf, card->telling->public_url);
    cds_buf_word(buf, rule == NULL ? "/rules" : "/rules/");
    if (rule != NULL)
        cds_buf_json_inside(buf, rule->id);
    cds_buf_word(buf, "\",\"type\":\"absolute\"}");
}

static void put_links(cds_buf *buf, const srv_card *card)
{
    const cds_rule *rule = srv_card_rule(card, NULL);
    cds_buf_word(buf, ",\"links\":[");
    if (rule == NULL)
        put_page(buf, card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule))
        put_page(buf, card, rule);
    cds_buf_char(buf, ']');
}

static const char *indicator_of(const srv_card *card)
{
    static const char *const words[] = {"info", "warning", "critical"};
    const cds_rule *rule = srv_card_first_rule(card);
    return words[rule == NULL ? CDS_INFO : rule->indicator];
}

static cds_status write_card(cds_buf *buf, const srv_card *card)
{
    char id[SRV_ID_LENGTH + 1];
    cds_text summary;
    cds_text detail;
    cds_status status = write_summary(card, &summary);
    if (status == CDS_OK)
        status = srv_detail_write(card, &detail);
    if (status != CDS_OK)
        return status;
    srv_card_id_write(card->telling->id, (srv_card_place){card->place, 0}, id);
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "uuid", cds_text_of(id));
    cds_buf_member(buf, "summary", summary);
    cds_buf_member(buf, "detail", detail);
    cds_buf_member(buf, "indicator", cds_text_of(indicator_of(card)));
    put_source(buf, card);
    srv_suggestions_write(buf, card);
    put_reasons(buf);
    put_links(buf, card);
    cds_buf_char(buf, '}');
    return CDS_OK;
}

cds_status srv_cards_write(const srv_telling *telling, const srv_told *told, cds_text *out)
{
    cds_ctx *ctx = telling->ctx;
    cds_status status = CDS_OK;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"cards\":[");
    for (size_t i = 0; i < told->count && status == CDS_OK; i++)
        status = write_card(&buf, &(srv_card){telling, told->outcomes[i], i});
    cds_buf_word(&buf, "]}");
    if (status == CDS_OK)
        status = cds_buf_end(ctx, &buf, out);
    return status == CDS_OK ? ctx->error.status : status;
}
