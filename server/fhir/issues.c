// SPDX-License-Identifier: Apache-2.0
// DetectedIssue for what is alarming or does not fit together; CommunicationRequest, what to
// tell the person, for all other advice.
#include "server/fhir/advice.h"
#include "server/fhir/names.h"
#include "server/fhir/resource.h"
#include "server/record/entry.h"

static void open_issue(cds_buf *buf, const char *kind, size_t index, const char *status)
{
    cds_buf_comma(buf);
    cds_buf_format(buf,
                   "{\"resourceType\":\"DetectedIssue\",\"id\":\"%s-%zu\",\"status\":\"%s\"",
                   kind, index, status);
}

static void put_code(cds_buf *buf, cds_text public_url, const char *system, cds_text code,
                     cds_text text)
{
    cds_buf_word(buf, ",\"code\":{\"coding\":[{");
    srv_fhir_put_url(buf, "system", public_url, system);
    srv_fhir_put_text(buf, "code", code);
    cds_buf_word(buf, "}]");
    srv_fhir_put_trimmed(buf, "text", text);
    cds_buf_char(buf, '}');
}

/** `,"patient"` or `,"subject"`, if the person is named as a Patient. */
static void put_person(cds_buf *buf, const srv_guidance *guidance, const char *name)
{
    if (!cds_text_is(srv_fhir_reference_type(guidance->subject), "Patient"))
        return;
    srv_fhir_open(buf, name, '{');
    srv_fhir_put_text(buf, "reference", guidance->subject);
    cds_buf_char(buf, '}');
}

static void put_time(cds_buf *buf, const srv_guidance *guidance)
{
    char time[SRV_TIME_LENGTH + 1];
    srv_time_format(guidance->time_ms, time);
    srv_fhir_put_word(buf, "identifiedDateTime", time);
}

static void put_said(cds_buf *buf, cds_text says)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    srv_fhir_put_trimmed(buf, "text", says);
    cds_buf_char(buf, '}');
}

/** The facts a rule rests on, each as a concept of its own. */
static void put_evidence(cds_buf *buf, const cds_json *rule)
{
    const cds_json *at = srv_fhir_items(srv_fhir_member(rule, "because"));
    if (at == NULL)
        return;
    srv_fhir_open(buf, "evidence", '[');
    for (; at != NULL; at = at->next) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"code\":[");
        put_said(buf, srv_fhir_text(at, "says"));
        cds_buf_word(buf, "]}");
    }
    cds_buf_char(buf, ']');
}

static bool is_final(const srv_guidance *guidance, const cds_json *rule)
{
    const cds_json *decisions = srv_fhir_member(guidance->decision, "decisions");
    const cds_json *decision =
        decisions == NULL ? NULL : cds_json_member(decisions, srv_fhir_text(rule, "decision"));
    return cds_text_is(srv_fhir_text(decision, "status"), "final");
}

static const char *severity_of(const cds_json *rule)
{
    const cds_text indicator = srv_fhir_text(rule, "indicator");
    if (cds_text_is(indicator, "critical"))
        return "high";
    return cds_text_is(indicator, "warning") ? "moderate" : "low";
}

static void put_red_flag(cds_buf *buf, const srv_guidance *guidance, const cds_json *rule,
                         size_t index)
{
    open_issue(buf, "rule", index, is_final(guidance, rule) ? "final" : "preliminary");
    put_code(buf, guidance->public_url, SRV_SYSTEM_RULE, srv_fhir_text(rule, "rule"),
             srv_fhir_text(rule, "title"));
    srv_fhir_put_word(buf, "severity", severity_of(rule));
    put_person(buf, guidance, "patient");
    put_time(buf, guidance);
    put_evidence(buf, rule);
    srv_fhir_put_trimmed(buf, "detail", srv_fhir_text(rule, "clinician"));
    cds_buf_char(buf, '}');
}

/** What to tell the person, for a clinician to send. */
static void put_message(cds_buf *buf, const srv_guidance *guidance, const cds_json *rule,
                        size_t index)
{
    const cds_json *because = srv_fhir_items(srv_fhir_member(rule, "because"));
    cds_text text = srv_fhir_text(rule, "patient");
    if (text.length == 0)
        text = srv_fhir_text(rule, "title");
    cds_buf_comma(buf);
    cds_buf_format(buf,
                   "{\"resourceType\":\"CommunicationRequest\",\"id\":\"rule-%zu\","
                   "\"status\":\"draft\"",
                   index);
    put_person(buf, guidance, "subject");
    cds_buf_word(buf, ",\"payload\":[{");
    srv_fhir_put_trimmed(buf, "contentString", text);
    cds_buf_word(buf, "}]");
    if (because != NULL) {
        srv_fhir_open(buf, "reasonCode", '[');
        for (; because != NULL; because = because->next)
            put_said(buf, srv_fhir_text(because, "says"));
        cds_buf_char(buf, ']');
    }
    cds_buf_char(buf, '}');
}

