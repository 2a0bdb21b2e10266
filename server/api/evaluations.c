// SPDX-License-Identifier: Apache-2.0
// Takes an assessment, answers its decision; no answer leaves before its record is on disk.
#include "server/api/evaluations.h"

#include <stdatomic.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/api/envelope.h"
#include "server/api/faults.h"
#include "server/api/keeping.h"
#include "server/api/proving.h"
#include "server/api/query.h"
#include "server/record/entry.h"

static const char *const post_parameters[] = {"record", "decisions"};
static const char *const get_parameters[] = {"include", "decisions"};

void srv_evaluations_refuse(srv_exchange *exchange, srv_slot *slot, const cds_faults *faults)
{
    atomic_fetch_add(&slot->service->metrics.refused, 1);
    if (srv_exchange_ctx(exchange)->error.status == CDS_INVALID)
        srv_faults_answer(exchange,
                          "The assessment does not fit its schema; each fault is listed with "
                          "its pointer.",
                          faults);
    else
        srv_exchange_fail(exchange);
}

static void rehearse(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked,
                     const srv_assessed *assessed)
{
    cds_ctx *work = &slot->work;
    cds_text shown;
    srv_body_parts body;
    cds_status status =
        srv_query_show(work, asked, slot->release->rules, assessed->decision, &shown);
    if (status == CDS_OK)
        status = srv_envelope_around_rehearsal(work, slot->release, assessed, shown, &body);
    if (status != CDS_OK) {
        srv_exchange_ctx(exchange)->error = work->error;
        srv_exchange_fail(exchange);
        return;
    }
    atomic_fetch_add_explicit(&slot->service->metrics.rehearsals, 1, memory_order_relaxed);
    srv_exchange_answer_parts(exchange, 200, SRV_JSON, &body);
}

static void answer_kept(srv_keeping *keeping)
{
    if (keeping->kept)
        srv_keeping_answer(keeping);
    else
        srv_keeping_answer_unkept(keeping->exchange);
}

static void keep(srv_keeping *keeping, cds_text body, const srv_assessed *assessed)
{
    cds_status status = srv_keeping_submit(keeping, body, assessed);
    if (status == CDS_FAILED)
        srv_keeping_answer_unkept(keeping->exchange);
    else if (status != CDS_OK)
        srv_exchange_fail(keeping->exchange);
}

static void assess_and(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked,
                       srv_keeping *keeping)
{
    cds_ctx *work = srv_slot_work(slot);
    cds_text body = srv_exchange_request(exchange)->body;
    srv_assessed *assessed = cds_alloc(work->mem, sizeof *assessed);
    CDS_PROMISE(assessed != NULL); // of empty memory
    srv_assessment assessment = {body, srv_service_today(slot->service)};
    if (srv_assess(work, slot->sandbox, assessment, assessed) != CDS_OK) {
        srv_exchange_ctx(exchange)->error = work->error;
        if (keeping != NULL)
            srv_keeping_leave(keeping);
        srv_evaluations_refuse(exchange, slot, &assessed->faults);
        return;
    }
    srv_slot_count(slot, assessed->evaluation);
    if (keeping == NULL)
        rehearse(exchange, slot, asked, assessed);
    else
        keep(keeping, body, assessed);
}

void srv_evaluations_post(srv_exchange *exchange)
{
    srv_asked *asked = cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof *asked);
    srv_keeping *keeping = NULL;
    CDS_PROMISE(asked != NULL); // the first piece of a fresh request's memory
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot == NULL)
        return;
    if (!srv_query_read(exchange, post_parameters, 2, asked) ||
        !srv_query_names_known(exchange, asked, slot->release->rules))
        return;
    if (!asked->rehearsal) {
        keeping = srv_keeping_new(exchange, slot, asked);
        if (keeping == NULL || !srv_keeping_enter(keeping))
            return;
        keeping->finish = answer_kept;
    }
    assess_and(exchange, slot, asked, keeping);
}

