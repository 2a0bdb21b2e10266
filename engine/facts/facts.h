// SPDX-License-Identifier: Apache-2.0
// One person's facts: a typed, read-only slot for each field. Absent and null are unknown,
// never no and never zero.
#pragma once

#include "engine/base/date.h"
#include "engine/facts/field.h"

typedef struct cds_fact {
    bool known;
    union {
        bool yes;         // CDS_YESNO
        double number;    // CDS_WHOLE, CDS_NUMBER
        cds_date day;     // CDS_DAY
        unsigned option;  // CDS_CHOICE: place in field->options
        uint64_t options; // CDS_CHOICES: bit i is field->options[i]
    };
    const cds_json
        *json; // as read; NULL while unknown. CDS_WORD, CDS_WORDS, CDS_ITEMS: the value
} cds_fact;

typedef struct cds_facts {
    const cds_fields *fields;
    const cds_fact *list; // one for each field, in the fields' order
} cds_facts;

/** From a value that fits the schema. Lives: in ctx->mem, borrowing `value`. */
cds_status cds_facts_read(cds_ctx *ctx, const cds_fields *fields, const cds_json *value,
                          const cds_facts **out);

const cds_fact *cds_facts_of(const cds_facts *facts, const cds_field *field);

/** The same facts with one of kind CDS_DAY set: the service's own day for assessed_on. */
cds_status cds_facts_with_day(cds_ctx *ctx, const cds_facts *facts, const cds_field *field,
                              cds_date day, const cds_facts **out);

/** The same facts under another release's fields, which come from a schema of the same bytes.
 */
cds_status cds_facts_under(cds_ctx *ctx, const cds_facts *facts, const cds_fields *fields,
                           const cds_facts **out);

/** The value as JSON: as received, or the day that was filled in. `fact` is known. */
void cds_fact_write(cds_buf *buf, const cds_field *field, const cds_fact *fact);
