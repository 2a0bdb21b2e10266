// SPDX-License-Identifier: Apache-2.0
// The schema leads: each of its facts is looked for in the case, then in the person.
#include "engine/rules/casebook.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/data.h"
#include "engine/rules/form.h"
#include "engine/rules/groups.h"
#include "engine/rules/made.h"

#define FACTS_USAGE "{ group = { field = value, ... }, ... }"

static const char marks[] = {[CDS_MARK_SILENT] = 's', [CDS_MARK_UNKNOWN] = 'u'};

void cds_push_mark(lua_State *L, cds_mark mark)
{
    lua_pushlightuserdata(L, (void *)&marks[mark]);
}

bool cds_is_mark(lua_State *L, int index, cds_mark mark)
{
    return lua_islightuserdata(L, index) && lua_touserdata(L, index) == &marks[mark];
}

static const cds_fields *fields_of(lua_State *L)
{
    return cds_state_of(L)->cases->view->fields;
}

static bool is_expectation(cds_text name)
{
    return cds_text_is(name, "expect") || cds_text_is(name, "decides");
}

static void check_group(lua_State *L, int index, cds_text above);

// name, value on the stack
static void check_member(lua_State *L, cds_text above)
{
    cds_text name = cds_peek_text(L, -2, FACTS_USAGE);
    const cds_fields *fields = fields_of(L);
    if (cds_group_field(fields, above, name) != NULL) {
        return;
    }
    cds_text path = cds_group_path(fields, above, name);
    if (path.data == NULL) {
        cds_text known[CDS_GROUP_NAMES];
        size_t count = cds_group_names(fields, above, known, 0);
        cds_raise(L, "there is no fact '%.*s%s%.*s'%s", CDS_SAID(above),
                  above.length == 0 ? "" : ".", CDS_SAID(name),
                  cds_did_you_mean(L, name, known, count));
    }
    if (!cds_is_mark(L, -1, CDS_MARK_UNKNOWN)) {
        check_group(L, lua_gettop(L), path);
    }
}

static void check_group(lua_State *L, int index, cds_text above)
{
    if (lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "%.*s is a group of facts: %.*s = { ... }; got %s", CDS_SAID(above),
                  CDS_SAID(above), cds_what_is(L, index));
    }
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        check_member(L, above);
    }
}

void cds_case_check(lua_State *L, int index, bool is_case)
{
    if (lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "usage: %s " FACTS_USAGE "; got %s", is_case ? "case \"name\"" : "person",
                  cds_what_is(L, index));
    }
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        if (!is_case || !is_expectation(cds_peek_text(L, -2, FACTS_USAGE))) {
            check_member(L, CDS_TEXT(""));
        }
    }
}

// Two tables on their way through the groups; 0: not there.
typedef struct pair {
    int one, other; // the case's and the person's
} pair;

// Pushes what stands for `name`, or nil.
static void push_member(lua_State *L, int table, cds_text name)
{
    if (table == 0) {
        lua_pushnil(L);
        return;
    }
    lua_pushlstring(L, name.data, name.length);
    lua_rawget(L, table);
}

// An object that grows at its end.
typedef struct growing {
    cds_json *object, *last;
} growing;

static cds_json *append(lua_State *L, growing *to, cds_text name)
{
    cds_json *made = cds_take(L, sizeof *made);
    made->name = name;
    if (to->last == NULL) {
        to->object->child = made;
    } else {
        to->last->next = made;
    }
    to->last = made;
    to->object->count++;
    return made;
}

static bool is_list(cds_field_kind kind)
{
    return kind == CDS_CHOICES || kind == CDS_WORDS || kind == CDS_ITEMS;
}

