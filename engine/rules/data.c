// SPDX-License-Identifier: Apache-2.0
// From Lua by copying, to Lua by views: a setting is shared, so nobody may write to it.
#include "engine/rules/data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

typedef struct reading {
    lua_State *L;
    const char *usage;
    size_t values, text_bytes;
    int depth;
} reading;

static void refuse_data(const reading *read, const char *why)
{
    cds_raise(read->L, "usage: %s; %s", read->usage, why);
}

static void read_value(reading *read, int index, cds_json *out);

static void read_text(reading *read, int index, cds_text *out)
{
    *out = cds_take_text(read->L, index, read->usage);
    read->text_bytes += out->length;
    if (read->text_bytes > CDS_DATA_TEXT_BYTES) {
        refuse_data(read, "it holds too much text");
    }
}

static void read_number(reading *read, int index, cds_json *out)
{
    out->kind = CDS_JSON_NUMBER;
    out->number = lua_tonumber(read->L, index);
    if (!isfinite(out->number)) {
        refuse_data(read, "a number in it is not finite");
    }
}

static void read_list(reading *read, int index, cds_json *out)
{
    lua_State *L = read->L;
    out->kind = CDS_JSON_ARRAY;
    out->count = cds_list_length(L, index, read->usage);
    cds_json *items = cds_take(L, out->count * sizeof *items);
    for (size_t i = 0; i < out->count; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        read_value(read, lua_gettop(L), &items[i]);
        lua_pop(L, 1);
        items[i].next = i + 1 < out->count ? &items[i + 1] : NULL;
    }
    out->child = out->count == 0 ? NULL : items;
}

static int by_name(const void *a, const void *b)
{
    return cds_text_compare(((const cds_json *)a)->name, ((const cds_json *)b)->name);
}

static size_t count_members(lua_State *L, int index)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        count++;
    }
    return count;
}

static void read_object(reading *read, int index, cds_json *out)
{
    lua_State *L = read->L;
    out->kind = CDS_JSON_OBJECT;
    out->count = count_members(L, index);
    cds_charge(L, out->count);
    cds_json *members = cds_take(L, out->count * sizeof *members);
    size_t i = 0;
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1), i++) {
        if (lua_type(L, -2) != LUA_TSTRING) {
            refuse_data(read, "a table is either a list or has names only");
        }
        read_text(read, lua_gettop(L) - 1, &members[i].name);
        read_value(read, lua_gettop(L), &members[i]);
    }
    qsort(members, out->count, sizeof *members, by_name);
    for (i = 0; i + 1 < out->count; i++) {
        members[i].next = &members[i + 1];
    }
    out->child = members;
}

static void read_table(reading *read, int index, cds_json *out)
{
    lua_State *L = read->L;
    luaL_checkstack(L, 8, "nested too deeply");
    if (++read->depth > CDS_DATA_DEPTH) {
        refuse_data(read, "it is nested too deeply");
    }
    bool first = lua_rawgeti(L, index, 1) != LUA_TNIL;
    lua_pop(L, 1);
    lua_pushnil(L);
    bool empty = lua_next(L, index) == 0;
    lua_settop(L, empty ? -1 : -3);
    if (first || empty) {
        read_list(read, index, out);
    } else {
        read_object(read, index, out);
    }
    read->depth--;
}

static void read_userdata(reading *read, int index, cds_json *out)
{
    const cds_json *viewed = cds_view_json(read->L, index);
    if (viewed != NULL) {
        cds_text name = out->name;
        *out = *viewed;
        out->name = name;
        out->next = NULL;
        return;
    }
    if (!cds_view_push_table(read->L, index)) {
        refuse_data(read, "facts and conditions are no data");
    }
    read_table(read, lua_gettop(read->L), out);
    lua_pop(read->L, 1);
}

static void read_value(reading *read, int index, cds_json *out)
{
    lua_State *L = read->L;
    if (++read->values > CDS_DATA_VALUES) {
        refuse_data(read, "it holds too many values");
    }
    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
        out->kind = lua_toboolean(L, index) ? CDS_JSON_TRUE : CDS_JSON_FALSE;
        return;
    case LUA_TNUMBER:
        read_number(read, index, out);
        return;
    case LUA_TSTRING:
        out->kind = CDS_JSON_STRING;
        read_text(read, index, &out->text);
        return;
    case LUA_TTABLE:
        read_table(read, index, out);
        return;
    case LUA_TUSERDATA:
        read_userdata(read, index, out);
        return;
    default:
        refuse_data(read, "it holds something that is no data");
    }
}

const cds_json *cds_data_read(lua_State *L, int index, const char *usage)
{
    reading read = {.L = L, .usage = usage};
    cds_json *out = cds_take(L, sizeof *out);
    if (lua_type(L, index) != LUA_TTABLE && lua_type(L, index) != LUA_TUSERDATA) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    read_value(&read, lua_absindex(L, index), out);
    return out;
}

void cds_data_push(lua_State *L, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_NULL:
        lua_pushnil(L);
        return;
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
        lua_pushboolean(L, value->kind == CDS_JSON_TRUE);
        return;
    case CDS_JSON_NUMBER:
        cds_push_number(L, value->number);
        return;
    case CDS_JSON_STRING:
        lua_pushlstring(L, value->text.data, value->text.length);
        return;
    case CDS_JSON_ARRAY:
    case CDS_JSON_OBJECT:
        cds_view_push_json(L, value);
        return;
    }
}
