// SPDX-License-Identifier: Apache-2.0
// The assessment as a FHIR R4 Questionnaire: an item a field, by the schema of the release in
// force, so that what is asked and what is understood are the same.
#pragma once

#include "server/api/release.h"
#include "server/http/exchange.h"

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_questionnaire_write(cds_ctx *ctx, const srv_release *release,
                                   cds_text public_url, cds_text *out);

/** GET /fhir/Questionnaire/{id} */
void srv_questionnaire_get(srv_exchange *exchange);
