// SPDX-License-Identifier: Apache-2.0
// Runs of ASCII are skipped; else one code point at a time, by the table of RFC 3629: no
// overlong forms, no surrogates.
#include "engine/rules/utf8.h"

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/eight.h"

typedef struct lead {
    unsigned char from, to;  // the first byte
    unsigned char low, high; // what the second may be
    unsigned char more;      // bytes that follow
} lead;

static const lead leads[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 1}, {0xE0, 0xE0, 0xA0, 0xBF, 2}, {0xE1, 0xEC, 0x80, 0xBF, 2},
    {0xED, 0xED, 0x80, 0x9F, 2}, {0xEE, 0xEF, 0x80, 0xBF, 2}, {0xF0, 0xF0, 0x90, 0xBF, 3},
    {0xF1, 0xF3, 0x80, 0xBF, 3}, {0xF4, 0xF4, 0x80, 0x8F, 3},
};

static const lead *lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (byte >= leads[i].from && byte <= leads[i].to) {
            return &leads[i];
        }
    }
    return NULL;
}

static bool is_ascii(char byte)
{
    return (unsigned char)(byte - 1) < 0x7F;
}

static size_t skip_ascii(cds_text text, size_t at)
{
    while (text.length - at >= CDS_EIGHT) {
        const uint64_t eight = cds_eight_at(text.data + at);
        if ((cds_eight_beyond_ascii(eight) | cds_eight_nul(eight)) != 0) {
            break;
        }
        at += CDS_EIGHT;
    }
    while (at < text.length && is_ascii(text.data[at])) {
        at++;
    }
    return at;
}

// Bytes of the code point at `bytes`; 0 when it is none.
static size_t point_bytes(const unsigned char *bytes, size_t left)
{
    const lead *first = lead_of(bytes[0]);
    if (first == NULL || first->more >= left) {
        return 0;
    }
    for (size_t i = 1; i <= first->more; i++) {
        unsigned char low = i == 1 ? first->low : 0x80;
        unsigned char high = i == 1 ? first->high : 0xBF;
        if (bytes[i] < low || bytes[i] > high) {
            return 0;
        }
    }
    return (size_t)first->more + 1;
}

size_t cds_utf8_bad(cds_text text)
{
    size_t at = skip_ascii(text, 0);
    while (at < text.length) {
        size_t bytes = point_bytes((const unsigned char *)text.data + at, text.length - at);
        if (bytes == 0) {
            break;
        }
        at = skip_ascii(text, at + bytes);
    }
    return at;
}
