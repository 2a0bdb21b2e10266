// SPDX-License-Identifier: Apache-2.0
// From what was sent to a picture, from the picture to an assessment, and on as any assessment
// goes.
#include "server/fhir/evaluate.h"

#include <stdatomic.h>

#include "engine/base/arena.h"
#include "server/api/keeping.h"
#include "server/fhir/guidance.h"
#include "server/fhir/riskier.h"
#include "server/fhir/sources.h"
#include "server/fhir/submission.h"
#include "server/record/entry.h"

static const char *const parameters[] = {"record", "_format"};

/** One request, gathered. */
typedef struct gathering {
    srv_exchange *exchange;
    srv_slot *slot;
    cds_date today;
    srv_submission sent;
    srv_picture picture;
    cds_faults faults;
    cds_text assessment;
    srv_assessed assessed;
} gathering;

static void read_sources(gathering *in, cds_ctx *ctx)
{
    const cds_ruleset_view *rules = cds_ruleset_look(in->slot->release->rules);
    size_t unknown = 0;
    const srv_sources sources = {.ctx = ctx,
                                 .picture = &in->picture,
                                 .codes = rules->codes,
                                 .patient = in->sent.patient,
                                 .today = in->today,
                                 .unknown = &unknown,
                                 .faults = &in->faults};
    srv_sources_answers(&sources, in->sent.response, in->sent.pointer);
    srv_sources_reference(&sources);
    srv_submission_walk walk = srv_submission_walk_begin(&in->sent);
    for (const cds_json *at = srv_submission_walk_next(&walk); at != NULL;
         at = srv_submission_walk_next(&walk)) {
        srv_sources_patient(&sources, at);
        srv_sources_conditions(&sources, at);
        srv_sources_medications(&sources, at);
        srv_sources_observations(&sources, at);
    }
    atomic_fetch_add_explicit(&in->slot->service->metrics.unknown_codes, unknown,
                              memory_order_relaxed);
}

/** Fails: CDS_MALFORMED, CDS_TOO_LARGE; CDS_INVALID with in->faults. */
static cds_status gather(gathering *in)
{
    cds_ctx *ctx = srv_exchange_ctx(in->exchange);
    const cds_fields *fields = cds_ruleset_look(in->slot->release->rules)->fields;
    const cds_json *body;
    cds_status status = cds_json_parse(ctx, srv_exchange_request(in->exchange)->body, &body);
    if (status == CDS_OK)
        status = srv_picture_begin(ctx, fields, &in->picture);
    if (status != CDS_OK)
        return status;
    srv_submission_read(ctx, body, &in->sent, &in->faults);
    if (in->faults.count == 0)
        read_sources(in, ctx);
    if (in->faults.count > 0)
        return cds_fail(ctx, CDS_INVALID, "", "the body has faults");
    status = srv_riskier_use(ctx, in->slot->sandbox, in->today, &in->picture);
    return status == CDS_OK ? srv_picture_write(ctx, &in->picture, &in->assessment) : status;
}

/** A fault of the assessment, at the answer it comes from. */
static cds_fault fault_of(const gathering *in, cds_ctx *ctx, const cds_fault *fault)
{
    const cds_field *field = cds_fields_at_pointer(in->picture.fields, fault->pointer);
    cds_text detail = fault->detail;
    cds_buf buf;
    if (field == NULL)
        return *fault;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "linkId ");
    cds_buf_text(&buf, field->pointer);
    cds_buf_word(&buf, ": ");
    cds_buf_text(&buf, fault->detail);
    (void)cds_buf_end(ctx, &buf, &detail);
    return (cds_fault){in->picture.list[field->index].said.where, detail};
}

/** What only the schema can tell of the answers that do fit their questions. */
static void check_the_rest(gathering *in, cds_ctx *ctx)
{
    const cds_ruleset_view *rules = cds_ruleset_look(in->slot->release->rules);
    const cds_json *json;
    if (in->assessed.faults.count == 0 &&
        srv_picture_write(ctx, &in->picture, &in->assessment) == CDS_OK &&
        cds_json_parse(ctx, in->assessment, &json) == CDS_OK)
        (void)cds_schema_check(ctx, rules->schema, json, &in->assessed.faults);
}

static void refuse(gathering *in)
{
    cds_ctx *ctx = srv_exchange_ctx(in->exchange);
    atomic_fetch_add(&in->slot->service->metrics.refused, 1);
    if (ctx->error.status != CDS_INVALID) {
        srv_exchange_fail(in->exchange);
        return;
    }
    check_the_rest(in, ctx);
    for (size_t i = 0; i < in->assessed.faults.count && in->faults.count < CDS_FAULTS_MAX; i++)
        in->faults.list[in->faults.count++] = fault_of(in, ctx, &in->assessed.faults.list[i]);
    srv_exchange_faults(in->exchange, 422, "The answers do not fit the questionnaire.",
                        &in->faults);
}

