// SPDX-License-Identifier: Apache-2.0
// What follows a fact after a colon: comparisons with its options, its items or a number.
#include <math.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/has.h"
#include "engine/rules/numbers.h"
#include "engine/rules/words.h"

static const cds_field *field_of(lua_State *L, const char *usage)
{
    const cds_made_fact *fact = cds_take_fact(L, 1, usage);
    if (fact->field == NULL) {
        cds_raise(L, "usage: %s; got a computed number", usage);
    }
    return fact->field;
}

static void refuse_option(lua_State *L, const cds_field *field, cds_text word)
{
    cds_text known[CDS_OPTIONS_MAX];
    for (size_t i = 0; i < field->option_count; i++) {
        known[i] = field->options[i].value;
    }
    cds_raise(L, "%.*s is never '%.*s'%s", CDS_SAID(field->path), CDS_SAID(word),
              cds_did_you_mean(L, word, known, field->option_count));
}

// The word at `index` as an option's bit; a field without options keeps the words.
static void add_word(lua_State *L, cds_condition *leaf, int index, const char *usage)
{
    cds_text word = cds_take_text(L, index, usage);
    if (leaf->field->option_count == 0) {
        ((cds_text *)leaf->words)[leaf->word_count++] = word;
        return;
    }
    int place = cds_field_option(leaf->field, word);
    if (place < 0) {
        refuse_option(L, leaf->field, word);
    }
    leaf->options |= (uint64_t)1 << place;
}

static int with_words(lua_State *L, cds_condition *leaf, bool list, const char *usage)
{
    size_t count = list ? cds_list_length(L, 2, usage) : 1;
    if (count == 0 || count > CDS_OPTIONS_MAX) {
        return cds_raise(L, "usage: %s; it needs from 1 to %d values", usage, CDS_OPTIONS_MAX);
    }
    if (leaf->field->option_count == 0) {
        leaf->words = cds_take(L, count * sizeof *leaf->words);
    }
    for (size_t i = 0; list && i < count; i++) {
        lua_rawgeti(L, 2, (lua_Integer)i + 1);
        add_word(L, leaf, -1, usage);
        lua_pop(L, 1);
    }
    if (!list) {
        add_word(L, leaf, 2, usage);
    }
    return cds_push_leaf(L, leaf);
}

static int one_of(lua_State *L, bool list, const char *usage)
{
    const cds_field *field = field_of(L, usage);
    if (field->kind != CDS_CHOICE && field->kind != CDS_WORD) {
        return cds_raise(L, "usage: %s, for a fact that is one word of several; %.*s is not",
                         usage, CDS_SAID(field->path));
    }
    cds_condition *leaf = cds_condition_new(L, CDS_IS_ONE_OF);
    leaf->field = field;
    return with_words(L, leaf, list, usage);
}

static int fact_is(lua_State *L)
{
    return one_of(L, false, "fact:is \"value\"");
}

static int fact_is_one_of(lua_State *L)
{
    return one_of(L, true, "fact:is_one_of { \"value\", ... }");
}

static int includes(lua_State *L, cds_word word, bool list, const char *usage)
{
    const cds_field *field = field_of(L, usage);
    if (field->kind != CDS_CHOICES && field->kind != CDS_WORDS) {
        return cds_raise(L, "usage: %s, for a fact that is a list of words; %.*s is not", usage,
                         CDS_SAID(field->path));
    }
    cds_condition *leaf = cds_condition_new(L, word);
    leaf->field = field;
    return with_words(L, leaf, list, usage);
}

static int fact_includes(lua_State *L)
{
    return includes(L, CDS_INCLUDES_ANY, false, "fact:includes \"value\"");
}

static int fact_includes_any(lua_State *L)
{
    return includes(L, CDS_INCLUDES_ANY, true, "fact:includes_any { \"value\", ... }");
}

static int fact_includes_none(lua_State *L)
{
    return includes(L, CDS_INCLUDES_NONE, true, "fact:includes_none { \"value\", ... }");
}

static int fact_counts_at_least(lua_State *L)
{
    const char *usage = "fact:counts_at_least(n), for a list, n at least 1";
    const cds_field *field = field_of(L, usage);
    int is_whole = 0;
    lua_Integer count = lua_tointegerx(L, 2, &is_whole);
    bool list =
        field->kind == CDS_CHOICES || field->kind == CDS_WORDS || field->kind == CDS_ITEMS;
    bool reachable = field->option_count == 0 || count <= (lua_Integer)field->option_count;
    is_whole = is_whole && lua_type(L, 2) == LUA_TNUMBER;
    if (!list || !is_whole || count < 1 || count > 1000 || !reachable) {
        return cds_raise(L, "usage: %s", usage);
    }
    cds_condition *leaf = cds_condition_new(L, CDS_COUNTS_AT_LEAST);
    leaf->field = field;
    leaf->count = (unsigned)count;
    return cds_push_leaf(L, leaf);
}

static int fact_has(lua_State *L)
{
    const char *usage = "fact:has { member = value, ... }, for a list of items";
    const cds_field *field = field_of(L, usage);
    if (field->kind != CDS_ITEMS) {
        return cds_raise(L, "usage: %s; %.*s is not", usage, CDS_SAID(field->path));
    }
    cds_condition *leaf = cds_condition_new(L, CDS_HAS);
    leaf->field = field;
    cds_has_read(L, leaf);
    return cds_push_leaf(L, leaf);
}

