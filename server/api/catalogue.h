// SPDX-License-Identifier: Apache-2.0
// The rule catalogue as JSON: each rule in plain words with its inputs, evidence, owner, review
// dates and tests. Made once, when a release is loaded.
#pragma once

#include "engine/rules/casefile.h"
#include "server/api/release.h"

/** {"release":{...},"decisions":[...],"rules":[...]} Lives: in ctx->mem. */
cds_status srv_catalogue_write(cds_ctx *ctx, const srv_release *release, cds_text *out);

/** The rule's cases; none when its test file is missing or can't be read: `tendon check` says
 *  why. Lives: in ctx->mem. */
cds_casefile srv_catalogue_cases(cds_ctx *ctx, const cds_ruleset *rules, const cds_rule *rule);

/** One rule of it. Lives: in ctx->mem. */
cds_status srv_catalogue_rule(cds_ctx *ctx, const srv_release *release, const cds_rule *rule,
                              cds_text *out);
