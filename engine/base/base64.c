// SPDX-License-Identifier: Apache-2.0
// Three bytes are four letters.
#include "engine/base/base64.h"

#include <string.h>

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
static const char alphabet[] = LETTERS "+/";
static const char url_alphabet[] = LETTERS "-_";

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

/** Up to four letters as 24 bits, what is missing zero, into the bytes they stand for; false
 *  for a letter that is none, or bits left over. */
static bool read_letters(const char *of, cds_text letters, uint8_t *out)
{
    const size_t bytes = letters.length - 1;
    unsigned bits = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *found = i < letters.length ? memchr(of, letters.data[i], 64) : of;
        if (found == NULL)
            return false;
        bits = bits << 6 | (unsigned)(found - of);
    }
    for (size_t i = 0; i < bytes; i++)
        out[i] = (uint8_t)(bits >> (16 - 8 * i));
    return (bits & ((1U << 8 * (3 - bytes)) - 1)) == 0;
}

bool cds_base64_read(cds_text text, void *out, size_t length)
{
    uint8_t *to = out;
    if (text.length != (length + 2) / 3 * 4)
        return false;
    for (size_t at = 0; at < text.length; at += 4) {
        const size_t left = length - at / 4 * 3;
        const size_t taken = left < 3 ? left : 3;
        const cds_text letters = {text.data + at, taken + 1};
        if (memcmp(letters.data + letters.length, "==", 3 - taken) != 0 ||
            !read_letters(alphabet, letters, to))
            return false;
        to += taken;
    }
    return true;
}

cds_status cds_base64url_read(cds_ctx *ctx, cds_text text, cds_text *out)
{
    uint8_t *bytes = cds_alloc(ctx->mem, text.length / 4 * 3 + 3);
    size_t length = 0;
    if (bytes == NULL)
        return cds_fail_memory(ctx);
    for (size_t at = 0; at < text.length; at += 4) {
        const size_t left = text.length - at;
        const cds_text letters = {text.data + at, left < 4 ? left : 4};
        if (letters.length < 2 || !read_letters(url_alphabet, letters, bytes + length))
            return cds_fail(ctx, CDS_MALFORMED, "", "This is not base64url without padding.");
        length += letters.length - 1;
    }
    *out = (cds_text){(const char *)bytes, length};
    return CDS_OK;
}
