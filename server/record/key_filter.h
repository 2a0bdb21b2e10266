// SPDX-License-Identifier: Apache-2.0
// Which idempotency keys of the last day this log may hold, and where: a key that is new, as
// most are, is known to be without a look at the disk. A Bloom filter a thousand keys, cut so
// that one step looks into sixty-four of them; three bytes a key.
#pragma once

#include "engine/base/digest.h"

typedef struct srv_key_filter srv_key_filter;

/** NULL: no memory. */
srv_key_filter *srv_key_filter_new(void);
void srv_key_filter_free(srv_key_filter *filter);

/** Entry `number` may come to stand under the key; what is older than SRV_IDEMPOTENCY_MS is
 *  forgotten in time. False: no memory. Thread: any. */
bool srv_key_filter_add(srv_key_filter *filter, const cds_sha256 *key, int64_t number,
                        int64_t time_ms);

/** Entries among which one may stand under the key. */
typedef struct srv_key_range {
    int64_t block; // the filter's; INT64_MAX before the first
    int64_t first, last;
} srv_key_range;

/** The next range before `range`, from the newest on; false: there is none. A filter that is
 *  NULL knows nothing: once, all there is. Thread: any. */
bool srv_key_filter_next(srv_key_filter *filter, const cds_sha256 *key, srv_key_range *range);

/** False: no entry of the last day stands under the key. Thread: any. */
bool srv_key_filter_may_hold(srv_key_filter *filter, const cds_sha256 *key);
