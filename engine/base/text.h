// SPDX-License-Identifier: Apache-2.0
// Borrowed text: a pointer and a length, never ended by NUL by promise. It lives as long as
// what it points into.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "engine/base/status.h"

typedef struct cds_text {
    const char *data;
    size_t length;
} cds_text;

#define CDS_TEXT(literal) ((cds_text){(literal), sizeof(literal) - 1})

cds_text cds_text_of(const char *c_string);
bool cds_text_is(cds_text text, const char *word);

static inline bool cds_text_equal(cds_text a, cds_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool cds_text_starts(cds_text text, const char *word);

/** What follows the first `start` bytes, of which there are as many. */
cds_text cds_text_from(cds_text text, size_t start);

/** Bytewise: -1, 0, 1. The shorter comes first where one begins the other. */
int cds_text_compare(cds_text a, cds_text b);

/** A copy in ctx->mem, ended by a NUL that is not counted. Fails: CDS_TOO_LARGE. */
cds_status cds_text_copy(cds_ctx *ctx, cds_text text, cds_text *out);

/** Unicode code points in valid UTF-8. */
size_t cds_text_points(cds_text text);

/** The candidate nearest to `word` by edit distance, if near enough to be a slip of the
 *  pen (at most a third of its letters); else a text with data NULL. */
cds_text cds_text_nearest(cds_text word, const cds_text *candidates, size_t count);
