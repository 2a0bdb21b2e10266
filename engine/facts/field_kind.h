// SPDX-License-Identifier: Apache-2.0
// What kind of field a leaf of a schema is, from its keywords.
#pragma once

#include "engine/facts/field.h"

/** What the leaf says under this name: itself, or else what its `$ref` leads to. NULL: nothing.
 */
const cds_json *cds_leaf_word(const cds_json *document, const cds_json *leaf, const char *name);

/** Whether it holds objects, or null, and nothing else. */
bool cds_leaf_is_object(const cds_json *document, const cds_json *leaf);

/** Sets kind, options and bounds. Fails: CDS_REFUSED with the leaf's pointer. */
cds_status cds_leaf_read(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                         cds_field *out);
