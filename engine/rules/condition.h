// SPDX-License-Identifier: Apache-2.0
// A condition: the immutable tree that the words of a rule file build. Every word but
// `given`/`not_given` is monotone: learning a fact never turns true into false.
#pragma once

#include <stdint.h>

#include "engine/base/decimal.h"
#include "engine/facts/field.h"

typedef struct cds_place {
    cds_text file; // cortisone/recreational-over-40.lua
    int line;
} cds_place;

typedef enum cds_word {
    // of conditions
    CDS_ALL,
    CDS_ANY,
    CDS_NONE,
    CDS_AT_LEAST_OF,
    CDS_UNLESS_RULED_OUT,
    CDS_FINDING,
    // of a fact: the leaves
    CDS_YES,
    CDS_NO,
    CDS_IS_ONE_OF,    // is, is_one_of
    CDS_INCLUDES_ANY, // includes, includes_any
    CDS_INCLUDES_NONE,
    CDS_COUNTS_AT_LEAST,
    CDS_HAS,
    CDS_COMPARE, // at_least, at_most, more_than, less_than, between
    CDS_KNOWN,
    CDS_GIVEN,
    CDS_NOT_GIVEN,
    CDS_DECIDED, // decided("x"):is, :is_one_of
} cds_word;

typedef struct cds_condition cds_condition;
typedef struct cds_expression cds_expression;
typedef struct cds_measure cds_measure;
typedef struct cds_finding cds_finding;
typedef struct cds_decision cds_decision;

typedef enum cds_expression_kind {
    CDS_OF_FIELD,
    CDS_OF_MEASURE,
    CDS_OF_NUMBER,
    CDS_OF_ARITHMETIC,
} cds_expression_kind;

/** A number that a comparison reads: a fact, a measure, or arithmetic on them. */
struct cds_expression {
    cds_expression_kind kind;
    const cds_field *field;
    const cds_measure *measure;
    double number;
    cds_decimal exact; // of `number`
    cds_arithmetic word;
    const cds_expression *left, *right;
    cds_text says; // "age", "planned run divided by longest run in 30 days"
};

/** The ends of a range as the decimals they are written as. */
typedef struct cds_ends {
    cds_decimal low, high;
} cds_ends;

/** What a compared number must lie in; an end left open is infinite, `above` and `below`
 *  exclude the end itself. */
typedef struct cds_range {
    double low, high;
    cds_ends *exact; // where the number is computed; NULL: a plain fact
    bool has_low, has_high, above, below;
} cds_range;

/** One member that `:has{}` asks of an item: its name and the value it must equal. */
typedef struct cds_member {
    cds_text name;
    const cds_json *value;
} cds_member;

struct cds_condition {
    cds_word word;
    unsigned count; // at_least_of, counts_at_least
    size_t index; // its place among all conditions of the ruleset; children come before parents
    const cds_condition *const *parts;
    size_t part_count;
    const cds_field *field;      // words on one fact
    const cds_expression *value; // CDS_COMPARE
    cds_range range;
    uint64_t options;      // is, includes: bit i is field->options[i]; decided: bit per answer
    const cds_text *words; // is, includes on fields without options (CDS_WORD, CDS_WORDS)
    size_t word_count;
    const cds_member *members; // CDS_HAS
    size_t member_count;
    const cds_finding *finding;
    const cds_decision *decision; // CDS_DECIDED
    cds_text says;     // a leaf or finding read aloud, as true: "age is at least 40 years"
    cds_text says_not; // and as false: "age is under 40 years"
    cds_place place;
    bool says_plain;                 // both need no escape in JSON
    uint8_t least_true, least_false; // no fewer leaves say why it is; set by rules/least.h
};

/** Whether the word reads facts itself. */
static inline bool cds_word_is_leaf(cds_word word)
{
    return word >= CDS_YES;
}

const char *cds_word_name(cds_word word);
