// SPDX-License-Identifier: Apache-2.0
// POST /v1/batch: one assessment a line in, one result a line out, in order and in constant
// memory; lines under way together share a sync. A bad line gives a problem line, the rest go
// on.
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

static void line_problem(srv_line *line, int status, const char *detail,
                         const cds_faults *faults)
{
    cds_ctx *ctx = srv_line_ctx(line);
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
    srv_line_done(line,
                  cds_buf_end(&quiet, &buf, &body) == CDS_OK ? body : cds_text_of(no_room));
}

static void refuse_line(srv_line *line, srv_slot *slot, const cds_faults *faults)
{
    const cds_error *error = &srv_line_ctx(line)->error;
    bool invalid = error->status == CDS_INVALID;
    atomic_fetch_add(&slot->service->metrics.refused, 1);
    line_problem(line, cds_status_http(error->status),
                 invalid ? "The assessment does not fit its schema; each fault is listed with "
                           "its pointer."
                         : error->what,
                 invalid ? faults : NULL);
}

static void fail_line(srv_line *line)
{
    const cds_error *error = &srv_line_ctx(line)->error;
    line_problem(line, cds_status_http(error->status), error->what, NULL);
}

static void line_unkept(srv_line *line)
{
    line_problem(line, 503, "The record cannot be written now. Ask again.", NULL);
}

static void line_kept(srv_keeping *keeping)
{
    if (keeping->kept)
        srv_line_done(keeping->user, srv_keeping_evaluation(keeping));
    else
        line_unkept(keeping->user);
}

static void keep_line(srv_line *line, const srv_keeping *how, cds_text text,
                      const srv_assessed *assessed)
{
    srv_keeping *keeping = cds_alloc(how->ctx->mem, sizeof *keeping);
    if (keeping == NULL) {
        (void)cds_fail_memory(how->ctx);
        fail_line(line);
        return;
    }
    *keeping = *how;
    cds_status status = srv_keeping_submit(keeping, text, assessed);
    if (status == CDS_FAILED)
        line_unkept(line);
    else if (status != CDS_OK)
        fail_line(line);
}

static void rehearse_line(srv_line *line, srv_slot *slot, const srv_asked *asked,
                          const srv_assessed *assessed)
{
    cds_ctx *ctx = srv_line_ctx(line);
    cds_ctx *work = &slot->work;
    cds_text shown;
    cds_text body;
    atomic_fetch_add_explicit(&slot->service->metrics.rehearsals, 1, memory_order_relaxed);
    cds_status status =
        srv_query_show(work, asked, slot->release->rules, assessed->decision, &shown);
    if (status != CDS_OK)
        ctx->error = work->error;
    else
        status = srv_envelope_of_rehearsal(ctx, slot->release, assessed, shown, &body);
    if (status == CDS_OK)
        srv_line_done(line, body);
    else
        fail_line(line);
}

static void on_line(srv_line *line, cds_text text, void *user)
{
    cds_ctx *ctx = srv_line_ctx(line);
    srv_exchange *exchange = srv_line_exchange(line);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    const srv_asked *asked = user;
    if (text.data == NULL) {
        line_problem(line, 413, "A line is over the limit for one assessment.", NULL);
        return;
    }
    if (!srv_slot_follow(ctx, slot)) { // it may have changed since the line before
        line_problem(line, 503, srv_releases_why_none(slot->service->releases), NULL);
        return;
    }
    cds_ctx *work = srv_slot_work(slot);
    srv_assessed *assessed = cds_alloc(work->mem, sizeof *assessed);
    CDS_PROMISE(assessed != NULL); // of empty memory
    const srv_assessment assessment = {text, srv_service_today(slot->service)};
    if (srv_assess(work, slot->sandbox, assessment, assessed) != CDS_OK) {
        ctx->error = work->error;
        refuse_line(line, slot, &assessed->faults);
        return;
    }
    srv_slot_count(slot, assessed->evaluation);
    const srv_keeping how = {.exchange = exchange,
                             .ctx = ctx,
                             .slot = slot,
                             .service = slot->service,
                             .asked = asked,
                             .user = line,
                             .finish = line_kept};
    if (asked->rehearsal)
        rehearse_line(line, slot, asked, assessed);
    else
        keep_line(line, &how, text, assessed);
}

void srv_batch_post(srv_exchange *exchange)
{
    srv_asked *asked = cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof *asked);
    CDS_PROMISE(asked != NULL); // the first piece of a fresh request's memory
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot == NULL || !srv_query_read(exchange, parameters, 2, asked) ||
        !srv_query_names_known(exchange, asked, slot->release->rules))
        return;
    srv_exchange_lines(exchange, SRV_NDJSON, on_line, asked);
}
