// SPDX-License-Identifier: Apache-2.0
// cJSON's memory: an arena a text, dropped whole, in place of a malloc and a free a value.
#pragma once

#include <cjson/cJSON.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

/** cJSON's tree of a text that a NUL follows. Lives: in `mem`; never cJSON_Delete it.
 *  NULL: no JSON for cJSON, or no memory. */
const cJSON *cds_json_tree(cds_arena *mem, cds_text text);

/** How many bytes the tree of a text with so many values takes at most. */
size_t cds_json_tree_bytes(cds_text text, size_t values);
