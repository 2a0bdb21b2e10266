// SPDX-License-Identifier: Apache-2.0
// Read-only views: of JSON (settings, items of a fact) and of a rule file's own tables, so
// that a function reads them like tables and can't leave anything behind in them.
#pragma once

#include "engine/facts/json.h"
#include "engine/rules/state.h"

void cds_open_views(lua_State *L); // once a state

void cds_view_push_json(lua_State *L, const cds_json *value);

/** Takes a table off the stack and pushes a view of it. */
void cds_view_wrap(lua_State *L);

/** What is viewed at `index`; NULL, or false and nothing pushed, when it is no such view. */
const cds_json *cds_view_json(lua_State *L, int index);
bool cds_view_push_table(lua_State *L, int index);

/** Item `at` of a table, or of a view of one: pushes it and returns its Lua type. */
int cds_view_item(lua_State *L, int index, int64_t at);

/** Pushes a list of the names and numbers a table or view is indexed by: numbers first, each
 *  sort in order. Returns how many. */
size_t cds_view_keys(lua_State *L, int index);

/** Items from 1 on. Raises with `usage` for what is neither table nor view. */
size_t cds_view_length(lua_State *L, int index, const char *usage);

/** A whole number as Lua's integer, so that it prints as "5", not "5.0". */
void cds_push_number(lua_State *L, double value);
