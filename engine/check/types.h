// SPDX-License-Identifier: Apache-2.0
// rules/types.lua: what rule files may write, as annotations for lua-language-server, so that
// an editor completes names and shows questions, units and options.
#pragma once

#include "engine/rules/ruleset.h"

/** Lua text that declares and does nothing: facts from the schema, words, and the names of
 *  findings, measures, decisions, sources and suggestions. */
void cds_types_write(cds_buf *buf, const cds_ruleset *rules);
