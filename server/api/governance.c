// SPDX-License-Identifier: Apache-2.0
// Reads a step, judges it, keeps it; the work is the desk's.
#include "server/api/governance.h"

#include <inttypes.h>
#include <string.h>

#include "server/api/desk.h"
#include "server/governance/keep.h"
#include "server/governance/motion.h"
#include "server/governance/request.h"
#include "server/governance/vetting.h"
#include "server/http/problem.h"

/** One step on its way. */
typedef struct taking {
    cds_ctx *ctx;
    const srv_job *job;
    srv_job_answer *out;
    srv_register reg;
    srv_rule_of_choice choice;
    srv_step step;
    srv_files files;
    srv_objections objections;
} taking;

/** Every reason in one sentence after the other. */
static cds_status refuse(taking *it)
{
    cds_buf buf;
    cds_text detail;
    cds_buf_init(&buf, it->ctx->mem);
    for (size_t i = 0; i < it->objections.count; i++) {
        if (i > 0)
            cds_buf_char(&buf, ' ');
        cds_buf_word(&buf, it->objections.reasons[i]);
    }
    cds_buf_char(&buf, '\0');
    const cds_status status = cds_buf_end(it->ctx, &buf, &detail);
    return status == CDS_OK
               ? srv_job_problem(it->ctx, it->job, it->objections.status, detail.data, it->out)
               : status;
}

/** Everything that is the same for the three kinds of step. */
static cds_status begin(taking *it, srv_step_kind kind)
{
    it->step.kind = kind;
    it->step.client = cds_text_of(it->job->caller.name);
    it->step.digest = it->job->segments[0];
    it->choice = srv_service_choice(it->job->service);
    cds_status status = srv_step_request(it->ctx, it->job->body, &it->step, &it->files);
    if (status == CDS_OK)
        status = srv_register_read(it->ctx, it->job->store, &it->reg);
    return status;
}

static void judge(taking *it)
{
    srv_client by = {.has_key = false};
    by.has_key = srv_access_key(it->job->service->access, &it->job->caller, by.key);
    memcpy(it->step.key.bytes, by.key, sizeof by.key);
    const srv_motion motion = {&it->step, &by, &it->reg, it->choice};
    srv_motion_judge_signature(it->ctx, &motion, &it->objections);
    srv_motion_judge_order(&motion, &it->objections);
}

static cds_status keep(taking *it, const srv_files *files)
{
    return srv_step_keep(it->ctx, it->job->service->writer, files, &it->step);
}

/** { "digest", "state", ... } of what was kept. */
static cds_status answer(taking *it, cds_text checks)
{
    cds_buf buf;
    const cds_status status = srv_register_read(it->ctx, it->job->store, &it->reg);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, it->ctx->mem);
    cds_buf_word(&buf, "{\"digest\":");
    cds_buf_json(&buf, it->step.digest);
    cds_buf_format(&buf, ",\"entry\":%" PRId64 ",\"approvals\":%zu,\"state\":", it->step.entry,
                   srv_register_approvals(&it->reg, it->step.digest));
    cds_buf_json(&buf, cds_text_of(srv_standing_word(
                           srv_register_standing(&it->reg, it->step.digest, &it->choice))));
    if (checks.data != NULL) {
        cds_buf_word(&buf, ",\"checks\":");
        cds_buf_text(&buf, checks);
    }
    cds_buf_char(&buf, '}');
    *it->out = (srv_job_answer){.status = 201, .media = SRV_JSON};
    return cds_buf_end(it->ctx, &buf, &it->out->body);
}

/** The digest is what the files come to; what does not load is refused before all else. */
static cds_status find_digest(taking *it)
{
    cds_ruleset *rules = NULL;
    cds_status status = cds_ruleset_load(it->ctx, it->files.list, it->files.count, &rules);
    if (status == CDS_OK)
        status = cds_text_copy(it->ctx, cds_text_of(cds_ruleset_look(rules)->digest_text),
                               &it->step.digest);
    cds_ruleset_drop(rules);
    it->files.release = it->step.digest;
    return status;
}

static cds_status refuse_faults(taking *it, const srv_vetting *vetting)
{
    cds_buf buf;
    cds_text detail;
    cds_buf_init(&buf, it->ctx->mem);
    cds_buf_format(&buf,
                   "The checks of this release found %zu faults; mend them and propose "
                   "it again. ",
                   vetting->fault_count);
    cds_buf_text(&buf, vetting->faults);
    cds_buf_char(&buf, '\0');
    const cds_status status = cds_buf_end(it->ctx, &buf, &detail);
    return status == CDS_OK ? srv_job_problem(it->ctx, it->job, 422, detail.data, it->out)
                            : status;
}

