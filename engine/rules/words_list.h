// SPDX-License-Identifier: Apache-2.0
// The words by name, as they are registered: for what describes them to people.
#pragma once

#include "engine/base/arena.h"
#include "engine/base/text.h"

/** All that rule files, cases and functions may call; those of helper tables as `string.len`.
 *  Lives: in ctx->mem. Fails: CDS_FAILED when the system has no memory. */
cds_status cds_words_list(cds_ctx *ctx, const cds_text **out, size_t *count);
