// SPDX-License-Identifier: Apache-2.0
// The writer grows by doubling, in place wherever the arena allows it.
#include "engine/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/escape.h"
#include "engine/base/number.h"
#include "engine/base/plain.h"

#define FIRST_CAPACITY 256

void cds_buf_init(cds_buf *buf, cds_arena *mem)
{
    *buf = (cds_buf){.mem = mem};
}

// What was written so far stays; the room is gone, so that nothing more finds any.
static bool give_up(cds_buf *buf)
{
    buf->failed = true;
    buf->capacity = buf->length;
    return false;
}

bool cds_buf_make_room(cds_buf *buf, size_t bytes)
{
    size_t needed = buf->length + bytes;
    size_t wanted = buf->capacity == 0 ? FIRST_CAPACITY : buf->capacity * 2;
    if (buf->failed) {
        return false;
    }
    if (wanted < needed) {
        wanted = needed;
    }
    char *data = cds_alloc_grow(buf->mem, buf->data, buf->capacity, wanted);
    if (data == NULL) {
        wanted = needed;
        data = cds_alloc_grow(buf->mem, buf->data, buf->capacity, wanted);
    }
    if (data == NULL) {
        return give_up(buf);
    }
    buf->data = data;
    buf->capacity = wanted;
    return true;
}

cds_status cds_buf_reserve(cds_ctx *ctx, cds_buf *buf, size_t bytes)
{
    return cds_buf_has_room(buf, bytes) ? CDS_OK : cds_fail_memory(ctx);
}

void cds_buf_word(cds_buf *buf, const char *c_string)
{
    cds_buf_text(buf, cds_text_of(c_string));
}

void cds_buf_int(cds_buf *buf, int64_t value)
{
    char digits[CDS_NUMBER_LENGTH];
    if (value < 0) {
        cds_buf_char(buf, '-');
    }
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    cds_buf_text(buf, (cds_text){digits, cds_number_write_whole(size, digits)});
}

void cds_buf_format(cds_buf *buf, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CDS_PROMISE(length >= 0);
    if (!cds_buf_has_room(buf, (size_t)length + 1)) {
        return;
    }
    va_start(arguments, format);
    vsnprintf(buf->data + buf->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buf->length += (size_t)length;
}

void cds_buf_number(cds_buf *buf, double value)
{
    if (buf->capacity - buf->length >= CDS_NUMBER_LENGTH) {
        buf->length += cds_number_write(value, buf->data + buf->length);
        return;
    }
    char digits[CDS_NUMBER_LENGTH];
    cds_buf_text(buf, (cds_text){digits, cds_number_write(value, digits)});
}

// From `at` on, what whole eights and the room allow; returns where it stopped.
static size_t write_eights(cds_buf *buf, cds_text text, size_t at)
{
    if (buf->capacity == buf->length)
        return at;
    cds_escaping it = {text.data + at, text.data + text.length, buf->data + buf->length,
                       buf->data + buf->capacity};
    cds_escape_eights(&it);
    buf->length = (size_t)(it.to - buf->data);
    return (size_t)(it.from - text.data);
}

static void write_byte(cds_buf *buf, char byte)
{
    if (!cds_needs_escape(byte))
        cds_buf_char(buf, byte);
    else if (cds_buf_has_room(buf, CDS_ESCAPE_BYTES))
        buf->length = (size_t)(cds_escape_byte(buf->data + buf->length, byte) - buf->data);
}

// What of it can be written without an escape, where there is room.
static size_t write_plain(cds_buf *buf, cds_text text)
{
    if (text.data == NULL || buf->capacity - buf->length < text.length + CDS_PLAIN_SLACK)
        return 0;
    return cds_copy_plain(buf->data + buf->length, text.data, text.length);
}

static void write_rest(cds_buf *buf, cds_text text, size_t at)
{
    while (at < text.length) {
        at = write_eights(buf, text, at);
        if (at < text.length)
            write_byte(buf, text.data[at++]);
    }
}

void cds_buf_json_inside(cds_buf *buf, cds_text text)
{
    if (!cds_buf_has_room(buf, text.length)) // it takes no less
        return;
    const size_t plain = write_plain(buf, text);
    buf->length += plain;
    if (plain < text.length)
        write_rest(buf, text, plain);
}

void cds_buf_json(cds_buf *buf, cds_text text)
{
    if (!cds_buf_has_room(buf, text.length + 2))
        return;
    buf->data[buf->length++] = '"';
    const size_t plain = write_plain(buf, text);
    buf->length += plain;
    if (plain < text.length)
        write_rest(buf, text, plain);
    cds_buf_char(buf, '"');
}

void cds_buf_member(cds_buf *buf, const char *name, cds_text value)
{
    if (value.data == NULL) {
        return;
    }
    cds_buf_comma(buf);
    cds_buf_json(buf, cds_text_of(name));
    cds_buf_char(buf, ':');
    cds_buf_json(buf, value);
}

cds_status cds_buf_end(cds_ctx *ctx, cds_buf *buf, cds_text *out)
{
    if (buf->failed) {
        return cds_fail_memory(ctx);
    }
    *out = (cds_text){buf->length == 0 ? "" : buf->data, buf->length};
    return CDS_OK;
}
