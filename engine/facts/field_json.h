// SPDX-License-Identifier: Apache-2.0
// A field as a question, in JSON: what stays the same for every person.
#pragma once

#include "engine/facts/field.h"

/** Sets field->asked_json: `"pointer":...,"ask":...` to `"maximum":...`, without braces.
 *  Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_field_render(cds_ctx *ctx, cds_field *field);
