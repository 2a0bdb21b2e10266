// SPDX-License-Identifier: Apache-2.0
// Whose advice a rule change changes: recorded assessments decided under both releases.
// Source: record.md, "Impact".
#pragma once

#include "server/governance/change.h"
#include "server/governance/rerun.h"
#include "server/governance/sweep.h"

#define SRV_IMPACT_EXAMPLES 5

/** One group of people and some of them by their evaluation's id. */
typedef struct srv_impact_group {
    int64_t count;
    char examples[SRV_IMPACT_EXAMPLES][SRV_ID_LENGTH + 1];
    size_t example_count;
} srv_impact_group;

typedef struct srv_impact {
    int64_t recorded;   // evaluations looked at
    int64_t replayable; // that fit the schemas of both releases; the rest could not be compared
    srv_impact_group groups[SRV_CHANGE_COUNT];
    char (*lost)[SRV_ID_LENGTH + 1]; // every evaluation whose emergency is lost, sorted
    size_t lost_count;
} srv_impact;

/** From which release to which; the record keeps both, or the later one is given. */
typedef struct srv_impact_of {
    cds_text before, after;   // digests
    cds_ruleset *after_rules; // of one that is not kept yet; else NULL
} srv_impact_of;

/** Fails: as srv_sweep_run; CDS_NOT_FOUND for a release the record does not keep. What it found
 *  is freed by srv_impact_free. */
cds_status srv_impact_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_impact_of *of,
                          srv_impact *out);
void srv_impact_free(srv_impact *impact);

/** { "before", "after", "recorded", "replayable", "groups": { member: { "count", "examples" }
 * }, "emergencies_lost": [ids] }, canonical. */
void srv_impact_json(cds_buf *buf, const srv_impact_of *of, const srv_impact *impact);

/** For people: how many could be replayed first, then the groups, each lost emergency. */
void srv_impact_tell(cds_buf *buf, const srv_impact *impact);
