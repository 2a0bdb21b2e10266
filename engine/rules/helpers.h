// SPDX-License-Identifier: Apache-2.0
// What functions in rule files may call: a short list, each of which takes from the budget by
// the bytes or items it touches.
#pragma once

#include "engine/rules/state.h"

/** Adds tonumber, tostring, pairs, ipairs, ratio, days_between, add_days, weekday and the
 *  tables string, table and math to the table on top of the stack. Raises. */
void cds_open_helpers(lua_State *L);

void cds_open_text_helpers(lua_State *L);  // pushes `string`, and gives it to all strings
void cds_open_table_helpers(lua_State *L); // pushes `table`
void cds_open_math_helpers(lua_State *L);  // pushes `math`
