// SPDX-License-Identifier: Apache-2.0
// The query parameters of /v1/evaluations and /v1/batch. A name that is not known here is
// refused: a mistyped `record=false` must not record.
#pragma once

#include "server/api/service.h"

#define SRV_NAMES_MAX ((size_t)32)

typedef struct srv_asked {
    bool rehearsal; // record=false
    bool filtered;  // decisions= was given
    cds_text names[SRV_NAMES_MAX];
    size_t name_count;
    bool with_assessment, with_proof; // include=assessment,proof
} srv_asked;

/** `allowed` lists parameter names. False: the exchange has been answered 400. */
bool srv_query_read(srv_exchange *exchange, const char *const *allowed, size_t count,
                    srv_asked *out);

/** Every decision named must be one of the release. False: answered 400. */
bool srv_query_names_known(srv_exchange *exchange, const srv_asked *asked,
                           const cds_ruleset *rules);

/** What is shown of a decision: all of it, or the decisions asked for and those that can
 *  suppress others. Fails: CDS_NOT_FOUND for an unknown name. */
cds_status srv_query_show(cds_ctx *ctx, const srv_asked *asked, const cds_ruleset *rules,
                          cds_text decision, cds_text *out);
