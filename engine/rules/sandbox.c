// SPDX-License-Identifier: Apache-2.0
// Files that hold functions are read once more, by the same words, in a state that stays; each
// call has the same budget and finds the same state.
#include "engine/rules/sandbox.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/data.h"
#include "engine/rules/functions.h"
#include "engine/rules/recall.h"
#include "engine/rules/run.h"
#include "engine/rules/words.h"

#define OPENING_BYTES ((size_t)256 << 20) // for all functions of a release together
#define SCRATCH_BYTES ((size_t)16 << 20)  // for one file

typedef struct kept_function {
    int reference; // of its record in the registry; 0: no function
    int64_t items;
    cds_recall *recall; // NULL: nothing is recalled
} kept_function;

struct cds_sandbox {
    cds_state state;
    cds_ruleset *rules;
    size_t idle_bytes;  // held when no function runs
    int facts, globals; // references
    kept_function *of_rules, *of_measures;
};

static kept_function *kept_of(cds_sandbox *sandbox, cds_draft_kind kind, cds_text name)
{
    const cds_ruleset_view *view = cds_ruleset_look(sandbox->rules);
    if (kind == CDS_DRAFT_RULE) {
        const cds_rule *rule = cds_ruleset_rule(sandbox->rules, name);
        return rule == NULL ? NULL : &sandbox->of_rules[rule->index];
    }
    for (size_t i = 0; i < view->measure_count; i++) {
        if (cds_text_equal(view->measures[i].name, name)) {
            return &sandbox->of_measures[i];
        }
    }
    return NULL;
}

void cds_take_function(lua_State *L, cds_draft_kind kind, cds_text name)
{
    cds_sandbox *sandbox = cds_builder_of(L)->sandbox;
    kept_function *kept = sandbox == NULL ? NULL : kept_of(sandbox, kind, name);
    if (kept != NULL) {
        lua_pushvalue(L, -1);
        kept->reference = luaL_ref(L, LUA_REGISTRYINDEX);
    }
}

static int open_state(lua_State *L)
{
    cds_sandbox *sandbox = lua_touserdata(L, 1);
    const cds_ruleset_view *view = cds_ruleset_look(sandbox->rules);
    cds_open_words(L);
    cds_push_facts(L, view->fields);
    sandbox->facts = luaL_ref(L, LUA_REGISTRYINDEX);
    cds_push_run_globals(L, view->clinic);
    sandbox->globals = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

static int push_globals(lua_State *L)
{
    cds_push_file_globals(L);
    return 1;
}

static int seal_kept(lua_State *L)
{
    kept_function *kept = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept->reference);
    kept->items = cds_purity_seal(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, kept->reference);
    return 0;
}

static cds_status seal_list(cds_sandbox *sandbox, kept_function *list, size_t count)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < count && status == CDS_OK; i++) {
        if (list[i].reference != 0) {
            cds_state_refill(&sandbox->state);
            status = cds_state_protect(&sandbox->state, seal_kept, &list[i], 0);
        }
    }
    return status;
}

static cds_status read_again(cds_ctx *ctx, cds_sandbox *sandbox, const cds_file *file)
{
    cds_builder builder;
    cds_state *state = &sandbox->state;
    const cds_ruleset_view *view = cds_ruleset_look(sandbox->rules);
    cds_status status = cds_builder_init(&builder, ctx, ctx->mem, view->fields);
    if (status != CDS_OK) {
        return status;
    }
    cds_builder_open_file(&builder, file);
    builder.sandbox = sandbox;
    state->ctx = ctx;
    state->builder = &builder;
    state->file = file;
    cds_state_refill(state);
    status = cds_state_protect(state, push_globals, NULL, 1);
    if (status == CDS_OK) {
        status = cds_state_read(state, file);
    }
    state->builder = NULL;
    if (status == CDS_OK) {
        lua_rawgeti(state->lua, LUA_REGISTRYINDEX, sandbox->globals);
        lua_setupvalue(state->lua, -2, 1);
        lua_pop(state->lua, 1);
    }
    return status;
}

static bool holds_function(const cds_ruleset_view *view, cds_text path)
{
    for (size_t i = 0; i < view->measure_count; i++) {
        if (view->measures[i].value == NULL &&
            cds_text_equal(view->measures[i].place.file, path)) {
            return true;
        }
    }
    return false;
}

static bool must_read(cds_ruleset *rules, cds_text path)
{
    if (path.length > 4) {
        const cds_rule *rule = cds_ruleset_rule(rules, (cds_text){path.data, path.length - 4});
        if (rule != NULL) {
            return rule->advises || holds_function(cds_ruleset_look(rules), path);
        }
    }
    return holds_function(cds_ruleset_look(rules), path);
}

