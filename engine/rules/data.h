// SPDX-License-Identifier: Apache-2.0
// Plain Lua tables as JSON: settings, a rule's advice, the facts of a case.
#pragma once

#include "engine/facts/json.h"
#include "engine/rules/state.h"

#define CDS_DATA_DEPTH 8
#define CDS_DATA_VALUES 2000
#define CDS_DATA_TEXT_BYTES ((size_t)32 << 10)

/** Lists of 1 to n become arrays, other tables objects with their members sorted by name, an
 *  empty table an empty array. Refused with `usage`: functions, mixed tables, NaN and
 *  infinite numbers, and what is too deep or too much. In the present call's arena. */
const cds_json *cds_data_read(lua_State *L, int index, const char *usage);

/** Pushes the value; tables of it are read-only views. `what` names it in error texts. */
void cds_data_push(lua_State *L, const cds_json *value);
