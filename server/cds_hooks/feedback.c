// SPDX-License-Identifier: Apache-2.0
// Reads all, finds every card, and only then keeps what the log does not have yet.
#include "server/cds_hooks/feedback.h"

#include <string.h>

#include "engine/base/arena.h"
#include "server/api/access.h"
#include "server/api/keeping.h"
#include "server/cds_hooks/feedback_entry.h"
#include "server/cds_hooks/feedback_read.h"
#include "server/cds_hooks/services.h"
#include "server/fhir/resource.h"
#include "server/http/server.h"
#include "server/record/entry.h"
#include "server/record/shown.h"

typedef struct posting posting;

/** One entry on its way. */
typedef struct item {
    srv_pending pending;
    posting *of;
    bool kept;
    struct item *next;
} item;

struct posting {
    srv_exchange *exchange;
    const srv_service *service;
    srv_store *store;
    srv_card_feedbacks read;
    cds_faults faults;
    int status;  // for the faults
    item *items; // to be kept
    size_t open; // submitted and not yet back
    bool busy;   // the same feedback is on its way already
    bool unkept; // one of them was not kept
};

static cds_status answer_text(cds_ctx *ctx, const posting *it, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"feedback\":[");
    for (size_t i = 0; i < it->read.count; i++) {
        cds_buf_comma(&buf);
        cds_buf_word(&buf, "{\"card\":");
        cds_buf_json(&buf, it->read.list[i].card);
        cds_buf_format(&buf, ",\"evaluation\":\"%s\"}", it->read.list[i].evaluation);
    }
    cds_buf_word(&buf, "]}");
    return cds_buf_end(ctx, &buf, out);
}

static void leave_all(posting *it)
{
    for (item *at = it->items; at != NULL; at = at->next)
        srv_inflight_leave(it->service->inflight, &at->pending.entry.idempotency_key);
}

/** When nothing is on its way any more. */
static void finish(posting *it)
{
    cds_text body;
    leave_all(it);
    if (it->unkept)
        srv_keeping_answer_unkept(it->exchange);
    else if (answer_text(srv_exchange_ctx(it->exchange), it, &body) == CDS_OK)
        srv_exchange_answer(it->exchange, 200, SRV_CARDS, body);
    else
        srv_exchange_fail(it->exchange);
}

/** On the worker's thread again. */
static void came_back(void *user)
{
    item *one = user;
    posting *it = one->of;
    it->unkept = it->unkept || !one->kept;
    if (--it->open == 0)
        finish(it);
}

/** On the writer's thread: hands over. */
static void written(srv_pending *pending, bool kept)
{
    item *one = pending->user;
    one->kept = kept;
    srv_worker_post(srv_exchange_worker(one->of->exchange), came_back, one);
}

static void submit_all(posting *it)
{
    it->open = 1; // for this walk, so that nothing finishes under it
    for (item *at = it->items; at != NULL; at = at->next) {
        at->pending.done = written;
        at->pending.user = at;
        if (srv_writer_submit(it->service->writer, &at->pending))
            it->open++;
        else
            it->unkept = true;
    }
    if (--it->open == 0)
        finish(it);
}

static bool is_listed(const posting *it, const srv_entry *entry)
{
    const item *at = it->items;
    while (at != NULL && strcmp(at->pending.entry.id, entry->id) != 0)
        at = at->next;
    return at != NULL;
}

/** True: the log has it. */
static cds_status look_up(cds_ctx *ctx, posting *it, const srv_entry *entry, bool *out)
{
    srv_entry *found = cds_alloc(ctx->mem, sizeof *found);
    if (found == NULL)
        return cds_fail_memory(ctx);
    const cds_status status = srv_store_find(ctx, it->store, cds_text_of(entry->id), found);
    *out = status == CDS_OK;
    if (status != CDS_NOT_FOUND)
        return status;
    cds_error_clear(ctx);
    return CDS_OK;
}

/** Lists an entry to be kept, unless the log or the list has it. */
static cds_status add_item(posting *it, const srv_feedback_about *about)
{
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    const cds_text client = cds_text_of(srv_exchange_caller(it->exchange)->name);
    item *one = cds_alloc(ctx->mem, sizeof *one);
    bool known = false;
    if (one == NULL)
        return cds_fail_memory(ctx);
    srv_entry *entry = &one->pending.entry;
    cds_status status = srv_feedback_entry_fill(ctx, about, client, entry);
    if (status != CDS_OK || is_listed(it, entry))
        return status;
    if (!srv_inflight_enter(it->service->inflight, &entry->idempotency_key)) {
        it->busy = true;
        return CDS_OK;
    }
    one->of = it;
    one->next = it->items;
    it->items = one;
    status = look_up(ctx, it, entry, &known);
    if (known) {
        it->items = one->next;
        srv_inflight_leave(it->service->inflight, &entry->idempotency_key);
    }
    return status;
}

/** The evaluation whose card it is; what is not there for this caller is a fault. */
static cds_status find_evaluation(posting *it, size_t index, srv_entry *out)
{
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    const cds_text id = cds_text_of(it->read.list[index].evaluation);
    const cds_status status = srv_store_find(ctx, it->store, id, out);
    if (status != CDS_OK && status != CDS_NOT_FOUND)
        return status;
    cds_error_clear(ctx);
    if (status == CDS_NOT_FOUND || out->detail.data == NULL ||
        strcmp(out->kind, SRV_KIND_EVALUATION) != 0 ||
        !srv_caller_sees(srv_exchange_caller(it->exchange), out->client))
        it->status = 404;
    else if (out->erasure != 0)
        it->status = 410;
    else
        return CDS_OK;
    srv_card_feedback_fault(ctx, &it->faults, index, "card",
                            it->status == 410 ? "The evaluation behind this card was erased."
                                              : "There is no card with this uuid.");
    return CDS_NOT_FOUND;
}

