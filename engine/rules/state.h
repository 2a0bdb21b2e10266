// SPDX-License-Identifier: Apache-2.0
// A Lua state of ours: no libraries, a ceiling of memory, a budget that stays spent, and text
// only. Every error in it carries file and line.
#pragma once

#include "engine/rules/sandbox.h"

typedef struct lua_State lua_State;
typedef int (*cds_lua_function)(lua_State *L);
typedef struct cds_builder cds_builder;

typedef struct cds_state {
    lua_State *lua;
    cds_ctx *ctx;         // where the present call leaves its error and takes its memory
    const cds_file *file; // being read; NULL while functions run
    cds_budget budget;
    size_t held_bytes, ceiling_bytes;
    long left; // instructions, bytes and items until the budget is spent
    bool spent;
    cds_builder *builder;       // while rule files are read
    struct cds_casebook *cases; // while a file of cases is read
    struct cds_run *run;        // while a function runs
} cds_state;

/** Fails: CDS_FAILED when the system has no memory. */
cds_status cds_state_open(cds_ctx *ctx, cds_state *state, cds_budget budget);
void cds_state_close(cds_state *state);

cds_state *cds_state_of(lua_State *L);

/** A full budget for the next file or call. */
void cds_state_refill(cds_state *state);

/** Takes `amount` from the budget; raises when it is spent, and from then on always. */
void cds_charge(lua_State *L, size_t amount);

/** Calls `body` with `argument` as light userdata, safe from Lua's errors. `results` values
 *  are left on the stack. Fails: CDS_REFUSED with file:line, CDS_BUDGET, as recorded. */
cds_status cds_state_protect(cds_state *state, cds_lua_function body, void *argument,
                             int results);

/** Checks and compiles a file, and runs it with the table or userdata on top of the stack as
 *  its globals, which it takes away. The chunk stays on the stack. */
cds_status cds_state_read(cds_state *state, const cds_file *file);

/** Refuses the file at the line that is running; never returns. */
int cds_raise(lua_State *L, const char *format, ...)
    __attribute__((format(printf, 2, 3), noreturn));
int cds_raise_at(lua_State *L, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4), noreturn));

/** The arena is full: refuses; never returns. */
int cds_raise_memory(lua_State *L) __attribute__((noreturn));

/** Memory of the present call's arena, zeroed; raises when it is full. */
void *cds_take(lua_State *L, size_t bytes);

int cds_line(lua_State *L); // that calls the running word; 0 when unknown
