// SPDX-License-Identifier: Apache-2.0
// The idempotency keys whose first request still runs: a second one is answered 409. What is
// done already is the store's (srv_store_find_key).
#pragma once

#include "engine/base/digest.h"

#define SRV_INFLIGHT_MAX 65536

typedef struct srv_inflight srv_inflight;

/** NULL when the system has no memory. */
srv_inflight *srv_inflight_new(void);
void srv_inflight_free(srv_inflight *inflight);

/** False: a request with this key still runs, or SRV_INFLIGHT_MAX do. Enter first, then look
 *  for the key in the store: the other way round two equal requests can both begin. Thread:
 * any.
 */
bool srv_inflight_enter(srv_inflight *inflight, const cds_sha256 *key);

/** Once for each true enter, after the entry is kept or given up. Thread: any. */
void srv_inflight_leave(srv_inflight *inflight, const cds_sha256 *key);
