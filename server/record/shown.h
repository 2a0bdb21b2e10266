// SPDX-License-Identifier: Apache-2.0
// What a recorded decision answered and which rules it showed, read off its text as
// engine/decide/reply.c writes it, and the marks it is found and counted by.
#pragma once

#include <stdint.h>

#include "engine/base/text.h"

/** One answer (`class`, `join`) or one rule shown (`class/join-now`, `1.0.0`). */
typedef struct srv_shown {
    bool is_rule;
    cds_text name;  // the decision, or the rule's id
    cds_text value; // its answer, or the rule's version
} srv_shown;

typedef struct srv_shown_walk {
    const char *at, *end;
    bool in_rules;
} srv_shown_walk;

/** All answers in the decisions' order, then all rules in theirs. Lives: in the decision. */
srv_shown_walk srv_shown_begin(cds_text decision);
bool srv_shown_next(srv_shown_walk *walk, srv_shown *out);

/** 64 bits that stand for one of them: the upper half for its name, the lower for its value.
 *  Different ones have different marks but for chance. */
uint64_t srv_mark_of(cds_text name, cds_text value);
#define SRV_MARK_NAME UINT64_C(0xffffffff00000000)
#define SRV_MARK_BYTES 8

/** The marks of a decision, in its order, each big-endian; none: data NULL. Fails:
 * CDS_TOO_LARGE. */
cds_status srv_marks_write(cds_ctx *ctx, cds_text decision, cds_text *out);
uint64_t srv_mark_at(cds_text marks, size_t index);
