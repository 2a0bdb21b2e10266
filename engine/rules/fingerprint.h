// SPDX-License-Identifier: Apache-2.0
// Whether two functions of rule files compute alike, as far as their source can tell.
#pragma once

#include "engine/base/digest.h"
#include "engine/rules/state.h"

/** Of the Lua function on top of the stack: its tokens, so that comments and line ends don't
 *  matter, and what the names it takes from around it hold. Pops nothing. Raises. */
cds_sha256 cds_fingerprint(lua_State *L);
