// SPDX-License-Identifier: Apache-2.0
// The Lua functions of a release: seen when it is loaded, taken by a sandbox that reads their
// files again.
#pragma once

#include "engine/rules/builder.h"

/** The function on top of the stack belongs to this rule or measure. Pops nothing. */
void cds_take_function(lua_State *L, cds_draft_kind kind, cds_text name);
