// SPDX-License-Identifier: Apache-2.0
// rules/types.lua: what rule files may write, as annotations for lua-language-server, so that
// an editor completes names and shows questions, units, options and what each word means.
#pragma once

#include "engine/rules/ruleset.h"

/** Lua text that declares and does nothing: words, facts from the schema, and the names of
 *  findings, measures, decisions, sources and suggestions. */
void cds_types_write(cds_buf *buf, const cds_ruleset *rules);

/** Fails: CDS_REFUSED with the word that types_words.c says nothing about. */
cds_status cds_types_check(cds_ctx *ctx);
