// SPDX-License-Identifier: Apache-2.0
// Any bytes as a call of each CDS Service, and as feedback: refused with pointers, or answered
// with the same cards each time. However broken the FHIR inside is, the assessment gathered
// from it fits the schema.
#include "server/api/assess.h"
#include "server/cds_hooks/cards.h"
#include "server/cds_hooks/feedback_read.h"
#include "server/cds_hooks/gather.h"

#include "clinic.h"

#define TODAY_DAYS 20784   // 2026-11-27
#define SUMMARY_POINTS 140 // fewer than; CDS Hooks 2.0.1, "Card Attributes"

static char evaluation_id[] = "01a21a63-8bb2-7a24-93f9-2f4622e65c00";
static const char *const services[] = {"tendon-patient-view", "tendon-order-select",
                                       "tendon-order-sign"};
static cds_sandbox *sandbox;

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    sandbox = fuzz_clinic();
    srv_card_id_prepare(evaluation_id);
    return 0;
}

static void check_cards(cds_ctx *ctx, cds_text body)
{
    const cds_json *answer = NULL;
    FUZZ_EXPECT(cds_json_parse(ctx, body, &answer) == CDS_OK);
    const cds_json *cards = cds_json_member(answer, CDS_TEXT("cards"));
    FUZZ_EXPECT(cards != NULL && cards->kind == CDS_JSON_ARRAY);
    for (const cds_json *card = cards->child; card != NULL; card = card->next) {
        const cds_json *summary = cds_json_member(card, CDS_TEXT("summary"));
        FUZZ_EXPECT(summary != NULL && summary->kind == CDS_JSON_STRING);
        FUZZ_EXPECT(cds_text_points(summary->text) < SUMMARY_POINTS);
    }
}

static cds_status tell(cds_ctx *ctx, const srv_gathered *gathered, cds_text patient,
                       cds_text *out)
{
    const srv_assessment assessment = {gathered->assessment, {TODAY_DAYS}};
    srv_assessed *assessed = cds_alloc(ctx->mem, sizeof *assessed);
    srv_told told;
    FUZZ_EXPECT(assessed != NULL);
    cds_status status = srv_assess(ctx, sandbox, assessment, assessed);
    if (status != CDS_OK)
        return status;
    srv_telling telling = {.ctx = ctx,
                           .evaluation = assessed->evaluation,
                           .id = evaluation_id,
                           .release = CDS_TEXT("2026.11.1"),
                           .public_url = CDS_TEXT("https://cds.example"),
                           .patient = patient};
    srv_told_choose(assessed->evaluation, gathered->orders.considering, gathered->orders.count,
                    &told);
    status = cds_questions_collect(ctx, assessed->evaluation, &telling.questions);
    return status == CDS_OK ? srv_cards_write(&telling, &told, out) : status;
}

/** `out` stays empty where there is nothing to tell. */
static cds_status answer(cds_ctx *ctx, const char *service, cds_text bytes, cds_text *out)
{
    const cds_json *body = NULL;
    const cds_json *patient = NULL;
    srv_hook_call call;
    srv_gathered gathered;
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    FUZZ_EXPECT(faults != NULL);
    cds_status status = cds_json_parse(ctx, bytes, &body);
    if (status != CDS_OK)
        return status;
    srv_hook_call_read(srv_hook_service_find(cds_text_of(service)), body, &call, faults);
    if (faults->count > 0 || srv_hook_call_is_by_layman(&call) ||
        srv_hook_call_patient(&call, &patient) == SRV_PREFETCH_ABSENT)
        return CDS_OK;
    status = srv_gather((srv_gathering){ctx, sandbox, {TODAY_DAYS}}, &call, &gathered);
    if (status == CDS_OK && gathered.assessment.data != NULL)
        status = tell(ctx, &gathered, call.patient, out);
    return status;
}

static void check_call(const char *service, cds_text bytes)
{
    cds_ctx first = fuzz_ctx(FUZZ_ARENA_BYTES);
    cds_ctx second = fuzz_ctx(FUZZ_ARENA_BYTES);
    cds_text one = {0};
    cds_text two = {0};
    const cds_status status = answer(&first, service, bytes, &one);
    FUZZ_EXPECT(status == CDS_OK || status == CDS_MALFORMED || status == CDS_TOO_LARGE);
    FUZZ_EXPECT(status == CDS_OK || first.error.what[0] != '\0');
    FUZZ_EXPECT(answer(&second, service, bytes, &two) == status);
    FUZZ_EXPECT(cds_text_equal(one, two));
    if (one.data != NULL)
        check_cards(&second, one);
    cds_arena_free(first.mem);
    cds_arena_free(second.mem);
}

static void check_feedback(cds_text bytes)
{
    cds_ctx ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    cds_faults *faults = cds_alloc(ctx.mem, sizeof *faults);
    srv_card_feedbacks *read = cds_alloc(ctx.mem, sizeof *read);
    FUZZ_EXPECT(faults != NULL && read != NULL);
    const cds_status status = srv_card_feedbacks_read(&ctx, bytes, read, faults);
    FUZZ_EXPECT(status == CDS_OK || ctx.error.what[0] != '\0');
    if (status == CDS_OK && faults->count == 0)
        FUZZ_EXPECT(read->count > 0 && read->count <= SRV_FEEDBACK_ITEMS_MAX);
    cds_arena_free(ctx.mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        check_call(services[i], fuzz_text(data, size));
    check_feedback(fuzz_text(data, size));
    return 0;
}
