// SPDX-License-Identifier: Apache-2.0
// Reruns recorded evaluations under their own releases and compares the decisions byte by
// byte. Source: record.md, invariant 1.
#pragma once

#include "server/governance/rerun.h"
#include "server/governance/sweep.h"

#define SRV_REPLAY_NAMED_MAX 20

typedef struct srv_replayed {
    int64_t same, different;
    char named[SRV_REPLAY_NAMED_MAX][SRV_ID_LENGTH + 1]; // of the different ones, some
    size_t named_count;
} srv_replayed;

/** Whether the entry's decision comes out again. Fails: as srv_rerun. */
cds_status srv_replay_one(cds_ctx *ctx, srv_rerunner *rerunner, const srv_entry *entry,
                          bool *same);

/** All of the log. A release that cannot be loaded any more fails it. */
cds_status srv_replay_all(cds_ctx *ctx, const srv_sweep *sweep, srv_replayed *out);
