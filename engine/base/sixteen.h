// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes of text looked at in one step, where the processor has it; elsewhere eight.
#pragma once

#include <stdbool.h>

#include "engine/base/eight.h"

#define CDS_SIXTEEN 16

#ifdef __SSE2__
#include <emmintrin.h>

static inline __m128i cds_sixteen_are(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

/** The place of the first byte that is marked; 16 where none is. */
static inline size_t cds_sixteen_first(unsigned marks)
{
    return (size_t)__builtin_ctz(marks | 1u << CDS_SIXTEEN);
}

/** How many bytes at the front, up to 16, stand in a JSON string as they are: ASCII but control
 *  bytes, quotes and backslashes. Sixteen bytes are read. */
static inline size_t cds_sixteen_plain(const char *bytes)
{
    const __m128i all = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    const __m128i low = _mm_cmplt_epi8(all, _mm_set1_epi8(0x20)); // beyond ASCII is below zero
    const __m128i ends = _mm_or_si128(cds_sixteen_are(all, '"'), cds_sixteen_are(all, '\\'));
    return cds_sixteen_first((unsigned)_mm_movemask_epi8(_mm_or_si128(low, ends)));
}

/** Whether all sixteen may stand in a JSON string as they are; what is beyond ASCII may. */
static inline bool cds_sixteen_need_no_escape(const char *bytes)
{
    const __m128i all = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    const __m128i highest = _mm_set1_epi8(0x1f); // of control bytes
    const __m128i low = _mm_cmpeq_epi8(_mm_max_epu8(all, highest), highest);
    const __m128i ends = _mm_or_si128(cds_sixteen_are(all, '"'), cds_sixteen_are(all, '\\'));
    return _mm_movemask_epi8(_mm_or_si128(low, ends)) == 0;
}

/** How many are white space of JSON. */
static inline size_t cds_sixteen_blank(const char *bytes)
{
    const __m128i all = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    const __m128i wide = _mm_or_si128(cds_sixteen_are(all, ' '), cds_sixteen_are(all, '\t'));
    const __m128i lines = _mm_or_si128(cds_sixteen_are(all, '\n'), cds_sixteen_are(all, '\r'));
    return cds_sixteen_first(~(unsigned)_mm_movemask_epi8(_mm_or_si128(wide, lines)));
}
#else
static inline size_t cds_sixteen_plain(const char *bytes)
{
    size_t plain = 0;
    for (size_t half = 0; half < CDS_SIXTEEN && plain == half; half += CDS_EIGHT) {
        const uint64_t eight = cds_eight_at(bytes + half);
        plain += cds_eight_first(cds_eight_to_escape(eight) | cds_eight_beyond_ascii(eight));
    }
    return plain;
}

static inline bool cds_sixteen_need_no_escape(const char *bytes)
{
    return (cds_eight_to_escape(cds_eight_at(bytes)) |
            cds_eight_to_escape(cds_eight_at(bytes + CDS_EIGHT))) == 0;
}

static inline size_t cds_sixteen_blank(const char *bytes)
{
    size_t blank = 0;
    while (blank < CDS_SIXTEEN && (bytes[blank] == ' ' || bytes[blank] == '\n' ||
                                   bytes[blank] == '\t' || bytes[blank] == '\r')) {
        blank++;
    }
    return blank;
}
#endif
