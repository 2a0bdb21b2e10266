// SPDX-License-Identifier: Apache-2.0
// The `decision` text: JSON of decisions, recommendations, questions, contradictions and
// incomplete_rules; a function of facts and release and nothing else. Source: api.md.
#pragma once

#include "engine/decide/evaluate.h"

/** {"decisions":...,"recommendations":[...],"questions":[...],"contradictions":[...],
 *  "incomplete_rules":[...]} Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_reply_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_text *out);

/** Which decisions to keep of a written reply: those named, and those always returned. */
typedef struct cds_reply_filter {
    const cds_text *names;
    size_t count;
} cds_reply_filter;

/** The same text with only the named decisions' members, recommendations and questions. Works
 *  on the text alone, so that a stored one is filtered alike. Fails: CDS_NOT_FOUND with the
 * first name the text does not have (and nearest), CDS_TOO_LARGE. */
cds_status cds_reply_keep(cds_ctx *ctx, cds_text reply, const cds_reply_filter *filter,
                          cds_text *out);
