// SPDX-License-Identifier: Apache-2.0
// POST /v1/batch: one assessment a line in, one result a line out, in order and in constant
// memory. A bad line gives a problem line, the rest go on.
#include "server/api/batch.h"

#include <stdatomic.h>

#include "engine/base/arena.h"
#include "server/api/envelope.h"
#include "server/api/keeping.h"
#include "server/api/query.h"
#include "server/http/problem.h"

static const char *const parameters[] = {"record", "decisions"};

/** Fixed words for when not even a problem fits the line's memory. */
static const char no_room[] =
    "{\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413}";

static void line_problem(srv_exchange *exchange, int status, const char *detail,
                         const cds_faults *faults)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_ctx quiet = {.mem = ctx->mem};
    cds_buf buf;
    cds_text body;
    cds_buf_init(&buf, ctx->mem);
    srv_problem_write(
        &buf,
        &(srv_problem){.status = status,
                       .detail = detail,
                       .offset = ctx->error.status == CDS_MALFORMED ? ctx->error.offset : -1,
                       .faults = faults});
    srv_exchange_line_done(
        exchange, cds_buf_end(&quiet, &buf, &body) == CDS_OK ? body : cds_text_of(no_room));
}

static void refuse_line(srv_exchange *exchange, srv_slot *slot, const cds_faults *faults)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    bool invalid = ctx->error.status == CDS_INVALID;
    atomic_fetch_add(&slot->service->metrics.refused, 1);
    line_problem(exchange, cds_status_http(ctx->error.status),
                 invalid ? "The assessment does not fit its schema; each fault is listed with "
                           "its pointer."
                         : ctx->error.what,
                 invalid ? faults : NULL);
}

static void line_done(srv_exchange *exchange, cds_status status, cds_text body)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    if (status == CDS_OK)
        srv_exchange_line_done(exchange, body);
    else
        line_problem(exchange, cds_status_http(status), ctx->error.what, NULL);
}

static void line_unkept(srv_exchange *exchange)
{
    line_problem(exchange, 503, "The record cannot be written now. Ask again.", NULL);
}

static void line_kept(srv_keeping *keeping)
{
    if (keeping->kept)
        srv_exchange_line_done(keeping->exchange, srv_keeping_evaluation(keeping));
    else
        line_unkept(keeping->exchange);
}

static void keep_line(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked,
                      const srv_assessed *assessed, cds_text line)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_keeping *keeping = cds_alloc(ctx->mem, sizeof *keeping);
    if (keeping == NULL) {
        line_done(exchange, cds_fail_memory(ctx), (cds_text){0});
        return;
    }
    *keeping = (srv_keeping){.exchange = exchange,
                             .slot = slot,
                             .service = slot->service,
                             .asked = asked,
                             .finish = line_kept};
    cds_status status = srv_keeping_submit(keeping, line, assessed);
    if (status == CDS_FAILED)
        line_unkept(exchange);
    else if (status != CDS_OK)
        line_done(exchange, status, (cds_text){0});
}

static void rehearse_line(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked,
                          const srv_assessed *assessed)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text shown;
    cds_text body = {0};
    atomic_fetch_add_explicit(&slot->service->metrics.rehearsals, 1, memory_order_relaxed);
    cds_status status =
        srv_query_show(ctx, asked, slot->release->rules, assessed->decision, &shown);
    if (status == CDS_OK)
        status = srv_envelope_of_rehearsal(ctx, slot->release, assessed, shown, &body);
    line_done(exchange, status, body);
}

static void on_line(srv_exchange *exchange, cds_text line)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    srv_asked *asked = cds_alloc(ctx->mem, sizeof *asked);
    srv_assessed *assessed = cds_alloc(ctx->mem, sizeof *assessed);
    CDS_PROMISE(asked != NULL && assessed != NULL);              // of fresh memory
    CDS_PROMISE(srv_query_read(exchange, parameters, 2, asked)); // read well before
    if (line.data == NULL) {
        line_problem(exchange, 413, "A line is over the limit for one assessment.", NULL);
        return;
    }
    srv_assessment assessment = {line, srv_service_today(slot->service)};
    if (srv_assess(ctx, slot->sandbox, assessment, assessed) != CDS_OK) {
        refuse_line(exchange, slot, &assessed->faults);
        return;
    }
    srv_slot_count(slot, assessed->evaluation);
    if (asked->rehearsal)
        rehearse_line(exchange, slot, asked, assessed);
    else
        keep_line(exchange, slot, asked, assessed, line);
}

void srv_batch_post(srv_exchange *exchange)
{
    srv_slot *slot = srv_slot_ready(exchange);
    srv_asked asked;
    if (slot == NULL || !srv_query_read(exchange, parameters, 2, &asked) ||
        !srv_query_names_known(exchange, &asked, slot->release->rules))
        return;
    srv_exchange_lines(exchange, SRV_NDJSON, on_line);
}
