// SPDX-License-Identifier: Apache-2.0
// Serves the catalogue: of the release in force at once, of an older one by the desk.
#include "server/api/rules.h"

#include <string.h>

#include "server/api/catalogue.h"
#include "server/api/desk.h"
#include "server/governance/register.h"

/** A rule's id: `decision/name`, whose slash may have been sent as %2F. */
static cds_status rule_id(cds_ctx *ctx, cds_text rest, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; i < rest.length; i++) {
        bool escaped = rest.length - i >= 3 && (strncmp(rest.data + i, "%2F", 3) == 0 ||
                                                strncmp(rest.data + i, "%2f", 3) == 0);
        cds_buf_char(&buf, escaped ? '/' : rest.data[i]);
        i += escaped ? 2 : 0;
    }
    return cds_buf_end(ctx, &buf, out);
}

/** The rule that `rest` of the path names, as JSON. */
static cds_status write_rule(cds_ctx *ctx, const srv_release *release, cds_text rest,
                             cds_text *out)
{
    cds_text id;
    cds_status status = rule_id(ctx, rest, &id);
    const cds_rule *rule = status == CDS_OK ? cds_ruleset_rule(release->rules, id) : NULL;
    if (status == CDS_OK && rule == NULL)
        status = cds_fail(ctx, CDS_NOT_FOUND, "",
                          "This release has no rule with that id; GET /v1/rules lists them.");
    return status == CDS_OK ? srv_catalogue_rule(ctx, release, rule, out) : status;
}

/** Name and time as the register has them; a release never activated has no time. */
static cds_status open_release(cds_ctx *ctx, const srv_job *job, cds_text digest,
                               srv_release **out)
{
    srv_register reg;
    srv_adopted adopted = {0};
    cds_status status = srv_register_read(ctx, job->store, &reg);
    const srv_step *proposal = status == CDS_OK ? srv_register_proposal(&reg, digest) : NULL;
    if (status == CDS_OK && proposal == NULL)
        return cds_fail(ctx, CDS_NOT_FOUND, "", "There is no release with this digest.");
    if (status == CDS_OK)
        status = srv_library_get(ctx, job->service->library, digest, &adopted.rules);
    if (status != CDS_OK)
        return status;
    srv_adopted_name(proposal->name, &adopted);
    for (size_t i = 0; i < reg.count; i++) {
        if (reg.steps[i].kind == SRV_STEP_ACTIVATE &&
            cds_text_equal(reg.steps[i].digest, digest))
            adopted.activated_ms = reg.steps[i].kept_ms;
    }
    return srv_release_make(ctx, &adopted, out);
}

/** Of the releases that were activated, the latest that has this version of the rule. */
static cds_status find_version(cds_ctx *ctx, const srv_job *job, cds_text version,
                               cds_text *out)
{
    srv_register reg;
    cds_text id;
    cds_status status = srv_register_read(ctx, job->store, &reg);
    if (status == CDS_OK)
        status = rule_id(ctx, job->segments[0], &id);
    for (size_t i = reg.count; status == CDS_OK && i-- > 0;) {
        cds_ruleset *rules = NULL;
        if (reg.steps[i].kind != SRV_STEP_ACTIVATE)
            continue;
        status = srv_library_get(ctx, job->service->library, reg.steps[i].digest, &rules);
        const cds_rule *rule = status == CDS_OK ? cds_ruleset_rule(rules, id) : NULL;
        const bool found = rule != NULL && cds_text_equal(rule->version, version);
        cds_ruleset_drop(rules);
        *out = reg.steps[i].digest;
        if (found)
            return CDS_OK;
    }
    return status != CDS_OK
               ? status
               : cds_fail(ctx, CDS_NOT_FOUND, "",
                          "No release that was active has this version of the rule.");
}

/** The digest that `release=` names or `version=` leads to. */
static cds_status read_choice(cds_ctx *ctx, const srv_job *job, cds_text *out)
{
    cds_text version;
    cds_status status = srv_job_parameter(ctx, job, "release", out);
    if (status == CDS_OK)
        status = srv_job_parameter(ctx, job, "version", &version);
    if (status != CDS_OK || version.data == NULL)
        return status;
    if (out->data != NULL || job->segments[0].data == NULL)
        return cds_fail(ctx, CDS_MALFORMED, "",
                        "`version=` is of one rule, and goes without `release=`.");
    return find_version(ctx, job, version, out);
}

static cds_status older(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    cds_text digest;
    srv_release *release = NULL;
    cds_status status = read_choice(ctx, job, &digest);
    if (status == CDS_OK)
        status = open_release(ctx, job, digest, &release);
    if (status != CDS_OK)
        return status;
    CDS_PROMISE(release != NULL);
    *out = (srv_job_answer){.status = 200, .media = SRV_JSON};
    status = job->segments[0].data == NULL
                 ? cds_text_copy(ctx, release->catalogue, &out->body)
                 : write_rule(ctx, release, job->segments[0], &out->body);
    srv_release_drop(release);
    return status;
}

/** True: an older release is asked for, or the query is wrong; it is answered. */
static bool is_older(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const srv_request *request = srv_exchange_request(exchange);
    cds_text release = {0};
    if (request->query.length == 0)
        return false;
    if (srv_request_query(ctx, request, "release", &release) ||
        srv_request_query(ctx, request, "version", &release))
        srv_desk_submit(exchange, older);
    else if (ctx->error.status != CDS_OK)
        srv_exchange_fail(exchange);
    else
        srv_exchange_problem(exchange, 400,
                             "A query parameter is not known here; this path takes release and "
                             "version.");
    return true;
}

void srv_rules_list(srv_exchange *exchange)
{
    if (is_older(exchange))
        return;
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot != NULL)
        srv_exchange_answer(exchange, 200, SRV_JSON, slot->release->catalogue);
}

void srv_rules_one(srv_exchange *exchange)
{
    cds_text body;
    if (is_older(exchange))
        return;
    srv_slot *slot = srv_slot_ready(exchange);
    if (slot == NULL)
        return;
    if (write_rule(srv_exchange_ctx(exchange), slot->release, srv_exchange_segment(exchange, 0),
                   &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}
