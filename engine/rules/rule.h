// SPDX-License-Identifier: Apache-2.0
// What rule files declare: rules, decisions, findings, measures, sources, suggestions,
// contradictions. All immutable once a ruleset is loaded. Source: rule-language.md.
#pragma once

#include "engine/base/date.h"
#include "engine/base/digest.h"
#include "engine/rules/condition.h"

/** A piece of a text: words, or something filled in when it is shown. */
typedef struct cds_piece {
    cds_text text; // words; for CLINIC already filled in, so a plain text
    cds_text json; // words escaped for JSON without quotes, made at load; else data NULL
    const cds_field *field; // {rehab.stage}: the value, or "not asked"
    cds_text fill;          // {fill.name}: from `advise`'s fill; empty: none
} cds_piece;

typedef struct cds_template {
    const cds_piece *pieces;
    size_t count;
    cds_text source; // as written
    cds_text json; // escaped for JSON without quotes, when nothing is filled in; else data NULL
} cds_template;

typedef struct cds_source {
    cds_text key, authors, journal, title, doi, kind;
    int year;
    cds_text citation; // one line for people
    cds_place place;
} cds_source;

typedef struct cds_citation {
    const cds_source *source;
    cds_text shows, grade;
} cds_citation;

typedef struct cds_suggestion {
    cds_text id, label;
    cds_place place;
} cds_suggestion;

struct cds_finding {
    cds_text name, says;
    const cds_condition *when;
    size_t index;
    cds_place place;
};

struct cds_measure {
    cds_text name, unit, says;
    const cds_expression *value; // NULL: a function computes it
    cds_sha256 function;         // then its fingerprint
    bool has_range;
    double low, high; // outside it the value is unknown
    size_t index;
    cds_place place;
};

#define CDS_ANSWERS_MAX 60

typedef struct cds_answer {
    cds_text name;
    cds_text json; // the name in quotes, escaped: made at load
    cds_template title, clinician, patient;
    bool only_when_final;
} cds_answer;

/** One clinical question with its answers. Answers stand strongest first, then while_unknown,
 *  otherwise, not-asked and suppressed as far as they are not declared answers themselves. */
struct cds_decision {
    cds_text name, question;
    cds_text json; // the name in quotes, escaped: made at load
    const cds_answer *answers;
    size_t declared_count; // rules can give answers[0 .. declared_count-1]
    size_t answer_count;
    unsigned otherwise, while_unknown; // places in answers
    int not_asked, suppressed;         // places in answers, or -1
    const cds_condition *applies_when; // reads x-request fields only; NULL: always
    const cds_condition
        *suppressed_when; // reads current answers of other decisions; NULL: never
    size_t at_most;       // recommendations; 0: all
    bool suppresses;      // another decision's suppressed_when reads it: always returned
    size_t index;         // in the order shown
    cds_place place;
};

typedef enum cds_rule_status { CDS_DRAFT, CDS_ACTIVE, CDS_RETIRED } cds_rule_status;
typedef enum cds_indicator { CDS_INFO, CDS_WARNING, CDS_CRITICAL } cds_indicator;

typedef struct cds_change {
    cds_text version, date, what;
} cds_change;

typedef struct cds_rule {
    cds_text id, version, owner, purpose;
    cds_rule_status status;
    cds_indicator indicator;
    cds_date review_done, review_due;
    bool clinic_policy; // basis = "clinic policy": no citation is shown
    const cds_decision *decision;
    unsigned answer;
    const cds_condition *when;
    cds_template title, clinician, patient;
    const cds_citation *evidence;
    size_t evidence_count;
    const cds_suggestion *const *suggestions;
    size_t suggestion_count;
    const cds_text *cautions;
    size_t caution_count;
    const cds_change *history;
    size_t history_count;
    bool advises;        // has a function
    cds_sha256 function; // its fingerprint
    size_t index;        // among all rules: decisions in shown order, answers, then id
    cds_place place;
    cds_text head_json; // "rule":...,"indicator":"warning": constant members, made at load
    cds_text tail_json; // ,"evidence":...,"suggestions":...: the same for those after `because`
} cds_rule;

typedef struct cds_contradiction {
    cds_text id;
    cds_template say;
    cds_text ask;
    const cds_condition *when;
    cds_place place;
} cds_contradiction;
