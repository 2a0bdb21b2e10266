// SPDX-License-Identifier: Apache-2.0
// Words that make conditions out of conditions, and leaves out of facts.
#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/words.h"

cds_condition *cds_condition_new(lua_State *L, cds_word word)
{
    cds_builder *builder = cds_builder_of(L);
    cds_condition *condition = cds_alloc(builder->ctx->mem, sizeof *condition);
    if (condition == NULL ||
        !cds_pointers_add(builder->scratch, &builder->conditions, condition)) {
        cds_raise_memory(L);
    }
    condition->word = word;
    condition->place = (cds_place){builder->file, cds_line(L)};
    return condition;
}

int cds_push_leaf(lua_State *L, cds_condition *leaf)
{
    cds_push_condition(L, (cds_made_condition){.condition = leaf, .size = 1, .depth = 1});
    return 1;
}

// Adds the made condition at `index` as the next part.
static void add_part(lua_State *L, cds_made_condition *whole, int index, const char *usage)
{
    const cds_made_condition *part = cds_take_condition(L, index, usage);
    if (whole->condition->word == CDS_NONE && part->condition->word == CDS_UNLESS_RULED_OUT) {
        cds_raise(L, "unless_ruled_out can't stand inside none{}: nothing would ever be ruled "
                     "out; give it a finding of its own, or turn its condition round");
    }
    const cds_condition **parts = (const cds_condition **)whole->condition->parts;
    parts[whole->condition->part_count++] = part->condition;
    whole->size += part->size;
    whole->depth = part->depth >= whole->depth ? part->depth + 1 : whole->depth;
    if (whole->size > CDS_SIZE_MAX || whole->depth > CDS_NESTING_MAX) {
        cds_raise(L,
                  "this condition is too big to be read aloud: name parts of it as findings");
    }
}

static cds_made_condition parts_of(lua_State *L, cds_word word, int index, const char *usage)
{
    size_t count = cds_list_length(L, index, usage);
    if (count == 0) {
        cds_raise(L, "usage: %s; it needs at least one condition", usage);
    }
    cds_made_condition whole = {.condition = cds_condition_new(L, word), .size = 1, .depth = 1};
    whole.condition->parts = cds_take(L, count * sizeof *whole.condition->parts);
    for (size_t i = 1; i <= count; i++) {
        lua_rawgeti(L, index, (lua_Integer)i);
        add_part(L, &whole, -1, usage);
        lua_pop(L, 1);
    }
    return whole;
}

static int word_all(lua_State *L)
{
    cds_push_condition(L, parts_of(L, CDS_ALL, 1, "all { condition, ... }"));
    return 1;
}

static int word_any(lua_State *L)
{
    cds_push_condition(L, parts_of(L, CDS_ANY, 1, "any { condition, ... }"));
    return 1;
}

static int word_none(lua_State *L)
{
    cds_push_condition(L, parts_of(L, CDS_NONE, 1, "none { condition, ... }"));
    return 1;
}

static int word_at_least_of(lua_State *L)
{
    const char *usage = "at_least_of(n, { condition, ... }), n from 1 to the number of them";
    int is_whole = 0;
    lua_Integer count = lua_tointegerx(L, 1, &is_whole);
    cds_made_condition whole = parts_of(L, CDS_AT_LEAST_OF, 2, usage);
    is_whole = is_whole && lua_type(L, 1) == LUA_TNUMBER;
    if (!is_whole || count < 1 || count > (lua_Integer)whole.condition->part_count) {
        cds_raise(L, "usage: %s", usage);
    }
    whole.condition->count = (unsigned)count;
    cds_push_condition(L, whole);
    return 1;
}

static int word_unless_ruled_out(lua_State *L)
{
    const char *usage = "unless_ruled_out(condition)";
    cds_made_condition whole = {
        .condition = cds_condition_new(L, CDS_UNLESS_RULED_OUT), .size = 1, .depth = 1};
    whole.condition->parts = cds_take(L, sizeof *whole.condition->parts);
    add_part(L, &whole, 1, usage);
    cds_push_condition(L, whole);
    return 1;
}

// The field of a fact that is one, not computed from others.
static const cds_field *field_at(lua_State *L, const char *usage)
{
    const cds_made_fact *fact = cds_take_fact(L, 1, usage);
    if (fact->field == NULL) {
        cds_raise(L, "usage: %s; got a computed number", usage);
    }
    return fact->field;
}

static const char *instead_of_yes(cds_field_kind kind)
{
    switch (kind) {
    case CDS_YESNO:
        return "";
    case CDS_WHOLE:
    case CDS_NUMBER:
        return "a number: write :at_least(n), :at_most(n), :more_than(n), :less_than(n)";
    case CDS_CHOICE:
    case CDS_WORD:
        return "one of several words: write :is \"word\" or :is_one_of { ... }";
    case CDS_CHOICES:
    case CDS_WORDS:
        return "a list of words: write :includes \"word\" or :includes_any { ... }";
    case CDS_ITEMS:
        return "a list of items: write :has { member = value }";
    case CDS_DAY:
        return "a day: write known(fact)";
    }
    return "";
}

