// SPDX-License-Identifier: Apache-2.0
// One call of a rule's function: which person's facts it may look at, and what came of it.
#pragma once

#include "engine/rules/recall.h"
#include "engine/rules/state.h"

typedef struct cds_run {
    const cds_facts *facts;
    cds_reads reads;          // what it looked at
    const cds_field *unknown; // the fact it touched and did not get
    bool is_measure;
    double number;
    const cds_json *advice;
} cds_run;

/** Pushes `facts`: groups and fields of a person, whoever that is at the time. Raises. */
void cds_push_facts(lua_State *L, const cds_fields *fields);

/** Pushes the globals of a running function: helpers and the clinic's settings. Raises. */
void cds_push_run_globals(lua_State *L, const cds_json *clinic);

/** Takes the function on top of the stack and pushes its record: the function first, then all
 *  it could write to - upvalues, theirs too - as (function, place, value) at load time. Tables
 *  among them become read-only views. Returns how many items stand in the record. Raises. */
int64_t cds_purity_seal(lua_State *L);

/** Puts back what a call may have changed, from the record on top of the stack. Can't fail. */
void cds_purity_restore(lua_State *L, int64_t items);
