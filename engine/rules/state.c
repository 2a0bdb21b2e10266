// SPDX-License-Identifier: Apache-2.0
// What hooks and allocators can hold back is held back here; what they can't (patterns, C
// functions over big texts, coroutines, bytecode) is simply not there.
#include "engine/rules/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/tokens.h"

#define HOOK_EVERY 100
#define CHUNK_NAME "=lua" // errors then begin "lua:12: "

const cds_budget cds_default_budget = {.memory_bytes = (size_t)8 << 20,
                                       .instructions = 1000000};
const cds_budget cds_serving_budget = {
    .memory_bytes = (size_t)8 << 20, .instructions = 1000000, .recalled = 4};

static void *ceiling_alloc(void *user, void *piece, size_t old_bytes, size_t new_bytes)
{
    cds_state *state = user;
    size_t held = piece == NULL ? 0 : old_bytes; // else old_bytes says what is made
    if (new_bytes == 0) {
        free(piece);
        state->held_bytes -= held;
        return NULL;
    }
    if (new_bytes > held && new_bytes - held > state->ceiling_bytes - state->held_bytes) {
        return NULL;
    }
    void *moved = realloc(piece, new_bytes);
    if (moved != NULL) {
        state->held_bytes = state->held_bytes - held + new_bytes;
    }
    return moved;
}

cds_state *cds_state_of(lua_State *L)
{
    cds_state *state = NULL;
    memcpy(&state, lua_getextraspace(L), sizeof state);
    return state;
}

static void on_count(lua_State *L, lua_Debug *where)
{
    (void)where;
    cds_state *state = cds_state_of(L);
    cds_charge(L, state->spent ? 1 : HOOK_EVERY);
}

static _Noreturn void spend(lua_State *L, cds_state *state)
{
    state->spent = true;
    lua_sethook(L, on_count, LUA_MASKCOUNT, 1);
    lua_Debug where;
    int line = 0;
    if (lua_getstack(L, 0, &where) && lua_getinfo(L, "l", &where) && where.currentline > 0) {
        line = where.currentline;
    }
    cds_raise_at(L, line > 0 ? line : cds_line(L), "used up its budget of %d instructions",
                 state->budget.instructions);
}

void cds_charge(lua_State *L, size_t amount)
{
    cds_state *state = cds_state_of(L);
    if (state->spent || amount > (size_t)state->left) {
        spend(L, state);
    }
    state->left -= (long)amount;
}

void cds_state_refill(cds_state *state)
{
    state->left = state->budget.instructions;
    state->spent = false;
    lua_sethook(state->lua, on_count, LUA_MASKCOUNT, HOOK_EVERY);
}

cds_status cds_state_open(cds_ctx *ctx, cds_state *state, cds_budget budget)
{
    *state = (cds_state){.ctx = ctx, .budget = budget, .ceiling_bytes = budget.memory_bytes};
    state->lua = lua_newstate(ceiling_alloc, state);
    if (state->lua == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory for a rule state");
    }
    memcpy(lua_getextraspace(state->lua), &state, sizeof state);
    cds_state_refill(state);
    return CDS_OK;
}

void cds_state_close(cds_state *state)
{
    if (state->lua != NULL) {
        lua_close(state->lua);
        state->lua = NULL;
    }
}

int cds_line(lua_State *L)
{
    lua_Debug where;
    for (int level = 1; lua_getstack(L, level, &where); level++) {
        lua_getinfo(L, "l", &where);
        if (where.currentline > 0) {
            return where.currentline;
        }
    }
    return 0;
}

static void where_write(char *out, size_t size, const cds_state *state, int line)
{
    cds_text path = state->file == NULL ? CDS_TEXT("function") : state->file->path;
    int length = path.length > 150 ? 150 : (int)path.length;
    if (line > 0) {
        snprintf(out, size, "%.*s:%d", length, path.data, line);
    } else {
        snprintf(out, size, "%.*s", length, path.data);
    }
}

