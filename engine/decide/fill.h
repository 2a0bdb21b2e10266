// SPDX-License-Identifier: Apache-2.0
// Texts of rules, answers and contradictions with a person's facts filled in.
#pragma once

#include "engine/decide/evaluate.h"

/** A member of an object that others stand before. */
typedef struct cds_filling {
    cds_text name; // ,"name":" as it is written
    const cds_template *text;
    const cds_json *advice; // NULL: none
} cds_filling;

/** The member whose text has something to fill in. */
void cds_fill_blanks(cds_buf *buf, const cds_evaluation *evaluation,
                     const cds_filling *filling);

/** `,"name":"..."`; nothing at all when the text is empty. */
static inline void cds_fill_member(cds_buf *buf, const cds_evaluation *evaluation,
                                   cds_filling filling)
{
    const cds_text json = filling.text->json;
    if (json.length == 0) {
        cds_fill_blanks(buf, evaluation, &filling);
    } else {
        cds_buf_three(buf, filling.name, json, CDS_TEXT("\""));
    }
}

/** The same in plain words. `advice` NULL: none. */
void cds_fill_text(cds_buf *buf, const cds_evaluation *evaluation, const cds_template *text,
                   const cds_json *advice);
