// SPDX-License-Identifier: Apache-2.0
// Private to compare/: two conditions, part by part.
#pragma once

#include "engine/compare/differ.h"

/** Where the condition stands: `part` "when", and what the sentences about it begin with. */
typedef struct cds_tree_of {
    const char *part, *begin;
} cds_tree_of;

/** Edits that lead from one to the other; either may be NULL. None where both are written
 *  alike. */
void cds_tree_compare(cds_differ *differ, cds_tree_of of, const cds_condition *before,
                      const cds_condition *after);
