// SPDX-License-Identifier: Apache-2.0
// A release: the immutable, counted result of loading a folder of rule files and its schema.
// Threads share it without locks.
#pragma once

#include "engine/base/digest.h"
#include "engine/facts/facts.h"
#include "engine/facts/schema.h"
#include "engine/rules/rule.h"

/** A file of a release: path relative to the rules folder (`cortisone/elite.lua`), and its
 *  bytes. The schema comes as `assessment.schema.json`. */
typedef struct cds_file {
    cds_text path;
    cds_text bytes;
} cds_file;

typedef struct cds_ruleset cds_ruleset;

/** What one may read of it. Every list is in the order given. */
typedef struct cds_ruleset_view {
    const cds_schema *schema;
    const cds_fields *fields;
    const cds_decision *decisions; // in the order shown
    size_t decision_count;
    const cds_decision *const *evaluation_order; // who is read comes before who reads
    const cds_rule *rules; // decisions in shown order, answer order, then id
    size_t rule_count;
    const size_t *first_rule;    // of decision i: rules[first_rule[i] .. first_rule[i + 1]-1]
    const cds_finding *findings; // by name
    size_t finding_count;
    const cds_measure *measures; // by name
    size_t measure_count;
    const cds_source *sources; // by key
    size_t source_count;
    const cds_suggestion *suggestions; // by id
    size_t suggestion_count;
    const cds_contradiction *contradictions; // by id
    size_t contradiction_count;
    const cds_condition *const *conditions; // by index
    size_t condition_count;
    const struct cds_sieve *sieve;    // rules/sieve.h; NULL: every rule is looked at
    const cds_json *clinic;           // the settings, an object
    const cds_json *codes;            // how other systems name things, an object
    cds_text clinic_file, order_file; // that declare the settings and the order; or empty
    const cds_file *files;            // as given, sorted by path
    size_t file_count;
    cds_sha256
        digest; // of the lines `<sha256 hex>  <path>\n`; README, CHANGELOG, types.lua aside
    char digest_text[7 + CDS_SHA256_HEX + 1]; // sha256:...
} cds_ruleset_view;

/** Whether a file of this path counts for the digest. */
bool cds_file_counts(cds_text path);

/** The digest of a release; `files` are sorted by path, bytewise. Source: record.md. */
cds_status cds_files_digest(cds_ctx *ctx, const cds_file *files, size_t count, cds_sha256 *out);

/** Whether a file of this path is read for what it declares. */
bool cds_file_declares(cds_text path);

/** Reads every `.lua` file but `*.test.lua`, `types.lua` and those under `retired/`, and the
 *  schema; checks structure only (record.md). Copies what it needs. Lives: until the last drop.
 *  Fails: CDS_REFUSED with file:line and what to write instead; nothing is left behind. */
cds_status cds_ruleset_load(cds_ctx *ctx, const cds_file *files, size_t count,
                            cds_ruleset **out);
cds_ruleset *cds_ruleset_retain(cds_ruleset *rules); // Thread: any
void cds_ruleset_drop(cds_ruleset *rules);           // Thread: any; NULL is fine

const cds_ruleset_view *cds_ruleset_look(const cds_ruleset *rules);
const cds_rule *cds_ruleset_rule(const cds_ruleset *rules, cds_text id);           // or NULL
const cds_decision *cds_ruleset_decision(const cds_ruleset *rules, cds_text name); // or NULL