static cds_status read_files(cds_sandbox *sandbox, cds_arena *scratch, cds_ctx *ctx)
{
    const cds_ruleset_view *view = cds_ruleset_look(sandbox->rules);
    cds_status status = CDS_OK;
    for (size_t i = 0; i < view->file_count && status == CDS_OK; i++) {
        if (must_read(sandbox->rules, view->files[i].path)) {
            cds_ctx inner = {.mem = scratch};
            status = read_again(&inner, sandbox, &view->files[i]);
            ctx->error = status == CDS_OK ? ctx->error : inner.error;
            cds_arena_reset(scratch);
        }
    }
    return status;
}

static cds_status seal_all(cds_ctx *ctx, cds_sandbox *sandbox)
{
    const cds_ruleset_view *view = cds_ruleset_look(sandbox->rules);
    sandbox->state.ctx = ctx;
    cds_status status = seal_list(sandbox, sandbox->of_rules, view->rule_count);
    return status == CDS_OK ? seal_list(sandbox, sandbox->of_measures, view->measure_count)
                            : status;
}

static cds_status fill(cds_ctx *ctx, cds_sandbox *sandbox)
{
    sandbox->state.ceiling_bytes = OPENING_BYTES;
    cds_status status = cds_state_protect(&sandbox->state, open_state, sandbox, 0);
    cds_arena *scratch = cds_arena_new(SCRATCH_BYTES);
    if (scratch == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory for a sandbox");
    }
    if (status == CDS_OK) {
        status = read_files(sandbox, scratch, ctx);
    }
    cds_arena_free(scratch);
    return status == CDS_OK ? seal_all(ctx, sandbox) : status;
}

// Without memory for it a function just runs each time.
static void make_recalls(cds_sandbox *sandbox, size_t calls)
{
    const size_t count = cds_ruleset_look(sandbox->rules)->rule_count;
    for (size_t i = 0; calls > 0 && i < count; i++) {
        if (sandbox->of_rules[i].reference != 0) {
            sandbox->of_rules[i].recall = cds_recall_new(calls);
        }
    }
}

static void settle(cds_sandbox *sandbox, cds_budget budget)
{
    cds_state *state = &sandbox->state;
    lua_settop(state->lua, 0);
    lua_gc(state->lua, LUA_GCCOLLECT);
    sandbox->idle_bytes = state->held_bytes;
    state->budget = budget;
    state->ceiling_bytes = state->held_bytes + state->budget.memory_bytes;
    state->ctx = NULL;
    state->file = NULL;
}

cds_status cds_sandbox_open(cds_ctx *ctx, cds_ruleset *rules, cds_budget budget,
                            cds_sandbox **out)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_sandbox *sandbox = calloc(1, sizeof *sandbox);
    if (sandbox == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory for a sandbox");
    }
    sandbox->rules = cds_ruleset_retain(rules);
    sandbox->of_rules = calloc(view->rule_count + 1, sizeof *sandbox->of_rules);
    sandbox->of_measures = calloc(view->measure_count + 1, sizeof *sandbox->of_measures);
    cds_status status = sandbox->of_rules == NULL || sandbox->of_measures == NULL
                            ? cds_fail(ctx, CDS_FAILED, "", "no memory for a sandbox")
                            : cds_state_open(ctx, &sandbox->state, cds_default_budget);
    if (status == CDS_OK) {
        status = fill(ctx, sandbox);
    }
    if (status != CDS_OK) {
        cds_sandbox_close(sandbox);
        return status;
    }
    settle(sandbox, budget);
    make_recalls(sandbox, budget.recalled);
    *out = sandbox;
    return CDS_OK;
}

static void free_recalls(cds_sandbox *sandbox)
{
    const size_t count = cds_ruleset_look(sandbox->rules)->rule_count;
    for (size_t i = 0; sandbox->of_rules != NULL && i < count; i++) {
        cds_recall_free(sandbox->of_rules[i].recall);
    }
}

void cds_sandbox_close(cds_sandbox *sandbox)
{
    if (sandbox != NULL) {
        cds_state_close(&sandbox->state);
        free_recalls(sandbox);
        free(sandbox->of_rules);
        free(sandbox->of_measures);
        cds_ruleset_drop(sandbox->rules);
        free(sandbox);
    }
}

const cds_ruleset *cds_sandbox_ruleset(const cds_sandbox *sandbox)
{
    return sandbox->rules;
}