static void refuse_outside(lua_State *L, const cds_field *field, double bound)
{
    cds_buf ends;
    cds_text said;
    cds_buf_init(&ends, cds_state_of(L)->ctx->mem);
    cds_buf_number(&ends, bound);
    cds_buf_word(&ends, " is outside what ");
    cds_buf_text(&ends, field->path);
    cds_buf_word(&ends, " can be: ");
    if (field->has_minimum) {
        cds_buf_word(&ends, "at least ");
        cds_buf_number(&ends, field->minimum);
    }
    if (field->has_maximum) {
        cds_buf_word(&ends, field->has_minimum ? ", at most " : "at most ");
        cds_buf_number(&ends, field->maximum);
    }
    if (cds_buf_end(cds_state_of(L)->ctx, &ends, &said) != CDS_OK) {
        cds_raise_memory(L);
    }
    cds_raise(L, "%.*s", (int)said.length, said.data);
}

static double bound_at(lua_State *L, int index, const cds_expression *value, const char *usage)
{
    double bound = lua_type(L, index) == LUA_TNUMBER ? lua_tonumber(L, index) : NAN;
    if (!isfinite(bound)) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    const cds_field *field = value->kind == CDS_OF_FIELD ? value->field : NULL;
    if (field != NULL && ((field->has_minimum && bound < field->minimum) ||
                          (field->has_maximum && bound > field->maximum))) {
        refuse_outside(L, field, bound);
    }
    return bound;
}

static cds_decimal exact_of(lua_State *L, double bound, const char *usage)
{
    cds_decimal exact;
    if (!cds_decimal_of(bound, &exact)) {
        cds_raise(L, "usage: %s; this number is too big", usage);
    }
    return exact;
}

static void set_low(lua_State *L, cds_condition *leaf, int index, const char *usage)
{
    leaf->range.low = bound_at(L, index, leaf->value, usage);
    leaf->range.has_low = true;
    cds_decimal exact = exact_of(L, leaf->range.low, usage);
    if (leaf->range.exact != NULL) {
        leaf->range.exact->low = exact;
    }
}

static void set_high(lua_State *L, cds_condition *leaf, int index, const char *usage)
{
    leaf->range.high = bound_at(L, index, leaf->value, usage);
    leaf->range.has_high = true;
    cds_decimal exact = exact_of(L, leaf->range.high, usage);
    if (leaf->range.exact != NULL) {
        leaf->range.exact->high = exact;
    }
}

static cds_condition *compare(lua_State *L, const char *usage)
{
    unsigned size = 0;
    const cds_expression *value = cds_number_of(L, 1, usage, &size);
    cds_condition *leaf = cds_condition_new(L, CDS_COMPARE);
    leaf->value = value;
    leaf->field = value->field;
    if (value->kind != CDS_OF_FIELD) {
        leaf->range.exact = cds_take(L, sizeof *leaf->range.exact);
    }
    return leaf;
}

static int fact_at_least(lua_State *L)
{
    const char *usage = "fact:at_least(number)";
    cds_condition *leaf = compare(L, usage);
    set_low(L, leaf, 2, usage);
    return cds_push_leaf(L, leaf);
}

static int fact_more_than(lua_State *L)
{
    const char *usage = "fact:more_than(number)";
    cds_condition *leaf = compare(L, usage);
    set_low(L, leaf, 2, usage);
    leaf->range.above = true;
    return cds_push_leaf(L, leaf);
}

static int fact_at_most(lua_State *L)
{
    const char *usage = "fact:at_most(number)";
    cds_condition *leaf = compare(L, usage);
    set_high(L, leaf, 2, usage);
    return cds_push_leaf(L, leaf);
}

static int fact_less_than(lua_State *L)
{
    const char *usage = "fact:less_than(number)";
    cds_condition *leaf = compare(L, usage);
    set_high(L, leaf, 2, usage);
    leaf->range.below = true;
    return cds_push_leaf(L, leaf);
}

static int fact_between(lua_State *L)
{
    const char *usage = "fact:between(low, high), both included";
    cds_condition *leaf = compare(L, usage);
    set_low(L, leaf, 2, usage);
    set_high(L, leaf, 3, usage);
    if (leaf->range.low > leaf->range.high) {
        return cds_raise(L, "usage: %s; low is above high", usage);
    }
    return cds_push_leaf(L, leaf);
}

static const luaL_Reg words[] = {
    {"is", fact_is},
    {"is_one_of", fact_is_one_of},
    {"includes", fact_includes},
    {"includes_any", fact_includes_any},
    {"includes_none", fact_includes_none},
    {"counts_at_least", fact_counts_at_least},
    {"has", fact_has},
    {"at_least", fact_at_least},
    {"at_most", fact_at_most},
    {"more_than", fact_more_than},
    {"less_than", fact_less_than},
    {"between", fact_between},
    {NULL, NULL},
};

static int fact_index(lua_State *L)
{
    cds_text name = cds_peek_text(L, 2, "fact:word(...)");
    cds_text known[sizeof words / sizeof *words];
    size_t count = 0;
    for (; words[count].name != NULL; count++) {
        known[count] = cds_text_of(words[count].name);
        if (cds_text_equal(known[count], name)) {
            lua_pushcfunction(L, words[count].func);
            return 1;
        }
    }
    return cds_raise(L, "a fact has no word '%.*s'%s", CDS_SAID(name),
                     cds_did_you_mean(L, name, known, count));
}

void cds_open_fact_words(lua_State *L)
{
    luaL_getmetatable(L, CDS_MADE_FACT);
    lua_pushcfunction(L, fact_index);
    lua_setfield(L, -2, "__index");
    cds_open_arithmetic(L);
    lua_pop(L, 1);
}
