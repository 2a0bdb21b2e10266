// SPDX-License-Identifier: Apache-2.0
// A function is written out: its own tokens, then each value from around it, tables with their
// members sorted.
#include "engine/rules/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/builder.h"
#include "engine/rules/scanner.h"

#define DEPTH_MAX 16

/** A function that has been written: it may know itself, or another that knows it. */
typedef struct written {
    const void *function;
    struct written *next;
} written;

typedef struct writer {
    lua_State *L;
    cds_builder *builder;
    written *functions;
} writer;

// Of what stands on top of the stack.
static void write_value(writer *of, cds_buf *buf, int depth);

static void write_token(cds_buf *buf, cds_text text)
{
    cds_buf_int(buf, (int64_t)text.length);
    cds_buf_char(buf, ' ');
    cds_buf_text(buf, text);
}

// From `function` in its first line to the last `end` of its last.
static void write_tokens(cds_buf *buf, cds_text source, const lua_Debug *where)
{
    cds_scanner scan = cds_scan(source);
    size_t length = buf->length;
    bool begun = false;
    for (cds_token token = cds_scan_next(&scan);
         token.kind != CDS_TOKEN_END && token.line <= where->lastlinedefined;
         token = cds_scan_next(&scan)) {
        begun =
            begun || (token.line >= where->linedefined && cds_text_is(token.text, "function"));
        if (begun) {
            write_token(buf, token.text);
        }
        bool ends =
            begun && token.line == where->lastlinedefined && cds_text_is(token.text, "end");
        length = ends ? buf->length : length;
    }
    buf->length = length;
}

static bool is_written(writer *of, cds_buf *buf)
{
    const void *function = lua_topointer(of->L, -1);
    for (const written *one = of->functions; one != NULL; one = one->next) {
        if (one->function == function) {
            return true;
        }
    }
    written *made = cds_alloc(buf->mem, sizeof *made);
    if (made == NULL) {
        buf->failed = true;
        return true;
    }
    *made = (written){function, of->functions};
    of->functions = made;
    return false;
}

static void write_function(writer *of, cds_buf *buf, int depth)
{
    lua_Debug where;
    if (lua_iscfunction(of->L, -1) || is_written(of, buf)) {
        return; // the name it goes by has been written
    }
    lua_pushvalue(of->L, -1);
    lua_getinfo(of->L, ">S", &where);
    write_tokens(buf, of->builder->source, &where);
    const char *name = lua_getupvalue(of->L, -1, 1);
    for (int i = 2; name != NULL; i++) {
        if (strcmp(name, "_ENV") != 0) {
            write_token(buf, cds_text_of(name));
            write_value(of, buf, depth + 1);
        }
        lua_pop(of->L, 1);
        name = lua_getupvalue(of->L, -1, i);
    }
}

static int by_text(const void *a, const void *b)
{
    return cds_text_compare(*(const cds_text *)a, *(const cds_text *)b);
}

// One member, key and value, as a text of its own; the key stays on the stack.
static cds_text write_member(writer *of, cds_buf *into, int depth)
{
    cds_buf buf;
    cds_buf_init(&buf, into->mem);
    lua_pushvalue(of->L, -2);
    write_value(of, &buf, depth + 1);
    lua_pop(of->L, 1);
    write_value(of, &buf, depth + 1);
    into->failed = into->failed || buf.failed;
    return (cds_text){buf.data, buf.length};
}

static size_t count_members(lua_State *L)
{
    size_t count = 0;
    lua_pushnil(L);
    for (; lua_next(L, -2) != 0; lua_pop(L, 1)) {
        count++;
    }
    return count;
}

static void write_table(writer *of, cds_buf *buf, int depth)
{
    size_t count = count_members(of->L);
    size_t at = 0;
    cds_text *members = cds_alloc(buf->mem, (count + 1) * sizeof *members);
    if (members == NULL) {
        buf->failed = true;
        return;
    }
    lua_pushnil(of->L);
    for (; lua_next(of->L, -2) != 0; lua_pop(of->L, 1)) {
        members[at++] = write_member(of, buf, depth);
    }
    qsort(members, count, sizeof *members, by_text);
    for (size_t i = 0; i < count; i++) {
        write_token(buf, members[i]);
    }
}

static void write_number_or_text(lua_State *L, cds_buf *buf)
{
    size_t length;
    lua_pushvalue(L, -1); // converting would change a key
    const char *text = lua_tolstring(L, -1, &length);
    write_token(buf, (cds_text){text, length});
    lua_pop(L, 1);
}

static void write_value(writer *of, cds_buf *buf, int depth)
{
    int type = lua_type(of->L, -1);
    luaL_checkstack(of->L, 8, "values of a function");
    cds_buf_word(buf, lua_typename(of->L, type));
    if (depth > DEPTH_MAX || buf->failed) {
        return; // a circle of tables, too
    }
    if (type == LUA_TNUMBER || type == LUA_TSTRING) {
        write_number_or_text(of->L, buf);
    } else if (type == LUA_TBOOLEAN) {
        cds_buf_int(buf, lua_toboolean(of->L, -1));
    } else if (type == LUA_TTABLE) {
        write_table(of, buf, depth);
    } else if (type == LUA_TFUNCTION) {
        write_function(of, buf, depth);
    }
}

cds_sha256 cds_fingerprint(lua_State *L)
{
    writer of = {.L = L, .builder = cds_builder_of(L)};
    cds_buf buf;
    cds_buf_init(&buf, of.builder->scratch);
    write_function(&of, &buf, 0);
    if (buf.failed) {
        luaL_error(L, "what this function holds is too large to be kept apart from others");
    }
    cds_text text = {buf.data, buf.length};
    return cds_digest(&text, 1);
}
