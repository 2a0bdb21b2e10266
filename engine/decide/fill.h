// SPDX-License-Identifier: Apache-2.0
// Texts of rules, answers and contradictions with a person's facts filled in.
#pragma once

#include "engine/decide/evaluate.h"

/** A member `"name":"..."`, with a comma before it if need be; nothing at all when the text is
 *  empty. */
typedef struct cds_filling {
    cds_text name; // "name":" as it is written
    const cds_template *text;
    const cds_json *advice; // NULL: none
} cds_filling;

void cds_fill_member(cds_buf *buf, const cds_evaluation *evaluation, cds_filling filling);

/** The same in plain words. `advice` NULL: none. */
void cds_fill_text(cds_buf *buf, const cds_evaluation *evaluation, const cds_template *text,
                   const cds_json *advice);
