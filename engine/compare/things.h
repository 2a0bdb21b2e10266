// SPDX-License-Identifier: Apache-2.0
// Private to compare/: what a release is made of, kind by kind, each in its order.
#pragma once

#include "engine/compare/differ.h"

void cds_compare_decisions(cds_differ *differ);
void cds_compare_order(cds_differ *differ);
void cds_compare_rules(cds_differ *differ);
void cds_compare_findings(cds_differ *differ);
void cds_compare_measures(cds_differ *differ);
void cds_compare_sources(cds_differ *differ);
void cds_compare_contradictions(cds_differ *differ);
void cds_compare_suggestions(cds_differ *differ);
void cds_compare_clinic(cds_differ *differ);
void cds_compare_fields(cds_differ *differ);
void cds_compare_schema(cds_differ *differ);

/** Files that differ though nothing above was said of them. Comes last. */
void cds_compare_files(cds_differ *differ);

/** Edits that lead from one rule to the other, whatever their ids. */
void cds_compare_rule(cds_differ *differ, const cds_rule *before, const cds_rule *after);

/** By their fingerprints. */
void cds_compare_functions(cds_differ *differ, const cds_sha256 *before,
                           const cds_sha256 *after);

/** The cases beside a rule. */
void cds_compare_cases(cds_differ *differ, cds_text before, cds_text after);

/** Says that a file was rewritten, if it was, where nothing it means has changed. */
void cds_compare_bytes(cds_differ *differ, cds_text before, cds_text after);

/** Sets the rules that each thing is read by. */
void cds_reach_rules(cds_differ *differ);

/** Which decisions may come out otherwise, by themselves or through one they read. */
void cds_reach_decisions(cds_differ *differ, cds_difference *out);
