// SPDX-License-Identifier: Apache-2.0
// Three bytes are four letters.
#include "engine/base/base64.h"

#include <string.h>

static const char alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void cds_buf_base64(cds_buf *buf, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    for (size_t left = length; left > 0; left -= left < 3 ? left : 3, at += 3) {
        const unsigned second = left > 1 ? at[1] : 0;
        const unsigned third = left > 2 ? at[2] : 0;
        const unsigned bits = (unsigned)at[0] << 16 | second << 8 | third;
        cds_buf_char(buf, alphabet[bits >> 18]);
        cds_buf_char(buf, alphabet[bits >> 12 & 63]);
        cds_buf_char(buf, left > 1 ? alphabet[bits >> 6 & 63] : '=');
        cds_buf_char(buf, left > 2 ? alphabet[bits & 63] : '=');
    }
}

/** Four letters as 24 bits, those of padding zero; false for a letter that is none. */
static bool read_four(const char *letters, size_t padding, unsigned *out)
{
    unsigned bits = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *found = i < 4 - padding ? memchr(alphabet, letters[i], 64) : alphabet;
        if (found == NULL || (i >= 4 - padding && letters[i] != '='))
            return false;
        bits = bits << 6 | (unsigned)(found - alphabet);
    }
    *out = bits;
    return true;
}

bool cds_base64_read(cds_text text, void *out, size_t length)
{
    uint8_t *to = out;
    if (text.length != (length + 2) / 3 * 4)
        return false;
    for (size_t at = 0; at < text.length; at += 4) {
        const size_t left = length - at / 4 * 3;
        const size_t taken = left < 3 ? left : 3;
        unsigned bits;
        if (!read_four(text.data + at, 3 - taken, &bits) ||
            (bits & ((1U << 8 * (3 - taken)) - 1)) != 0)
            return false;
        for (size_t i = 0; i < taken; i++)
            *to++ = (uint8_t)(bits >> (16 - 8 * i));
    }
    return true;
}
