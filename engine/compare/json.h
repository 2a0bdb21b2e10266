// SPDX-License-Identifier: Apache-2.0
// Private to compare/: two JSON values, down to the members that differ.
#pragma once

#include "engine/compare/differ.h"

typedef struct cds_json_of {
    cds_edit_kind kind;
    bool pointers; // names are RFC 6901 pointers; else `runfit.first_week`, `terms[2].last`
    // Whether member `name` of what stands at `where` is said elsewhere; NULL: none is.
    bool (*passes_over)(cds_differ *differ, cds_text where, cds_text name);
} cds_json_of;

/** An edit for each place that differs; either may be NULL. */
void cds_json_compare(cds_differ *differ, const cds_json_of *of, const cds_json *before,
                      const cds_json *after);
