// SPDX-License-Identifier: Apache-2.0
// cJSON's memory: one piece a text, in place of a malloc and a free a value.
#pragma once

#include <cjson/cJSON.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

/** cJSON's tree of a text that a NUL follows and that holds so many values. Lives: in `mem`;
 *  never cJSON_Delete it. NULL: no JSON for cJSON, or no memory. */
const cJSON *cds_json_tree(cds_arena *mem, cds_text text, size_t values);
