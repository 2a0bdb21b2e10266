// SPDX-License-Identifier: Apache-2.0
// The words of rule files, grouped as their files are. Each function adds its words to the
// table on top of the stack.
#pragma once

#include "engine/rules/made.h"

void cds_open_condition_words(lua_State *L);   // all any none yes no known given decided ...
void cds_open_declaration_words(lua_State *L); // decision source suggestion finding order ...
void cds_open_rule_words(lua_State *L);        // rule, suggest
void cds_open_decision_words(lua_State *L);    // decision
void cds_open_file_words(lua_State *L);        // all of these, and the helpers
void cds_open_case_words(lua_State *L); // person case answer ... unknown, and the helpers

/** A new condition at the running line, in the release's arena, among all of it. Raises. */
cds_condition *cds_condition_new(lua_State *L, cds_word word);

/** Pushes a leaf: of size 1. */
int cds_push_leaf(lua_State *L, cds_condition *leaf);

/** Pushes the globals of a rule file: the words, the groups of facts, and nothing else. */
void cds_push_file_globals(lua_State *L);

/** Refuses what the file made and did not use. */
cds_status cds_refuse_left_over(cds_builder *builder);

/** Opens a fresh state with all words and reads the file into the builder. */
cds_status cds_builder_read(cds_builder *builder, const cds_file *file);

/** Registers the metatables of all that words make, once a state. */
void cds_open_words(lua_State *L);

/** The __newindex of globals: there are none but the words. */
int cds_refuse_global(lua_State *L);
