// SPDX-License-Identifier: Apache-2.0
// Opens the tables of words in a state of their own and reads their names.
#include "engine/rules/words_list.h"

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/form.h"
#include "engine/rules/view.h"
#include "engine/rules/words.h"

#define WORDS_MAX 256

typedef struct listing {
    cds_text *words;
    size_t count;
} listing;

// The names of the table on top of the stack, and of the tables in it.
static void list_table(lua_State *L, listing *list, const char *above)
{
    const int table = lua_gettop(L);
    const size_t count = cds_view_keys(L, table);
    for (size_t i = 1; i <= count; i++) {
        lua_rawgeti(L, table + 1, (lua_Integer)i);
        lua_pushfstring(L, "%s%s", above, lua_tostring(L, -1));
        lua_pushvalue(L, -2);
        if (lua_rawget(L, table) == LUA_TTABLE) {
            list_table(L, list, lua_pushfstring(L, "%s.", lua_tostring(L, -2)));
        } else if (list->count < WORDS_MAX) {
            list->words[list->count++] = cds_take_text(L, -2, "a word's name");
        } else {
            cds_raise(L, "there are over %d words", WORDS_MAX);
        }
        lua_settop(L, table + 1);
    }
    lua_settop(L, table);
}

static int list_words(lua_State *L)
{
    listing *list = lua_touserdata(L, 1);
    cds_open_words(L);
    list->words = cds_take(L, WORDS_MAX * sizeof *list->words);
    lua_newtable(L);
    cds_open_file_words(L);
    cds_open_case_words(L);
    list_table(L, list, "");
    return 0;
}

cds_status cds_words_list(cds_ctx *ctx, const cds_text **out, size_t *count)
{
    cds_state state;
    listing list = {0};
    cds_status status = cds_state_open(ctx, &state, cds_default_budget);
    if (status != CDS_OK) {
        return status;
    }
    status = cds_state_protect(&state, list_words, &list, 0);
    cds_state_close(&state);
    *out = list.words;
    *count = list.count;
    return status;
}
