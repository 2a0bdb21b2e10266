// SPDX-License-Identifier: Apache-2.0
// JSON Pointers (RFC 6901): from a pointer to its value, and back.
#pragma once

#include "engine/facts/json.h"

/** The value the pointer leads to, or NULL. The empty pointer leads to `root`. */
const cds_json *cds_pointer_follow(const cds_json *root, cds_text pointer);

/** Adds `/name`, with ~ and / escaped. */
void cds_pointer_add(cds_buf *buf, cds_text name);

/** The pointer of a value somewhere below `root`; empty for the root. Slow: it searches. */
cds_status cds_pointer_of(cds_ctx *ctx, const cds_json *root, const cds_json *value,
                          cds_text *out);

/** cds_fail with the pointer of `value`, so that `return cds_fail_value(...)` reads well. */
cds_status cds_fail_value(cds_ctx *ctx, const cds_json *root, const cds_json *value,
                          const char *what);
