// SPDX-License-Identifier: Apache-2.0
// Two kinds of userdata that answer [], # and pairs, and refuse to be written to.
#include "engine/rules/view.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/data.h"
#include "engine/rules/form.h"
#include "engine/rules/made.h"

#define VIEW_JSON "view of data"
#define VIEW_TABLE "view of a table"
#define NAMES_MAX 64
#define WHOLE_MAX 9007199254740992.0

void cds_push_number(lua_State *L, double value)
{
    if (floor(value) == value && fabs(value) <= WHOLE_MAX) {
        lua_pushinteger(L, (lua_Integer)value);
    } else {
        lua_pushnumber(L, value);
    }
}

void cds_view_push_json(lua_State *L, const cds_json *value)
{
    const cds_json **view = lua_newuserdatauv(L, sizeof *view, 0);
    *view = value;
    luaL_setmetatable(L, VIEW_JSON);
}

void cds_view_wrap(lua_State *L)
{
    lua_newuserdatauv(L, 0, 1);
    luaL_setmetatable(L, VIEW_TABLE);
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 1);
}

const cds_json *cds_view_json(lua_State *L, int index)
{
    const cds_json **view = luaL_testudata(L, index, VIEW_JSON);
    return view == NULL ? NULL : *view;
}

bool cds_view_push_table(lua_State *L, int index)
{
    if (luaL_testudata(L, index, VIEW_TABLE) == NULL) {
        return false;
    }
    lua_getiuservalue(L, index, 1);
    return true;
}

static const cds_json *json_item(const cds_json *list, int64_t at)
{
    if (list->kind != CDS_JSON_ARRAY || at < 1 || (size_t)at > list->count) {
        return NULL;
    }
    const cds_json *item = list->child;
    for (int64_t i = 1; i < at; i++) {
        item = item->next;
    }
    return item;
}

static int push_or_nil(lua_State *L, const cds_json *value)
{
    if (value == NULL) {
        lua_pushnil(L);
    } else {
        cds_data_push(L, value);
    }
    return lua_type(L, -1);
}

int cds_view_item(lua_State *L, int index, int64_t at)
{
    const cds_json *value = cds_view_json(L, index);
    if (value != NULL) {
        cds_charge(L, at > 0 ? (size_t)at : 1);
        return push_or_nil(L, json_item(value, at));
    }
    if (!cds_view_push_table(L, index)) {
        return lua_rawgeti(L, index, at);
    }
    lua_rawgeti(L, -1, at);
    lua_remove(L, -2);
    return lua_type(L, -1);
}

static void refuse_setting(lua_State *L, const cds_json *object, cds_text name)
{
    cds_text known[NAMES_MAX];
    size_t count = 0;
    for (const cds_json *one = object->child; one != NULL && count < NAMES_MAX;
         one = one->next) {
        known[count++] = one->name;
    }
    cds_raise(L, "there is no '%.*s' here%s", CDS_SAID(name),
              cds_did_you_mean(L, name, known, count));
}

static int json_index(lua_State *L)
{
    const cds_json *value = cds_view_json(L, 1);
    if (lua_type(L, 2) == LUA_TNUMBER) {
        cds_view_item(L, 1, lua_tointeger(L, 2));
        return 1;
    }
    cds_text name = cds_peek_text(L, 2, "settings.name");
    const cds_json *member =
        value->kind == CDS_JSON_OBJECT ? cds_json_member(value, name) : NULL;
    if (member == NULL) {
        refuse_setting(L, value, name);
    }
    cds_data_push(L, member);
    return 1;
}

static int json_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)cds_view_json(L, 1)->count);
    return 1;
}

static int table_index(lua_State *L)
{
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    return 1;
}

static int table_length(lua_State *L)
{
    lua_getiuservalue(L, 1, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

static int refuse_write(lua_State *L)
{
    return cds_raise(L, "this can't be written to: a function leaves nothing behind; copy it "
                        "into a local table first");
}

static void open_view(lua_State *L, const char *kind, lua_CFunction index, lua_CFunction length)
{
    luaL_newmetatable(L, kind);
    lua_pushcfunction(L, index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, length);
    lua_setfield(L, -2, "__len");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

void cds_open_views(lua_State *L)
{
    open_view(L, VIEW_JSON, json_index, json_length);
    open_view(L, VIEW_TABLE, table_index, table_length);
}

size_t cds_view_length(lua_State *L, int index, const char *usage)
{
    const cds_json *value = cds_view_json(L, index);
    if (value != NULL) {
        return value->kind == CDS_JSON_ARRAY ? value->count : 0;
    }
    bool viewed = cds_view_push_table(L, index);
    if (!viewed && lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    size_t length = lua_rawlen(L, viewed ? -1 : index);
    lua_settop(L, viewed ? -2 : -1);
    return length;
}

static size_t json_keys(lua_State *L, const cds_json *value)
{
    lua_Integer count = 0;
    lua_newtable(L);
    for (const cds_json *one = value->child; one != NULL; one = one->next) {
        count++;
        if (value->kind == CDS_JSON_ARRAY) {
            lua_pushinteger(L, count);
        } else {
            lua_pushlstring(L, one->name.data, one->name.length);
        }
        lua_rawseti(L, -2, count);
    }
    cds_charge(L, (size_t)count);
    return (size_t)count;
}

typedef struct key {
    bool is_text;
    double number;
    cds_text text;
    lua_Integer at;
} key;

static int by_key(const void *left, const void *right)
{
    const key *a = left;
    const key *b = right;
    if (a->is_text != b->is_text) {
        return a->is_text ? 1 : -1;
    }
    if (a->is_text) {
        return cds_text_compare(a->text, b->text);
    }
    return (a->number > b->number) - (a->number < b->number);
}

static key key_at(lua_State *L, int index)
{
    key one = {.is_text = lua_type(L, index) == LUA_TSTRING};
    if (one.is_text) {
        one.text.data = lua_tolstring(L, index, &one.text.length);
    } else if (lua_type(L, index) == LUA_TNUMBER) {
        one.number = lua_tonumber(L, index);
    } else {
        cds_raise(L, "pairs goes through tables whose keys are texts or numbers");
    }
    return one;
}

// Pushes all keys of a table as a list, in Lua's own order.
static size_t raw_keys(lua_State *L, int table)
{
    lua_Integer count = 0;
    lua_newtable(L);
    int list = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_rawseti(L, list, ++count);
        cds_charge(L, 1);
    }
    return (size_t)count;
}

// The unsorted list on top becomes a sorted one.
static void sort_keys(lua_State *L, size_t count)
{
    int raw = lua_gettop(L);
    key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, raw, (lua_Integer)i + 1);
        keys[i] = key_at(L, -1); // the list keeps the text alive
        keys[i].at = (lua_Integer)i + 1;
        lua_pop(L, 1);
    }
    size_t depth = 1;
    while (((size_t)1 << depth) < count) {
        depth++;
    }
    cds_charge(L, count * depth);
    qsort(keys, count, sizeof *keys, by_key);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, raw, keys[i].at);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_replace(L, raw);
    lua_settop(L, raw);
}

size_t cds_view_keys(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    const cds_json *value = cds_view_json(L, index);
    if (value != NULL) {
        return json_keys(L, value);
    }
    bool viewed = cds_view_push_table(L, index);
    size_t count = raw_keys(L, viewed ? lua_gettop(L) : index);
    sort_keys(L, count);
    if (viewed) {
        lua_remove(L, -2);
    }
    return count;
}
