// SPDX-License-Identifier: Apache-2.0
// RFC 8785: members in the order of their names.
#include "server/cds_hooks/feedback_entry.h"

#include <inttypes.h>
#include <stdio.h>

#include "server/fhir/resource.h"
#include "server/record/entry.h"

static void put_suggestions(cds_buf *buf, const cds_json *list)
{
    if (srv_fhir_items(list) == NULL)
        return;
    cds_buf_word(buf, ",\"suggestions\":[");
    for (const cds_json *at = srv_fhir_items(list); at != NULL; at = at->next) {
        cds_buf_comma(buf);
        cds_buf_json(buf, srv_fhir_text(at, "id"));
    }
    cds_buf_char(buf, ']');
}

static cds_status write_detail(cds_ctx *ctx, const srv_feedback_about *about, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "card", about->said->card);
    cds_buf_member(&buf, "comment", about->said->comment);
    cds_buf_member(&buf, "decision", about->decision);
    cds_buf_member(&buf, "evaluation", cds_text_of(about->evaluation->id));
    cds_buf_member(&buf, "hook_instance", about->hook_instance);
    cds_buf_member(&buf, "outcome", about->said->outcome);
    cds_buf_member(&buf, "outcome_at", about->said->outcome_at);
    cds_buf_member(&buf, "reason", about->said->reason);
    cds_buf_member(&buf, "rule", about->rule);
    put_suggestions(&buf, about->said->suggestions);
    cds_buf_member(&buf, "user", about->user);
    cds_buf_member(&buf, "version", about->version);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

/** In the form of a UUIDv7 of the evaluation's time. */
static void write_id(const srv_entry *evaluation, const cds_sha256 *digest,
                     char out[SRV_ID_LENGTH + 1])
{
    const uint8_t *bytes = digest->bytes;
    uint64_t last = 0;
    for (size_t i = 4; i < 10; i++)
        last = last << 8 | bytes[i];
    (void)snprintf(out, SRV_ID_LENGTH + 1, "%08x-%04x-7%03x-%x%03x-%012" PRIx64,
                   (unsigned)(evaluation->time_ms >> 16),
                   (unsigned)(evaluation->time_ms & 0xffff),
                   (unsigned)(bytes[0] << 8 | bytes[1]) & 0xfff, 8U | (bytes[2] & 3U),
                   (unsigned)(bytes[2] << 8 | bytes[3]) & 0xfff, last);
}

cds_status srv_feedback_entry_fill(cds_ctx *ctx, const srv_feedback_about *about,
                                   cds_text client, srv_entry *out)
{
    out->kind = SRV_KIND_FEEDBACK;
    out->time_ms = srv_time_now_ms();
    out->client = client;
    cds_status status = write_detail(ctx, about, &out->detail);
    if (status != CDS_OK)
        return status;
    const cds_text parts[] = {client, {"", 1}, out->detail};
    out->idempotency_key = cds_digest(parts, 3);
    write_id(about->evaluation, &out->idempotency_key, out->id);
    return CDS_OK;
}
