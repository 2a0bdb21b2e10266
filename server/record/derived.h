// SPDX-License-Identifier: Apache-2.0
// What columns hold beside an entry's text, and what in the log they come from.
#pragma once

#include "server/record/store.h"

/** The entry with every column that its text does not hold made anew from what it does: an
 *  evaluation's reference and assumed day from its assessment, nothing for other kinds. Its
 *  release's name and time stay: srv_activation_detail says where they come from. Fails:
 *  CDS_MALFORMED, the assessment does not read. */
cds_status srv_entry_derive(cds_ctx *ctx, const srv_entry *entry, srv_entry *out);

/** The detail of the activation whose release, release_name and release_activated_ms these
 *  are: {"activated_at","digest","name"}. */
cds_status srv_activation_detail(cds_ctx *ctx, const srv_entry *of, cds_text *out);
