// SPDX-License-Identifier: Apache-2.0
// From a call to its cards; what was evaluated is on disk before they are answered. Equal calls
// of one hook instance get the first cards again.
#include "server/cds_hooks/call.h"

#include "engine/base/arena.h"
#include "engine/facts/pointer.h"
#include "server/api/keeping.h"
#include "server/cds_hooks/cards.h"
#include "server/cds_hooks/gather.h"
#include "server/cds_hooks/told.h"
#include "server/fhir/resource.h"

#define NO_CARDS CDS_TEXT("{\"cards\":[]}")
#define KEY_DIGITS 16

/** All of a decision is kept, and nothing is asked for by a query. */
static const srv_asked asked_for_all;

static cds_text public_url(const srv_slot *slot)
{
    return srv_public_url_text(&slot->service->public_url);
}

void srv_hook_services_get(srv_exchange *exchange)
{
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text body;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    srv_hook_services_write(&buf, public_url(slot));
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_CARDS, body);
    else
        srv_exchange_fail(exchange);
}

/** The cards of an entry, for these decisions. */
static cds_status write_cards(srv_keeping *keeping, const srv_entry *entry,
                              const srv_told *told, cds_text *out)
{
    cds_ctx *ctx = srv_exchange_ctx(keeping->exchange);
    srv_telling telling = {.rules = cds_ruleset_look(keeping->slot->release->rules),
                           .evaluation = entry->id,
                           .release = entry->release_name,
                           .public_url = public_url(keeping->slot)};
    cds_status status = cds_json_parse(ctx, entry->assessment, &telling.assessment);
    if (status == CDS_OK)
        status = cds_json_parse(ctx, entry->decision, &telling.decision);
    if (status != CDS_OK)
        return status;
    telling.patient =
        srv_fhir_text(srv_fhir_member(telling.assessment, "patient"), "reference");
    return srv_cards_write(ctx, &telling, told->decisions, told->count, out);
}

/** The first cards again. */
static void answer_again(srv_keeping *keeping, const srv_entry *first)
{
    cds_ctx *ctx = srv_exchange_ctx(keeping->exchange);
    const cds_json *detail;
    srv_told told = {.count = 0};
    cds_text cards;
    cds_status status = cds_json_parse(ctx, first->detail, &detail);
    if (status == CDS_OK) {
        const cds_json *at = srv_fhir_items(srv_fhir_member(detail, "cards"));
        for (; at != NULL && told.count < SRV_CARDS_MAX; at = at->next)
            told.decisions[told.count++] = at->text;
        status = write_cards(keeping, first, &told, &cards);
    }
    if (status == CDS_OK)
        srv_exchange_answer(keeping->exchange, 200, SRV_CARDS, cards);
    else
        srv_exchange_fail(keeping->exchange);
}

static void answer_kept(srv_keeping *keeping)
{
    if (keeping->kept)
        srv_exchange_answer(keeping->exchange, 200, SRV_CARDS, keeping->shown);
    else
        srv_keeping_answer_unkept(keeping->exchange);
}

/** What the entry says of the call, for feedback: RFC 8785, and nothing of the patient. */
static cds_status write_detail(cds_ctx *ctx, const srv_hook_call *call, const srv_told *told,
                               cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"cards\":[");
    for (size_t i = 0; i < told->count; i++) {
        cds_buf_comma(&buf);
        cds_buf_json(&buf, told->decisions[i]);
    }
    cds_buf_format(&buf, "],\"hook\":\"%s\",\"hook_instance\":", call->service->hook);
    cds_buf_json(&buf, call->instance);
    cds_buf_word(&buf, ",\"user\":");
    cds_buf_json(&buf, call->user);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static void keep(srv_keeping *keeping, const srv_hook_call *call, const srv_gathered *gathered,
                 const srv_assessed *assessed)
{
    cds_ctx *ctx = srv_exchange_ctx(keeping->exchange);
    srv_entry *entry = &keeping->pending.entry;
    srv_told told;
    srv_told_choose(assessed->evaluation, gathered->orders.considering, gathered->orders.count,
                    &told);
    srv_keeping_fill(keeping, gathered->assessment, assessed);
    srv_card_id_prepare(entry->id);
    cds_status status = write_detail(ctx, call, &told, &entry->detail);
    if (status == CDS_OK)
        status = write_cards(keeping, entry, &told, &keeping->shown);
    if (status != CDS_OK)
        srv_keeping_give_up(keeping);
    else
        status = srv_keeping_send(keeping);
    if (status == CDS_FAILED)
        srv_keeping_answer_unkept(keeping->exchange);
    else if (status != CDS_OK)
        srv_exchange_fail(keeping->exchange);
}

