// SPDX-License-Identifier: Apache-2.0
// `:has { class = "nsaid" }`: what is asked of some item of a list of objects.
#pragma once

#include "engine/rules/made.h"

/** Reads the table at stack index 2 into the leaf, checked as far as the schema tells. */
void cds_has_read(lua_State *L, cds_condition *leaf);
