// SPDX-License-Identifier: Apache-2.0
// A file of cases while it is read, and how a person and a case become one assessment.
#pragma once

#include "engine/rules/builder.h"
#include "engine/rules/casefile.h"

typedef struct cds_casebook {
    const cds_ruleset_view *view;
    const cds_rule *rule;
    cds_text path;
    int person;             // reference of the table; 0: none yet
    int open_line;          // of a case that has a name and no table yet; else 0
    cds_pointers cases;     // cds_case
    cds_pointers survivors; // cds_survivor
} cds_casebook;

/** Values that are nothing but themselves. */
typedef enum cds_mark { CDS_MARK_SILENT, CDS_MARK_UNKNOWN } cds_mark;

void cds_push_mark(lua_State *L, cds_mark mark);
bool cds_is_mark(lua_State *L, int index, cds_mark mark);

/** Refuses names that are no facts; of a case also `expect` and `decides` are fine. Raises. */
void cds_case_check(lua_State *L, int index, bool is_case);

/** survives { leaf = "...", change = "...", reason = "..." }. Raises. */
int cds_word_survives(lua_State *L);

/** Person and case as one assessment that fits the schema, members in its order: lists are
 *  replaced, `unknown` takes a fact away. Raises at the case's line. */
const cds_json *cds_case_merge(lua_State *L, int index, const cds_case *one);
