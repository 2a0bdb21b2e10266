// SPDX-License-Identifier: Apache-2.0
// An assessment gathered from several sources. What a source does not say stays unknown; what
// does not fit its field is left out; where two sources disagree, both are kept and one is
// used.
#pragma once

#include "engine/facts/field.h"

/** The resource a value is read from. */
typedef enum srv_source {
    SRV_SAYS_RESPONSE,
    SRV_SAYS_PATIENT,
    SRV_SAYS_CONDITION,
    SRV_SAYS_MEDICATION,
    SRV_SAYS_OBSERVATION,
    SRV_SAYS_ORDER,
} srv_source;

/** Its type in FHIR. */
const char *srv_source_name(srv_source source);

typedef struct srv_said {
    const cds_json *value;          // NULL: nothing was said; of a list: only that it was
    uint64_t options;               // of CDS_CHOICES
    uint8_t order[CDS_OPTIONS_MAX]; // the same, as they were named
    size_t order_count;
    srv_source source;
    cds_text where; // its JSON Pointer in the body, of CDS_WORD; or empty
} srv_said;

/** What is written down of a field. */
typedef enum srv_use { SRV_USE_SAID, SRV_USE_OTHER, SRV_USE_BOTH, SRV_USE_NEITHER } srv_use;

/** One value: who said it first, and who differs. A list: the whole of it as it was asked, and
 *  items that other resources name, who are silent about the rest. */
typedef struct srv_seen {
    srv_said said, other;
    srv_use use;
} srv_seen;

typedef struct srv_picture {
    const cds_fields *fields;
    srv_seen *list; // one for each field
    size_t count;   // of fields that are known
} srv_picture;

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_picture_begin(cds_ctx *ctx, const cds_fields *fields, srv_picture *out);

/** `said.value` must live as long as the picture; of a list it is an array of options, or one
 *  of them. False: the field is not there (NULL), or the value is none of its. */
bool srv_picture_put(srv_picture *picture, const cds_field *field, srv_said said);

/** The same with a text; for a list, one option of it. `field` is named by its path. */
bool srv_picture_put_text(cds_ctx *ctx, srv_picture *picture, srv_source source,
                          const char *path, cds_text text);

/** Whether two sources disagree about the field. */
bool srv_picture_disputed(const srv_picture *picture, const cds_field *field);

/** What else could be used of the field: the value of who disagrees, or nothing where only
 *  some of a list is known. False: there is nothing to choose. */
bool srv_picture_choice(const srv_picture *picture, const cds_field *field, srv_use *out);

/** The assessment as JSON. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status srv_picture_write(cds_ctx *ctx, const srv_picture *picture, cds_text *out);