static int yes_or_no(lua_State *L, cds_word word, const char *usage)
{
    const cds_field *field = field_at(L, usage);
    if (field->kind != CDS_YESNO) {
        cds_raise(L, "%s reads a yes/no fact; %.*s is %s", usage, CDS_SAID(field->path),
                  instead_of_yes(field->kind));
    }
    cds_condition *leaf = cds_condition_new(L, word);
    leaf->field = field;
    return cds_push_leaf(L, leaf);
}

static int word_yes(lua_State *L)
{
    return yes_or_no(L, CDS_YES, "yes(fact)");
}

static int word_no(lua_State *L)
{
    return yes_or_no(L, CDS_NO, "no(fact)");
}

static int word_known(lua_State *L)
{
    const cds_field *field = field_at(L, "known(fact)");
    cds_condition *leaf = cds_condition_new(L, CDS_KNOWN);
    leaf->field = field;
    return cds_push_leaf(L, leaf);
}

static int given(lua_State *L, cds_word word, const char *usage)
{
    const cds_field *field = field_at(L, usage);
    if (!field->request) {
        cds_raise(L,
                  "%s is for facts that say what is asked for (x-request); of %.*s absence "
                  "means unknown: write known(fact)",
                  usage, CDS_SAID(field->path));
    }
    cds_condition *leaf = cds_condition_new(L, word);
    leaf->field = field;
    return cds_push_leaf(L, leaf);
}

static int word_given(lua_State *L)
{
    return given(L, CDS_GIVEN, "given(fact)");
}

static int word_not_given(lua_State *L)
{
    return given(L, CDS_NOT_GIVEN, "not_given(fact)");
}

static int word_decided(lua_State *L)
{
    const char *usage = "decided(\"decision\"):is \"answer\"";
    cds_text name = cds_peek_text(L, 1, usage);
    cds_builder *builder = cds_builder_of(L);
    cds_draft *draft = cds_builder_draft(builder, CDS_DRAFT_DECISION, name, cds_line(L));
    if (draft == NULL) {
        return cds_raise_memory(L);
    }
    cds_push_reference(L, CDS_MADE_DECIDED, draft);
    return 1;
}

// Whether an answer of that name exists is known when all files are read.
static int decided_as(lua_State *L, bool list, const char *usage)
{
    cds_made_reference *decided = cds_peek_reference(L, 1, CDS_MADE_DECIDED);
    if (decided == NULL) {
        return cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, 1));
    }
    decided->use->used = true;
    cds_condition *leaf = cds_condition_new(L, CDS_DECIDED);
    leaf->decision = decided->draft->made;
    leaf->word_count = list ? cds_list_length(L, 2, usage) : 1;
    if (leaf->word_count == 0 || leaf->word_count > CDS_ANSWERS_MAX) {
        return cds_raise(L, "usage: %s; it needs from 1 to %d answers", usage, CDS_ANSWERS_MAX);
    }
    cds_text *answers = cds_take(L, leaf->word_count * sizeof *answers);
    for (size_t i = 0; i < leaf->word_count; i++) {
        lua_pushvalue(L, 2);
        if (list) {
            lua_rawgeti(L, 2, (lua_Integer)i + 1);
        }
        answers[i] = cds_take_text(L, -1, usage);
        lua_settop(L, 2);
    }
    leaf->words = answers;
    return cds_push_leaf(L, leaf);
}

static int decided_is(lua_State *L)
{
    return decided_as(L, false, "decided(\"decision\"):is \"answer\"");
}

static int decided_is_one_of(lua_State *L)
{
    return decided_as(L, true, "decided(\"decision\"):is_one_of { \"answer\", ... }");
}

static int decided_index(lua_State *L)
{
    cds_text name = cds_peek_text(L, 2, "decided(\"decision\"):is \"answer\"");
    if (cds_text_is(name, "is")) {
        lua_pushcfunction(L, decided_is);
        return 1;
    }
    if (cds_text_is(name, "is_one_of")) {
        lua_pushcfunction(L, decided_is_one_of);
        return 1;
    }
    return cds_raise(L,
                     "decided() has no word '%.*s'; it has :is \"answer\" and :is_one_of { "
                     "\"answer\", ... }",
                     CDS_SAID(name));
}

static int condition_index(lua_State *L)
{
    return cds_raise(L, "a condition has no words after it, it is whole; combine conditions "
                        "with all{}, any{}, none{}");
}

static const luaL_Reg words[] = {
    {"all", word_all},
    {"any", word_any},
    {"none", word_none},
    {"at_least_of", word_at_least_of},
    {"unless_ruled_out", word_unless_ruled_out},
    {"yes", word_yes},
    {"no", word_no},
    {"known", word_known},
    {"given", word_given},
    {"not_given", word_not_given},
    {"decided", word_decided},
    {NULL, NULL},
};

void cds_open_condition_words(lua_State *L)
{
    luaL_setfuncs(L, words, 0);
    luaL_getmetatable(L, CDS_MADE_DECIDED);
    lua_pushcfunction(L, decided_index);
    lua_setfield(L, -2, "__index");
    luaL_getmetatable(L, CDS_MADE_CONDITION);
    lua_pushcfunction(L, condition_index);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 2);
}