static void put_contradiction(cds_buf *buf, const srv_guidance *guidance, const cds_json *one,
                              size_t index)
{
    const cds_json *at = srv_fhir_items(srv_fhir_member(one, "pointers"));
    open_issue(buf, "contradiction", index, "final");
    put_code(buf, guidance->public_url, SRV_SYSTEM_CONTRADICTION, srv_fhir_text(one, "id"),
             srv_fhir_text(one, "says"));
    put_person(buf, guidance, "patient");
    put_time(buf, guidance);
    if (at != NULL)
        srv_fhir_open(buf, "evidence", '[');
    for (const cds_json *pointer = at; pointer != NULL; pointer = pointer->next) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"code\":[{\"coding\":[{");
        srv_fhir_put_url(buf, "system", guidance->public_url, SRV_SYSTEM_ASSESSMENT);
        srv_fhir_put_text(buf, "code", pointer->text);
        cds_buf_word(buf, "}]}]}");
    }
    if (at != NULL)
        cds_buf_char(buf, ']');
    srv_fhir_put_trimmed(buf, "detail", srv_fhir_text(one, "ask"));
    cds_buf_char(buf, '}');
}

/** The options of a list in words, inside a string of JSON. */
static void put_options(cds_buf *buf, const cds_field *field, uint64_t options)
{
    const char *between = "";
    for (size_t i = 0; i < field->option_count; i++) {
        if ((options >> i & 1) == 0)
            continue;
        cds_buf_word(buf, between);
        cds_buf_json_inside(buf, field->options[i].title);
        between = ", ";
    }
    if (options == 0)
        cds_buf_word(buf, "none of these");
}

static void put_value(cds_buf *buf, const cds_field *field, const srv_said *said)
{
    const cds_json *value = said->value;
    if (field->kind == CDS_CHOICES)
        put_options(buf, field, said->options);
    else if (field->kind == CDS_CHOICE)
        cds_buf_json_inside(buf, field->options[cds_field_option(field, value->text)].title);
    else if (field->kind == CDS_YESNO)
        cds_buf_word(buf, value->kind == CDS_JSON_TRUE ? "yes" : "no");
    else if (value->kind == CDS_JSON_NUMBER)
        cds_buf_number(buf, value->number);
    else
        cds_buf_json_inside(buf, value->text);
}

static void put_source(cds_buf *buf, const cds_field *field, const srv_said *said)
{
    cds_buf_comma(buf);
    cds_buf_format(buf, "{\"code\":[{\"text\":\"%s: ", srv_source_name(said->source));
    put_value(buf, field, said);
    cds_buf_word(buf, "\"}]}");
}

/** What was used, in words. */
static void put_use(cds_buf *buf, const cds_field *field, const srv_seen *seen)
{
    cds_buf_word(buf, ",\"detail\":\"Both were weighed and the riskier was used: ");
    if (seen->use == SRV_USE_BOTH)
        cds_buf_word(buf, "all that was named");
    else
        put_value(buf, field, seen->use == SRV_USE_OTHER ? &seen->other : &seen->said);
    cds_buf_word(buf, ". Consider asking again.\"");
}

static void put_dispute(cds_buf *buf, const srv_guidance *guidance, const cds_field *field,
                        size_t index)
{
    const srv_seen *seen = &guidance->picture->list[field->index];
    open_issue(buf, "dispute", index, "final");
    cds_buf_word(buf, ",\"code\":{\"coding\":[{");
    srv_fhir_put_url(buf, "system", guidance->public_url, SRV_SYSTEM_ASSESSMENT);
    srv_fhir_put_text(buf, "code", field->pointer);
    cds_buf_word(buf, "}],\"text\":\"Two sources disagree: ");
    cds_buf_json_inside(buf, field->title);
    cds_buf_word(buf, "\"}");
    put_person(buf, guidance, "patient");
    put_time(buf, guidance);
    srv_fhir_open(buf, "evidence", '[');
    put_source(buf, field, &seen->said);
    put_source(buf, field, &seen->other);
    cds_buf_char(buf, ']');
    put_use(buf, field, seen);
    cds_buf_char(buf, '}');
}

static void put_disputes(cds_buf *buf, const srv_guidance *guidance)
{
    const cds_fields *fields = guidance->picture->fields;
    size_t index = 0;
    for (size_t i = 0; i < fields->count; i++) {
        if (srv_picture_disputed(guidance->picture, &fields->list[i]))
            put_dispute(buf, guidance, &fields->list[i], index++);
    }
}

void srv_advice_resources(cds_buf *buf, const srv_guidance *guidance)
{
    size_t index = 0;
    const cds_json *at = srv_fhir_items(srv_fhir_member(guidance->decision, "recommendations"));
    for (; at != NULL; at = at->next, index++) {
        if (srv_advice_is_red_flag(guidance, at))
            put_red_flag(buf, guidance, at, index);
        else
            put_message(buf, guidance, at, index);
    }
    at = srv_fhir_items(srv_fhir_member(guidance->decision, "contradictions"));
    for (index = 0; at != NULL; at = at->next, index++)
        put_contradiction(buf, guidance, at, index);
    put_disputes(buf, guidance);
}
