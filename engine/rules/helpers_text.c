// SPDX-License-Identifier: Apache-2.0
// `string`: bytes in, bytes out; no patterns, no formats, nothing that makes long from short.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/helpers.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

#define FIXED_MAX 1e15

static cds_text text_at(lua_State *L, int index, const char *usage)
{
    cds_text text = {NULL, 0};
    if (lua_type(L, index) != LUA_TSTRING) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    text.data = lua_tolstring(L, index, &text.length);
    cds_charge(L, text.length);
    return text;
}

static lua_Integer place_at(lua_State *L, int index, lua_Integer otherwise, const char *usage)
{
    int is_whole = 0;
    if (lua_isnoneornil(L, index)) {
        return otherwise;
    }
    lua_Integer place = lua_tointegerx(L, index, &is_whole);
    if (!is_whole || lua_type(L, index) != LUA_TNUMBER) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    return place;
}

static int string_len(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)text_at(L, 1, "string.len(text)").length);
    return 1;
}

static int string_sub(lua_State *L)
{
    const char *usage = "string.sub(text, first, last)";
    cds_text text = text_at(L, 1, usage);
    lua_Integer length = (lua_Integer)text.length;
    lua_Integer first = place_at(L, 2, 1, usage);
    lua_Integer last = place_at(L, 3, -1, usage);
    first = first < 0 && first >= -length ? length + first + 1 : first;
    last = last < 0 && last >= -length ? length + last + 1 : last;
    first = first < 1 ? 1 : first;
    last = last > length ? length : last;
    if (first > last) {
        lua_pushliteral(L, "");
    } else {
        lua_pushlstring(L, text.data + first - 1, (size_t)(last - first + 1));
    }
    return 1;
}

static int recased(lua_State *L, const char *usage, char from, char to)
{
    cds_text text = text_at(L, 1, usage);
    luaL_Buffer buffer;
    char *out = luaL_buffinitsize(L, &buffer, text.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        bool letter = c >= from && c <= from + 25;
        out[i] = letter ? (char)(c - from + to) : c;
    }
    luaL_pushresultsize(&buffer, text.length);
    return 1;
}

static int string_lower(lua_State *L)
{
    return recased(L, "string.lower(text)", 'A', 'a');
}

static int string_upper(lua_State *L)
{
    return recased(L, "string.upper(text)", 'a', 'A');
}

static int string_fixed(lua_State *L)
{
    const char *usage = "string.fixed(number, digits), 0 to 10 digits after the point";
    double number = lua_type(L, 1) == LUA_TNUMBER ? lua_tonumber(L, 1) : NAN;
    lua_Integer digits = place_at(L, 2, 0, usage);
    char text[64];
    if (!(fabs(number) <= FIXED_MAX) || digits < 0 || digits > 10) {
        return cds_raise(L, "usage: %s", usage);
    }
    int length = snprintf(text, sizeof text, "%.*f", (int)digits, number);
    lua_pushlstring(L, text, (size_t)length);
    return 1;
}

static int string_find(lua_State *L)
{
    const char *usage = "string.find(text, piece, first): plain text, no patterns";
    cds_text text = text_at(L, 1, usage);
    cds_text piece = text_at(L, 2, usage);
    lua_Integer first = place_at(L, 3, 1, usage);
    if (first < 1 || (size_t)first > text.length + 1) {
        lua_pushnil(L);
        return 1;
    }
    for (size_t at = (size_t)first - 1; at + piece.length <= text.length; at++) {
        cds_charge(L, 1 + piece.length / 8);
        if (memcmp(text.data + at, piece.data, piece.length) == 0) {
            lua_pushinteger(L, (lua_Integer)at + 1);
            lua_pushinteger(L, (lua_Integer)at + (lua_Integer)piece.length);
            return 2;
        }
    }
    lua_pushnil(L);
    return 1;
}

static const luaL_Reg words[] = {
    {"len", string_len},
    {"sub", string_sub},
    {"lower", string_lower},
    {"upper", string_upper},
    {"fixed", string_fixed},
    {"find", string_find},
    {NULL, NULL},
};

// pushes `string`; `("x"):upper()` finds it through the strings' metatable
void cds_open_text_helpers(lua_State *L)
{
    lua_newtable(L);
    luaL_setfuncs(L, words, 0);
    cds_view_wrap(L);
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
