// SPDX-License-Identifier: Apache-2.0
// A rule file's source as tokens, before Lua compiles it: what Lua can't be trusted with is
// refused here. See design/hazards.md for each reason.
#pragma once

#include "engine/rules/ruleset.h"

#define CDS_SOURCE_BYTES ((size_t)16 << 10)

/** Fails: CDS_REFUSED with file:line for a source over 16 KiB, text that is not UTF-8, NUL,
 *  bitwise operators, `goto`, `_ENV` and attributes (`<close>`, `<const>`). */
cds_status cds_source_check(cds_ctx *ctx, const cds_file *file);

/** Fails: CDS_REFUSED for `and`, `or`, `not` outside functions, where conditions are built: Lua
 *  would drop one side without a word. */
cds_status cds_source_check_logic(cds_ctx *ctx, const cds_file *file);

/** The first line from `line` on where `name =` is written; `line` itself when nowhere. */
int cds_source_member_line(cds_text source, int line, cds_text name);
