// SPDX-License-Identifier: Apache-2.0
// Text that stands in a JSON string as it is, which most text does: looked at while it is
// copied, sixteen bytes a step.
#pragma once

#include <stdbool.h>

#include "engine/base/sixteen.h"

#define CDS_PLAIN_SLACK 8

static inline bool cds_copy_sixteen(char *to, const char *from)
{
    memcpy(to, from, CDS_SIXTEEN);
    return cds_sixteen_need_no_escape(to);
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
    return (cds_eight_to_escape(le64toh(first)) | cds_eight_to_escape(le64toh(last))) == 0;
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
    if (length <= CDS_SIXTEEN) {
        return cds_copy_eights(to, from, length) ? length : 0;
    }
    for (; length - at > CDS_SIXTEEN; at += CDS_SIXTEEN) {
        if (!cds_copy_sixteen(to + at, from + at)) {
            return at;
        }
    }
    const size_t last = length - CDS_SIXTEEN;
    return cds_copy_sixteen(to + last, from + last) ? length : at;
}