static void read_scalar(lua_State *L, const cds_field *field, cds_json *out)
{
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN:
        out->kind = lua_toboolean(L, -1) ? CDS_JSON_TRUE : CDS_JSON_FALSE;
        return;
    case LUA_TNUMBER:
        out->kind = CDS_JSON_NUMBER;
        out->number = lua_tonumber(L, -1);
        return;
    case LUA_TSTRING:
        out->kind = CDS_JSON_STRING;
        out->text = cds_take_text(L, -1, "field = value");
        return;
    default:
        cds_raise(L, "%.*s can't be %s", CDS_SAID(field->path), cds_what_is(L, -1));
    }
}

// The value on top; `unknown` leaves nothing.
static void add_field(lua_State *L, const cds_field *field, cds_text name, growing *to)
{
    if (lua_isnil(L, -1) || cds_is_mark(L, -1, CDS_MARK_UNKNOWN)) {
        return;
    }
    cds_json *made = append(L, to, name);
    if (!is_list(field->kind) || lua_type(L, -1) != LUA_TTABLE) {
        read_scalar(L, field, made);
        return;
    }
    *made = *cds_data_read(L, -1, "field = { ... }");
    made->name = name;
}

static void merge_group(lua_State *L, cds_text above, pair tables, cds_json *out);

// What the case takes away stays away.
static void add_group(lua_State *L, cds_text path, pair tables, growing *to)
{
    int top = lua_gettop(L);
    cds_text name = cds_group_last(path);
    luaL_checkstack(L, 8, "groups are nested too deeply");
    push_member(L, tables.one, name);
    push_member(L, tables.other, name);
    pair inner = {lua_istable(L, top + 1) ? top + 1 : 0, lua_istable(L, top + 2) ? top + 2 : 0};
    bool taken_away = cds_is_mark(L, top + 1, CDS_MARK_UNKNOWN);
    if (!taken_away && (inner.one != 0 || inner.other != 0)) {
        merge_group(L, path, inner, append(L, to, name));
    }
    lua_settop(L, top);
}

// Pushes the case's value, else the person's, else nil.
static void push_value(lua_State *L, pair tables, cds_text name)
{
    push_member(L, tables.one, name);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        push_member(L, tables.other, name);
    }
}

static void merge_group(lua_State *L, cds_text above, pair tables, cds_json *out)
{
    const cds_fields *fields = fields_of(L);
    cds_text names[CDS_GROUP_NAMES];
    size_t count = cds_group_names(fields, above, names, 0);
    growing to = {out, NULL};
    out->kind = CDS_JSON_OBJECT;
    for (size_t i = 0; i < count; i++) {
        const cds_field *field = cds_group_field(fields, above, names[i]);
        if (field == NULL) {
            add_group(L, cds_group_path(fields, above, names[i]), tables, &to);
            continue;
        }
        push_value(L, tables, names[i]);
        add_field(L, field, names[i], &to);
        lua_pop(L, 1);
    }
}

static void check_fits(lua_State *L, const cds_json *assessment, const cds_case *one)
{
    cds_ctx inner = {.mem = cds_state_of(L)->ctx->mem};
    cds_faults faults = {.count = 0};
    const cds_schema *schema = cds_state_of(L)->cases->view->schema;
    cds_status status = cds_schema_check(&inner, schema, assessment, &faults);
    if (status == CDS_TOO_LARGE) {
        cds_raise_memory(L);
    }
    if (status != CDS_OK && faults.count > 0) {
        cds_raise(L, "case '%.*s' does not fit the schema at %.*s: %.*s", CDS_SAID(one->name),
                  CDS_SAID(faults.list[0].pointer), (int)faults.list[0].detail.length,
                  faults.list[0].detail.data);
    }
}

const cds_json *cds_case_merge(lua_State *L, int index, const cds_case *one)
{
    cds_json *made = cds_take(L, sizeof *made);
    int person = cds_state_of(L)->cases->person;
    lua_settop(L, index);
    if (person != 0) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, person);
    }
    merge_group(L, CDS_TEXT(""), (pair){index, person == 0 ? 0 : index + 1}, made);
    check_fits(L, made, one);
    return made;
}
