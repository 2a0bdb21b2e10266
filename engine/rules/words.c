// SPDX-License-Identifier: Apache-2.0
// The globals of a rule file: words first, then the schema's groups and single facts; any
// other name is an error.
#include "engine/rules/words.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/form.h"
#include "engine/rules/groups.h"
#include "engine/rules/helpers.h"
#include "engine/rules/tokens.h"
#include "engine/rules/view.h"

#define KNOWN_MAX CDS_GROUP_NAMES

// Pushes the fact or group of this name, or says that there is none.
static bool push_named(lua_State *L, cds_text above, cds_text name)
{
    const cds_fields *fields = cds_builder_of(L)->fields;
    const cds_field *field = cds_group_field(fields, above, name);
    if (field != NULL) {
        cds_push_fact(L, (cds_made_fact){.field = field, .size = 1});
        return true;
    }
    cds_text path = cds_group_path(fields, above, name);
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
    size_t count = cds_group_names(cds_builder_of(L)->fields, above, known, 0);
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
    count = cds_group_names(cds_builder_of(L)->fields, CDS_TEXT(""), known, count);
    return cds_raise(L, "unknown name '%.*s'%s", CDS_SAID(name),
                     cds_did_you_mean(L, name, known, count));
}

int cds_refuse_global(lua_State *L)
{
    cds_text name = cds_peek_text(L, 2, "a name");
    return cds_raise(L, "'%.*s' would be seen by all of the file: write local %.*s",
                     CDS_SAID(name), CDS_SAID(name));
}

void cds_open_file_words(lua_State *L)
{
    cds_open_helpers(L);
    cds_open_condition_words(L);
    cds_open_declaration_words(L);
    cds_open_decision_words(L);
    cds_open_rule_words(L);
}

void cds_push_file_globals(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_newtable(L);
    cds_open_file_words(L);
    lua_pushcclosure(L, global_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, cds_refuse_global);
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

// A file cut short by an editor or a full disk must not take its rule out of the release.
static cds_status refuse_empty(cds_builder *builder)
{
    if (builder->declares) {
        return CDS_OK;
    }
    return cds_refuse_place(builder->ctx, (cds_place){builder->file, 1},
                            "this file declares nothing; a rule that is no longer wanted goes "
                            "to retired/");
}

cds_status cds_builder_read(cds_builder *builder, const cds_file *file)
{
    cds_state state;
    cds_builder_open_file(builder, file);
    cds_status status = cds_source_check_logic(builder->ctx, file);
    if (status == CDS_OK) {
        status = cds_state_open(builder->ctx, &state, cds_default_budget);
    }
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
    if (status == CDS_OK) {
        status = cds_refuse_left_over(builder);
    }
    return status == CDS_OK ? refuse_empty(builder) : status;
}
