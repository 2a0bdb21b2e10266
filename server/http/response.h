// SPDX-License-Identifier: Apache-2.0
// Answers as bytes, appended to what a connection will send.
#pragma once

#include "server/http/inside.h"

#define SRV_BODY_PARTS 3

typedef struct srv_answer {
    int status;
    srv_media media;
    cds_text body[SRV_BODY_PARTS]; // one behind the other
    bool streamed;                 // the length is not known; the body follows
    bool closes;                   // the connection ends after it
    bool head_only;                // the request was HEAD
    int minor;                     // of the request's version
    const srv_answer_header *headers;
    size_t header_count;
} srv_answer;

/** False: no memory; nothing has been appended. */
bool srv_response_write(srv_connection *connection, const srv_answer *answer);
bool srv_response_append(srv_connection *connection, cds_text text);

/** A line of a streamed body, and its end. */
bool srv_response_line(srv_connection *connection, cds_text text, int minor);
bool srv_response_last(srv_connection *connection, int minor);
