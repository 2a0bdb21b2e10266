// SPDX-License-Identifier: Apache-2.0
// Lint first, then the cases, what they reach and what they notice.
#include "engine/check/all.h"

cds_status cds_check_all(cds_ctx *ctx, cds_sandbox *sandbox, cds_date today, cds_gaps *gaps,
                         cds_checked *out)
{
    const cds_ruleset *rules = cds_sandbox_ruleset(sandbox);
    *out = (cds_checked){0};
    cds_check_rules(gaps, rules, today);
    cds_status status = cds_trials_run(ctx, sandbox, gaps, &out->trials);
    if (status == CDS_OK)
        status = cds_coverage_of(rules, &out->trials, gaps, &out->coverage);
    if (status == CDS_OK && out->trials.failed == 0)
        status = cds_mutation_run(ctx, sandbox, &out->trials, gaps, &out->mutation);
    if (status == CDS_OK)
        status = cds_gaps_end(gaps);
    for (size_t i = 0; i < gaps->count; i++)
        out->faults += cds_gap_refuses(gaps->list[i].kind) ? 1 : 0;
    return status;
}
