// SPDX-License-Identifier: Apache-2.0
// Eight bytes of text looked at in one step: most text needs no second look.
#pragma once

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define CDS_EIGHT sizeof(uint64_t)
#define CDS_EIGHT_OF(byte) (UINT64_MAX / 255 * (byte))

/** The first byte is the lowest. */
static inline uint64_t cds_eight_at(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return le64toh(eight);
}

/** Whether as many bytes are the same; for short texts, where a call would cost more. */
static inline bool cds_eight_same(const char *a, const char *b, size_t length)
{
    if (length < CDS_EIGHT) {
        size_t same = 0;
        while (same < length && a[same] == b[same]) {
            same++;
        }
        return same == length;
    }
    const size_t last = length - CDS_EIGHT;
    for (size_t at = 0; at < last; at += CDS_EIGHT) {
        if (cds_eight_at(a + at) != cds_eight_at(b + at)) {
            return false;
        }
    }
    return cds_eight_at(a + last) == cds_eight_at(b + last); // may overlap
}

/** Marks the bytes that may not stand in a JSON string as they are: below 0x20, a quote, a
 *  backslash. A marked byte may mark one above it too; the lowest mark is right. */
static inline uint64_t cds_eight_to_escape(uint64_t eight)
{
    uint64_t quotes = eight ^ CDS_EIGHT_OF('"');
    uint64_t slashes = eight ^ CDS_EIGHT_OF('\\');
    uint64_t found = ((eight - CDS_EIGHT_OF(0x20)) & ~eight) |
                     ((quotes - CDS_EIGHT_OF(1)) & ~quotes) |
                     ((slashes - CDS_EIGHT_OF(1)) & ~slashes);
    return found & CDS_EIGHT_OF(0x80);
}

/** Marks the bytes that are no ASCII. */
static inline uint64_t cds_eight_beyond_ascii(uint64_t eight)
{
    return eight & CDS_EIGHT_OF(0x80);
}

/** Marks the NUL bytes, and maybe bytes above one; the lowest mark is right. */
static inline uint64_t cds_eight_nul(uint64_t eight)
{
    return (eight - CDS_EIGHT_OF(1)) & ~eight & CDS_EIGHT_OF(0x80);
}

/** The place of the lowest mark; 8 where there is none. */
static inline size_t cds_eight_first(uint64_t marks)
{
    return marks == 0 ? CDS_EIGHT : (size_t)__builtin_ctzll(marks) / 8;
}
