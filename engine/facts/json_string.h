// SPDX-License-Identifier: Apache-2.0
// Strings inside JSON text: are they well-formed, and what do they say.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/text.h"

#define CDS_JSON_TAIL 8 // what is read past the end of a text that ends too early

typedef struct cds_json_span {
    size_t at; // before: the opening quote; after: past the closing one, or the wrong byte
    bool has_escape;
} cds_json_span;

/** NULL: the string is good (escapes, surrogate pairs, UTF-8, no control byte, no U+0000).
 *  Else the sentence that says what is wrong at `span->at`. CDS_JSON_TAIL NULs end `text`. */
const char *cds_json_string_check(const char *text, cds_json_span *span);

/** Writes what a checked string says, given without its quotes; `out` has room for as many
 *  bytes. Returns how many it took. */
size_t cds_json_string_unescape(cds_text inside, char *out);
