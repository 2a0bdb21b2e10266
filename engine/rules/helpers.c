// SPDX-License-Identifier: Apache-2.0
// Going through tables in an order that is the same everywhere, and days.
#include "engine/rules/helpers.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/decimal.h"
#include "engine/base/number.h"
#include "engine/rules/form.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

static double number_at(lua_State *L, int index, const char *usage)
{
    if (lua_type(L, index) != LUA_TNUMBER) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    return lua_tonumber(L, index);
}

static int helper_tonumber(lua_State *L)
{
    size_t length = 0;
    if (lua_type(L, 1) == LUA_TNUMBER) {
        lua_settop(L, 1);
        return 1;
    }
    if (lua_type(L, 1) != LUA_TSTRING) {
        return cds_raise(L, "usage: tonumber(text); got %s", cds_what_is(L, 1));
    }
    const char *text = lua_tolstring(L, 1, &length);
    cds_charge(L, length);
    if (lua_stringtonumber(L, text) != length + 1) {
        lua_pushnil(L);
    }
    return 1;
}

static int helper_tostring(lua_State *L)
{
    char digits[CDS_NUMBER_LENGTH];
    switch (lua_type(L, 1)) {
    case LUA_TSTRING:
        lua_settop(L, 1);
        return 1;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, 1) ? "true" : "false");
        return 1;
    case LUA_TNUMBER:
        if (isfinite(lua_tonumber(L, 1))) {
            lua_pushlstring(L, digits, cds_number_write(lua_tonumber(L, 1), digits));
            return 1;
        }
        break;
    default:
        break;
    }
    return cds_raise(L, "usage: tostring(text, number, true or false); got %s",
                     cds_what_is(L, 1));
}

// Upvalues: the table or view, its keys, the place among them.
static int next_pair(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(3));
    if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL) {
        return 1;
    }
    lua_pushvalue(L, -1);
    lua_gettable(L, lua_upvalueindex(1));
    return 2;
}

static int helper_pairs(lua_State *L)
{
    (void)cds_view_length(L, 1, "pairs(table)");
    lua_pushvalue(L, 1);
    cds_view_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 3);
    return 1;
}

static int next_item(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, 2) + 1;
    lua_pushinteger(L, at);
    return cds_view_item(L, 1, at) == LUA_TNIL ? 1 : 2;
}

static int helper_ipairs(lua_State *L)
{
    (void)cds_view_length(L, 1, "ipairs(list)");
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

static int helper_ratio(lua_State *L)
{
    const char *usage = "ratio(a, b): a divided by b, b not zero";
    cds_decimal over;
    cds_decimal under;
    cds_decimal quotient;
    if (!cds_decimal_of(number_at(L, 1, usage), &over) ||
        !cds_decimal_of(number_at(L, 2, usage), &under) ||
        !cds_decimal_combine(CDS_OVER, over, under, &quotient)) {
        return cds_raise(L, "usage: %s", usage);
    }
    cds_push_number(L, cds_decimal_double(quotient));
    return 1;
}

static cds_date day_at(lua_State *L, int index, const char *usage)
{
    cds_date day = {0};
    size_t length = 0;
    const char *text =
        lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &length) : "";
    if (!cds_date_parse((cds_text){text, length}, &day)) {
        cds_raise(L, "usage: %s; got no day", usage);
    }
    return day;
}

static int helper_days_between(lua_State *L)
{
    const char *usage = "days_between(\"YYYY-MM-DD\", \"YYYY-MM-DD\"): from the first to the "
                        "second";
    lua_pushinteger(L, day_at(L, 2, usage).days - day_at(L, 1, usage).days);
    return 1;
}

static int helper_add_days(lua_State *L)
{
    const char *usage = "add_days(\"YYYY-MM-DD\", days)";
    char text[CDS_DATE_LENGTH + 1];
    double sum = day_at(L, 1, usage).days + number_at(L, 2, usage);
    if (!(sum >= CDS_DATE_FIRST_DAYS && sum <= CDS_DATE_LAST_DAYS) || floor(sum) != sum) {
        return cds_raise(L, "usage: %s, whole days between the years 0000 and 9999", usage);
    }
    cds_date_format((cds_date){(int32_t)sum}, text);
    lua_pushlstring(L, text, CDS_DATE_LENGTH);
    return 1;
}

static int helper_weekday(lua_State *L)
{
    lua_pushinteger(L, cds_date_weekday(day_at(L, 1, "weekday(\"YYYY-MM-DD\"): 1 is Monday")));
    return 1;
}

static const luaL_Reg helpers[] = {
    {"tonumber", helper_tonumber},
    {"tostring", helper_tostring},
    {"pairs", helper_pairs},
    {"ipairs", helper_ipairs},
    {"ratio", helper_ratio},
    {"days_between", helper_days_between},
    {"add_days", helper_add_days},
    {"weekday", helper_weekday},
    {NULL, NULL},
};

void cds_open_helpers(lua_State *L)
{
    luaL_setfuncs(L, helpers, 0);
    cds_open_text_helpers(L);
    lua_setfield(L, -2, "string");
    cds_open_table_helpers(L);
    lua_setfield(L, -2, "table");
    cds_open_math_helpers(L);
    lua_setfield(L, -2, "math");
}
