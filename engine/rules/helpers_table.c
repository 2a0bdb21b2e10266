// SPDX-License-Identifier: Apache-2.0
// `table` on raw length: no metamethod can make a short list long.
#include <math.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/number.h"
#include "engine/rules/helpers.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

static lua_Integer list_at(lua_State *L, int index, const char *usage)
{
    if (lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    lua_Integer length = (lua_Integer)lua_rawlen(L, index);
    return length;
}

static lua_Integer place_at(lua_State *L, int index, lua_Integer last, const char *usage)
{
    int is_whole = 0;
    lua_Integer place = lua_tointegerx(L, index, &is_whole);
    if (!is_whole || place < 1 || place > last) {
        cds_raise(L, "usage: %s; the place is not in the list", usage);
    }
    return place;
}

static int table_insert(lua_State *L)
{
    const char *usage = "table.insert(list, value) or table.insert(list, place, value)";
    lua_Integer length = list_at(L, 1, usage);
    int values = lua_gettop(L);
    if (values != 2 && values != 3) {
        return cds_raise(L, "usage: %s", usage);
    }
    lua_Integer place = values == 2 ? length + 1 : place_at(L, 2, length + 1, usage);
    cds_charge(L, (size_t)(length + 1 - place) + 1);
    for (lua_Integer i = length; i >= place; i--) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 1, i + 1);
    }
    lua_settop(L, values);
    lua_rawseti(L, 1, place);
    return 0;
}

static int table_remove(lua_State *L)
{
    const char *usage = "table.remove(list) or table.remove(list, place)";
    lua_Integer length = list_at(L, 1, usage);
    if (length == 0) {
        lua_pushnil(L);
        return 1;
    }
    lua_Integer place = lua_isnoneornil(L, 2) ? length : place_at(L, 2, length, usage);
    cds_charge(L, (size_t)(length - place) + 1);
    lua_rawgeti(L, 1, place);
    for (lua_Integer i = place; i < length; i++) {
        lua_rawgeti(L, 1, i + 1);
        lua_rawseti(L, 1, i);
    }
    lua_pushnil(L);
    lua_rawseti(L, 1, length);
    return 1;
}

// Numbers as tostring writes them, so that 5.0 joins as "5".
static void push_piece(lua_State *L, int64_t at, const char *usage)
{
    int type = cds_view_item(L, 1, at);
    char digits[CDS_NUMBER_LENGTH];
    if (type == LUA_TNUMBER && isfinite(lua_tonumber(L, -1))) {
        size_t length = cds_number_write(lua_tonumber(L, -1), digits);
        lua_pop(L, 1);
        lua_pushlstring(L, digits, length);
    } else if (type != LUA_TSTRING) {
        cds_raise(L, "usage: %s; an item is %s", usage, cds_what_is(L, -1));
    }
    cds_charge(L, lua_rawlen(L, -1) + 1);
}

static int table_concat(lua_State *L)
{
    const char *usage = "table.concat(list, between): texts and numbers";
    size_t length = cds_view_length(L, 1, usage);
    size_t between_bytes = 0;
    const char *between = "";
    if (lua_type(L, 2) == LUA_TSTRING) {
        between = lua_tolstring(L, 2, &between_bytes);
    } else if (!lua_isnoneornil(L, 2)) {
        return cds_raise(L, "usage: %s", usage);
    }
    luaL_Buffer buffer;
    lua_settop(L, 2);
    luaL_buffinit(L, &buffer);
    for (size_t i = 1; i <= length; i++) {
        if (i > 1) {
            cds_charge(L, between_bytes);
            luaL_addlstring(&buffer, between, between_bytes);
        }
        push_piece(L, (int64_t)i, usage);
        luaL_addvalue(&buffer);
    }
    luaL_pushresult(&buffer);
    return 1;
}

static const luaL_Reg words[] = {
    {"insert", table_insert},
    {"remove", table_remove},
    {"concat", table_concat},
    {NULL, NULL},
};

void cds_open_table_helpers(lua_State *L)
{
    lua_newtable(L);
    luaL_setfuncs(L, words, 0);
    cds_view_wrap(L);
}
