// SPDX-License-Identifier: Apache-2.0
// The chunked body, decoded in place and strictly: what llhttp lets through here without a
// bound (extensions, trailers) has one. RFC 9112, section 7.1.
#pragma once

#include "server/http/guard.h"

/** Where a body lies in its buffer: data[0..to) is decoded, data[from..end) is still to be. */
typedef struct srv_body_span {
    char *data;
    size_t to, from, end;
} srv_body_span;

typedef struct srv_chunked {
    unsigned state;
    uint64_t left;        // of this chunk
    size_t line_bytes;    // of this size line
    size_t trailer_bytes; // of all trailers
} srv_chunked;

void srv_chunked_begin(srv_chunked *chunked);

/** Moves decoded bytes down to span->to and takes all of [from..end), or, once the body is
 *  whole, all that belongs to it. Trailers are read and dropped. */
srv_progress srv_chunked_read(srv_chunked *chunked, srv_body_span *span, srv_refusal *out);
