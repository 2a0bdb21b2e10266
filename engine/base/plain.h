// SPDX-License-Identifier: Apache-2.0
// Text that stands in a JSON string as it is, which most text does: looked at while it is
// copied, sixteen bytes a step.
#pragma once

#include <stdbool.h>

#include "engine/base/eight.h"

#define CDS_PLAIN_SLACK 8

/** What compilers make the processor's own of, where it has some. */
typedef unsigned char cds_sixteen __attribute__((vector_size(16)));
typedef uint64_t cds_two_eights __attribute__((vector_size(16)));

static inline bool cds_sixteen_is_plain(cds_sixteen bytes)
{
    const cds_sixteen none = {0};
    const cds_two_eights marks = (cds_two_eights)(bytes < none + 0x20) |
                                 (cds_two_eights)(bytes == none + '"') |
                                 (cds_two_eights)(bytes == none + '\\');
    return (marks[0] | marks[1]) == 0;
}

static inline bool cds_copy_sixteen(char *to, const char *from)
{
    cds_sixteen bytes;
    memcpy(&bytes, from, sizeof bytes);
    memcpy(to, &bytes, sizeof bytes);
    return cds_sixteen_is_plain(bytes);
}

/** Eight to sixteen bytes: the first and the last eight, which may overlap. */
static inline bool cds_copy_eights(char *to, const char *from, size_t length)
{
    uint64_t first;
    uint64_t last;
    memcpy(&first, from, CDS_EIGHT);
    memcpy(&last, from + length - CDS_EIGHT, CDS_EIGHT);
    memcpy(to, &first, CDS_EIGHT);
    memcpy(to + length - CDS_EIGHT, &last, CDS_EIGHT);
    return cds_sixteen_is_plain((cds_sixteen)(cds_two_eights){first, last});
}

/** Fewer than eight, and blanks behind them. */
static inline bool cds_copy_few(char *to, const char *from, size_t length)
{
    uint64_t bytes = CDS_EIGHT_OF(0x20);
    for (size_t i = length; i-- > 0;) {
        bytes = bytes << 8 | (unsigned char)from[i];
    }
    const uint64_t in_order = htole64(bytes);
    memcpy(to, &in_order, CDS_EIGHT);
    return cds_eight_to_escape(bytes) == 0;
}

/** Copies, step by step, until a step meets what needs an escape; returns how many bytes stand
 *  as they should: all where none does. There is room for CDS_PLAIN_SLACK more than `length`.
 */
static inline size_t cds_copy_plain(char *to, const char *from, size_t length)
{
    size_t at = 0;
    if (length < CDS_EIGHT) {
        return cds_copy_few(to, from, length) ? length : 0;
    }
    if (length <= sizeof(cds_sixteen)) {
        return cds_copy_eights(to, from, length) ? length : 0;
    }
    for (; length - at > sizeof(cds_sixteen); at += sizeof(cds_sixteen)) {
        if (!cds_copy_sixteen(to + at, from + at)) {
            return at;
        }
    }
    const size_t last = length - sizeof(cds_sixteen);
    return cds_copy_sixteen(to + last, from + last) ? length : at;
}
