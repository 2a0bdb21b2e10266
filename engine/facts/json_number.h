// SPDX-License-Identifier: Apache-2.0
// Numbers inside JSON text: are they well-formed, and are they kept exactly.
#pragma once

/** From the first byte of a number to behind its last. NULL: it is good. Else the sentence that
 *  says what is wrong at `*at`. A NUL ends the text. */
const char *cds_json_number_check(const char **at);
