// SPDX-License-Identifier: Apache-2.0
// A fixed set of names, each found at once: an open hash over their places.
#pragma once

#include <stdint.h>

#include "engine/base/arena.h"
#include "engine/base/eight.h"
#include "engine/base/text.h"

typedef struct cds_names {
    const cds_text *list;
    size_t count;
    const uint32_t *slots; // a place in the list and one, or 0
    size_t mask;
} cds_names;

/** `list` lives as long as the names. Of equal names the first is found. Lives: in ctx->mem.
 *  Fails: CDS_TOO_LARGE. */
cds_status cds_names_build(cds_ctx *ctx, const cds_text *list, size_t count, cds_names *out);

/** The name's place in the list, or -1. */
ptrdiff_t cds_names_find(const cds_names *names, cds_text name);

/** The same, looked for first right behind place `last` (-1: at the beginning): members mostly
 *  come in their schema's order. No name stands in the list twice. */
static inline ptrdiff_t cds_names_find_behind(const cds_names *names, cds_text name,
                                              ptrdiff_t last)
{
    const size_t next = (size_t)(last + 1);
    if (next < names->count && names->list[next].length == name.length &&
        cds_eight_same(names->list[next].data, name.data, name.length)) {
        return (ptrdiff_t)next;
    }
    return cds_names_find(names, name);
}