/** Whether each suggestion that was taken is one of the `count` of the card. */
static bool are_suggestions_known(const srv_card_feedback *said, size_t count)
{
    for (const cds_json *at = srv_fhir_items(said->suggestions); at != NULL; at = at->next) {
        char evaluation[SRV_ID_LENGTH + 1];
        srv_card_place place;
        if (!srv_card_id_read(srv_fhir_text(at, "id"), evaluation, &place) ||
            strcmp(evaluation, said->evaluation) != 0 || place.card != said->place.card ||
            place.suggestion == 0 || place.suggestion > count)
            return false;
    }
    return true;
}

/** A rule's id is that of its decision, a slash, and its name. */
static bool is_of(cds_text rule, cds_text decision)
{
    return rule.length > decision.length && rule.data[decision.length] == '/' &&
           cds_text_equal((cds_text){rule.data, decision.length}, decision);
}

/** One for each rule that carried the card, else one for the card alone. */
static cds_status add_items(posting *it, srv_feedback_about about)
{
    srv_shown_walk walk = srv_shown_begin(about.evaluation->decision);
    srv_shown one;
    cds_status status = CDS_OK;
    while (status == CDS_OK && srv_shown_next(&walk, &one)) {
        if (!one.is_rule || !is_of(one.name, about.decision))
            continue;
        about.rule = one.name;
        about.version = one.value;
        status = add_item(it, &about);
    }
    return status == CDS_OK && about.rule.data == NULL ? add_item(it, &about) : status;
}

/** What the entry says of the card in this place; NULL: there is no such card. */
static const cds_json *card_at(const cds_json *detail, size_t place)
{
    const cds_json *at = srv_fhir_items(srv_fhir_member(detail, "cards"));
    for (; at != NULL && place > 0; place--)
        at = at->next;
    return at;
}

static size_t count_suggestions(const cds_json *card)
{
    const cds_json *count = srv_fhir_member(card, "suggestions");
    return count == NULL ? 0 : (size_t)count->number;
}

static cds_status take_one(posting *it, size_t index)
{
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    const srv_card_feedback *said = &it->read.list[index];
    srv_entry *evaluation = cds_alloc(ctx->mem, sizeof *evaluation);
    const cds_json *detail;
    if (evaluation == NULL)
        return cds_fail_memory(ctx);
    cds_status status = find_evaluation(it, index, evaluation);
    if (status != CDS_OK)
        return status == CDS_NOT_FOUND ? CDS_OK : status;
    status = cds_json_parse(ctx, evaluation->detail, &detail);
    if (status != CDS_OK)
        return status;
    const cds_json *card =
        said->place.suggestion == 0 ? card_at(detail, said->place.card) : NULL;
    if (card == NULL || !are_suggestions_known(said, count_suggestions(card))) {
        it->status = 404;
        srv_card_feedback_fault(ctx, &it->faults, index,
                                card != NULL ? "acceptedSuggestions" : "card",
                                card != NULL ? "This card has no suggestion with this uuid."
                                             : "There is no card with this uuid.");
        return CDS_OK;
    }
    return add_items(
        it, (srv_feedback_about){.said = said,
                                 .evaluation = evaluation,
                                 .hook_instance = srv_fhir_text(detail, "hook_instance"),
                                 .user = srv_fhir_text(detail, "user"),
                                 .decision = srv_fhir_text(card, "decision")});
}

/** Finds every card before anything is kept. */
static cds_status take_all(posting *it)
{
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    cds_status status = CDS_OK;
    for (size_t i = 0; i < it->read.count && status == CDS_OK; i++)
        status = take_one(it, i);
    for (item *at = it->items; at != NULL && status == CDS_OK; at = at->next) {
        at->pending.entry.node = srv_writer_node(it->service->writer);
        status = srv_entry_seal(ctx, &at->pending.entry);
    }
    return status;
}

/** Answers, or hands over to the writer. */
static void settle(posting *it, cds_status status)
{
    if (status == CDS_OK && it->faults.count == 0 && !it->busy) {
        submit_all(it);
        return;
    }
    leave_all(it);
    if (status == CDS_FAILED)
        srv_keeping_answer_unread(it->exchange);
    else if (status != CDS_OK)
        srv_exchange_fail(it->exchange);
    else if (it->faults.count > 0)
        srv_exchange_faults(it->exchange, it->status, "The feedback has faults.", &it->faults);
    else
        srv_exchange_problem(it->exchange, 409,
                             "The same feedback is being kept; ask again in a moment.");
}

void srv_hook_feedback_post(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    posting *it = cds_alloc(ctx->mem, sizeof *it);
    CDS_PROMISE(it != NULL); // of a fresh request's memory
    it->exchange = exchange;
    it->service = slot->service;
    it->status = 400;
    if (srv_hook_service_find(srv_exchange_segment(exchange, 0)) == NULL) {
        srv_exchange_problem(exchange, 404, "There is no CDS Service with this id.");
        return;
    }
    cds_status status = srv_card_feedbacks_read(ctx, srv_exchange_request(exchange)->body,
                                                &it->read, &it->faults);
    if (status == CDS_OK)
        status = srv_keeping_reader(ctx, slot, &it->store);
    if (status == CDS_OK && it->faults.count == 0)
        status = take_all(it);
    settle(it, status);
}
