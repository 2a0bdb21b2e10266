// SPDX-License-Identifier: Apache-2.0
// Private to schema_*.c: reading a schema's document, keyword by keyword.
#pragma once

#include "engine/facts/schema_tree.h"

struct cds_resource { // the document, or a schema in it that has its own `$id`
    cds_text uri;     // without fragment
    const cds_json *root;
    cds_resource *next;
};

typedef struct cds_anchor cds_anchor;
struct cds_anchor {
    const cds_resource *resource;
    cds_text name;
    cds_node *node;
    cds_anchor *next;
};

typedef struct cds_loader {
    cds_ctx *ctx;
    cds_schema *schema;
    const cds_resource *resource; // the innermost around what is being read
    cds_resource *resources;
    cds_anchor *anchors;
    cds_node *node; // whose keywords are being read
} cds_loader;

/** How a keyword's value is read into the place `to` that the table of keywords names. */
typedef cds_status (*cds_keyword_fn)(cds_loader *load, const cds_json *keyword, void *to);

/** CDS_REFUSED at a place of the document. */
cds_status cds_refuse(cds_loader *load, const cds_json *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

cds_status cds_load_node(cds_loader *load, const cds_json *json, void *to);  // cds_node *
cds_status cds_load_nodes(cds_loader *load, const cds_json *list, void *to); // cds_nodes
cds_status cds_load_named(cds_loader *load, const cds_json *object,
                          void *to); // cds_named_nodes
cds_status cds_load_patterns(cds_loader *load, const cds_json *object,
                             void *to); // cds_pattern_nodes
cds_status cds_load_types(cds_loader *load, const cds_json *type, void *to);      // unsigned
cds_status cds_load_bound(cds_loader *load, const cds_json *number, void *to);    // double
cds_status cds_load_multiple(cds_loader *load, const cds_json *number, void *to); // a part
cds_status cds_load_count(cds_loader *load, const cds_json *number, void *to);    // size_t
cds_status cds_load_flag(cds_loader *load, const cds_json *flag, void *to);       // bool
cds_status cds_load_texts(cds_loader *load, const cds_json *list, void *to);      // cds_texts
cds_status cds_load_needs(cds_loader *load, const cds_json *object, void *to);    // cds_needs
cds_status cds_load_pattern(cds_loader *load, const cds_json *text, void *to);    // cds_pattern
cds_status cds_load_format(cds_loader *load, const cds_json *text, void *to);
cds_status cds_load_constant(cds_loader *load, const cds_json *value, void *to); // cds_choice
cds_status cds_load_listed(cds_loader *load, const cds_json *list, void *to);    // cds_choice
cds_status cds_load_ref(cds_loader *load, const cds_json *text, void *to);
cds_status cds_load_anchor(cds_loader *load, const cds_json *text, void *to);
cds_status cds_load_dialect(cds_loader *load, const cds_json *text, void *to);
cds_status cds_load_nothing(cds_loader *load, const cds_json *any, void *to);

/** Opens the resource of a schema's `$id`. */
cds_status cds_load_id(cds_loader *load, const cds_json *id, const cds_json *schema);

/** A `oneOf` whose schemas are distinct constants becomes a choice. */
cds_status cds_fold_choices(cds_loader *load, cds_node *node);

/** Leads every `$ref` to its node. */
cds_status cds_resolve_refs(cds_loader *load);

/** Tells each node which kinds of values fit it, and which at once. */
void cds_sort_kinds(const cds_loader *load);

/** Refuses references that lead back to themselves without going deeper into the value. */
cds_status cds_measure_nodes(cds_loader *load);
