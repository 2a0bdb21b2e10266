// SPDX-License-Identifier: Apache-2.0
// What all declarations share: a name that is new, and `word "name" { ... }` in two calls.
#pragma once

#include "engine/rules/form.h"
#include "engine/rules/made.h"

/** The draft of this name, made if need be, and marked as used. Raises. */
cds_draft *cds_mention(lua_State *L, cds_draft_kind kind, cds_text name);

/** The draft of this name, now declared here; refused when it was before. Raises. */
cds_draft *cds_declare(lua_State *L, cds_draft_kind kind, cds_text name);

/** Pushes what `word "name"` is: a function that takes the table and calls `body` with name
 *  and table on its stack. Left uncalled, it refuses the file. */
int cds_push_named(lua_State *L, const char *usage, cds_lua_function body);
