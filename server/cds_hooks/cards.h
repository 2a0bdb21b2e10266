// SPDX-License-Identifier: Apache-2.0
// Cards from a recorded decision: a function of it and nothing else, so that a repeated call is
// answered alike. Source: CDS Hooks 2.0.1, "Card Attributes".
#pragma once

#include "server/cds_hooks/card.h"

/** {"cards":[...]}: one for each decision named, in this order, at most SRV_CARDS_MAX. Lives:
 * in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_cards_write(cds_ctx *ctx, const srv_telling *telling, const cds_text *decisions,
                           size_t count, cds_text *out);
