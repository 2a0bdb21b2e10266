// SPDX-License-Identifier: Apache-2.0
// An action for each recommendation, contradiction and disagreement of sources.
#include "server/fhir/advice.h"

#include "server/fhir/names.h"
#include "server/fhir/resource.h"

static const cds_json *items_of(const srv_guidance *guidance, const char *name)
{
    return srv_fhir_items(srv_fhir_member(guidance->decision, name));
}

bool srv_advice_is_red_flag(const srv_guidance *guidance, const cds_json *recommendation)
{
    const cds_text decision = srv_fhir_text(recommendation, "decision");
    const cds_json *at = srv_fhir_items(
        srv_fhir_member(srv_fhir_member(guidance->rules->codes, "told"), "always"));
    while (at != NULL && !cds_text_equal(at->text, decision))
        at = at->next;
    return at != NULL;
}

static void put_part(cds_buf *buf, const char *name, const char *type, cds_text value)
{
    if (value.length == 0)
        return;
    cds_buf_comma(buf);
    cds_buf_format(buf, "{\"name\":\"%s\"", name);
    srv_fhir_put_trimmed(buf, type, value);
    cds_buf_char(buf, '}');
}

/** What each decision came to; their `could_become` too. */
static void put_answers(cds_buf *buf, const srv_guidance *guidance)
{
    const cds_json *decisions = srv_fhir_member(guidance->decision, "decisions");
    const cds_json *at = decisions == NULL ? NULL : decisions->child;
    cds_buf_word(buf,
                 "{\"resourceType\":\"Parameters\",\"id\":\"" SRV_ANSWERS "\",\"parameter\":[");
    for (; at != NULL; at = at->next) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        srv_fhir_put_text(buf, "name", at->name);
        cds_buf_word(buf, ",\"part\":[");
        put_part(buf, "answer", "valueCode", srv_fhir_text(at, "answer"));
        put_part(buf, "status", "valueCode", srv_fhir_text(at, "status"));
        put_part(buf, "title", "valueString", srv_fhir_text(at, "title"));
        const cds_json *other = srv_fhir_items(srv_fhir_member(at, "could_become"));
        for (; other != NULL; other = other->next)
            put_part(buf, "could-become", "valueCode", other->text);
        cds_buf_word(buf, "]}");
    }
    cds_buf_word(buf, "]}");
}

static const char *priority_of(const cds_json *recommendation)
{
    const cds_text indicator = srv_fhir_text(recommendation, "indicator");
    if (cds_text_is(indicator, "critical"))
        return "stat";
    return cds_text_is(indicator, "warning") ? "urgent" : "routine";
}

static void put_citation(cds_buf *buf, const cds_json *evidence)
{
    const cds_text doi = srv_fhir_text(evidence, "doi");
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"type\":\"citation\"");
    srv_fhir_put_trimmed(buf, "label", srv_fhir_text(evidence, "grade"));
    srv_fhir_put_trimmed(buf, "display", srv_fhir_text(evidence, "shows"));
    srv_fhir_put_trimmed(buf, "citation", srv_fhir_text(evidence, "citation"));
    if (doi.length > 0) {
        cds_buf_word(buf, ",\"url\":\"https://doi.org/");
        cds_buf_json_inside(buf, doi);
        cds_buf_char(buf, '"');
    }
    cds_buf_char(buf, '}');
}

static void put_resource(cds_buf *buf, const char *kind, size_t index)
{
    cds_buf_format(buf, ",\"resource\":{\"reference\":\"#%s-%zu\"}}", kind, index);
}

