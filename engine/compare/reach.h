// SPDX-License-Identifier: Apache-2.0
// Private to compare/: which conditions rest on a thing.
#pragma once

#include "engine/compare/things.h"

/** What is looked for: a finding, measure, field or decision. */
typedef struct cds_target {
    cds_concern concern;
    cds_text name;
} cds_target;

/** Of each condition, by its index, whether it reads the target, itself or through what it is
 *  made of. NULL: no memory, noted. */
const bool *cds_readers(cds_differ *differ, const cds_ruleset_view *view, const cds_target *of);
