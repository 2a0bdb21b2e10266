// SPDX-License-Identifier: Apache-2.0
// survives { leaf, change, reason }: a change of the rule that no case can notice, by name.
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/casebook.h"
#include "engine/rules/form.h"
#include "engine/rules/state.h"

static void check_new(lua_State *L, const cds_survivor *made)
{
    const cds_casebook *book = cds_state_of(L)->cases;
    for (size_t i = 0; i < book->survivors.count; i++) {
        const cds_survivor *other = book->survivors.list[i];
        if (cds_text_equal(other->leaf, made->leaf) &&
            cds_text_equal(other->change, made->change)) {
            cds_raise(L, "this survivor is named twice, first at line %d", other->line);
        }
    }
}

int cds_word_survives(lua_State *L)
{
    static const cds_form_member members[] = {
        {"leaf", true}, {"change", true}, {"reason", true}, {NULL, false}};
    cds_form form = cds_form_open(L, 1, "survivor", members);
    cds_survivor *made = cds_take(L, sizeof *made);
    *made = (cds_survivor){
        .leaf = cds_form_text(&form, "leaf", true),
        .change = cds_form_text(&form, "change", true),
        .reason = cds_form_text(&form, "reason", true),
        .line = form.line,
    };
    check_new(L, made);
    if (!cds_pointers_add(cds_state_of(L)->ctx->mem, &cds_state_of(L)->cases->survivors,
                          made)) {
        cds_raise_memory(L);
    }
    return 0;
}
