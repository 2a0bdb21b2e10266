// SPDX-License-Identifier: Apache-2.0
// Private to schema_*.c: one value going through the tree of a schema.
#pragma once

#include "engine/facts/schema_tree.h"

typedef struct cds_walk {
    cds_ctx *ctx;
    const cds_json *at[CDS_FAULTS_MAX]; // where each fault is
    cds_faults *faults;                 // NULL while it is only asked whether a value fits
    size_t steps_left;
    cds_status status; // CDS_TOO_LARGE: out of steps or memory, the answer is worth nothing
} cds_walk;

/** Says that the steps are used up: false. */
bool cds_walk_end(cds_walk *walk);

/** False when the steps are used up. */
static inline bool cds_walk_step(cds_walk *walk, size_t steps)
{
    if (walk->steps_left < steps) {
        return cds_walk_end(walk);
    }
    walk->steps_left -= steps;
    return true;
}

/** As below, of a value about which there is more to be asked. */
bool cds_walk_fits_closely(cds_walk *walk, const cds_node *node, const cds_json *value);

/** Whether the value fits; where it does not, every fault is kept. */
static inline bool cds_walk_fits(cds_walk *walk, const cds_node *node, const cds_json *value)
{
    return cds_walk_step(walk, 1) && ((node->at_once >> value->kind & 1) != 0 ||
                                      cds_walk_fits_closely(walk, node, value));
}

/** The same without keeping faults. */
bool cds_walk_would_fit(cds_walk *walk, const cds_node *node, const cds_json *value);

bool cds_walk_fits_array(cds_walk *walk, const cds_array_part *part, const cds_json *value);
bool cds_walk_fits_object(cds_walk *walk, const cds_object_part *part, const cds_json *value);
bool cds_walk_matches(cds_walk *walk, const cds_pattern *pattern, cds_text text);

/** Whether no two items are equal; in about n log n, whatever they are. */
bool cds_walk_are_distinct(cds_walk *walk, const cds_json *array);

/** Each keeps a fault, unless none are kept, and is false: `return cds_fault_...(...)`. */
bool cds_fault_says(cds_walk *walk, const cds_json *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool cds_fault_expects(cds_walk *walk, const cds_json *at, const cds_node *node);
bool cds_fault_missing(cds_walk *walk, const cds_json *object, const cds_text *names,
                       size_t count); // those of the names that are missing
bool cds_fault_unknown_name(cds_walk *walk, const cds_json *member, const cds_names *known);

/** Puts the faults into the order of the value and gives them their pointers. */
cds_status cds_faults_arrange(cds_walk *walk, const cds_json *value);

/** "expected a whole number from 5 to 110": what fits a node, as far as it concerns this
 *  value. Never the value itself. */
void cds_node_describe(cds_buf *buf, const cds_node *node, const cds_json *value);