static cds_status vet_and_keep(taking *it)
{
    const srv_step *ruling = srv_register_ruling(&it->reg, &it->choice);
    const srv_vetting_of of = {.files = it->files,
                               .before = ruling == NULL ? (cds_text){0} : ruling->digest,
                               .today = it->choice.today,
                               .sweep = {.data_dir = it->job->service->data_dir,
                                         .read_from = it->job->service->read_from}};
    srv_vetting vetting = {0};
    char name[SRV_RELEASE_NAME_MAX + 1];
    cds_status status = srv_vet(it->ctx, &of, &vetting);
    cds_ruleset_drop(vetting.rules);
    if (status != CDS_OK)
        return status;
    if (vetting.fault_count > 0)
        return refuse_faults(it, &vetting);
    srv_register_next_name(&it->reg, name);
    if (it->step.name.data == NULL)
        it->step.name = cds_text_of(name);
    it->step.checks = vetting.checks;
    status = keep(it, &it->files);
    return status == CDS_OK ? answer(it, vetting.checks) : status;
}

static cds_status propose(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    taking it = {.ctx = ctx, .job = job, .out = out};
    cds_status status = begin(&it, SRV_STEP_PROPOSE);
    if (status == CDS_OK)
        status = find_digest(&it);
    if (status != CDS_OK)
        return status;
    judge(&it);
    return it.objections.status != 0 ? refuse(&it) : vet_and_keep(&it);
}

static cds_status approve(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    taking it = {.ctx = ctx, .job = job, .out = out};
    cds_status status = begin(&it, SRV_STEP_APPROVE);
    if (status != CDS_OK)
        return status;
    judge(&it);
    if (it.objections.status != 0)
        return refuse(&it);
    status = keep(&it, NULL);
    return status == CDS_OK ? answer(&it, (cds_text){0}) : status;
}

/** Lost emergencies, each by its evaluation's id. */
static cds_status refuse_lost(taking *it, const srv_impact *impact)
{
    cds_buf buf;
    cds_text detail;
    cds_buf_init(&buf, it->ctx->mem);
    cds_buf_format(&buf,
                   "%zu recorded emergencies would be lost; look at each, or say why in "
                   "accept_lost_emergencies:",
                   impact->lost_count);
    for (size_t i = 0; i < impact->lost_count; i++)
        cds_buf_format(&buf, " %s", impact->lost[i]);
    cds_buf_char(&buf, '\0');
    const cds_status status = cds_buf_end(it->ctx, &buf, &detail);
    return status == CDS_OK ? srv_job_problem(it->ctx, it->job, 409, detail.data, it->out)
                            : status;
}

/** By the store itself: a replica may not have the latest yet. True: nothing is lost that
 * nobody accepted. False: `status` says how it was answered. */
static bool loses_nothing(taking *it, cds_status *status)
{
    const srv_step *ruling = srv_register_ruling(&it->reg, &it->choice);
    if (ruling == NULL || it->step.accepted.data != NULL)
        return true;
    const srv_sweep sweep = {.data_dir = it->job->service->data_dir};
    const srv_impact_of of = {.before = ruling->digest, .after = it->step.digest};
    srv_impact impact;
    *status = srv_impact_run(it->ctx, &sweep, &of, &impact);
    if (*status != CDS_OK)
        return false;
    const bool none = impact.lost_count == 0;
    if (!none)
        *status = refuse_lost(it, &impact);
    srv_impact_free(&impact);
    return none;
}

static cds_status activate(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    taking it = {.ctx = ctx, .job = job, .out = out};
    cds_status status = begin(&it, SRV_STEP_ACTIVATE);
    if (status != CDS_OK)
        return status;
    judge(&it);
    if (it.objections.status != 0)
        return refuse(&it);
    if (!loses_nothing(&it, &status))
        return status;
    it.step.name = srv_register_proposal(&it.reg, it.step.digest)->name;
    status = keep(&it, NULL);
    return status == CDS_OK ? answer(&it, (cds_text){0}) : status;
}

void srv_governance_propose(srv_exchange *exchange)
{
    srv_desk_submit(exchange, propose);
}

void srv_governance_approve(srv_exchange *exchange)
{
    srv_desk_submit(exchange, approve);
}

void srv_governance_activate(srv_exchange *exchange)
{
    srv_desk_submit(exchange, activate);
}
