// SPDX-License-Identifier: Apache-2.0
// The register as JSON.
#include "server/api/releases.h"

#include <inttypes.h>

#include "engine/compare/written.h"
#include "server/api/desk.h"
#include "server/governance/impact.h"
#include "server/governance/register.h"
#include "server/record/entry.h"
#include "server/record/steps.h"

#define DAY_MS INT64_C(86400000)

/** The register as it is read for one answer. */
typedef struct reading {
    cds_buf buf;
    srv_register reg;
    srv_rule_of_choice choice;
} reading;

static cds_status open_reading(cds_ctx *ctx, const srv_job *job, reading *out)
{
    cds_buf_init(&out->buf, ctx->mem);
    out->choice = srv_service_choice(job->service);
    return srv_register_read(ctx, job->store, &out->reg);
}

static cds_status close_reading(cds_ctx *ctx, reading *read, srv_job_answer *out)
{
    *out = (srv_job_answer){.status = 200, .media = SRV_JSON};
    return cds_buf_end(ctx, &read->buf, &out->body);
}

static void write_step(cds_buf *buf, const srv_step *step)
{
    char at[SRV_TIME_LENGTH + 1];
    srv_time_format(step->kept_ms, at);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "by", step->client);
    cds_buf_member(buf, "at", cds_text_of(at));
    cds_buf_member(buf, "reason", step->reason);
    cds_buf_member(buf, "signed_at", step->time);
    cds_buf_member(buf, "from", step->from);
    cds_buf_member(buf, "accepted_lost_emergencies", step->accepted);
    cds_buf_format(buf, ",\"entry\":%" PRId64 ",\"signed\":%s}", step->entry,
                   step->is_signed ? "true" : "false");
}

static void write_steps(reading *read, const char *name, srv_step_kind kind, cds_text digest)
{
    cds_buf_format(&read->buf, ",\"%s\":[", name);
    for (size_t i = 0; i < read->reg.count; i++) {
        const srv_step *step = &read->reg.steps[i];
        if (step->kind != kind || !cds_text_equal(step->digest, digest))
            continue;
        cds_buf_comma(&read->buf);
        write_step(&read->buf, step);
    }
    cds_buf_char(&read->buf, ']');
}

/** Left open: more members may follow. */
static void write_release(reading *read, const srv_step *proposal)
{
    cds_buf *buf = &read->buf;
    const srv_standing standing =
        srv_register_standing(&read->reg, proposal->digest, &read->choice);
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "digest", proposal->digest);
    cds_buf_member(buf, "name", proposal->name);
    cds_buf_member(buf, "state", cds_text_of(srv_standing_word(standing)));
    cds_buf_word(buf, ",\"proposed\":");
    write_step(buf, proposal);
    write_steps(read, "approvals", SRV_STEP_APPROVE, proposal->digest);
    write_steps(read, "activations", SRV_STEP_ACTIVATE, proposal->digest);
}

static cds_status list(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    reading read;
    const cds_status status = open_reading(ctx, job, &read);
    if (status != CDS_OK)
        return status;
    cds_buf_word(&read.buf, "{\"releases\":[");
    for (size_t i = read.reg.count; i-- > 0;) {
        const srv_step *step = &read.reg.steps[i];
        if (srv_register_proposal(&read.reg, step->digest) != step)
            continue;
        write_release(&read, step);
        cds_buf_char(&read.buf, '}');
    }
    cds_buf_word(&read.buf, "]}");
    return close_reading(ctx, &read, out);
}

static cds_status find(cds_ctx *ctx, const reading *read, cds_text digest, const srv_step **out)
{
    *out = srv_register_proposal(&read->reg, digest);
    return *out != NULL ? CDS_OK
                        : cds_fail(ctx, CDS_NOT_FOUND, "",
                                   "There is no release with this digest; GET /v1/releases "
                                   "lists them.");
}

