// SPDX-License-Identifier: Apache-2.0
// Private to schema_*.c: a schema as a tree of nodes. What a node says about numbers, texts,
// arrays and objects is held apart, NULL where it says nothing.
#pragma once

#include "engine/base/decimal.h"
#include "engine/facts/format.h"
#include "engine/facts/names.h"
#include "engine/facts/regex.h"
#include "engine/facts/schema.h"

enum {
    CDS_TYPE_NULL = 1,
    CDS_TYPE_BOOLEAN = 2,
    CDS_TYPE_INTEGER = 4,
    CDS_TYPE_NUMBER = 8,
    CDS_TYPE_STRING = 16,
    CDS_TYPE_ARRAY = 32,
    CDS_TYPE_OBJECT = 64,
    CDS_TYPE_ANY = 127,
};

typedef struct cds_node cds_node;
typedef struct cds_resource cds_resource;

typedef struct cds_nodes {
    cds_node **list;
    size_t count;
} cds_nodes;

typedef struct cds_named_nodes {
    cds_names names;
    cds_node **list; // in the order of the names
} cds_named_nodes;

typedef struct cds_texts {
    cds_text *list;
    size_t count;
} cds_texts;

typedef struct cds_needs { // dependentRequired: names[i] needs lists[i] beside it
    cds_texts names;
    cds_texts *lists;
} cds_needs;

typedef struct cds_pattern {
    cds_text text;
    cds_regex *regex;
} cds_pattern;

typedef struct cds_pattern_nodes {
    cds_pattern *patterns;
    cds_nodes nodes;
} cds_pattern_nodes;

typedef struct cds_choice { // const, enum, or a oneOf of const
    bool given;
    cds_names words;
    const cds_json **others; // what is no string
    size_t other_count;
} cds_choice;

typedef struct cds_number_part {
    double minimum, maximum, above, below;
    double multiple; // 0: none
    cds_decimal multiple_exactly;
} cds_number_part;

typedef struct cds_string_part {
    size_t min_length, max_length; // in code points
    cds_pattern pattern;
    const cds_format *format;
} cds_string_part;

typedef struct cds_array_part {
    cds_nodes prefix;
    cds_node *items, *contains;
    size_t min_contains, max_contains, min_items, max_items;
    bool unique;
} cds_array_part;

typedef struct cds_object_part {
    cds_named_nodes properties;
    cds_pattern_nodes patterns;
    cds_node *additional, *names;
    cds_texts required;
    cds_needs needs;
    cds_named_nodes dependents;
    size_t min_members, max_members;
} cds_object_part;

typedef struct cds_combine_part { // schemas for the same value
    const cds_json *ref;          // the keyword; `target` is where it leads
    cds_node *target;
    cds_nodes all, any, one;
    cds_node *not_this, *if_this, *then_this, *else_this;
} cds_combine_part;

typedef struct cds_value_part {
    cds_choice constant, listed, chosen; // const, enum, oneOf
} cds_value_part;

typedef struct cds_aside_part { // read, since references may lead there, and never asked
    cds_named_nodes defs;
    cds_node *content;
} cds_aside_part;

struct cds_node {
    unsigned types;
    unsigned kinds;   // the same in kinds of values, a bit each; numbers if only whole ones too
    unsigned at_once; // those of them that fit with nothing more to be asked
    bool never;       // the schema `false`
    cds_value_part *value;
    cds_number_part *number;
    cds_string_part *string;
    cds_array_part *array;
    cds_object_part *object;
    cds_combine_part *combine;
    cds_aside_part *aside;
    unsigned height; // of the schemas for the same value below this one; 0: not yet known
    bool is_open;    // being measured
    const cds_json *json;
    const cds_resource *resource; // the innermost `$id` around it
    cds_node *next;               // of all nodes of the schema
};

typedef struct cds_open_regex cds_open_regex;
struct cds_open_regex {
    cds_regex *regex;
    cds_open_regex *next;
};

struct cds_schema {
    const cds_json *document;
    cds_node *root;
    cds_node *nodes; // all of them, the newest first
    cds_open_regex *regexes;
};
