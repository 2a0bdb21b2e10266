// SPDX-License-Identifier: Apache-2.0
// Every fault with its place; a reason that is no plain code is kept as `other`, so that only
// codes are counted.
#include "server/cds_hooks/feedback_read.h"

#include <string.h>

#include "engine/facts/format.h"
#include "server/api/feedback.h"
#include "server/fhir/resource.h"

void srv_card_feedback_fault(cds_ctx *ctx, cds_faults *faults, size_t index, const char *member,
                             const char *detail)
{
    cds_buf buf;
    cds_text pointer;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "/feedback/%zu%s%s", index, member[0] == '\0' ? "" : "/", member);
    if (faults->count < CDS_FAULTS_MAX && cds_buf_end(ctx, &buf, &pointer) == CDS_OK)
        faults->list[faults->count++] = (cds_fault){pointer, cds_text_of(detail)};
}

static const char *take_card(const cds_json *item, srv_card_feedback *out)
{
    out->card = srv_fhir_text(item, "card");
    return srv_card_id_read(out->card, out->evaluation, &out->place)
               ? NULL
               : "card is needed: the uuid of a card this service gave.";
}

static const char *take_outcome(const cds_json *item, srv_card_feedback *out)
{
    out->outcome = srv_fhir_text(item, "outcome");
    return cds_text_is(out->outcome, "accepted") || cds_text_is(out->outcome, "overridden")
               ? NULL
               : "outcome is needed: accepted or overridden.";
}

static const char *take_time(const cds_json *item, srv_card_feedback *out)
{
    out->outcome_at = srv_fhir_text(item, "outcomeTimestamp");
    return cds_format_find(CDS_TEXT("date-time"))->fits(out->outcome_at)
               ? NULL
               : "outcomeTimestamp is needed: a time like 2026-11-22T09:00:00Z.";
}

static const char *take_suggestions(const cds_json *item, srv_card_feedback *out)
{
    const cds_json *list = srv_fhir_member(item, "acceptedSuggestions");
    const bool given = list != NULL && list->kind != CDS_JSON_NULL;
    const cds_json *at = srv_fhir_items(list);
    while (at != NULL && srv_fhir_text(at, "id").length > 0)
        at = at->next;
    out->suggestions = list;
    if (given && (list->kind != CDS_JSON_ARRAY || at != NULL))
        return "acceptedSuggestions is a list of objects, each with the id of a suggestion.";
    if (cds_text_is(srv_fhir_text(item, "outcome"), "accepted") && srv_fhir_items(list) == NULL)
        return "acceptedSuggestions is needed with accepted: which suggestions were taken.";
    return NULL;
}

static const char *take_reason(const cds_json *item, srv_card_feedback *out)
{
    const cds_json *why = srv_fhir_member(item, "overrideReason");
    const cds_text code = srv_fhir_text(srv_fhir_member(why, "reason"), "code");
    out->comment = srv_fhir_text(why, "userComment");
    if (code.length > 0)
        out->reason = srv_feedback_is_code(code) ? code : CDS_TEXT("other");
    if (out->comment.length == 0)
        out->comment.data = NULL;
    if (why != NULL && why->kind != CDS_JSON_NULL && why->kind != CDS_JSON_OBJECT)
        return "overrideReason is an object with a reason, a userComment, or both.";
    return out->comment.length <= SRV_FEEDBACK_COMMENT_MAX
               ? NULL
               : "overrideReason.userComment is a text of up to 4000 bytes.";
}

static const struct {
    const char *name;
    const char *(*take)(const cds_json *item, srv_card_feedback *out);
} members[] = {{"card", take_card},
               {"outcome", take_outcome},
               {"outcomeTimestamp", take_time},
               {"acceptedSuggestions", take_suggestions},
               {"overrideReason", take_reason}};

static void read_item(cds_ctx *ctx, const cds_json *item, srv_card_feedbacks *out,
                      cds_faults *faults)
{
    const size_t index = out->count++;
    if (item->kind != CDS_JSON_OBJECT) {
        srv_card_feedback_fault(ctx, faults, index, "", "Each feedback is an object.");
        return;
    }
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const char *wrong = members[i].take(item, &out->list[index]);
        if (wrong != NULL)
            srv_card_feedback_fault(ctx, faults, index, members[i].name, wrong);
    }
}

cds_status srv_card_feedbacks_read(cds_ctx *ctx, cds_text body, srv_card_feedbacks *out,
                                   cds_faults *faults)
{
    const cds_json *json;
    const cds_status status = cds_json_parse(ctx, body, &json);
    if (status != CDS_OK)
        return status;
    const cds_json *list = srv_fhir_member(json, "feedback");
    if (list == NULL || list->kind != CDS_JSON_ARRAY || list->count == 0 ||
        list->count > SRV_FEEDBACK_ITEMS_MAX) {
        faults->list[faults->count++] = (cds_fault){
            CDS_TEXT("/feedback"), CDS_TEXT("feedback is needed: a list of 1 to 100 "
                                            "objects, each about one card.")};
        return CDS_OK;
    }
    for (const cds_json *at = list->child; at != NULL; at = at->next)
        read_item(ctx, at, out, faults);
    return CDS_OK;
}
