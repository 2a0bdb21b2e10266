// SPDX-License-Identifier: Apache-2.0
// The strict gate in front of cJSON, which by itself lets through texts that are no JSON.
#pragma once

#include "engine/base/text.h"

/** One pass over `text`, which CDS_JSON_TAIL NULs follow; how many values it holds. Fails: as
 *  cds_json_parse. */
cds_status cds_json_check(cds_ctx *ctx, cds_text text, size_t *values);
