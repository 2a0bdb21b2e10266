// SPDX-License-Identifier: Apache-2.0
// Slips of the pen, one change each: what a rule would be with a leaf turned round, a number
// moved, a presumption left out, another answer.
#pragma once

#include "engine/decide/gap.h"
#include "engine/rules/ruleset.h"

typedef struct cds_mutant {
    cds_gap_kind kind;              // as which it is listed when it survives
    const cds_condition *condition; // whose truth it changes; NULL: a rule's answer
    const cds_rule *rule;           // CDS_GAP_SWAPPED: the rule, and what it answers instead
    unsigned answer;
    cds_place place;
    cds_text leaf;   // what is changed, read aloud: "age is at least 40 years"
    cds_text change; // "turned round", "41 instead of 40"
    void *target;    // in the ruleset: `bytes` that `instead` takes the place of
    void *instead;
    size_t bytes;
} cds_mutant;

typedef struct cds_mutants {
    cds_mutant *list; // in the places' order
    size_t count, room;
} cds_mutants;

/** All of the ruleset's active rules and decisions. Conditions changed may have the index
 *  view->condition_count. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_mutants_list(cds_ctx *ctx, const cds_ruleset *rules, cds_mutants *out);

/** Puts the change in place; once more, and it is taken back. Not for CDS_GAP_SWAPPED. */
void cds_mutant_swap(cds_mutant *mutant);
