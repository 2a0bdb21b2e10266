// SPDX-License-Identifier: Apache-2.0
// An evaluation while it is being made: what the public one shows, still writable. For the
// files of decide/ and compare/ and their tests alone.
#pragma once

#include "engine/decide/evaluate.h"

typedef struct cds_evaluator {
    cds_evaluation view; // first, so that an evaluation shown is its evaluator
    cds_ctx *ctx;
    cds_sandbox *sandbox; // NULL: every Lua function fails
    uint8_t *values;
    cds_outcome *outcomes;
    cds_truth *truths;
    cds_measured *measured;
    bool measure_failed; // some measure's function broke or went over its budget
    bool advice_failed;  // some rule's advice lacked a fact, broke or went over its budget
} cds_evaluator;

/** What an evaluation is made of. */
typedef struct cds_inputs {
    const cds_ruleset_view *rules;
    cds_sandbox *sandbox; // NULL: every Lua function fails
    const cds_facts *facts;
} cds_inputs;

/** Nothing is decided yet. NULL: no memory. */
cds_evaluator *cds_evaluator_new(cds_ctx *ctx, cds_inputs inputs);

/** As cds_evaluate, on any view of rules. */
cds_status cds_evaluate_view(cds_ctx *ctx, cds_inputs inputs, const cds_evaluation **out);

/** The same without asking rules for advice: answers, and all they rest on. */
cds_status cds_evaluate_answers(cds_ctx *ctx, cds_inputs inputs, const cds_evaluation **out);

/** The condition's truth, looked up or computed and kept. */
cds_truth cds_truth_of(cds_evaluator *evaluator, const cds_condition *condition);

/** How an outcome of a call is named in incomplete_rules. */
cds_incomplete cds_incomplete_of(cds_status status);
