// SPDX-License-Identifier: Apache-2.0
// Facts as numbers: what comparisons and arithmetic are made of while rules are read.
#pragma once

#include "engine/rules/made.h"

/** The expression of a fact or plain number at `index`, made once for each field. Raises with
 *  `usage` when it is no number. `size` counts the numbers in it. */
cds_expression *cds_number_of(lua_State *L, int index, const char *usage, unsigned *size);

/** Adds + - * / to the metatable on top of the stack. */
void cds_open_arithmetic(lua_State *L);
