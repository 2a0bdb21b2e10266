// SPDX-License-Identifier: Apache-2.0
// Proofs for those who wait: what no checkpoint covers yet gets one first.
#pragma once

#include "server/api/service.h"

/** Told once, on the worker's thread: the proof, or a failure that stands in the exchange's
 *  context. */
typedef void (*srv_proved_fn)(srv_exchange *exchange, void *user, cds_status status,
                              cds_text proof);

/** That the entry is in the log (record/proof.h), perhaps before this returns. Fails:
 *  CDS_NOT_FOUND; CDS_FAILED, the record cannot be read or signed now. */
void srv_prove(srv_exchange *exchange, int64_t number, srv_proved_fn proved, void *user);

/** Runs `then` on the worker's thread when what was kept before is signed, or cannot be now. */
void srv_prove_after_signing(srv_exchange *exchange, void (*then)(void *user), void *user);
