// SPDX-License-Identifier: Apache-2.0
// A sticky writer of text: appending returns nothing, the end says whether all of it worked.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

typedef struct cds_buf {
    cds_arena *mem;
    char *data;
    size_t length;
    size_t capacity;
    bool failed; // the arena's ceiling was reached; nothing more is taken, and there is no room
} cds_buf;

void cds_buf_init(cds_buf *buf, cds_arena *mem);
/** Room for that many bytes more: what is written into it cannot fail. Fails: CDS_TOO_LARGE. */
cds_status cds_buf_reserve(cds_ctx *ctx, cds_buf *buf, size_t bytes);
/** Room for that many more, or everything after is dropped. */
bool cds_buf_make_room(cds_buf *buf, size_t bytes);

static inline bool cds_buf_has_room(cds_buf *buf, size_t bytes)
{
    return bytes <= buf->capacity - buf->length || cds_buf_make_room(buf, bytes);
}

static inline void cds_buf_text(cds_buf *buf, cds_text text)
{
    if (text.data != NULL && text.length > 0 && cds_buf_has_room(buf, text.length)) {
        memcpy(buf->data + buf->length, text.data, text.length);
        buf->length += text.length;
    }
}

/** Three in a row with one look for room; none has data NULL. */
static inline void cds_buf_three(cds_buf *buf, cds_text first, cds_text second, cds_text third)
{
    const size_t bytes = first.length + second.length + third.length;
    if (cds_buf_has_room(buf, bytes)) {
        char *to = buf->data + buf->length;
        memcpy(to, first.data, first.length);
        memcpy(to + first.length, second.data, second.length);
        memcpy(to + first.length + second.length, third.data, third.length);
        buf->length += bytes;
    }
}

static inline void cds_buf_char(cds_buf *buf, char byte)
{
    if (cds_buf_has_room(buf, 1)) {
        buf->data[buf->length++] = byte;
    }
}

void cds_buf_word(cds_buf *buf, const char *c_string);
void cds_buf_int(cds_buf *buf, int64_t value);
void cds_buf_format(cds_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** The shortest digits that read back as the same double; whole numbers without point or
 *  exponent up to 2^53; -0 as 0, as RFC 8785 has it. `value` is finite. */
void cds_buf_number(cds_buf *buf, double value);

/** A JSON string with its quotes: RFC 8785 escapes (short forms, \u00xx for the other control
 *  bytes, nothing else). */
void cds_buf_json(cds_buf *buf, cds_text text);

/** The same without the quotes: what goes between two quotes written elsewhere. */
void cds_buf_json_inside(cds_buf *buf, cds_text text);

/** `,` unless the last byte written opens an object or array. */
static inline void cds_buf_comma(cds_buf *buf)
{
    char last = buf->length == 0 ? '[' : buf->data[buf->length - 1];
    if (last != '[' && last != '{') {
        cds_buf_char(buf, ',');
    }
}

/** A member of an object, with a comma before it if need be; none where data is NULL. */
void cds_buf_member(cds_buf *buf, const char *name, cds_text value);

/** All that was written. Lives: as long as the arena. Fails: CDS_TOO_LARGE. */
cds_status cds_buf_end(cds_ctx *ctx, cds_buf *buf, cds_text *out);
