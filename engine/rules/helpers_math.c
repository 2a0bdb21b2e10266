// SPDX-License-Identifier: Apache-2.0
// `math`: rounding and the larger of two.
#include <math.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/helpers.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

static double number_at(lua_State *L, int index, const char *usage)
{
    double number = lua_type(L, index) == LUA_TNUMBER ? lua_tonumber(L, index) : NAN;
    if (!isfinite(number)) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    return number;
}

static int math_floor(lua_State *L)
{
    cds_push_number(L, floor(number_at(L, 1, "math.floor(number)")));
    return 1;
}

static int math_ceil(lua_State *L)
{
    cds_push_number(L, ceil(number_at(L, 1, "math.ceil(number)")));
    return 1;
}

static int math_abs(lua_State *L)
{
    cds_push_number(L, fabs(number_at(L, 1, "math.abs(number)")));
    return 1;
}

static int math_min(lua_State *L)
{
    double least = number_at(L, 1, "math.min(number, ...)");
    for (int i = 2; i <= lua_gettop(L); i++) {
        double next = number_at(L, i, "math.min(number, ...)");
        least = next < least ? next : least;
    }
    cds_push_number(L, least);
    return 1;
}

static int math_max(lua_State *L)
{
    double most = number_at(L, 1, "math.max(number, ...)");
    for (int i = 2; i <= lua_gettop(L); i++) {
        double next = number_at(L, i, "math.max(number, ...)");
        most = next > most ? next : most;
    }
    cds_push_number(L, most);
    return 1;
}

static const luaL_Reg words[] = {
    {"floor", math_floor}, {"ceil", math_ceil}, {"abs", math_abs},
    {"min", math_min},     {"max", math_max},   {NULL, NULL},
};

void cds_open_math_helpers(lua_State *L)
{
    lua_newtable(L);
    luaL_setfuncs(L, words, 0);
    cds_view_wrap(L);
}