/** With `entry` NULL: of a rehearsal. */
static cds_status write_guidance(const gathering *in, const srv_entry *entry, cds_text decision,
                                 cds_text *out)
{
    cds_ctx *ctx = srv_exchange_ctx(in->exchange);
    const cds_ruleset_view *rules = cds_ruleset_look(in->slot->release->rules);
    srv_guidance guidance = {.rules = rules,
                             .picture = &in->picture,
                             .time_ms = srv_time_now_ms(),
                             .release_name = cds_text_of(in->slot->release->name),
                             .release_digest = cds_text_of(rules->digest_text),
                             .public_url = srv_public_url_text(&in->slot->service->public_url),
                             .subject = in->sent.subject};
    if (entry != NULL) {
        guidance.evaluation = entry->id;
        guidance.time_ms = entry->time_ms;
        guidance.release_name = entry->release_name;
        guidance.release_digest = entry->release;
    }
    const cds_status status = cds_json_parse(ctx, decision, &guidance.decision);
    return status == CDS_OK ? srv_guidance_write(ctx, &guidance, out) : status;
}

static void rehearse(const gathering *in)
{
    cds_text body;
    if (write_guidance(in, NULL, in->assessed.decision, &body) != CDS_OK) {
        srv_exchange_fail(in->exchange);
        return;
    }
    atomic_fetch_add_explicit(&in->slot->service->metrics.rehearsals, 1, memory_order_relaxed);
    srv_exchange_answer(in->exchange, 200, SRV_FHIR, body);
}

/** The first answer again: the same body, on the day it was evaluated. */
static void answer_again(srv_keeping *keeping, const srv_entry *first)
{
    gathering *in = cds_alloc(srv_exchange_ctx(keeping->exchange)->mem, sizeof *in);
    cds_text body;
    if (in == NULL) {
        (void)cds_fail_memory(srv_exchange_ctx(keeping->exchange));
        srv_exchange_fail(keeping->exchange);
        return;
    }
    *in = (gathering){.exchange = keeping->exchange, .slot = keeping->slot};
    if (!cds_date_parse(first->assessed_on, &in->today))
        in->today = srv_service_today(keeping->service);
    if (gather(in) != CDS_OK || write_guidance(in, first, first->decision, &body) != CDS_OK)
        srv_exchange_fail(keeping->exchange);
    else
        srv_exchange_answer(keeping->exchange, 200, SRV_FHIR, body);
}

static void answer_kept(srv_keeping *keeping)
{
    if (keeping->kept)
        srv_exchange_answer(keeping->exchange, 200, SRV_FHIR, keeping->shown);
    else
        srv_keeping_answer_unkept(keeping->exchange);
}

static void keep(const gathering *in, srv_keeping *keeping)
{
    srv_keeping_fill(keeping, in->assessment, &in->assessed);
    cds_status status =
        write_guidance(in, &keeping->pending.entry, in->assessed.decision, &keeping->shown);
    if (status != CDS_OK)
        srv_keeping_give_up(keeping);
    else
        status = srv_keeping_send(keeping);
    if (status == CDS_FAILED)
        srv_keeping_answer_unkept(in->exchange);
    else if (status != CDS_OK)
        srv_exchange_fail(in->exchange);
}

static void assess(gathering *in, srv_keeping *keeping)
{
    cds_ctx *ctx = srv_exchange_ctx(in->exchange);
    const srv_assessment assessment = {in->assessment, in->today};
    if (srv_assess(ctx, in->slot->sandbox, assessment, &in->assessed) != CDS_OK) {
        if (keeping != NULL)
            srv_keeping_leave(keeping);
        refuse(in);
        return;
    }
    srv_slot_count(in->slot, in->assessed.evaluation);
    if (keeping == NULL)
        rehearse(in);
    else
        keep(in, keeping);
}

static void assess_and_keep(gathering *in, const srv_asked *asked)
{
    srv_keeping *keeping = srv_keeping_new(in->exchange, in->slot, asked);
    if (keeping == NULL)
        return;
    keeping->finish = answer_kept;
    keeping->again = answer_again;
    if (srv_keeping_enter_for(keeping, in->assessment))
        assess(in, keeping);
}

void srv_fhir_evaluate_post(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_asked *asked = cds_alloc(ctx->mem, sizeof *asked);
    gathering *in = cds_alloc(ctx->mem, sizeof *in);
    CDS_PROMISE(asked != NULL && in != NULL); // of a fresh request's memory
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot == NULL ||
        !srv_query_read(exchange, parameters, sizeof parameters / sizeof *parameters, asked))
        return;
    *in = (gathering){
        .exchange = exchange, .slot = slot, .today = srv_service_today(slot->service)};
    if (gather(in) != CDS_OK)
        refuse(in);
    else if (asked->rehearsal)
        assess(in, NULL);
    else
        assess_and_keep(in, asked);
}
