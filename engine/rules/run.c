// SPDX-License-Identifier: Apache-2.0
// What a running function sees: `facts` that raise when unknown, helpers, settings, and no
// other name.
#include "engine/rules/run.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/data.h"
#include "engine/rules/form.h"
#include "engine/rules/helpers.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"

#define FACTS "facts of a person"
#define KNOWN_MAX 256

static cds_run *run_of(lua_State *L)
{
    cds_run *run = cds_state_of(L)->run;
    if (run == NULL) {
        cds_raise(L, "facts are for functions while they run");
    }
    return run;
}

static int raise_unknown(lua_State *L, const cds_field *field)
{
    cds_state *state = cds_state_of(L);
    state->run->unknown = field;
    (void)cds_fail(state->ctx, CDS_UNKNOWN, "", "%.*s is unknown", CDS_SAID(field->path));
    lua_pushnil(L);
    return lua_error(L);
}

static void push_day(lua_State *L, cds_date day)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(day, text);
    lua_pushlstring(L, text, CDS_DATE_LENGTH);
}

static void push_option(lua_State *L, const cds_field *field, size_t i)
{
    lua_pushlstring(L, field->options[i].value.data, field->options[i].value.length);
}

static void push_options(lua_State *L, const cds_field *field, uint64_t options)
{
    lua_Integer count = 0;
    cds_charge(L, field->option_count);
    lua_newtable(L);
    for (size_t i = 0; i < field->option_count; i++) {
        if (options >> i & 1) {
            push_option(L, field, i);
            lua_rawseti(L, -2, ++count);
        }
    }
}

static void push_words(lua_State *L, const cds_json *words)
{
    lua_Integer count = 0;
    cds_charge(L, words->count);
    lua_createtable(L, (int)words->count, 0);
    for (const cds_json *one = words->child; one != NULL; one = one->next) {
        lua_pushlstring(L, one->text.data, one->text.length);
        lua_rawseti(L, -2, ++count);
    }
}

static int push_value(lua_State *L, const cds_field *field)
{
    cds_run *run = run_of(L);
    const cds_fact *fact = cds_facts_of(run->facts, field);
    cds_reads_note(&run->reads, field, fact);
    if (!fact->known) {
        return raise_unknown(L, field);
    }
    switch (field->kind) {
    case CDS_YESNO:
        lua_pushboolean(L, fact->yes);
        break;
    case CDS_WHOLE:
    case CDS_NUMBER:
        cds_push_number(L, fact->number);
        break;
    case CDS_DAY:
        push_day(L, fact->day);
        break;
    case CDS_CHOICE:
        push_option(L, field, fact->option);
        break;
    case CDS_CHOICES:
        push_options(L, field, fact->options);
        break;
    case CDS_WORD:
        lua_pushlstring(L, fact->json->text.data, fact->json->text.length);
        break;
    case CDS_WORDS:
        push_words(L, fact->json);
        break;
    case CDS_ITEMS:
        cds_view_push_json(L, fact->json);
        break;
    }
    return 1;
}

static int refuse_path(lua_State *L, cds_text path)
{
    const cds_fields *fields = run_of(L)->facts->fields;
    cds_text known[KNOWN_MAX];
    size_t count = fields->count < KNOWN_MAX ? fields->count : KNOWN_MAX;
    for (size_t i = 0; i < count; i++) {
        known[i] = fields->list[i].path;
    }
    return cds_raise(L, "there is no fact '%.*s'%s", CDS_SAID(path),
                     cds_did_you_mean(L, path, known, count));
}

static int facts_known(lua_State *L)
{
    const char *usage = "facts:known \"group.field\"";
    cds_text path = cds_peek_text(L, 2, usage);
    cds_run *run = run_of(L);
    if (run->is_measure) {
        return cds_raise(L, "a measure can't ask facts:known: learning a fact must never "
                            "change a number that is known");
    }
    const cds_field *field = cds_fields_find(run->facts->fields, path);
    if (field == NULL) {
        return refuse_path(L, path);
    }
    const cds_fact *fact = cds_facts_of(run->facts, field);
    cds_reads_note(&run->reads, field, fact);
    lua_pushboolean(L, fact->known);
    return 1;
}

// The user value: names to fields (light userdata) and to groups.
static int facts_index(lua_State *L)
{
    cds_text name = cds_peek_text(L, 2, "facts.group.field");
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    int type = lua_rawget(L, -2);
    if (type == LUA_TNIL) {
        return refuse_path(L, name);
    }
    return type == LUA_TLIGHTUSERDATA ? push_value(L, lua_touserdata(L, -1)) : 1;
}

static int facts_newindex(lua_State *L)
{
    return cds_raise(L, "facts can't be written to");
}

static void open_facts(lua_State *L)
{
    luaL_newmetatable(L, FACTS);
    lua_pushcfunction(L, facts_index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, facts_newindex);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

// group, table of its names -> the same of the group called `name` in it
static void enter_group(lua_State *L, cds_text name)
{
    lua_pushlstring(L, name.data, name.length);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newuserdatauv(L, 0, 1);
        luaL_setmetatable(L, FACTS);
        lua_newtable(L);
        lua_setiuservalue(L, -2, 1);
        lua_pushlstring(L, name.data, name.length);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
    lua_getiuservalue(L, -1, 1);
}

static void add_field(lua_State *L, const cds_field *field)
{
    cds_text rest = field->path;
    const char *dot = NULL;
    lua_pushvalue(L, -1);
    lua_getiuservalue(L, -1, 1);
    while ((dot = memchr(rest.data, '.', rest.length)) != NULL) {
        size_t length = (size_t)(dot - rest.data);
        enter_group(L, (cds_text){rest.data, length});
        rest = (cds_text){dot + 1, rest.length - length - 1};
    }
    lua_pushlstring(L, rest.data, rest.length);
    lua_pushlightuserdata(L, (void *)field);
    lua_rawset(L, -3);
    lua_pop(L, 2);
}

void cds_push_facts(lua_State *L, const cds_fields *fields)
{
    open_facts(L);
    lua_newuserdatauv(L, 0, 1);
    luaL_setmetatable(L, FACTS);
    lua_newtable(L);
    lua_pushcfunction(L, facts_known);
    lua_setfield(L, -2, "known");
    lua_setiuservalue(L, -2, 1);
    for (size_t i = 0; i < fields->count; i++) {
        add_field(L, &fields->list[i]);
    }
}

// Upvalue: the table of helpers.
static int run_index(lua_State *L)
{
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
        return 1;
    }
    cds_text name = cds_peek_text(L, 2, "a name");
    cds_text known[KNOWN_MAX];
    size_t count = cds_view_keys(L, lua_upvalueindex(1));
    size_t taken = 0;
    for (; taken < count && taken < KNOWN_MAX; taken++) {
        lua_rawgeti(L, -1, (lua_Integer)taken + 1);
        known[taken].data = lua_tolstring(L, -1, &known[taken].length);
        lua_pop(L, 1);
    }
    return cds_raise(L, "unknown name '%.*s'%s; a function reads facts.group.field",
                     CDS_SAID(name), cds_did_you_mean(L, name, known, taken));
}

static int refuse_global(lua_State *L)
{
    return cds_raise(L, "a function leaves nothing behind: write local %s",
                     lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "name");
}

void cds_push_run_globals(lua_State *L, const cds_json *clinic)
{
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_newtable(L);
    cds_open_helpers(L);
    cds_data_push(L, clinic);
    lua_setfield(L, -2, "clinic");
    lua_pushcclosure(L, run_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_global);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}
