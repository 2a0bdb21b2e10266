// SPDX-License-Identifier: Apache-2.0
// A card's detail in Markdown: the advice, the facts it rests on, the evidence, rule and
// version.
#pragma once

#include "engine/base/buf.h"
#include "server/cds_hooks/card.h"

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_detail_write(cds_ctx *ctx, const srv_card *card, cds_text *out);
