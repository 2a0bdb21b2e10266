// SPDX-License-Identifier: Apache-2.0
// What words hand to each other inside Lua: groups, facts, conditions and references, each a
// userdata whose metatable no rule can reach.
#pragma once

#include "engine/rules/builder.h"

#define CDS_MADE_GROUP "group of facts"
#define CDS_MADE_FACT "fact"
#define CDS_MADE_CONDITION "condition"
#define CDS_MADE_DECIDED "decided"
#define CDS_MADE_SUGGEST "suggest"

#define CDS_SIZE_MAX 1000 // words in one condition, written out
#define CDS_NESTING_MAX 24

/** A field or a number computed from fields. */
typedef struct cds_made_fact {
    const cds_field *field;     // NULL for measures, numbers and arithmetic
    cds_expression *expression; // NULL for a field that has not been counted with
    const cds_draft *measure;
    unsigned size; // numbers in it
    cds_use *use;
} cds_made_fact;

typedef struct cds_made_condition {
    cds_condition *condition;
    unsigned size, depth;
    cds_use *use;
} cds_made_condition;

typedef struct cds_made_reference {
    cds_draft *draft;
    cds_use *use;
} cds_made_reference;

/** Each pushes a userdata and raises when there is no memory. */
void cds_push_group(lua_State *L, cds_text path);
void cds_push_fact(lua_State *L, cds_made_fact fact);
void cds_push_condition(lua_State *L, cds_made_condition condition);
void cds_push_reference(lua_State *L, const char *kind, cds_draft *draft);

/** What stands at `index` if it is of the kind, else NULL. Marks nothing. */
cds_made_fact *cds_peek_fact(lua_State *L, int index);
cds_made_condition *cds_peek_condition(lua_State *L, int index);
cds_made_reference *cds_peek_reference(lua_State *L, int index, const char *kind);

/** The same, marked as used; refuses with `usage` where it is something else. */
cds_made_fact *cds_take_fact(lua_State *L, int index, const char *usage);
cds_made_condition *cds_take_condition(lua_State *L, int index, const char *usage);

/** "a fact", "text", "nothing": for error texts. */
const char *cds_what_is(lua_State *L, int index);

/** Registers the metatables with their words, once a state. */
void cds_open_made(lua_State *L);
/** In words_fact.c: what a fact answers to, and the operators it refuses. */
void cds_open_fact_words(lua_State *L);
