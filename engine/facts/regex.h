// SPDX-License-Identifier: Apache-2.0
// Patterns as ECMA-262 has them with the flag u, by PCRE2: found anywhere in a text, \d and
// \w are ASCII. Each search has a limit of steps and of memory.
#pragma once

#include "engine/base/text.h"

typedef struct cds_regex cds_regex;

typedef enum cds_match { CDS_MATCH_NO, CDS_MATCH_YES, CDS_MATCH_GIVEN_UP } cds_match;

/** Held outside the arena. Fails: CDS_REFUSED with a sentence and no place, CDS_TOO_LARGE. */
cds_status cds_regex_open(cds_ctx *ctx, cds_text pattern, cds_regex **out);
void cds_regex_close(cds_regex *regex);

/** `text` is valid UTF-8. Given up: over the limits, or no memory. Thread: any. */
cds_match cds_regex_search(const cds_regex *regex, cds_text text);
