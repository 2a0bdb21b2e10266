// SPDX-License-Identifier: Apache-2.0
// A call's context and prefetch as an assessment: what it brings is used, nothing is fetched.
#pragma once

#include "engine/rules/sandbox.h"
#include "server/cds_hooks/orders.h"

/** With what it is gathered. */
typedef struct srv_gathering {
    cds_ctx *ctx;
    cds_sandbox *sandbox;
    cds_date today;
} srv_gathering;

typedef struct srv_gathered {
    cds_text assessment; // JSON; data NULL: there is nothing to evaluate
    srv_orders orders;
    size_t unknown; // codes that no list of rules/codes.lua has
} srv_gathered;

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_gather(srv_gathering in, const srv_hook_call *call, srv_gathered *out);
