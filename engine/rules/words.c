// SPDX-License-Identifier: Apache-2.0
// The globals of a rule file: words first, then the schema's groups and single facts; any
// other name is an error.
#include "engine/rules/words.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/form.h"
#include "engine/rules/helpers.h"
#include "engine/rules/view.h"

#define KNOWN_MAX 256

// The prefix of the fields in the group `name` of the group `above`; data NULL: no such group.
static cds_text group_path(const cds_fields *fields, cds_text above, cds_text name)
{
    size_t start = above.length == 0 ? 0 : above.length + 1;
    for (size_t i = 0; i < fields->count; i++) {
        cds_text path = fields->list[i].path;
        if (path.length > start + name.length && path.data[start + name.length] == '.' &&
            memcmp(path.data, above.data, above.length) == 0 &&
            (start == 0 || path.data[above.length] == '.') &&
            memcmp(path.data + start, name.data, name.length) == 0) {
            return (cds_text){path.data, start + name.length};
        }
    }
    return (cds_text){NULL, 0};
}

static const cds_field *field_in(const cds_fields *fields, cds_text above, cds_text name)
{
    char path[300];
    if (above.length == 0) {
        return cds_fields_find(fields, name);
    }
    if (above.length + name.length + 1 > sizeof path) {
        return NULL;
    }
    memcpy(path, above.data, above.length);
    path[above.length] = '.';
    memcpy(path + above.length + 1, name.data, name.length);
    return cds_fields_find(fields, (cds_text){path, above.length + 1 + name.length});
}

// Names that may follow `above`, none twice in a row.
static size_t names_in(const cds_fields *fields, cds_text above, cds_text *known, size_t count)
{
    size_t start = above.length == 0 ? 0 : above.length + 1;
    for (size_t i = 0; i < fields->count && count < KNOWN_MAX; i++) {
        cds_text path = fields->list[i].path;
        bool inside = path.length > start && memcmp(path.data, above.data, above.length) == 0 &&
                      (start == 0 || path.data[above.length] == '.');
        if (!inside) {
            continue;
        }
        cds_text rest = {path.data + start, path.length - start};
        const char *dot = memchr(rest.data, '.', rest.length);
        rest.length = dot == NULL ? rest.length : (size_t)(dot - rest.data);
        if (count == 0 || !cds_text_equal(known[count - 1], rest)) {
            known[count++] = rest;
        }
    }
    return count;
}

// Pushes the fact or group of this name, or says that there is none.
static bool push_named(lua_State *L, cds_text above, cds_text name)
{
    const cds_fields *fields = cds_builder_of(L)->fields;
    const cds_field *field = field_in(fields, above, name);
    if (field != NULL) {
        cds_push_fact(L, (cds_made_fact){.field = field, .size = 1});
        return true;
    }
    cds_text path = group_path(fields, above, name);
    if (path.data == NULL) {
        return false;
    }
    cds_push_group(L, path);
    return true;
}

static int group_index(lua_State *L)
{
    cds_text above = *(cds_text *)luaL_checkudata(L, 1, CDS_MADE_GROUP);
    cds_text name = cds_peek_text(L, 2, "group.field");
    if (push_named(L, above, name)) {
        return 1;
    }
    cds_text known[KNOWN_MAX];
    size_t count = names_in(cds_builder_of(L)->fields, above, known, 0);
    return cds_raise(L, "%.*s has no field '%.*s'%s", CDS_SAID(above), CDS_SAID(name),
                     cds_did_you_mean(L, name, known, count));
}

static size_t names_of_words(lua_State *L, int table, cds_text *known)
{
    size_t count = cds_view_keys(L, table);
    size_t taken = 0;
    for (; taken < count && taken < KNOWN_MAX / 2; taken++) {
        lua_rawgeti(L, -1, (lua_Integer)taken + 1);
        known[taken].data = lua_tolstring(L, -1, &known[taken].length);
        lua_pop(L, 1);
    }
    return taken;
}

// Upvalue: the table of words.
static int global_index(lua_State *L)
{
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
        return 1;
    }
    cds_text name = cds_peek_text(L, 2, "a name");
    if (push_named(L, CDS_TEXT(""), name)) {
        return 1;
    }
    cds_text known[KNOWN_MAX];
    size_t count = names_of_words(L, lua_upvalueindex(1), known);
    count = names_in(cds_builder_of(L)->fields, CDS_TEXT(""), known, count);
    return cds_raise(L, "unknown name '%.*s'%s", CDS_SAID(name),
                     cds_did_you_mean(L, name, known, count));
}

static int refuse_global(lua_State *L)
{
    cds_text name = cds_peek_text(L, 2, "a name");
    return cds_raise(L, "'%.*s' would be seen by all of the file: write local %.*s",
                     CDS_SAID(name), CDS_SAID(name));
}

void cds_push_file_globals(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_newtable(L);
    cds_open_helpers(L);
    cds_open_condition_words(L);
    cds_open_declaration_words(L);
    cds_open_decision_words(L);
    cds_open_rule_words(L);
    lua_pushcclosure(L, global_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_global);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

void cds_open_words(lua_State *L)
{
    cds_open_made(L);
    cds_open_views(L);
    cds_open_fact_words(L);
    luaL_getmetatable(L, CDS_MADE_GROUP);
    lua_pushcfunction(L, group_index);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

static int open_file(lua_State *L)
{
    cds_open_words(L);
    cds_push_file_globals(L);
    return 1;
}

cds_status cds_refuse_left_over(cds_builder *builder)
{
    const cds_use *use = cds_builder_left_over(builder);
    if (use == NULL) {
        return CDS_OK;
    }
    return cds_refuse_place(builder->ctx, (cds_place){builder->file, use->line},
                            "this %s is not used: 'and', 'or', 'not' and '==' don't build "
                            "conditions; write all{}, any{}, none{} or yes()/no()/:is",
                            use->noun);
}

cds_status cds_builder_read(cds_builder *builder, const cds_file *file)
{
    cds_state state;
    cds_builder_open_file(builder, file);
    cds_status status = cds_state_open(builder->ctx, &state, cds_default_budget);
    if (status != CDS_OK) {
        return status;
    }
    state.builder = builder;
    state.file = file;
    status = cds_state_protect(&state, open_file, NULL, 1);
    if (status == CDS_OK) {
        status = cds_state_read(&state, file);
    }
    cds_state_close(&state);
    return status == CDS_OK ? cds_refuse_left_over(builder) : status;
}
