// SPDX-License-Identifier: Apache-2.0
// Reads assessments only as far as columns need it.
#include "server/record/derived.h"

#include "engine/facts/pointer.h"
#include "server/record/entry.h"

cds_status srv_entry_derive(cds_ctx *ctx, const srv_entry *entry, srv_entry *out)
{
    srv_entry derived = *entry;
    derived.assessed_on_assumed = false;
    derived.reference = (cds_text){NULL, 0};
    if (cds_text_is(cds_text_of(entry->kind), SRV_KIND_EVALUATION)) {
        const cds_json *json;
        const cds_status status = cds_json_parse(ctx, entry->assessment, &json);
        if (status != CDS_OK)
            return status;
        const cds_json *reference = cds_pointer_follow(json, CDS_TEXT("/patient/reference"));
        if (reference != NULL && reference->kind == CDS_JSON_STRING)
            derived.reference = reference->text;
        derived.assessed_on_assumed = cds_json_member(json, CDS_TEXT("assessed_on")) == NULL;
    } else {
        derived.release_name = (cds_text){NULL, 0};
        derived.release_activated_ms = 0;
    }
    *out = derived;
    return CDS_OK;
}

cds_status srv_activation_detail(cds_ctx *ctx, const srv_entry *of, cds_text *out)
{
    char time[SRV_TIME_LENGTH + 1];
    cds_buf buf;
    srv_time_format(of->release_activated_ms, time);
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"activated_at\":");
    cds_buf_json(&buf, cds_text_of(time));
    cds_buf_word(&buf, ",\"digest\":");
    cds_buf_json(&buf, of->release);
    cds_buf_word(&buf, ",\"name\":");
    cds_buf_json(&buf, of->release_name);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
