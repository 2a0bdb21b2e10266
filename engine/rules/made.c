// SPDX-License-Identifier: Apache-2.0
// A condition or fact that nobody takes is how `and`, `or`, `not` and `==` show themselves:
// they can't be overloaded, but what they drop is left over.
#include "engine/rules/made.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

static void *push(lua_State *L, const char *kind, const void *value, size_t bytes)
{
    void *made = lua_newuserdatauv(L, bytes, 0);
    memcpy(made, value, bytes);
    luaL_setmetatable(L, kind);
    return made;
}

void cds_push_group(lua_State *L, cds_text path)
{
    push(L, CDS_MADE_GROUP, &path, sizeof path);
}

void cds_push_fact(lua_State *L, cds_made_fact fact)
{
    fact.use = cds_use_note(L, "fact");
    push(L, CDS_MADE_FACT, &fact, sizeof fact);
}

void cds_push_condition(lua_State *L, cds_made_condition condition)
{
    condition.use = cds_use_note(L, "condition");
    push(L, CDS_MADE_CONDITION, &condition, sizeof condition);
}

void cds_push_reference(lua_State *L, const char *kind, cds_draft *draft)
{
    cds_made_reference reference = {.draft = draft, .use = cds_use_note(L, kind)};
    push(L, kind, &reference, sizeof reference);
}

// Whatever a word made is dead once the file is built: functions must not look into it.
static void *peek(lua_State *L, int index, const char *kind)
{
    void *made = luaL_testudata(L, index, kind);
    if (made != NULL) {
        (void)cds_builder_of(L);
    }
    return made;
}

cds_made_fact *cds_peek_fact(lua_State *L, int index)
{
    return peek(L, index, CDS_MADE_FACT);
}

cds_made_condition *cds_peek_condition(lua_State *L, int index)
{
    return peek(L, index, CDS_MADE_CONDITION);
}

cds_made_reference *cds_peek_reference(lua_State *L, int index, const char *kind)
{
    return peek(L, index, kind);
}

static const char *what_userdata(lua_State *L, int index)
{
    static const struct {
        const char *kind, *said;
    } kinds[] = {
        {CDS_MADE_GROUP, "a group of facts"}, {CDS_MADE_FACT, "a fact"},
        {CDS_MADE_CONDITION, "a condition"},  {CDS_MADE_DECIDED, "decided() alone"},
        {CDS_MADE_SUGGEST, "a suggestion"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (luaL_testudata(L, index, kinds[i].kind) != NULL) {
            return kinds[i].said;
        }
    }
    return "something else";
}

const char *cds_what_is(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "nothing";
    case LUA_TBOOLEAN:
        return lua_toboolean(L, index) ? "true" : "false";
    case LUA_TNUMBER:
        return "a number";
    case LUA_TSTRING:
        return "text";
    case LUA_TTABLE:
        return "a table";
    case LUA_TFUNCTION:
        return "a function";
    default:
        return what_userdata(L, index);
    }
}

cds_made_fact *cds_take_fact(lua_State *L, int index, const char *usage)
{
    cds_made_fact *fact = cds_peek_fact(L, index);
    if (fact == NULL) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    fact->use->used = true;
    return fact;
}

static const char *hint(lua_State *L, int index)
{
    if (lua_type(L, index) == LUA_TBOOLEAN) {
        return ": 'and', 'or', 'not' and '==' don't build conditions; write all{}, any{}, "
               "none{} or yes()/no()/:is";
    }
    return cds_peek_fact(L, index) == NULL
               ? ""
               : ": write yes(fact), no(fact), fact:is \"...\" or fact:at_least(n)";
}

cds_made_condition *cds_take_condition(lua_State *L, int index, const char *usage)
{
    cds_made_condition *condition = cds_peek_condition(L, index);
    if (condition == NULL) {
        cds_raise(L, "usage: %s; got %s%s", usage, cds_what_is(L, index), hint(L, index));
    }
    condition->use->used = true;
    return condition;
}

static int refuse_operator(lua_State *L)
{
    return cds_raise(L, "'%s' does not work on conditions and facts; %s",
                     lua_tostring(L, lua_upvalueindex(1)),
                     lua_tostring(L, lua_upvalueindex(2)));
}

// Every metatable refuses what Lua would otherwise answer by itself.
static void refuse_operators(lua_State *L)
{
    static const struct {
        const char *event, *sign, *instead;
    } operators[] = {
        {"__lt", "<", "write fact:less_than(n) or fact:more_than(n)"},
        {"__le", "<=", "write fact:at_most(n) or fact:at_least(n)"},
        {"__eq", "==", "write fact:is \"...\", or a - b compared with :between(0, 0)"},
        {"__concat", "..", "write {group.field} inside the text"},
        {"__len", "#", "write fact:counts_at_least(n)"},
        {"__mod", "%", "only + - * / are for facts"},
        {"__pow", "^", "only + - * / are for facts"},
        {"__idiv", "//", "only + - * / are for facts"},
        {"__unm", "-", "write 0 - fact"},
        {"__call", "()", "a word follows a colon: fact:at_least(n)"},
        {"__newindex", "=", "facts and conditions can't be changed"},
    };
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        lua_pushstring(L, operators[i].sign);
        lua_pushstring(L, operators[i].instead);
        lua_pushcclosure(L, refuse_operator, 2);
        lua_setfield(L, -2, operators[i].event);
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

void cds_open_made(lua_State *L)
{
    static const char *const kinds[] = {CDS_MADE_GROUP, CDS_MADE_FACT, CDS_MADE_CONDITION,
                                        CDS_MADE_DECIDED, CDS_MADE_SUGGEST};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        luaL_newmetatable(L, kinds[i]);
        refuse_operators(L);
        lua_pop(L, 1);
    }
}