// A call on its way through Lua.
typedef struct calling {
    cds_sandbox *sandbox;
    const kept_function *kept;
    cds_run run;
} calling;

// facts -> what the function returns
static void call_function(lua_State *L, const calling *call)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->kept->reference);
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->sandbox->facts);
    lua_call(L, 1, 1);
}

static int call_measure(lua_State *L)
{
    calling *call = lua_touserdata(L, 1);
    call_function(L, call);
    double number = lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : NAN;
    if (!isfinite(number)) {
        return cds_raise(L, "a measure returns a finite number");
    }
    call->run.number = number;
    return 0;
}

static bool is_advice_member(cds_text name)
{
    return cds_text_is(name, "step") || cds_text_is(name, "class") ||
           cds_text_is(name, "run") || cds_text_is(name, "fill");
}

static int call_advise(lua_State *L)
{
    const char *usage =
        "advise returns { step = {...}, class = {...}, run = {...}, fill = {...} }";
    calling *call = lua_touserdata(L, 1);
    call_function(L, call);
    if (lua_isnil(L, -1)) {
        return 0;
    }
    const cds_json *advice = cds_data_read(L, -1, usage);
    if (advice->count == 0) {
        return 0;
    }
    for (const cds_json *one = advice->child; one != NULL; one = one->next) {
        if (advice->kind != CDS_JSON_OBJECT || !is_advice_member(one->name)) {
            return cds_raise(L, "usage: %s", usage);
        }
    }
    call->run.advice = advice;
    return 0;
}

// As it was before the call: upvalues, stack, and no more garbage than half the ceiling.
static void tidy(cds_sandbox *sandbox, const kept_function *kept)
{
    lua_State *L = sandbox->state.lua;
    lua_settop(L, 0);
    if (kept->items > 1) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, kept->reference);
        cds_purity_restore(L, kept->items);
        lua_settop(L, 0);
    }
    if (sandbox->state.held_bytes - sandbox->idle_bytes >
        sandbox->state.budget.memory_bytes / 2) {
        lua_gc(L, LUA_GCCOLLECT);
    }
}

static cds_status status_of(cds_ctx *ctx, const cds_error *error)
{
    switch (error->status) {
    case CDS_OK:
    case CDS_UNKNOWN:
    case CDS_BUDGET:
        return error->status;
    case CDS_TOO_LARGE: // the request's arena is full: not the function's fault
        ctx->error = ctx->error.status == CDS_OK ? *error : ctx->error;
        return error->status;
    default:
        return CDS_FAILED;
    }
}

// Runs `body` for the function; what it came to stands in the call's run.
static cds_status run_call(cds_ctx *ctx, calling *call, cds_lua_function body)
{
    cds_state *state = &call->sandbox->state;
    cds_ctx inner = {.mem = ctx->mem};
    if (call->kept->reference == 0) {
        return CDS_FAILED;
    }
    state->ctx = &inner;
    state->run = &call->run;
    cds_state_refill(state);
    (void)cds_state_protect(state, body, call, 0);
    tidy(call->sandbox, call->kept);
    state->run = NULL;
    state->ctx = NULL;
    return status_of(ctx, &inner.error);
}

cds_call cds_sandbox_measure(cds_ctx *ctx, cds_sandbox *sandbox, const cds_measure *measure,
                             const cds_facts *facts)
{
    calling call = {sandbox, &sandbox->of_measures[measure->index],
                    (cds_run){.facts = facts, .is_measure = true}};
    cds_call out = {.status = run_call(ctx, &call, call_measure)};
    out.unknown = out.status == CDS_UNKNOWN ? call.run.unknown : NULL;
    out.number = out.status == CDS_OK ? call.run.number : 0;
    if (out.status == CDS_OK && measure->has_range &&
        (out.number < measure->low || out.number > measure->high)) {
        return (cds_call){.status = CDS_UNKNOWN};
    }
    return out;
}

cds_call cds_sandbox_advise(cds_ctx *ctx, cds_sandbox *sandbox, const cds_rule *rule,
                            const cds_facts *facts)
{
    kept_function *kept = &sandbox->of_rules[rule->index];
    cds_call out = {.status = CDS_FAILED};
    if (cds_recall_find(ctx, kept->recall, facts, &out)) {
        return out;
    }
    calling call = {sandbox, kept, (cds_run){.facts = facts}};
    out.status = run_call(ctx, &call, call_advise);
    out.unknown = out.status == CDS_UNKNOWN ? call.run.unknown : NULL;
    out.advice = out.status == CDS_OK ? call.run.advice : NULL;
    cds_recall_keep(kept->recall, &call.run.reads, &out);
    return out;
}
