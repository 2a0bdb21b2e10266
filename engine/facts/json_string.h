// SPDX-License-Identifier: Apache-2.0
// Strings inside JSON text: are they well-formed, and what do they say.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/sixteen.h"
#include "engine/base/text.h"

#define CDS_JSON_TAIL CDS_SIXTEEN // what is read past the end of a text that ends too early

/** From a place inside a string: the first byte that does not stand for itself, mostly the
 *  closing quote. CDS_JSON_TAIL NULs end the text. */
static inline const char *cds_json_string_skip(const char *at)
{
    size_t plain = CDS_SIXTEEN;
    while (plain == CDS_SIXTEEN) {
        plain = cds_sixteen_plain(at);
        at += plain;
    }
    return at;
}

/** From a place inside a string to its closing quote. NULL: it is good that far (escapes,
 *  surrogate pairs, UTF-8, no control byte, no U+0000). Else the sentence that says what is
 * wrong at `*at`. CDS_JSON_TAIL NULs end the text. */
const char *cds_json_string_check(const char **at, bool *has_escape);

/** Writes what a checked string says, given without its quotes; `out` has room for as many
 *  bytes. Returns how many it took. */
size_t cds_json_string_unescape(cds_text inside, char *out);