static cds_status one(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    reading read;
    const srv_step *proposal = NULL;
    srv_files files = {0};
    cds_status status = open_reading(ctx, job, &read);
    if (status == CDS_OK)
        status = find(ctx, &read, job->segments[0], &proposal);
    if (status == CDS_OK)
        status = srv_store_files(ctx, job->store, proposal->digest, &files);
    if (status != CDS_OK)
        return status;
    write_release(&read, proposal);
    if (proposal->checks.data != NULL) {
        cds_buf_word(&read.buf, ",\"checks\":");
        cds_buf_text(&read.buf, proposal->checks);
    }
    cds_buf_word(&read.buf, ",\"files\":[");
    for (size_t i = 0; i < files.count; i++) {
        cds_buf_comma(&read.buf);
        cds_buf_json(&read.buf, files.list[i].path);
    }
    cds_buf_word(&read.buf, "]}");
    return close_reading(ctx, &read, out);
}

static cds_status read_since(cds_ctx *ctx, const srv_job *job, int64_t *out)
{
    cds_text since;
    cds_date day = {0};
    const cds_status status = srv_job_parameter(ctx, job, "since", &since);
    if (status == CDS_OK && since.data != NULL && !cds_date_parse(since, &day))
        return cds_fail(ctx, CDS_MALFORMED, "", "`since=` is a day, as in 2026-12-01.");
    *out = day.days * DAY_MS;
    return status;
}

static cds_status read_question(cds_ctx *ctx, const srv_job *job, const reading *read,
                                srv_impact_of *of, srv_sweep *sweep)
{
    const srv_step *ruling = srv_register_ruling(&read->reg, &read->choice);
    of->after = job->segments[0];
    cds_status status = srv_job_parameter(ctx, job, "against", &of->before);
    if (status == CDS_OK)
        status = read_since(ctx, job, &sweep->since_ms);
    if (of->before.data == NULL && ruling != NULL)
        of->before = ruling->digest;
    if (status == CDS_OK && of->before.data == NULL)
        return cds_fail(ctx, CDS_NOT_FOUND, "",
                        "No release is active to compare with; name one in `against=`.");
    return status;
}

static cds_status impact(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    reading read;
    srv_impact_of of = {0};
    srv_sweep sweep = {.data_dir = job->service->data_dir,
                       .read_from = job->service->read_from};
    srv_impact found;
    cds_status status = open_reading(ctx, job, &read);
    if (status == CDS_OK)
        status = read_question(ctx, job, &read, &of, &sweep);
    if (status == CDS_OK)
        status = srv_impact_run(ctx, &sweep, &of, &found);
    if (status != CDS_OK)
        return status;
    srv_impact_json(&read.buf, &of, &found);
    srv_impact_free(&found);
    return close_reading(ctx, &read, out);
}

static cds_status diff(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    cds_ruleset *before = NULL;
    cds_ruleset *after = NULL;
    cds_difference difference;
    cds_buf buf;
    srv_library *library = job->service->library;
    cds_status status = srv_library_get(ctx, library, job->segments[0], &before);
    if (status == CDS_OK)
        status = srv_library_get(ctx, library, job->segments[1], &after);
    if (status == CDS_OK)
        status = cds_difference_find(ctx, cds_ruleset_look(before), cds_ruleset_look(after),
                                     &difference);
    if (status == CDS_OK) {
        cds_buf_init(&buf, ctx->mem);
        cds_difference_json(&buf, &difference);
        *out = (srv_job_answer){.status = 200, .media = SRV_JSON};
        status = cds_buf_end(ctx, &buf, &out->body);
    }
    cds_ruleset_drop(before);
    cds_ruleset_drop(after);
    return status;
}

void srv_releases_list(srv_exchange *exchange)
{
    srv_desk_submit(exchange, list);
}

void srv_releases_one(srv_exchange *exchange)
{
    srv_desk_submit(exchange, one);
}

void srv_releases_impact(srv_exchange *exchange)
{
    srv_desk_submit(exchange, impact);
}

void srv_releases_diff(srv_exchange *exchange)
{
    srv_desk_submit(exchange, diff);
}
