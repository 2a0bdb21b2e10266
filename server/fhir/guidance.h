// SPDX-License-Identifier: Apache-2.0
// A recorded decision as a FHIR R4 GuidanceResponse, with what it advises contained. A function
// of what it is given, so that a repeated request is answered alike.
#pragma once

#include "engine/rules/ruleset.h"
#include "server/fhir/picture.h"

typedef struct srv_guidance {
    const cds_ruleset_view *rules; // which decisions are red flags
    const srv_picture *picture;    // where its sources disagree
    const cds_json *decision;
    const char *evaluation; // its id; NULL: it is not recorded
    int64_t time_ms;
    cds_text release_name, release_digest;
    cds_text public_url;
    cds_text subject; // a reference, or empty
} srv_guidance;

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_guidance_write(cds_ctx *ctx, const srv_guidance *guidance, cds_text *out);
