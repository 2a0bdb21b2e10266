// SPDX-License-Identifier: Apache-2.0
// The data dictionary: every leaf of an assessment's schema as a typed field with its title,
// question, unit and options, in the schema's order. See schemas/README.md for annotations.
#pragma once

#include <stdint.h>

#include "engine/facts/json.h"

typedef enum cds_field_kind {
    CDS_YESNO,   // boolean
    CDS_WHOLE,   // integer
    CDS_NUMBER,  // number
    CDS_DAY,     // string, format date
    CDS_CHOICE,  // string with options: one of
    CDS_CHOICES, // array of distinct strings with options: any of
    CDS_WORD,    // any other string
    CDS_WORDS,   // array of any other strings
    CDS_ITEMS,   // array of objects
} cds_field_kind;

#define CDS_OPTIONS_MAX 64

typedef struct cds_option {
    cds_text value;
    cds_text title; // the value itself where the schema gives no title
} cds_option;

typedef struct cds_field {
    cds_text path;    // patient.age_years
    cds_text pointer; // /patient/age_years
    cds_text title;   // the last name of the path where the schema gives none
    cds_text ask;     // x-ask, else the title with a question mark
    cds_text unit;    // x-unit, or empty
    cds_text section; // x-section, or empty
    cds_field_kind kind;
    bool asked_of_examiner; // x-asked-of
    bool sensitive;         // x-sensitive
    bool request;           // x-request: absence means "not asked for"
    bool has_minimum, has_maximum;
    double minimum, maximum;
    double step; // x-step; 1 for whole numbers, else 0 where none is given
    const cds_option *options;
    size_t option_count;
    size_t index;          // its place in the list
    cds_text asked_json;   // its constant members as a question, made at load
    cds_text pointer_json; // the first of them, "pointer":"/patient/age_years"
} cds_field;

typedef struct cds_fields {
    const cds_field *list;
    size_t count;
    const cds_json *root; // the schema's root; `$ref` inside the document is followed
    const cds_text *groups;
    size_t group_count; // names of objects that hold fields, outermost first: patient, running
    const struct cds_names *paths, *pointers; // of `list`, for finding
    const struct cds_branch *trunk;           // the same fields as the tree they stand in
} cds_fields;

/** From a schema's document (its `properties`, groups nested to any depth, `type` with or
 *  without "null"). Lives: in ctx->mem. Fails: CDS_REFUSED with the pointer of a leaf no rule
 *  could read (no type, more than 64 options, a name that is not [a-z][a-z0-9_]*). */
cds_status cds_fields_load(cds_ctx *ctx, const cds_json *document, const cds_fields **out);

/** By path (`patient.age_years`), or NULL. */
const cds_field *cds_fields_find(const cds_fields *fields, cds_text path);
const cds_field *cds_fields_at_pointer(const cds_fields *fields, cds_text pointer);

/** The option's place in its field, or -1. */
int cds_field_option(const cds_field *field, cds_text value);
