// SPDX-License-Identifier: Apache-2.0
// The evaluation as clients see it: an envelope rendered around the decision's own bytes, so
// that a GET returns what the POST answered.
#pragma once

#include "server/api/assess.h"
#include "server/api/release.h"
#include "server/http/exchange.h"
#include "server/record/store.h"

/** Of a kept entry. `shown` is the decision, or what a filter left of it. */
cds_status srv_envelope_of_entry(cds_ctx *ctx, const srv_entry *entry, cds_text shown,
                                 cds_text *out);

/** A copy of `shown` with room around it for the envelope of an entry that is not kept yet, so
 *  that its answer is never what fails. */
cds_status srv_envelope_hold(cds_ctx *ctx, cds_text shown, cds_text *out);

/** The envelope, written around what srv_envelope_hold copied, whose braces go. */
cds_text srv_envelope_close(const srv_entry *entry, cds_text held);

/** The member `release`. */
void srv_envelope_write_release(cds_buf *buf, const srv_entry *entry);

/** Of a rehearsal: no id, no log. What stands around the decision, which stays where it is. */
cds_status srv_envelope_around_rehearsal(cds_ctx *ctx, const srv_release *release,
                                         const srv_assessed *assessed, cds_text shown,
                                         srv_body_parts *out);

/** The same as one text. */
cds_status srv_envelope_of_rehearsal(cds_ctx *ctx, const srv_release *release,
                                     const srv_assessed *assessed, cds_text shown,
                                     cds_text *out);
