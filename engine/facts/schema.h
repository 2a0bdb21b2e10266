// SPDX-License-Identifier: Apache-2.0
// JSON Schema 2020-12, one document: read once, then asked about any number of values. A
// keyword it does not support is an error when the schema is loaded, never ignored.
#pragma once

#include "engine/facts/json.h"

typedef struct cds_schema cds_schema;

/** One place where a value breaks its schema. */
typedef struct cds_fault {
    cds_text pointer; // RFC 6901; empty for the whole value
    cds_text detail;  // what is expected there; never the value itself
} cds_fault;

#define CDS_FAULTS_MAX 100

typedef struct cds_faults {
    size_t count;
    cds_fault list[CDS_FAULTS_MAX]; // the first hundred, in the order of the value
} cds_faults;

/** Lives: in ctx->mem, with everything it points to; `document` must live as long.
 *  Fails: CDS_REFUSED with the JSON Pointer of the keyword. */
cds_status cds_schema_load(cds_ctx *ctx, const cds_json *document, const cds_schema **out);

/** Lives: fault texts in ctx->mem. Fails: CDS_INVALID with every fault, CDS_TOO_LARGE. */
cds_status cds_schema_check(cds_ctx *ctx, const cds_schema *schema, const cds_json *value,
                            cds_faults *faults);

/** Gives back what the schema holds outside its arena (compiled patterns). NULL is fine. */
void cds_schema_close(const cds_schema *schema);
