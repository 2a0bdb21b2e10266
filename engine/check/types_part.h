// SPDX-License-Identifier: Apache-2.0
// The parts of types.lua, each written by a file of its own. For types*.c alone.
#pragma once

#include "engine/base/buf.h"
#include "engine/rules/ruleset.h"

typedef struct cds_types {
    cds_buf *buf;
    const cds_ruleset_view *view;
} cds_types;

void cds_types_words(const cds_types *types);  // what a file calls: rule, all, yes, case, ...
void cds_types_shapes(const cds_types *types); // what stands in their braces
void cds_types_fields(const cds_types *types); // the schema's groups and fields
void cds_types_names(const cds_types *types);  // findings, measures, decisions, settings, ...

/** Whether types_words.c says what this word is. */
bool cds_types_tells(cds_text word);

/** Annotations of a word whose result depends on a name, such as decided("x"). */
void cds_types_overloads(const cds_types *types, cds_text word);

/** An example with {yesno}, {number}, {finding} and the like filled in with the release's first
 *  of that kind; with `...` where it has none. */
void cds_types_example(const cds_types *types, const char *example);

/** A text inside a comment: on one line. */
void cds_types_say(cds_buf *buf, cds_text text);

/** `---| "value" # says`: one of an alias's literals. */
void cds_types_literal(cds_buf *buf, cds_text value, cds_text says);
