// SPDX-License-Identifier: Apache-2.0
// The fields as the tree of objects they stand in, so that a value is read in one walk.
#pragma once

#include "engine/facts/field.h"
#include "engine/facts/names.h"

typedef struct cds_branch cds_branch;

/** What a member of an object is: a field, or an object with members of its own. */
typedef struct cds_twig {
    const cds_field *field;
    const cds_branch *branch;
} cds_twig;

struct cds_branch {
    cds_names names;
    const cds_twig *twigs; // by place in names
};
