// SPDX-License-Identifier: Apache-2.0
// Explanations on a page of text: lines wrapped between words, items hanging from their mark.
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "engine/base/text.h"

#define SRV_PROSE_WIDTH 80

/** The terminal's width, from SRV_PROSE_WIDTH up to what still reads well; that width where
 *  `to` is no terminal. */
size_t srv_prose_width(FILE *to);

typedef struct srv_prose {
    FILE *to;
    size_t width; // in characters
    bool color;   // the first line and the lines that introduce others in bold
} srv_prose;

void srv_prose_print(const srv_prose *prose, cds_text text);
