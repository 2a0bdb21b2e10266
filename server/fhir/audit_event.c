// SPDX-License-Identifier: Apache-2.0
// Members in the order of the specification; codes from its own systems.
#include "server/fhir/audit_event.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "server/record/entry.h"
#include "server/record/shown.h"

#define INTERACTIONS "http://hl7.org/fhir/restful-interaction"

// What an entry's kind is called among FHIR's interactions, and its action.
static const struct {
    const char *kind, *interaction, *action;
} kinds[] = {
    {SRV_KIND_EVALUATION, "operation", "E"}, {SRV_KIND_FEEDBACK, "create", "C"},
    {SRV_KIND_RELEASE, "create", "C"},       {SRV_KIND_APPROVAL, "update", "U"},
    {SRV_KIND_ACTIVATION, "update", "U"},    {SRV_KIND_ERASURE, "delete", "D"},
};

/** A named value of the entity. */
static void put_detail(cds_buf *buf, const char *type, cds_text value)
{
    if (value.data == NULL)
        return;
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "type", cds_text_of(type));
    cds_buf_member(buf, "valueString", value);
    cds_buf_char(buf, '}');
}

static void put_kind(cds_buf *buf, const srv_entry *entry)
{
    size_t at = 0;
    while (at + 1 < sizeof kinds / sizeof *kinds && strcmp(kinds[at].kind, entry->kind) != 0)
        at++;
    cds_buf_format(buf,
                   "\"type\":{\"system\":\"http://terminology.hl7.org/CodeSystem/"
                   "audit-event-type\",\"code\":\"rest\",\"display\":\"RESTful Operation\"},"
                   "\"subtype\":[{\"system\":\"" INTERACTIONS "\",\"code\":\"%s\"}],"
                   "\"action\":\"%s\",",
                   kinds[at].interaction, kinds[at].action);
}

static void put_entity(cds_buf *buf, const srv_entry *entry)
{
    char hex[CDS_SHA256_HEX + 1];
    char number[24];
    cds_digest_hex(&entry->leaf, hex);
    (void)snprintf(number, sizeof number, "%" PRId64, entry->number);
    cds_buf_word(buf, ",\"entity\":[{");
    if (strcmp(entry->kind, SRV_KIND_EVALUATION) == 0 && entry->erasure == 0)
        cds_buf_format(buf, "\"what\":{\"reference\":\"urn:uuid:%s\"}", entry->id);
    cds_buf_member(buf, "name", cds_text_of(entry->kind));
    cds_buf_word(buf, ",\"detail\":[");
    put_detail(buf, "entry", cds_text_of(number));
    put_detail(buf, "leaf", cds_text_of(hex));
    put_detail(buf, "release", entry->release);
    if (strcmp(entry->kind, SRV_KIND_FEEDBACK) != 0) // which may hold a comment
        put_detail(buf, "says", entry->detail);
    cds_buf_word(buf, "]}]");
}

static void put_event(cds_buf *buf, const srv_entry *entry, const char *time)
{
    char id[SRV_ID_LENGTH + 1];
    memcpy(id, entry->id, sizeof id);
    id[14] = '8'; // the entry's own UUID is its evaluation's; this one's is of version 8
    cds_buf_format(buf,
                   "{\"fullUrl\":\"urn:uuid:%s\",\"resource\":{\"resourceType\":"
                   "\"AuditEvent\",\"id\":\"%s\",",
                   id, id);
    put_kind(buf, entry);
    cds_buf_format(buf, "\"recorded\":\"%s\",\"outcome\":\"0\",\"agent\":[{", time);
    cds_buf_member(buf, "name", entry->client);
    cds_buf_word(buf, ",\"requestor\":true}],\"source\":{");
    cds_buf_member(buf, "site", entry->node);
    cds_buf_word(buf, ",\"observer\":{");
    cds_buf_member(buf, "display", CDS_TEXT("tendon"));
    cds_buf_word(buf, "}}");
    put_entity(buf, entry);
    cds_buf_word(buf, "}}");
}

/** Each decision's answer as a note; what was advised in full is in the record. */
static void put_answers(cds_buf *buf, cds_text decision)
{
    srv_shown_walk walk = srv_shown_begin(decision);
    srv_shown one;
    cds_buf_word(buf, ",\"note\":[");
    while (srv_shown_next(&walk, &one)) {
        cds_buf_comma(buf);
        cds_buf_word(buf, "{\"text\":\"");
        cds_buf_json_inside(buf, one.name);
        cds_buf_word(buf, one.is_rule ? " " : ": ");
        cds_buf_json_inside(buf, one.value);
        cds_buf_word(buf, "\"}");
    }
    cds_buf_char(buf, ']');
}

static void put_response(cds_buf *buf, const srv_entry *entry, const char *time)
{
    cds_buf_format(buf,
                   ",\n{\"fullUrl\":\"urn:uuid:%s\",\"resource\":{\"resourceType\":"
                   "\"GuidanceResponse\",\"id\":\"%s\",\"identifier\":[{\"system\":"
                   "\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:%s\"}],\"moduleCanonical\":"
                   "\"urn:uuid:%.*s\",\"status\":\"success\",",
                   entry->id, entry->id, entry->id, (int)entry->node.length, entry->node.data);
    if (entry->reference.data != NULL) {
        cds_buf_word(buf, "\"subject\":{\"identifier\":{\"value\":");
        cds_buf_json(buf, entry->reference);
        cds_buf_word(buf, "}},");
    }
    cds_buf_format(buf, "\"occurrenceDateTime\":\"%s\"", time);
    put_answers(buf, entry->decision);
    cds_buf_word(buf, "}}");
}

void srv_audit_event_write(cds_buf *buf, const srv_entry *entry)
{
    char time[SRV_TIME_LENGTH + 1];
    srv_time_format(entry->time_ms, time);
    put_event(buf, entry, time);
    if (strcmp(entry->kind, SRV_KIND_EVALUATION) == 0 && entry->erasure == 0)
        put_response(buf, entry, time);
}