// The failure is recorded; what Lua carries up is nothing.
static _Noreturn void unwind(lua_State *L)
{
    lua_pushnil(L);
    lua_error(L);
    cds_panic(__FILE__, __LINE__, "lua_error does not return");
}

static _Noreturn void refuse(lua_State *L, int line, const char *what)
{
    cds_state *state = cds_state_of(L);
    char where[sizeof state->ctx->error.where];
    where_write(where, sizeof where, state, line);
    bool in_run = state->run != NULL;
    (void)cds_fail(state->ctx, in_run && state->spent ? CDS_BUDGET : CDS_REFUSED, where, "%s",
                   what);
    unwind(L);
}

int cds_raise(lua_State *L, const char *format, ...)
{
    char what[sizeof((cds_error *)0)->what];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    refuse(L, cds_line(L), what);
}

int cds_raise_at(lua_State *L, int line, const char *format, ...)
{
    char what[sizeof((cds_error *)0)->what];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    refuse(L, line, what);
}

int cds_raise_memory(lua_State *L)
{
    (void)cds_fail_memory(cds_state_of(L)->ctx);
    unwind(L);
}

void *cds_take(lua_State *L, size_t bytes)
{
    void *piece = cds_alloc(cds_state_of(L)->ctx->mem, bytes);
    if (piece == NULL) {
        cds_raise_memory(L);
    }
    return piece;
}

// Lua's own words for an error, "lua:12: unexpected symbol near '}'", as a failure.
static cds_status fail_with_message(cds_state *state, const char *message)
{
    int line = 0;
    const char *what = message;
    if (strncmp(message, "lua:", 4) == 0) {
        char *rest = NULL;
        line = (int)strtol(message + 4, &rest, 10);
        what = strncmp(rest, ": ", 2) == 0 ? rest + 2 : rest;
    }
    char where[sizeof state->ctx->error.where];
    where_write(where, sizeof where, state, line);
    return cds_fail(state->ctx, CDS_REFUSED, where, "%s", what);
}

static cds_status fail_as_lua(cds_state *state, int lua_status)
{
    if (state->ctx->error.status != CDS_OK) {
        return state->ctx->error.status;
    }
    if (lua_status == LUA_ERRMEM) {
        char where[sizeof state->ctx->error.where];
        where_write(where, sizeof where, state, 0);
        return cds_fail(state->ctx, state->run == NULL ? CDS_REFUSED : CDS_BUDGET, where,
                        "needs more than %zu KiB of memory", state->budget.memory_bytes >> 10);
    }
    const char *message =
        lua_type(state->lua, -1) == LUA_TSTRING ? lua_tostring(state->lua, -1) : "failed";
    return fail_with_message(state, message);
}

cds_status cds_state_protect(cds_state *state, cds_lua_function body, void *argument,
                             int results)
{
    lua_State *L = state->lua;
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, argument);
    int lua_status = lua_pcall(L, 1, results, 0);
    if (lua_status == LUA_OK) {
        return CDS_OK;
    }
    cds_status status = fail_as_lua(state, lua_status);
    lua_pop(L, 1);
    return status;
}

// globals, chunk -> chunk
static cds_status run_with_globals(cds_state *state)
{
    lua_State *L = state->lua;
    lua_insert(L, -2);
    lua_setupvalue(L, -2, 1);
    lua_pushvalue(L, -1);
    int lua_status = lua_pcall(L, 0, 0, 0);
    if (lua_status == LUA_OK) {
        return CDS_OK;
    }
    cds_status status = fail_as_lua(state, lua_status);
    lua_pop(L, 2);
    return status;
}

cds_status cds_state_read(cds_state *state, const cds_file *file)
{
    lua_State *L = state->lua;
    state->file = file;
    cds_status status = cds_source_check(state->ctx, file);
    if (status != CDS_OK) {
        lua_pop(L, 1);
        return status;
    }
    int lua_status = luaL_loadbufferx(L, file->bytes.data, file->bytes.length, CHUNK_NAME, "t");
    if (lua_status != LUA_OK) {
        status = fail_as_lua(state, lua_status);
        lua_pop(L, 2);
        return status;
    }
    return run_with_globals(state);
}
