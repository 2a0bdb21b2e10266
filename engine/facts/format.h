// SPDX-License-Identifier: Apache-2.0
// The formats a schema may ask for; each is checked, none is only a remark.
#pragma once

#include "engine/base/text.h"

typedef struct cds_format {
    const char *name;
    bool (*fits)(cds_text text);
    const char *expected; // after "expected"
} cds_format;

/** NULL: no such format is supported. */
const cds_format *cds_format_find(cds_text name);

/** The names, for a hint. */
const cds_text *cds_format_names(size_t *count);
