// SPDX-License-Identifier: Apache-2.0
// An assessment gathered from several sources. What a source does not say stays unknown; what
// does not fit its field is left out. Lists take what any source names; where two sources
// differ in one value, the first stays, but for a number that is raised.
#pragma once

#include "engine/facts/field.h"

typedef struct srv_seen {
    const cds_json *value; // NULL: nothing yet; of a list: only that it was said
    uint64_t options;      // of CDS_CHOICES
} srv_seen;

typedef struct srv_picture {
    const cds_fields *fields;
    srv_seen *list; // one for each field
    size_t count;   // of fields that are known
} srv_picture;

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_picture_begin(cds_ctx *ctx, const cds_fields *fields, srv_picture *out);

/** Sets what is not known yet, or adds to a list; `value` must live as long as the picture.
 *  False: the field is not there, or the value is none of its. */
bool srv_picture_put(srv_picture *picture, const cds_field *field, const cds_json *value);

/** The same, but of two numbers the greater stays. */
bool srv_picture_raise(srv_picture *picture, const cds_field *field, const cds_json *value);

/** The same with a text; for a list, one option of it. `field` is named by its path. */
bool srv_picture_put_text(cds_ctx *ctx, srv_picture *picture, const char *path, cds_text text);

/** The assessment as JSON. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_picture_write(cds_ctx *ctx, const srv_picture *picture, cds_text *out);
