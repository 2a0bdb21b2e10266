// SPDX-License-Identifier: Apache-2.0
// Groups open and close as the fields' pointers move through them.
#include "server/fhir/questionnaire.h"

#include <string.h>

#include "engine/facts/pointer.h"
#include "server/api/service.h"
#include "server/fhir/item.h"
#include "server/fhir/names.h"
#include "server/fhir/resource.h"
#include "server/record/entry.h"

/** The pointer of the group a field or group stands in; empty: none. */
static cds_text parent_of(cds_text pointer)
{
    size_t at = pointer.length;
    while (at > 0 && pointer.data[at - 1] != '/')
        at--;
    return (cds_text){pointer.data, at == 0 ? 0 : at - 1};
}

static cds_text last_name(cds_text pointer)
{
    const size_t skip = parent_of(pointer).length + 1;
    return (cds_text){pointer.data + skip, pointer.length - skip};
}

/** The group's part of the schema; NULL where it is not written out in its place. */
static const cds_json *schema_of(const cds_fields *fields, cds_text pointer)
{
    if (pointer.length == 0)
        return fields->root;
    const cds_json *properties =
        srv_fhir_member(schema_of(fields, parent_of(pointer)), "properties");
    return properties == NULL ? NULL : cds_json_member(properties, last_name(pointer));
}

static void open_group(cds_buf *buf, const cds_fields *fields, cds_text pointer)
{
    const cds_text title = srv_fhir_text(schema_of(fields, pointer), "title");
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    srv_fhir_put_text(buf, "linkId", pointer);
    srv_fhir_put_text(buf, "text", title.length > 0 ? title : last_name(pointer));
    srv_fhir_put_word(buf, "type", "group");
    srv_fhir_open(buf, "item", '[');
}

/** Whether the pointer leads into the group. */
static bool is_in(cds_text pointer, cds_text group)
{
    return pointer.length > group.length && pointer.data[group.length] == '/' &&
           memcmp(pointer.data, group.data, group.length) == 0;
}

/** Opens the groups between `open` and the pointer, outermost first. */
static void open_groups(cds_buf *buf, const cds_fields *fields, cds_text open, cds_text group)
{
    if (group.length <= open.length)
        return;
    open_groups(buf, fields, open, parent_of(group));
    open_group(buf, fields, group);
}

static void put_items(cds_buf *buf, const cds_fields *fields, cds_text public_url)
{
    cds_text open = {"", 0};
    srv_fhir_open(buf, "item", '[');
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        for (; open.length > 0 && !is_in(field->pointer, open); open = parent_of(open))
            cds_buf_word(buf, "]}");
        open_groups(buf, fields, open, parent_of(field->pointer));
        open = parent_of(field->pointer);
        srv_item_write(buf, field, public_url);
    }
    for (; open.length > 0; open = parent_of(open))
        cds_buf_word(buf, "]}");
    cds_buf_char(buf, ']');
}

cds_status srv_questionnaire_write(cds_ctx *ctx, const srv_release *release,
                                   cds_text public_url, cds_text *out)
{
    const cds_fields *fields = cds_ruleset_look(release->rules)->fields;
    char since[SRV_TIME_LENGTH + 1];
    cds_buf buf;
    srv_time_format(release->activated_ms, since);
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    srv_fhir_put_word(&buf, "resourceType", "Questionnaire");
    srv_fhir_put_word(&buf, "id", SRV_QUESTIONNAIRE);
    srv_fhir_put_url(&buf, "url", public_url, "/fhir/Questionnaire/" SRV_QUESTIONNAIRE);
    srv_fhir_put_word(&buf, "version", release->name);
    srv_fhir_put_word(&buf, "name", "TendonAssessment");
    srv_fhir_put_trimmed(&buf, "title", srv_fhir_text(fields->root, "title"));
    srv_fhir_put_word(&buf, "status", "active");
    srv_fhir_put_word(&buf, "date", since);
    cds_buf_word(&buf, ",\"subjectType\":[\"Patient\"]");
    srv_fhir_put_trimmed(&buf, "description", srv_fhir_text(fields->root, "description"));
    put_items(&buf, fields, public_url);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

void srv_questionnaire_get(srv_exchange *exchange)
{
    srv_slot *slot = srv_slot_ready(exchange);
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text body;
    if (slot == NULL)
        return;
    if (!cds_text_is(srv_exchange_segment(exchange, 0), SRV_QUESTIONNAIRE))
        srv_exchange_problem(exchange, 404,
                             "There is one Questionnaire here: " SRV_QUESTIONNAIRE ".");
    else if (srv_questionnaire_write(ctx, slot->release,
                                     srv_public_url_text(&slot->service->public_url),
                                     &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_FHIR, body);
    else
        srv_exchange_fail(exchange);
}
