// SPDX-License-Identifier: Apache-2.0
// Lua's source as tokens: strings, comments, names and numbers are known; the rest are symbols
// of one byte, so that an operator of two is a symbol that follows its like.
#pragma once

#include "engine/base/text.h"

typedef enum cds_token_kind {
    CDS_TOKEN_END,
    CDS_TOKEN_NAME,
    CDS_TOKEN_NUMBER,
    CDS_TOKEN_STRING,
    CDS_TOKEN_SYMBOL
} cds_token_kind;

typedef struct cds_token {
    cds_token_kind kind;
    cds_text text; // as written, in the source
    int line;
} cds_token;

typedef struct cds_scanner {
    cds_text source;
    size_t at; // behind the last token
    int line;
} cds_scanner;

cds_scanner cds_scan(cds_text source);

/** The next token, comments and blanks passed over; CDS_TOKEN_END for ever after the last. */
cds_token cds_scan_next(cds_scanner *scan);

/** The byte that stands so far ahead, or NUL behind the end. */
char cds_scan_peek(const cds_scanner *scan, size_t ahead);
