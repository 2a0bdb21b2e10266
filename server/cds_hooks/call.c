// SPDX-License-Identifier: Apache-2.0
// From a call to its cards; what was evaluated is on disk before they are answered. Equal calls
// of one hook instance get the first cards again.
#include "server/cds_hooks/call.h"

#include <stdatomic.h>

#include "engine/base/arena.h"
#include "server/api/keeping.h"
#include "server/cds_hooks/cards.h"
#include "server/cds_hooks/gather.h"
#include "server/cds_hooks/news.h"
#include "server/cds_hooks/suggestions.h"
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

/** What a call came to, until it is kept. */
typedef struct hook_run {
    const srv_hook_call *call;
    const srv_gathered *gathered;
    srv_slot *slot;
    srv_assessed assessed;
    srv_told told;
    srv_telling telling;
} hook_run;

/** What is told of an entry whose assessment was evaluated. */
static cds_status choose(cds_ctx *ctx, hook_run *run, const srv_entry *entry)
{
    run->telling = (srv_telling){.ctx = ctx,
                                 .evaluation = run->assessed.evaluation,
                                 .id = entry->id,
                                 .release = cds_text_of(run->slot->release->name),
                                 .public_url = public_url(run->slot),
                                 .patient = run->assessed.reference};
    srv_told_choose(run->assessed.evaluation, run->gathered->orders.considering,
                    run->gathered->orders.count, &run->told);
    return run->told.count == 0
               ? CDS_OK
               : cds_questions_collect(ctx, run->assessed.evaluation, &run->telling.questions);
}

static bool is_urgent(const hook_run *run)
{
    for (size_t i = 0; i < run->told.count; i++) {
        const srv_card card = {&run->telling, run->told.outcomes[i], i};
        const cds_rule *rule = srv_card_first_rule(&card);
        if (rule != NULL && rule->indicator == CDS_CRITICAL)
            return true;
    }
    return false;
}

/** An open chart is told of what is new or urgent. A record that cannot be read hushes nothing.
 */
static void hush(cds_ctx *ctx, hook_run *run, const srv_entry *entry)
{
    cds_ctx own = {.mem = ctx->mem};
    srv_store *store;
    bool old = false;
    if (run->call->service->orders || run->told.count == 0 || is_urgent(run))
        return;
    if (srv_keeping_reader(&own, run->slot, &store) == CDS_OK)
        (void)srv_news_is_old(&own, store, entry, run->call->user, &old);
    if (own.error.status == CDS_OK && old)
        run->told.count = 0;
}

/** Whether the entry's call got any cards. */
static bool has_cards(cds_ctx *ctx, const srv_entry *entry)
{
    const cds_json *detail;
    return cds_json_parse(ctx, entry->detail, &detail) == CDS_OK &&
           srv_fhir_items(srv_fhir_member(detail, "cards")) != NULL;
}

