// SPDX-License-Identifier: Apache-2.0
// The bodies of POST /v1/releases, /approvals and /activation, read strictly into a step and
// the files of a release. Source: api.md, "Names and bodies of the rest".
#pragma once

#include "server/governance/step.h"

/** Reads `body` into `step` (kind and digest are set by the caller; a proposal's digest follows
 *  from its files) and, for a proposal, its files, sorted by path. The key is not in the body.
 *  Lives: in ctx->mem. Fails: CDS_MALFORMED; CDS_INVALID with the member and what it wants. */
cds_status srv_step_request(cds_ctx *ctx, cds_text body, srv_step *step, srv_files *files);
