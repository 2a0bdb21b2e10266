// SPDX-License-Identifier: Apache-2.0
// Texts of a release that say the same are one text: rules say much alike.
#pragma once

#include "engine/base/arena.h"
#include "engine/base/text.h"

typedef struct cds_shared cds_shared;

/** Knows no text yet. Lives: in `scratch`. NULL: no memory. */
cds_shared *cds_shared_new(cds_arena *scratch);

/** The one text of these bytes, copied to ctx->mem the first time. Fails: CDS_TOO_LARGE. */
cds_status cds_shared_text(cds_ctx *ctx, cds_shared *shared, cds_text text, cds_text *out);
