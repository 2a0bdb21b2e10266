// SPDX-License-Identifier: Apache-2.0
// Borrowed text compared, copied, counted, and guessed at when misspelt.
#include "engine/base/text.h"

#include <string.h>

#include "engine/base/arena.h"

cds_text cds_text_of(const char *c_string)
{
    return (cds_text){c_string, strlen(c_string)};
}

bool cds_text_is(cds_text text, const char *word)
{
    return cds_text_equal(text, cds_text_of(word));
}

bool cds_text_starts(cds_text text, const char *word)
{
    size_t length = strlen(word);
    return length <= text.length &&
           cds_text_equal((cds_text){text.data, length}, cds_text_of(word));
}

cds_text cds_text_from(cds_text text, size_t start)
{
    CDS_PROMISE(start <= text.length);
    return (cds_text){text.data + start, text.length - start};
}

int cds_text_compare(cds_text a, cds_text b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
    if (order != 0) {
        return order < 0 ? -1 : 1;
    }
    return (a.length > b.length) - (a.length < b.length);
}

cds_status cds_text_copy(cds_ctx *ctx, cds_text text, cds_text *out)
{
    char *copy = cds_alloc(ctx->mem, text.length + 1);
    if (copy == NULL) {
        return cds_fail_memory(ctx);
    }
    if (text.length > 0) {
        memcpy(copy, text.data, text.length);
    }
    *out = (cds_text){copy, text.length};
    return CDS_OK;
}

size_t cds_text_points(cds_text text)
{
    size_t points = 0;
    for (size_t i = 0; i < text.length; i++) {
        points += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    }
    return points;
}

#define NEAREST_LENGTH 64 // longer words are not guessed at

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Levenshtein's distance, one row at a time.
static size_t edit_distance(cds_text a, cds_text b)
{
    size_t row[NEAREST_LENGTH + 1];
    for (size_t j = 0; j <= b.length; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t change = diagonal + (a.data[i - 1] != b.data[j - 1]);
            diagonal = row[j];
            row[j] = smaller(change, smaller(row[j], row[j - 1]) + 1);
        }
    }
    return row[b.length];
}

cds_text cds_text_nearest(cds_text word, const cds_text *candidates, size_t count)
{
    cds_text nearest = {NULL, 0};
    size_t allowed = word.length / 3;
    if (word.length > NEAREST_LENGTH) {
        return nearest;
    }
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].length > NEAREST_LENGTH) {
            continue;
        }
        size_t distance = edit_distance(word, candidates[i]);
        if (distance < allowed || (distance == allowed && nearest.data == NULL)) {
            nearest = candidates[i];
            allowed = distance;
        }
    }
    return nearest;
}