static void put_rule(cds_buf *buf, const srv_guidance *guidance, const cds_json *rule)
{
    const cds_json *evidence = srv_fhir_items(srv_fhir_member(rule, "evidence"));
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    srv_fhir_put_trimmed(buf, "title", srv_fhir_text(rule, "title"));
    srv_fhir_put_trimmed(buf, "description", srv_fhir_text(rule, "clinician"));
    srv_fhir_put_trimmed(buf, "textEquivalent", srv_fhir_text(rule, "patient"));
    srv_fhir_put_word(buf, "priority", priority_of(rule));
    cds_buf_word(buf, ",\"code\":[{\"coding\":[{");
    srv_fhir_put_url(buf, "system", guidance->public_url, SRV_SYSTEM_RULE);
    srv_fhir_put_text(buf, "version", srv_fhir_text(rule, "version"));
    srv_fhir_put_text(buf, "code", srv_fhir_text(rule, "rule"));
    cds_buf_word(buf, "}]}]");
    if (evidence == NULL)
        return;
    srv_fhir_open(buf, "documentation", '[');
    for (; evidence != NULL; evidence = evidence->next)
        put_citation(buf, evidence);
    cds_buf_char(buf, ']');
}

static void put_rules(cds_buf *buf, const srv_guidance *guidance)
{
    size_t index = 0;
    for (const cds_json *at = items_of(guidance, "recommendations"); at != NULL;
         at = at->next) {
        put_rule(buf, guidance, at);
        put_resource(buf, "rule", index++);
    }
}

static void put_contradictions(cds_buf *buf, const srv_guidance *guidance)
{
    size_t index = 0;
    for (const cds_json *at = items_of(guidance, "contradictions"); at != NULL; at = at->next) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"title\":\"Answers contradict each other\"");
        srv_fhir_put_trimmed(buf, "description", srv_fhir_text(at, "ask"));
        put_resource(buf, "contradiction", index++);
    }
}

static void put_disputes(cds_buf *buf, const srv_guidance *guidance)
{
    const cds_fields *fields = guidance->picture->fields;
    size_t index = 0;
    for (size_t i = 0; i < fields->count; i++) {
        if (!srv_picture_disputed(guidance->picture, &fields->list[i]))
            continue;
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"title\":\"Two sources disagree\"");
        srv_fhir_put_trimmed(buf, "description", fields->list[i].ask);
        put_resource(buf, "dispute", index++);
    }
}

static void put_advice(cds_buf *buf, const srv_guidance *guidance)
{
    cds_buf_word(buf, ",{\"resourceType\":\"RequestGroup\",\"id\":\"" SRV_ADVICE
                      "\",\"status\":\"active\",\"intent\":\"proposal\"");
    const size_t before = buf->length;
    srv_fhir_open(buf, "action", '[');
    const size_t empty = buf->length;
    put_rules(buf, guidance);
    put_contradictions(buf, guidance);
    put_disputes(buf, guidance);
    if (buf->length == empty)
        buf->length = before; // FHIR has no empty lists
    else
        cds_buf_char(buf, ']');
    cds_buf_char(buf, '}');
}

static void put_incomplete(cds_buf *buf, const srv_guidance *guidance)
{
    const cds_json *at = items_of(guidance, "incomplete_rules");
    if (at == NULL)
        return;
    cds_buf_word(buf, ",{\"resourceType\":\"OperationOutcome\",\"id\":\"" SRV_INCOMPLETE
                      "\",\"issue\":[");
    for (; at != NULL; at = at->next) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"severity\":\"warning\",\"code\":\"incomplete\",\"details\":"
                          "{\"text\":\"rule ");
        cds_buf_json_inside(buf, srv_fhir_text(at, "rule"));
        cds_buf_word(buf, " could not be worked out in full: ");
        cds_buf_json_inside(buf, srv_fhir_text(at, "why"));
        cds_buf_word(buf, "\"}}");
    }
    cds_buf_word(buf, "]}");
}

void srv_advice_write(cds_buf *buf, const srv_guidance *guidance)
{
    srv_fhir_open(buf, "contained", '[');
    put_answers(buf, guidance);
    put_advice(buf, guidance);
    srv_advice_resources(buf, guidance);
    put_incomplete(buf, guidance);
    cds_buf_char(buf, ']');
}
