// SPDX-License-Identifier: Apache-2.0
// POST /v1/evaluations and GET /v1/evaluations/{id}.
#pragma once

#include "server/api/service.h"

void srv_evaluations_post(srv_exchange *exchange);
void srv_evaluations_get(srv_exchange *exchange);

/** The evaluation with that id. Fails: CDS_NOT_FOUND, also for another's that the caller may
 * not see; CDS_GONE, it was erased. */
cds_status srv_evaluations_seen(cds_ctx *ctx, srv_store *store, const srv_caller *caller,
                                cds_text id, srv_entry *out);

/** The evaluation the path's first segment names, for who asks. Fails: as above; CDS_FAILED,
 *  the record cannot be read. */
cds_status srv_evaluations_find(srv_exchange *exchange, srv_slot *slot, srv_entry *out);

/** Answers what the context's error and the faults say; counts the refusal. */
void srv_evaluations_refuse(srv_exchange *exchange, srv_slot *slot, const cds_faults *faults);