/** The first cards again: the same facts, on the same day, under the same release. */
static void answer_again(srv_keeping *keeping, const srv_entry *first)
{
    cds_ctx *ctx = srv_exchange_ctx(keeping->exchange);
    hook_run *run = keeping->user;
    srv_assessment assessment = {first->assessment, srv_service_today(run->slot->service)};
    cds_text cards;
    (void)cds_date_parse(first->assessed_on, &assessment.today);
    if (!has_cards(ctx, first)) {
        srv_exchange_answer(keeping->exchange, 200, SRV_CARDS, NO_CARDS);
        return;
    }
    cds_status status = srv_decide(ctx, run->slot->sandbox, assessment, &run->assessed);
    if (status == CDS_OK)
        status = choose(ctx, run, first);
    if (status == CDS_OK)
        status = srv_cards_write(&run->telling, &run->told, &cards);
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
static cds_status write_detail(cds_ctx *ctx, const hook_run *run, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"cards\":[");
    for (size_t i = 0; i < run->told.count; i++) {
        const srv_card card = {&run->telling, run->told.outcomes[i], i};
        cds_buf_comma(&buf);
        cds_buf_word(&buf, "{\"decision\":");
        cds_buf_json(&buf, card.outcome->decision->name);
        cds_buf_format(&buf, ",\"suggestions\":%zu}", srv_suggestions_count(&card));
    }
    cds_buf_format(&buf, "],\"hook\":\"%s\",\"hook_instance\":", run->call->service->hook);
    cds_buf_json(&buf, run->call->instance);
    cds_buf_word(&buf, ",\"user\":");
    cds_buf_json(&buf, run->call->user);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static void keep(srv_keeping *keeping, hook_run *run)
{
    cds_ctx *ctx = srv_exchange_ctx(keeping->exchange);
    srv_entry *entry = &keeping->pending.entry;
    srv_keeping_fill(keeping, run->gathered->assessment, &run->assessed);
    srv_card_id_prepare(entry->id);
    cds_status status = choose(ctx, run, entry);
    if (status == CDS_OK)
        hush(ctx, run, entry);
    if (status == CDS_OK)
        status = srv_cards_write(&run->telling, &run->told, &keeping->shown);
    if (status == CDS_OK)
        status = write_detail(ctx, run, &entry->detail);
    if (status != CDS_OK)
        srv_keeping_give_up(keeping);
    else
        status = srv_keeping_send(keeping);
    if (status == CDS_FAILED)
        srv_keeping_answer_unkept(keeping->exchange);
    else if (status != CDS_OK)
        srv_exchange_fail(keeping->exchange);
}

/** One hook instance may be asked again with other facts, or under other rules; only an equal
 *  call is a repeat. */
static cds_status write_key(cds_ctx *ctx, const hook_run *run, cds_text *out)
{
    const cds_ruleset_view *rules = cds_ruleset_look(run->slot->release->rules);
    const cds_text parts[] = {cds_text_of(rules->digest_text), run->gathered->assessment};
    char hex[CDS_SHA256_HEX + 1];
    const cds_sha256 digest = cds_digest(parts, 2);
    cds_digest_hex(&digest, hex);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "%s:", run->call->service->id);
    cds_buf_text(&buf, run->call->instance);
    cds_buf_format(&buf, ":%.*s", KEY_DIGITS, hex);
    return cds_buf_end(ctx, &buf, out);
}

static void evaluate(srv_exchange *exchange, hook_run *run)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const cds_text body = run->gathered->assessment;
    cds_text key;
    srv_keeping *keeping = srv_keeping_new(exchange, run->slot, &asked_for_all);
    if (keeping == NULL)
        return;
    keeping->user = run;
    keeping->finish = answer_kept;
    keeping->again = answer_again;
    if (write_key(ctx, run, &key) != CDS_OK) {
        srv_exchange_fail(exchange);
        return;
    }
    if (!srv_keeping_enter_as(keeping, key, body))
        return;
    const srv_assessment assessment = {body, srv_service_today(run->slot->service)};
    if (srv_assess(ctx, run->slot->sandbox, assessment, &run->assessed) != CDS_OK) {
        srv_keeping_leave(keeping);
        srv_exchange_fail(exchange);
        return;
    }
    srv_slot_count(run->slot, run->assessed.evaluation);
    keep(keeping, run);
}

static void answer_call(srv_exchange *exchange, srv_slot *slot, const srv_hook_call *call)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const cds_json *patient;
    srv_gathered *gathered = cds_alloc(ctx->mem, sizeof *gathered);
    hook_run *run = cds_alloc(ctx->mem, sizeof *run);
    if (gathered == NULL || run == NULL) {
        (void)cds_fail_memory(ctx);
        srv_exchange_fail(exchange);
        return;
    }
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
    const srv_gathering with = {ctx, slot->sandbox, srv_service_today(slot->service)};
    run->call = call;
    run->gathered = gathered;
    run->slot = slot;
    const cds_status status = srv_gather(with, call, gathered);
    atomic_fetch_add_explicit(&slot->service->metrics.unknown_codes, gathered->unknown,
                              memory_order_relaxed);
    if (status != CDS_OK)
        srv_exchange_fail(exchange);
    else if (gathered->assessment.data == NULL)
        srv_exchange_answer(exchange, 200, SRV_CARDS, NO_CARDS);
    else
        evaluate(exchange, run);
}

void srv_hook_call_post(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const srv_hook_service *service = srv_hook_service_find(srv_exchange_segment(exchange, 0));
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    const cds_json *body;
    srv_hook_call call;
    CDS_PROMISE(faults != NULL); // of a fresh request's memory
    srv_slot *slot = srv_slot_ready(exchange);
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
