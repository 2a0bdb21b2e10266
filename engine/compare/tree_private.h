// SPDX-License-Identifier: Apache-2.0
// Private to tree*.c: a walk down two trees at once.
#pragma once

#include "engine/compare/code.h"
#include "engine/compare/tree.h"

/** A part that came or went; one of each may turn out to be the same one, moved. */
typedef struct cds_loose {
    const cds_condition *condition;
    cds_text code, where;
    bool came;
    struct cds_loose *next;
} cds_loose;

typedef struct cds_tree {
    cds_differ *differ;
    cds_tree_of of;
    cds_loose *loose, **last;
} cds_tree;

/** Two conditions that answer to each other. `where`: the groups around them, outermost first;
 *  empty at the root. */
typedef struct cds_pair {
    const cds_condition *before, *after;
    cds_text where;
} cds_pair;

void cds_tree_pair(cds_tree *tree, cds_pair pair);

/** Two groups: their parts are matched, the rest comes or goes. */
void cds_tree_parts(cds_tree *tree, cds_pair pair);

/** Two leaves about the same. */
void cds_tree_leaves(cds_tree *tree, cds_pair pair);

void cds_tree_loose(cds_tree *tree, cds_loose loose);

cds_text cds_tree_code(cds_tree *tree, const cds_condition *condition);

/** " in "all of these hold > any of these holds"", or nothing at the root and in its group. */
cds_text cds_tree_inside(cds_tree *tree, cds_text where);

void cds_tree_edit(cds_tree *tree, cds_edit_kind kind, cds_text before, cds_text after,
                   cds_text says);

static inline bool cds_is_group(const cds_condition *condition)
{
    return condition->word < CDS_FINDING;
}
