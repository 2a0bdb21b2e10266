// SPDX-License-Identifier: Apache-2.0
// Reads assessments only as far as columns need it.
#include "server/record/derived.h"

#include "engine/facts/pointer.h"
#include "server/record/entry.h"
#include "server/record/shown.h"

cds_status srv_entry_derive(cds_ctx *ctx, const srv_entry *entry, srv_entry *out)
{
    srv_entry derived = *entry;
    derived.assessed_on_assumed = false;
    derived.reference = (cds_text){NULL, 0};
    const bool is_evaluation = cds_text_is(cds_text_of(entry->kind), SRV_KIND_EVALUATION);
    if (entry->erasure != 0) {
        derived.marks = (cds_text){NULL, 0};
    } else if (is_evaluation) {
        const cds_json *json;
        const cds_status status = cds_json_parse(ctx, entry->assessment, &json);
        if (status != CDS_OK)
            return status;
        const cds_json *reference = cds_pointer_follow(json, CDS_TEXT("/patient/reference"));
        if (reference != NULL && reference->kind == CDS_JSON_STRING)
            derived.reference = reference->text;
        const cds_json *day = cds_json_member(json, CDS_TEXT("assessed_on"));
        derived.assessed_on_assumed = day == NULL || day->kind == CDS_JSON_NULL;
        if (srv_marks_write(ctx, entry->decision, &derived.marks) != CDS_OK)
            return ctx->error.status;
    }
    if (!is_evaluation) {
        derived.release_name = (cds_text){NULL, 0};
        derived.release_activated_ms = 0;
        derived.marks = (cds_text){NULL, 0};
    }
    *out = derived;
    return CDS_OK;
}
