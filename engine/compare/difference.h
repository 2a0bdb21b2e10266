// SPDX-License-Identifier: Apache-2.0
// What differs between two releases, in words: decision by decision, rule by rule, and which
// decisions may now come out otherwise. Source: record.md, "Difference in words".
#pragma once

#include "engine/rules/ruleset.h"

// name, word for programs, heading for people; things stand in this order
#define CDS_CONCERNS(X)                                                                        \
    X(CDS_CONCERN_DECISION, "decision", "Decisions")                                           \
    X(CDS_CONCERN_ORDER, "order", "Order of decisions")                                        \
    X(CDS_CONCERN_RULE, "rule", "Rules")                                                       \
    X(CDS_CONCERN_FINDING, "finding", "Findings")                                              \
    X(CDS_CONCERN_MEASURE, "measure", "Measures")                                              \
    X(CDS_CONCERN_SOURCE, "source", "Sources")                                                 \
    X(CDS_CONCERN_CONTRADICTION, "contradiction", "Contradictions")                            \
    X(CDS_CONCERN_SUGGESTION, "suggestion", "Suggestions")                                     \
    X(CDS_CONCERN_CLINIC, "clinic", "The clinic's settings")                                   \
    X(CDS_CONCERN_FIELD, "field", "Facts of an assessment")                                    \
    X(CDS_CONCERN_SCHEMA, "schema", "The assessment's schema")                                 \
    X(CDS_CONCERN_FILE, "file", "Other files")

typedef enum cds_concern {
#define CDS_CONCERN_ENUM(name, word, heading) name,
    CDS_CONCERNS(CDS_CONCERN_ENUM)
#undef CDS_CONCERN_ENUM
        CDS_CONCERN_COUNT
} cds_concern;

// name, word for programs, whether somebody may now get another answer
#define CDS_EDITS(X)                                                                           \
    X(CDS_EDIT_ADDED, "added", true)                                                           \
    X(CDS_EDIT_REMOVED, "removed", true)                                                       \
    X(CDS_EDIT_RETIRED, "retired", true)                                                       \
    X(CDS_EDIT_RENAMED, "renamed", false)                                                      \
    X(CDS_EDIT_STATUS, "status", true)                                                         \
    X(CDS_EDIT_THRESHOLD, "threshold", true)                                                   \
    X(CDS_EDIT_OPTIONS, "options", true)                                                       \
    X(CDS_EDIT_TURNED, "turned", true)                                                         \
    X(CDS_EDIT_CONDITION_ADDED, "condition-added", true)                                       \
    X(CDS_EDIT_CONDITION_REMOVED, "condition-removed", true)                                   \
    X(CDS_EDIT_REGROUPED, "regrouped", true)                                                   \
    X(CDS_EDIT_PRESUMED, "presumed", true)                                                     \
    X(CDS_EDIT_ANSWER, "answer", true)                                                         \
    X(CDS_EDIT_ANSWER_ADDED, "answer-added", true)                                             \
    X(CDS_EDIT_ANSWER_REMOVED, "answer-removed", true)                                         \
    X(CDS_EDIT_STRENGTH, "strength", true)                                                     \
    X(CDS_EDIT_VALUE, "value", true)                                                           \
    X(CDS_EDIT_RANGE, "range", true)                                                           \
    X(CDS_EDIT_FUNCTION, "function", true)                                                     \
    X(CDS_EDIT_SETTING, "setting", true)                                                       \
    X(CDS_EDIT_KIND, "kind", true)                                                             \
    X(CDS_EDIT_SCHEMA, "schema", true)                                                         \
    X(CDS_EDIT_ORDER, "order", false)                                                          \
    X(CDS_EDIT_REWORDED, "reworded", false)                                                    \
    X(CDS_EDIT_INDICATOR, "indicator", false)                                                  \
    X(CDS_EDIT_AT_MOST, "at-most", false)                                                      \
    X(CDS_EDIT_UNIT, "unit", false)                                                            \
    X(CDS_EDIT_ANNOTATION, "annotation", false)                                                \
    X(CDS_EDIT_BASIS, "basis", false)                                                          \
    X(CDS_EDIT_EVIDENCE_ADDED, "evidence-added", false)                                        \
    X(CDS_EDIT_EVIDENCE_REMOVED, "evidence-removed", false)                                    \
    X(CDS_EDIT_GRADE, "grade", false)                                                          \
    X(CDS_EDIT_LISTED, "listed", false)                                                        \
    X(CDS_EDIT_UNLISTED, "unlisted", false)                                                    \
    X(CDS_EDIT_OWNER, "owner", false)                                                          \
    X(CDS_EDIT_REVIEW, "review", false)                                                        \
    X(CDS_EDIT_VERSION, "version", false)                                                      \
    X(CDS_EDIT_CASES, "cases", false)                                                          \
    X(CDS_EDIT_REWRITTEN, "rewritten", false)

typedef enum cds_edit_kind {
#define CDS_EDIT_ENUM(name, word, matters) name,
    CDS_EDITS(CDS_EDIT_ENUM)
#undef CDS_EDIT_ENUM
} cds_edit_kind;

/** One change of one thing. */
typedef struct cds_edit {
    cds_edit_kind kind;
    cds_text part;          // what of the thing: "title", "when"; empty: the whole
    cds_text before, after; // data NULL: there was or is nothing
    cds_text says;          // a sentence without its full stop
} cds_edit;

/** Something that differs, and what rests on it. */
typedef struct cds_differing {
    cds_concern concern;
    cds_text id, title; // as it is now, or else was; the title may be empty
    cds_text file;      // that declares it
    const cds_edit *edits;
    size_t edit_count;
    const cds_rule *const *rules; // whose conditions read it; not of decisions and rules
    size_t rule_count;
} cds_differing;

/** A decision whose answers may now be others. */
typedef struct cds_affected {
    const cds_decision *decision;
    size_t by;        // how many of the things change it themselves
    cds_text through; // else the decision it reads that is changed, or reads one that is
} cds_affected;

typedef struct cds_difference {
    const cds_ruleset_view *before, *after;
    const cds_differing *things;  // by concern; decisions and rules as shown, others by name
    size_t count;                 // 0: nothing differs
    const cds_affected *affected; // in the order shown
    size_t affected_count;
} cds_difference;

/** Lives: in ctx->mem, borrowing both. Fails: CDS_TOO_LARGE. */
cds_status cds_difference_find(cds_ctx *ctx, const cds_ruleset_view *before,
                               const cds_ruleset_view *after, cds_difference *out);

/** Somebody may get another answer by it. */
bool cds_differing_matters(const cds_differing *thing);

/** Something matters that conditions don't read, such as a setting: only a replay of recorded
 *  assessments shows what it does. */
bool cds_difference_needs_replay(const cds_difference *difference);

const char *cds_concern_word(cds_concern concern);
const char *cds_concern_heading(cds_concern concern);
const char *cds_edit_word(cds_edit_kind kind);
bool cds_edit_matters(cds_edit_kind kind); // somebody may now get another answer
