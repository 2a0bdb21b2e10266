// SPDX-License-Identifier: Apache-2.0
// What stands between the quotes of a JSON string (RFC 8259, section 7), in RFC 8785's form:
// short escapes where there are some, else \u00xx.
#pragma once

#include <stdbool.h>

#define CDS_ESCAPE_BYTES 6 // the longest: \u00xx

/** Between two places of a text, and of the room it is written into. */
typedef struct cds_escaping {
    const char *from, *from_end;
    char *to, *to_end;
} cds_escaping;

/** Writes the text eight bytes a step and moves both places on, as long as there are eight and
 *  room for what they may come to. */
void cds_escape_eights(cds_escaping *it);

bool cds_needs_escape(char byte);

/** Returns where it ends; there is room for CDS_ESCAPE_BYTES. */
char *cds_escape_byte(char *to, char byte);
