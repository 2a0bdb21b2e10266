// SPDX-License-Identifier: Apache-2.0
// A chart is opened many times a day: what its user was told of the patient the last time is no
// news, unless it is urgent.
#pragma once

#include "server/record/store.h"

/** Whether the same decision was the last that this client's user met in this patient's chart.
 *  `opening` is the entry to be kept, its detail aside. Fails: CDS_FAILED; then it is news. */
cds_status srv_news_is_old(cds_ctx *ctx, srv_store *store, const srv_entry *opening,
                           cds_text user, bool *out);
