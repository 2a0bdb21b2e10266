// SPDX-License-Identifier: Apache-2.0
// A request under way, as the files of this folder see it: exchange, body, lines.
#pragma once

#include "server/http/chunked.h"
#include "server/http/request.h"
#include "server/http/router.h"
#include "server/http/server.h"

#define SRV_ANSWER_HEADERS_MAX 16

typedef struct srv_connection srv_connection;

typedef struct srv_answer_header {
    const char *name;
    cds_text value;
} srv_answer_header;

/** The body of the request under way, decoded as it comes. Offsets in the input. */
typedef struct srv_body {
    srv_chunked chunked;
    uint64_t left;   // of a Content-Length
    size_t base;     // where the head ends
    size_t at;       // where the body, or its current line, begins
    size_t to, from; // decoded up to here; still to be decoded from here
    size_t limit;
    bool whole;
} srv_body;

struct srv_line {
    srv_exchange *exchange;
    cds_ctx ctx;
    size_t length;
    size_t held;     // of its memory, once its handler has seen it
    cds_text answer; // data NULL: not yet
    srv_line *next;
};

typedef struct srv_lines {
    srv_line_handler on_line;
    void *user;
    srv_media media;
    size_t looked;          // no line end in [body.at .. looked)
    size_t skipped;         // bytes of a line over the limit
    srv_line *first, *last; // under way, in their order
    size_t count, bytes;    // of those under way
    bool begun;             // the head of the answer is written
    srv_refusal refusal; // why it breaks off once those under way are answered; status 0: not
} srv_lines;

/** From a whole head to the end of its answer. */
struct srv_exchange {
    srv_connection *connection;
    srv_worker *worker;
    bool entered; // counted among those that are worked on
    const srv_route *route;
    cds_ctx ctx;
    cds_arena *usual; // kept from request to request
    cds_arena *large; // for SRV_LARGE_BODY, or NULL
    srv_refusal refusal;
    srv_match match;
    srv_body body;
    srv_lines lines;
    srv_caller caller;
    uint8_t peer[8]; // filled in when it is asked for
    uint64_t started_ns;
    size_t header_count;
    srv_answer_header headers[SRV_ANSWER_HEADERS_MAX];
    srv_exchange *next; // in the worker's list of free ones
    srv_request request;
};
