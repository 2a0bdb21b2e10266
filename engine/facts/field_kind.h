// SPDX-License-Identifier: Apache-2.0
// What kind of field a leaf of a schema is, from its keywords.
#pragma once

#include "engine/facts/field.h"

/** The schema itself, or what its `$ref` inside the document leads to. */
const cds_json *cds_leaf_follow(const cds_json *document, const cds_json *leaf);

/** Whether it is an object with `properties`: a group of fields. */
bool cds_leaf_is_group(const cds_json *leaf);

/** Sets kind, options and bounds. Fails: CDS_REFUSED with the leaf's pointer. */
cds_status cds_leaf_read(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                         cds_field *out);
