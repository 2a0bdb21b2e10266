// SPDX-License-Identifier: Apache-2.0
// An evaluation as it may leave the clinic: without reference, id, salt and leaf (an id holds
// its millisecond), and with all days moved back by whole weeks, 1 to 104, drawn once for each
// person and export. So intervals within one person and days of the week stay true, and a day
// known of one person says nothing of another's.
#pragma once

#include "server/record/store.h"

#define SRV_SECRET_BYTES 32

/** { "entry", "time", "client", "release", "engine", "assessed_on", "assessment", "decision" };
 *  days inside sentences are moved too. `secret` is random, of one export, and then forgotten.
 *  Fails: CDS_MALFORMED, the entry's texts do not read. */
cds_status srv_entry_deidentify(cds_ctx *ctx, const srv_entry *entry,
                                const uint8_t secret[SRV_SECRET_BYTES], cds_buf *buf);