/** One hook instance may be asked again with other facts; only an equal call is a repeat. */
static cds_status write_key(cds_ctx *ctx, const srv_hook_call *call, cds_text assessment,
                            cds_text *out)
{
    char hex[CDS_SHA256_HEX + 1];
    const cds_sha256 digest = cds_digest(&assessment, 1);
    cds_digest_hex(&digest, hex);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "%s:", call->service->id);
    cds_buf_text(&buf, call->instance);
    cds_buf_format(&buf, ":%.*s", KEY_DIGITS, hex);
    return cds_buf_end(ctx, &buf, out);
}

static void evaluate(srv_exchange *exchange, srv_slot *slot, const srv_hook_call *call,
                     const srv_gathered *gathered)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const srv_assessment assessment = {gathered->assessment, srv_service_today(slot->service)};
    srv_assessed *assessed = cds_alloc(ctx->mem, sizeof *assessed);
    cds_text key;
    srv_keeping *keeping = srv_keeping_new(exchange, slot, &asked_for_all);
    if (keeping == NULL)
        return;
    keeping->finish = answer_kept;
    keeping->again = answer_again;
    if (assessed == NULL || write_key(ctx, call, gathered->assessment, &key) != CDS_OK) {
        (void)cds_fail_memory(ctx);
        srv_exchange_fail(exchange);
        return;
    }
    if (!srv_keeping_enter_as(keeping, key, gathered->assessment))
        return;
    if (srv_assess(ctx, slot->sandbox, assessment, assessed) != CDS_OK) {
        srv_keeping_leave(keeping);
        srv_exchange_fail(exchange);
        return;
    }
    srv_slot_count(slot, assessed->evaluation);
    keep(keeping, call, gathered, assessed);
}

static void answer_call(srv_exchange *exchange, srv_slot *slot, const srv_hook_call *call)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const cds_json *patient;
    srv_gathered gathered;
    if (srv_hook_call_is_by_layman(call)) {
        srv_exchange_answer(exchange, 200, SRV_CARDS, NO_CARDS);
        return;
    }
    if (srv_hook_call_patient(call, &patient) == SRV_PREFETCH_ABSENT) {
        srv_exchange_problem(
            exchange, 412,
            "The prefetch key `patient` is needed: the Patient of the context, or "
            "null where there is no data. This service fetches nothing "
            "itself.");
        return;
    }
    const srv_gathering with = {ctx, cds_ruleset_look(slot->release->rules),
                                srv_service_today(slot->service)};
    if (srv_gather(with, call, &gathered) != CDS_OK)
        srv_exchange_fail(exchange);
    else if (gathered.assessment.data == NULL)
        srv_exchange_answer(exchange, 200, SRV_CARDS, NO_CARDS);
    else
        evaluate(exchange, slot, call, &gathered);
}

void srv_hook_call_post(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const srv_hook_service *service = srv_hook_service_find(srv_exchange_segment(exchange, 0));
    srv_slot *slot = srv_slot_ready(exchange);
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    const cds_json *body;
    srv_hook_call call;
    CDS_PROMISE(faults != NULL); // of a fresh request's memory
    if (slot == NULL)
        return;
    if (service == NULL) {
        srv_exchange_problem(exchange, 404,
                             "There is no CDS Service with this id; GET /cds-services lists "
                             "them.");
        return;
    }
    if (cds_json_parse(ctx, srv_exchange_request(exchange)->body, &body) != CDS_OK) {
        srv_exchange_fail(exchange);
        return;
    }
    srv_hook_call_read(service, body, &call, faults);
    if (faults->count > 0)
        srv_exchange_faults(exchange, 400, "The call has faults.", faults);
    else
        answer_call(exchange, slot, &call);
}
