// SPDX-License-Identifier: Apache-2.0
// The rule catalogue as JSON: each rule in plain words with its inputs, evidence, owner, review
// dates and tests. Made once, when a release is loaded.
#pragma once

#include "server/api/release.h"

/** {"release":{...},"rules":[...]} Lives: in ctx->mem. */
cds_status srv_catalogue_write(cds_ctx *ctx, const srv_release *release, cds_text *out);

/** One rule of it. Lives: in ctx->mem. */
cds_status srv_catalogue_rule(cds_ctx *ctx, const srv_release *release, const cds_rule *rule,
                              cds_text *out);
