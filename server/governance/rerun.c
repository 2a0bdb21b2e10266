// SPDX-License-Identifier: Apache-2.0
// Keeps the sandboxes it has opened: most of a log was decided under few releases.
#include "server/governance/rerun.h"

#include <stdlib.h>

struct srv_rerunner {
    srv_library *library;
    cds_sandbox *sandboxes[SRV_SANDBOXES_MAX]; // the first is closed when one more is needed
    size_t count, oldest;
};

srv_rerunner *srv_rerunner_new(srv_library *library)
{
    srv_rerunner *rerunner = calloc(1, sizeof *rerunner);
    CDS_PROMISE(rerunner != NULL);
    rerunner->library = library;
    return rerunner;
}

void srv_rerunner_free(srv_rerunner *rerunner)
{
    if (rerunner == NULL)
        return;
    for (size_t i = 0; i < rerunner->count; i++)
        cds_sandbox_close(rerunner->sandboxes[i]);
    free(rerunner);
}

static void keep(srv_rerunner *rerunner, cds_sandbox *sandbox)
{
    if (rerunner->count < SRV_SANDBOXES_MAX) {
        rerunner->sandboxes[rerunner->count++] = sandbox;
        return;
    }
    cds_sandbox_close(rerunner->sandboxes[rerunner->oldest]);
    rerunner->sandboxes[rerunner->oldest] = sandbox;
    rerunner->oldest = (rerunner->oldest + 1) % SRV_SANDBOXES_MAX;
}

static cds_status open_sandbox(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest,
                               cds_sandbox **out)
{
    cds_ruleset *rules = NULL;
    cds_status status = srv_library_get(ctx, rerunner->library, digest, &rules);
    if (status == CDS_OK)
        status = cds_sandbox_open(ctx, rules, cds_default_budget, out);
    cds_ruleset_drop(rules); // the sandbox retains it
    if (status == CDS_OK)
        keep(rerunner, *out);
    return status;
}

cds_status srv_rerunner_sandbox(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest,
                                cds_sandbox **out)
{
    for (size_t i = 0; i < rerunner->count; i++) {
        const cds_ruleset *rules = cds_sandbox_ruleset(rerunner->sandboxes[i]);
        if (cds_text_is(digest, cds_ruleset_look(rules)->digest_text)) {
            *out = rerunner->sandboxes[i];
            return CDS_OK;
        }
    }
    return open_sandbox(ctx, rerunner, digest, out);
}

srv_assessment srv_assessment_of(const srv_entry *entry)
{
    srv_assessment assessment = {.body = entry->assessment};
    (void)cds_date_parse(entry->assessed_on, &assessment.today);
    return assessment;
}

cds_status srv_rerun(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest,
                     const srv_entry *entry, srv_assessed *out)
{
    cds_sandbox *sandbox = NULL;
    const cds_status status = srv_rerunner_sandbox(ctx, rerunner, digest, &sandbox);
    return status == CDS_OK ? srv_decide(ctx, sandbox, srv_assessment_of(entry), out) : status;
}
