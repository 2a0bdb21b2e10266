// SPDX-License-Identifier: Apache-2.0
// Sizes are hexadecimal digits and nothing else; every line ends with CR LF.
#include "server/http/chunked.h"

#include <string.h>

#define SIZE_LINE_MAX 256
#define SIZE_DIGITS_MAX 12
#define TRAILERS_MAX ((size_t)8 << 10)

enum {
    SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_NAME,
    TRAILER_VALUE,
    TRAILER_LF,
    END_LF,
    WHOLE,
    BAD
};

void srv_chunked_begin(srv_chunked *chunked)
{
    *chunked = (srv_chunked){.state = SIZE};
}

static int hex_digit(char byte)
{
    static const char digits[] = "0123456789abcdef";
    char lower = byte >= 'A' && byte <= 'F' ? (char)(byte | 0x20) : byte;
    const char *at = lower == '\0' ? NULL : strchr(digits, lower);
    return at == NULL ? -1 : (int)(at - digits);
}

static unsigned take_size(srv_chunked *chunked, char byte)
{
    int digit = hex_digit(byte);
    if (digit >= 0 && chunked->line_bytes <= SIZE_DIGITS_MAX) {
        chunked->left = chunked->left * 16 + (uint64_t)digit;
        return SIZE;
    }
    if (chunked->line_bytes == 1) {
        return BAD;
    }
    return byte == '\r' ? SIZE_LF : byte == ';' ? EXTENSION : BAD;
}

static bool is_text(char byte)
{
    return byte == '\t' || (byte >= 0x20 && byte <= 0x7e);
}

static bool is_name(char byte)
{
    bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    bool is_digit = byte >= '0' && byte <= '9';
    return is_letter || is_digit || (byte != '\0' && strchr("!#$%&'*+-.^_`|~", byte) != NULL);
}

static unsigned take_in_size_line(srv_chunked *chunked, char byte)
{
    if (++chunked->line_bytes > SIZE_LINE_MAX) {
        return BAD;
    }
    if (chunked->state == SIZE) {
        return take_size(chunked, byte);
    }
    if (chunked->state == EXTENSION) {
        return byte == '\r' ? SIZE_LF : is_text(byte) ? EXTENSION : BAD;
    }
    if (byte != '\n') {
        return BAD;
    }
    return chunked->left == 0 ? TRAILER : DATA;
}

static unsigned take_in_trailers(srv_chunked *chunked, char byte)
{
    if (++chunked->trailer_bytes > TRAILERS_MAX) {
        return BAD;
    }
    switch (chunked->state) {
    case TRAILER:
        return byte == '\r' ? END_LF : is_name(byte) ? TRAILER_NAME : BAD;
    case TRAILER_NAME:
        return byte == ':' ? TRAILER_VALUE : is_name(byte) ? TRAILER_NAME : BAD;
    case TRAILER_VALUE:
        return byte == '\r' ? TRAILER_LF : is_text(byte) ? TRAILER_VALUE : BAD;
    case TRAILER_LF:
        return byte == '\n' ? TRAILER : BAD;
    default:
        return byte == '\n' ? WHOLE : BAD;
    }
}

static unsigned take(srv_chunked *chunked, char byte)
{
    if (chunked->state <= SIZE_LF) {
        return take_in_size_line(chunked, byte);
    }
    if (chunked->state == DATA_CR) {
        return byte == '\r' ? DATA_LF : BAD;
    }
    if (chunked->state == DATA_LF) {
        chunked->line_bytes = 0;
        return byte == '\n' ? SIZE : BAD;
    }
    return take_in_trailers(chunked, byte);
}

static void take_data(srv_chunked *chunked, srv_body_span *span)
{
    size_t length = span->end - span->from;
    if (length > chunked->left) {
        length = (size_t)chunked->left;
    }
    memmove(span->data + span->to, span->data + span->from, length);
    span->to += length;
    span->from += length;
    chunked->left -= length;
    if (chunked->left == 0) {
        chunked->state = DATA_CR;
    }
}

srv_progress srv_chunked_read(srv_chunked *chunked, srv_body_span *span, srv_refusal *out)
{
    while (span->from < span->end && chunked->state < WHOLE) {
        if (chunked->state == DATA) {
            take_data(chunked, span);
        } else {
            chunked->state = take(chunked, span->data[span->from++]);
        }
    }
    if (chunked->state == BAD) {
        *out = (srv_refusal){400, "The chunked body is broken."};
        return SRV_REFUSED;
    }
    return chunked->state == WHOLE ? SRV_WHOLE : SRV_MORE;
}
