// SPDX-License-Identifier: Apache-2.0
// The strict gate in front of cJSON, which by itself lets through texts that are no JSON.
#pragma once

#include <stdbool.h>

#include "engine/base/text.h"

typedef struct cds_json_string {
    cds_text inside; // as it stands in the text, between its quotes
    bool has_escape;
} cds_json_string;

/** What a good text holds. Lives: in the arena that was given. */
typedef struct cds_json_held {
    size_t values;
    const cds_json_string *strings; // names and texts, in the order of the text
} cds_json_held;

/** One pass over `text`, which CDS_JSON_TAIL NULs follow; what it holds is kept in `mem`.
 *  Fails: as cds_json_parse. */
cds_status cds_json_check(cds_ctx *ctx, cds_text text, cds_arena *mem, cds_json_held *out);
