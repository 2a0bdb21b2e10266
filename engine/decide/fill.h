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
    const size_t bytes = filling.name.length + json.length + 1;
    if (json.length == 0) {
        cds_fill_blanks(buf, evaluation, &filling);
    } else if (cds_buf_has_room(buf, bytes)) {
        char *to = buf->data + buf->length;
        memcpy(to, filling.name.data, filling.name.length);
        memcpy(to + filling.name.length, json.data, json.length);
        to[bytes - 1] = '"';
        buf->length += bytes;
    }
}

/** The same in plain words. `advice` NULL: none. */
void cds_fill_text(cds_buf *buf, const cds_evaluation *evaluation, const cds_template *text,
                   const cds_json *advice);
