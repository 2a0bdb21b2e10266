// SPDX-License-Identifier: Apache-2.0
// What codes.lua may say: a table with the name of a field codes that field's options.
#pragma once

#include "engine/facts/field.h"
#include "engine/rules/state.h"

/** Raises, with what is meant, for a name in such a table that is no option of its field, and
 * for a list in it that does not hold texts alone: both would code nothing, in silence. */
void cds_codes_check(lua_State *L, const cds_fields *fields, const cds_json *codes);
