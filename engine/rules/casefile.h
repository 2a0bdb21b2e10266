// SPDX-License-Identifier: Apache-2.0
// A rule's tests: `person{}`, `case "..." {}` and `survives{}` of a .test.lua file, read in a
// sandbox of their own; persons and cases are merged into whole assessments.
#pragma once

#include "engine/rules/ruleset.h"

typedef enum cds_expect_kind {
    CDS_EXPECT_ANSWER,   // this rule fires and gives the answer
    CDS_EXPECT_PRESUMED, // it is presumed and gives the answer
    CDS_EXPECT_SILENT,   // it is false
    CDS_EXPECT_ASKS,     // it is unknown and asks for the fact
    CDS_EXPECT_DECIDES,  // whole decisions have these answers
} cds_expect_kind;

typedef struct cds_decides {
    cds_text decision, answer;
} cds_decides;

typedef struct cds_case {
    cds_text name;
    int line;
    const cds_json *assessment; // person{} and the case merged; already without unknowns
    cds_expect_kind expect;
    cds_text text; // the answer, or the fact's path
    const cds_decides *decides;
    size_t decides_count;
} cds_case;

/** A change of the rule that no case can notice, named so that it may survive mutation. */
typedef struct cds_survivor {
    cds_text leaf;   // as `tendon test` lists it
    cds_text change; // "turned round", "41 instead of 40", ...
    cds_text reason; // why no person can show the difference
    int line;
} cds_survivor;

typedef struct cds_casefile {
    cds_text path;        // cortisone/elite.test.lua
    const cds_rule *rule; // the rule beside it; NULL for tests of whole decisions
    const cds_case *cases;
    size_t count;
    const cds_survivor *survivors;
    size_t survivor_count;
} cds_casefile;

/** Lives: in ctx->mem. Fails: CDS_REFUSED with file:line. */
cds_status cds_casefile_read(cds_ctx *ctx, const cds_ruleset *rules, const cds_file *file,
                             cds_casefile *out);