/** What a GET shows; texts with data NULL were not asked for. */
typedef struct showing {
    int64_t entry;
    bool is_own; // of this node's log
    cds_text evaluation, assessment;
} showing;

static void write_part(cds_buf *buf, const char *name, cds_text value)
{
    if (value.data == NULL)
        return;
    cds_buf_comma(buf);
    cds_buf_format(buf, "\"%s\":", name);
    cds_buf_text(buf, value);
}

/** { "evaluation", "assessment", "proof" }: the assessment as it was received. */
static void answer_parts(srv_exchange *exchange, const showing *shown, cds_text proof)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text body;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    write_part(&buf, "evaluation", shown->evaluation);
    write_part(&buf, "assessment", shown->assessment);
    write_part(&buf, "proof", proof);
    cds_buf_char(&buf, '}');
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}

static void answer_proved(srv_exchange *exchange, void *user, cds_status status, cds_text proof)
{
    if (status == CDS_OK)
        answer_parts(exchange, user, proof);
    else
        srv_keeping_answer_unread(exchange);
}

cds_status srv_evaluations_seen(cds_ctx *ctx, srv_store *store, const srv_caller *caller,
                                cds_text id, srv_entry *out)
{
    const cds_status status = srv_store_find(ctx, store, id, out);
    if (status == CDS_OK &&
        (strcmp(out->kind, SRV_KIND_EVALUATION) != 0 || !srv_caller_sees(caller, out->client)))
        return cds_fail(ctx, CDS_NOT_FOUND, "", "there is no such entry in the record");
    if (status == CDS_OK && out->erasure != 0)
        return cds_fail(ctx, CDS_GONE, "",
                        "this evaluation was erased; entry %lld of the log says why",
                        (long long)out->erasure);
    return status;
}

cds_status srv_evaluations_find(srv_exchange *exchange, srv_slot *slot, srv_entry *out)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_store *store;
    const cds_status status = srv_keeping_reader(ctx, slot, &store);
    return status == CDS_OK ? srv_evaluations_seen(ctx, store, srv_exchange_caller(exchange),
                                                   srv_exchange_segment(exchange, 0), out)
                            : status;
}

static cds_status show_entry(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked,
                             showing *out)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_entry entry;
    cds_text shown;
    cds_status status = srv_evaluations_find(exchange, slot, &entry);
    if (status == CDS_OK)
        status = srv_query_show(ctx, asked, slot->release->rules, entry.decision, &shown);
    if (status == CDS_OK)
        status = srv_envelope_of_entry(ctx, &entry, shown, &out->evaluation);
    if (status == CDS_OK && asked->with_assessment)
        out->assessment = entry.assessment;
    if (status != CDS_OK)
        return status;
    out->entry = entry.number;
    out->is_own = cds_text_equal(entry.node, srv_writer_node(slot->service->writer));
    return CDS_OK;
}

void srv_evaluations_get(srv_exchange *exchange)
{
    showing *shown = cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof *shown);
    srv_asked asked;
    CDS_PROMISE(shown != NULL); // of a fresh request's memory
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot == NULL || !srv_query_read(exchange, get_parameters, 2, &asked) ||
        !srv_query_names_known(exchange, &asked, slot->release->rules))
        return;
    cds_status status = show_entry(exchange, slot, &asked, shown);
    if (status == CDS_OK && asked.with_proof && !shown->is_own)
        srv_exchange_problem(exchange, 409,
                             "This evaluation stands in another node's log; ask that node for "
                             "its proof.");
    else if (status == CDS_OK && asked.with_proof)
        srv_prove(exchange, shown->entry, answer_proved, shown);
    else if (status == CDS_OK && asked.with_assessment)
        answer_parts(exchange, shown, (cds_text){NULL, 0});
    else if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, shown->evaluation);
    else if (status == CDS_FAILED)
        srv_keeping_answer_unread(exchange);
    else
        srv_exchange_fail(exchange);
}
