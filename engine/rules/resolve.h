// SPDX-License-Identifier: Apache-2.0
// The steps of resolving, each a file: conditions, decisions, rules.
#pragma once

#include "engine/rules/builder.h"

typedef struct cds_resolving {
    cds_builder *builder;
    cds_ruleset_view *view;
    cds_finding *findings;
    cds_measure *measures;
    cds_decision *decisions;
    cds_rule *rules;
    const cds_condition **conditions;
    size_t *sizes; // of conditions by index: words in it, findings written out
    size_t condition_count;
    bool *suppressing; // conditions by index: they read current answers
} cds_resolving;

/** Numbers conditions, children and findings first; refuses circles and monsters; reads every
 *  leaf aloud. */
cds_status cds_resolve_conditions(cds_resolving *all);

/** Answers and their texts; what decided(), applies_when and suppressed_when may read. */
cds_status cds_resolve_decisions(cds_resolving *all);

/** Rules in order, with sources, suggestions, texts and constant JSON. */
cds_status cds_resolve_rules(cds_resolving *all);

/** Who is read comes before who reads; refuses circles. Needs the rules. */
cds_status cds_resolve_order(cds_resolving *all);

/** The draft's `made` struct by its place among the kind. */
void *cds_made_at(const cds_builder *builder, cds_draft_kind kind, size_t position);

/** Room in the release, or NULL with the failure recorded. */
void *cds_keep(const cds_builder *builder, size_t count, size_t bytes);
