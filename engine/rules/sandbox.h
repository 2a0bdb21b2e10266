// SPDX-License-Identifier: Apache-2.0
// Where a ruleset's Lua functions run, one for each thread: no libraries, a budget of
// instructions, a ceiling of memory, and nothing a call writes is seen by the next.
#pragma once

#include "engine/rules/ruleset.h"

typedef struct cds_sandbox cds_sandbox;

typedef struct cds_budget {
    size_t memory_bytes; // 8 MiB
    int instructions;    // 1,000,000
    size_t recalled;     // calls of each rule's function that are kept; 0: every one runs
} cds_budget;

extern const cds_budget cds_default_budget;
/** The same for who serves: recalls what the last calls read and said (recall.h). */
extern const cds_budget cds_serving_budget;

/** Opens a state for the ruleset and retains it. Fails: CDS_FAILED, CDS_REFUSED. Thread: the
 *  sandbox belongs to one thread at a time. */
cds_status cds_sandbox_open(cds_ctx *ctx, cds_ruleset *rules, cds_budget budget,
                            cds_sandbox **out);
void cds_sandbox_close(cds_sandbox *sandbox); // NULL is fine
const cds_ruleset *cds_sandbox_ruleset(const cds_sandbox *sandbox);

/** What a function's call came to. */
typedef struct cds_call {
    cds_status status;        // CDS_OK, CDS_UNKNOWN, CDS_BUDGET, CDS_FAILED
    const cds_field *unknown; // the fact it touched and did not get; NULL unless CDS_UNKNOWN
    double number;            // of a measure
    const cds_json *advice;   // of a rule: an object, members sorted by name; in ctx->mem
} cds_call;

/** Computes a measure's function. `facts:known` is refused in it: a measure must be monotone.
 */
cds_call cds_sandbox_measure(cds_ctx *ctx, cds_sandbox *sandbox, const cds_measure *measure,
                             const cds_facts *facts);

/** Asks a rule's `advise`. */
cds_call cds_sandbox_advise(cds_ctx *ctx, cds_sandbox *sandbox, const cds_rule *rule,
                            const cds_facts *facts);
