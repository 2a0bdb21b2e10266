// SPDX-License-Identifier: Apache-2.0
// What became of advice: how often each rule was shown, accepted and overridden, and why.
// Source: record.md.
#pragma once

#include "server/record/store.h"

/** Why a rule was overridden: a code, and how often. */
typedef struct srv_reason srv_reason;
struct srv_reason {
    cds_text code;
    int64_t count;
    srv_reason *next;
};

/** One version of one rule. */
typedef struct srv_override {
    cds_text rule, version;
    int64_t shown, accepted, overridden;
    srv_reason *reasons; // in the order of their codes
} srv_override;

/** By rule, then version. */
typedef struct srv_overrides {
    const srv_override *rows;
    size_t count;
} srv_overrides;

/** Over the whole record. Lives: in ctx->mem. Takes about a microsecond an evaluation. */
cds_status srv_overrides_count(cds_ctx *ctx, srv_store *store, srv_overrides *out);

/** { "overrides": [{ "rule", "version", "shown", "accepted", "overridden", "reasons": { code:
 * count } }] } */
void srv_overrides_json(cds_buf *buf, const srv_overrides *overrides);
