// SPDX-License-Identifier: Apache-2.0
// Nothing a call writes may be seen by the next: tables can't be written to, and every other
// upvalue goes back to what it was.
#include "engine/rules/run.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/view.h"

#define NESTING_MAX 16

// Stack places of one sealing.
typedef struct sealing {
    lua_State *L;
    int record; // the list that is made
    int seen;   // functions done, and tables with their views
    lua_Integer items;
    int depth;
} sealing;

static void seal_value(sealing *seal);

static void seal_enter(sealing *seal)
{
    luaL_checkstack(seal->L, 10, "upvalues are nested too deeply");
    if (++seal->depth > NESTING_MAX) {
        luaL_error(seal->L, "what the function reaches is nested too deeply");
    }
}

static bool was_seen(const sealing *seal, int index)
{
    lua_pushvalue(seal->L, index);
    bool seen = lua_rawget(seal->L, seal->seen) != LUA_TNIL;
    lua_pop(seal->L, 1);
    return seen;
}

// function, value -> function, value; the record has one more place to restore.
static void record_upvalue(sealing *seal, int function, int place)
{
    lua_State *L = seal->L;
    lua_pushvalue(L, function);
    lua_rawseti(L, seal->record, ++seal->items);
    lua_pushinteger(L, place);
    lua_rawseti(L, seal->record, ++seal->items);
    lua_pushvalue(L, -1);
    lua_rawseti(L, seal->record, ++seal->items);
}

// Globals have no values to keep, and what a word holds in tables is its own.
static bool must_seal(lua_State *L, int function, const char *name)
{
    return lua_iscfunction(L, function) ? !lua_istable(L, -1) : strcmp(name, "_ENV") != 0;
}

// Of our own functions too: an iterator that `pairs` made counts in an upvalue.
static void seal_function(sealing *seal, int function)
{
    lua_State *L = seal->L;
    if (was_seen(seal, function)) {
        return;
    }
    seal_enter(seal);
    lua_pushvalue(L, function);
    lua_pushboolean(L, 1);
    lua_rawset(L, seal->seen);
    const char *name = NULL;
    for (int i = 1; (name = lua_getupvalue(L, function, i)) != NULL; i++) {
        if (must_seal(L, function, name)) {
            seal_value(seal);
            record_upvalue(seal, function, i);
            lua_pushvalue(L, -1);
            lua_setupvalue(L, function, i);
        }
        lua_pop(L, 1);
    }
    seal->depth--;
}

// table -> view of a copy whose tables are views
static void seal_table(sealing *seal)
{
    lua_State *L = seal->L;
    int table = lua_gettop(L);
    if (was_seen(seal, table)) {
        lua_rawget(L, seal->seen);
        return;
    }
    seal_enter(seal);
    lua_newtable(L);
    int copy = lua_gettop(L);
    lua_pushvalue(L, copy);
    cds_view_wrap(L);
    lua_pushvalue(L, table);
    lua_pushvalue(L, -2);
    lua_rawset(L, seal->seen);
    for (lua_pushnil(L); lua_next(L, table) != 0;) {
        cds_charge(L, 1);
        seal_value(seal);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, copy);
    }
    lua_replace(L, table);
    lua_settop(L, table);
    seal->depth--;
}

// What stands on top, as a call may have it.
static void seal_value(sealing *seal)
{
    switch (lua_type(seal->L, -1)) {
    case LUA_TTABLE:
        seal_table(seal);
        return;
    case LUA_TFUNCTION:
        seal_function(seal, lua_gettop(seal->L));
        return;
    default:
        return;
    }
}

int64_t cds_purity_seal(lua_State *L)
{
    int function = lua_gettop(L);
    lua_newtable(L);
    lua_newtable(L);
    sealing seal = {.L = L, .record = function + 1, .seen = function + 2};
    lua_pushvalue(L, function);
    lua_rawseti(L, seal.record, ++seal.items);
    seal_function(&seal, function);
    lua_pop(L, 1);
    lua_replace(L, function);
    return seal.items;
}

void cds_purity_restore(lua_State *L, int64_t items)
{
    int record = lua_gettop(L);
    for (lua_Integer i = 2; i + 2 <= items; i += 3) {
        lua_rawgeti(L, record, i);
        lua_rawgeti(L, record, i + 1);
        int place = (int)lua_tointeger(L, -1);
        lua_rawgeti(L, record, i + 2);
        lua_setupvalue(L, record + 1, place);
        lua_settop(L, record);
    }
}
