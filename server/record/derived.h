// SPDX-License-Identifier: Apache-2.0
// What columns hold beside an entry's text, and what in the log they come from.
#pragma once

#include "server/record/store.h"

/** The entry with every column that its text does not hold made anew from what it does: an
 *  evaluation's reference and assumed day from its assessment, nothing for other kinds and what
 * was erased. Its release's name and time stay: they are those of its activation. Fails:
 *  CDS_MALFORMED, the assessment does not read. */
cds_status srv_entry_derive(cds_ctx *ctx, const srv_entry *entry, srv_entry *out);
