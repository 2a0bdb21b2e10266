// SPDX-License-Identifier: Apache-2.0
// What the cases beside the rules leave open: one sentence each with its place, listed by
// `tendon test` and refused by `tendon check`.
#pragma once

#include "engine/rules/condition.h"

typedef enum cds_gap_kind {
    CDS_GAP_CASE,        // a case fails, or its file is refused
    CDS_GAP_RULE,        // no case makes the rule answer
    CDS_GAP_LEAF,        // no case sees the leaf true, or none sees it false
    CDS_GAP_ANSWER,      // no case's whole decision gives it
    CDS_GAP_TURNED,      // no case notices the leaf turned round
    CDS_GAP_EDGE,        // no case notices the number moved one step: none stands on that side
    CDS_GAP_PRESUMPTION, // no case notices unless_ruled_out left out
    CDS_GAP_SWAPPED,     // no case notices another answer of the rule's decision
    CDS_GAP_NAMED,       // a survivor named in a test file that is noticed, or does not exist
    CDS_GAP_LINT,        // what `tendon check` refuses besides (engine/check)
    CDS_GAP_LOCK,        // a rule is not what rules.lock has of it
    CDS_GAP_WARNING,     // refuses nothing
} cds_gap_kind;

typedef struct cds_gap {
    cds_gap_kind kind;
    cds_place place;
    cds_text says; // a sentence, with what to do about it
} cds_gap;

/** A sticky list: adding returns nothing, the end says whether all of it was kept. Lives: all
 *  of it in ctx->mem, the places' files too, so it outlives the ruleset it is about. */
typedef struct cds_gaps {
    cds_ctx *ctx;
    cds_gap *list; // in ctx->mem
    size_t count, room;
    bool failed;
} cds_gaps;

void cds_gaps_init(cds_gaps *gaps, cds_ctx *ctx);
void cds_gaps_add(cds_gaps *gaps, cds_gap_kind kind, cds_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** Fails: CDS_TOO_LARGE. */
cds_status cds_gaps_end(cds_gaps *gaps);
