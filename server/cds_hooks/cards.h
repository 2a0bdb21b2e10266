// SPDX-License-Identifier: Apache-2.0
// Cards from an evaluation: a function of it and its id, so that a repeated call is answered
// alike. Source: CDS Hooks 2.0.1, "Card Attributes".
#pragma once

#include "server/cds_hooks/card.h"
#include "server/cds_hooks/told.h"

/** {"cards":[...]}: one for each decision that is told. Lives: in telling->ctx->mem. Fails:
 *  CDS_TOO_LARGE. */
cds_status srv_cards_write(const srv_telling *telling, const srv_told *told, cds_text *out);
