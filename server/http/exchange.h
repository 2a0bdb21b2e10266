// SPDX-License-Identifier: Apache-2.0
// One request and its answer, as a handler sees them. A handler answers once: before it
// returns, or later on the same worker's thread.
#pragma once

#include "engine/base/buf.h"
#include "engine/facts/schema.h"
#include "server/http/request.h"

typedef struct srv_exchange srv_exchange;
typedef struct srv_worker srv_worker;

typedef enum srv_media {
    SRV_JSON,
    SRV_PROBLEM,
    SRV_TEXT,
    SRV_METRICS,
    SRV_NDJSON,
    SRV_SCHEMA,
    SRV_HTML,
    SRV_FHIR,
    SRV_CARDS, // JSON, also for who accepts nothing but FHIR's
    SRV_CSS,
    SRV_SCRIPT,
    SRV_SVG,
} srv_media;

typedef enum srv_route_flags {
    SRV_PLAIN = 0,
    SRV_LARGE_BODY = 1,    // body and arena of the larger kind
    SRV_STREAMED_BODY = 2, // the handler takes the body line by line: srv_exchange_lines
    SRV_TAKES_JSON = 4,    // another Content-Type than application/json: 415
    SRV_TAKES_NDJSON = 8,  // the same for application/x-ndjson
} srv_route_flags;

/** A flag too: what the route answers when all is well, for the client's Accept (406). */
#define SRV_GIVES(media) ((unsigned)(media) << 8)
#define SRV_GIVEN(flags) ((srv_media)((flags) >> 8))

typedef void (*srv_handler)(srv_exchange *exchange);

#define SRV_CALLER_NAME_MAX 64
#define SRV_ORIGIN_MAX 255

/** Who is asking, as the app's `greet` and `admit` found out; http/ only carries it. */
typedef struct srv_caller {
    char name[SRV_CALLER_NAME_MAX + 1];
    unsigned roles;                  // the app's own bits
    char origin[SRV_ORIGIN_MAX + 1]; // of the page that asks; empty: none, or one not listed
} srv_caller;

/** A path and what answers there. In `path` a segment `*` stands for one segment, a last
 *  segment `**` for all that is left; what they stood for is srv_exchange_segment(0), (1). */
typedef struct srv_route {
    srv_method method;
    const char *path;
    srv_handler handler;
    unsigned flags;
    unsigned may; // the roles that may ask, for the app's `admit`
} srv_route;

const srv_request *srv_exchange_request(const srv_exchange *exchange);
cds_ctx *srv_exchange_ctx(srv_exchange *exchange); // the request's own memory and error
cds_text srv_exchange_segment(const srv_exchange *exchange, size_t index);
srv_caller *srv_exchange_caller(srv_exchange *exchange); // lives as long as the exchange
cds_text srv_exchange_peer(srv_exchange *exchange); // its address as bytes; IPv6: its network's
srv_worker *srv_exchange_worker(const srv_exchange *exchange);
void *srv_worker_app(const srv_worker *worker);  // what srv_server_run was given
void *srv_worker_slot(const srv_worker *worker); // what the app's `open_worker` returned

/** Adds a header to the answer; name and value are constants or live in the request's memory.
 */
void srv_exchange_header(srv_exchange *exchange, const char *name, cds_text value);

/** Answers with a whole body; it must live in the request's memory or for ever. The exchange
 *  may be gone when this returns: touch nothing of it after. */
void srv_exchange_answer(srv_exchange *exchange, int status, srv_media media, cds_text body);

/** The same with a body in three parts, so that a large one in the middle is not copied to be
 *  put between two small ones. */
typedef struct srv_body_parts {
    cds_text before, inside, after;
} srv_body_parts;
void srv_exchange_answer_parts(srv_exchange *exchange, int status, srv_media media,
                               const srv_body_parts *parts);

/** Answers with what the context's error says, in the form errors take at this path. */
void srv_exchange_fail(srv_exchange *exchange);

/** Answers a problem with a status and a sentence of its own. */
void srv_exchange_problem(srv_exchange *exchange, int status, const char *detail);

/** Answers that the body has faults, each with its pointer; `detail` is the sentence above. */
void srv_exchange_faults(srv_exchange *exchange, int status, const char *detail,
                         const cds_faults *faults);

/** One line of a streamed body, from the input to its answer; its memory is its own. */
typedef struct srv_line srv_line;
typedef void (*srv_line_handler)(srv_line *line, cds_text text, void *user);

/** For routes marked SRV_STREAMED_BODY, before the handler returns: begins a chunked answer of
 *  status 200; headers added before must be constants. `on_line` is called once a line, on the
 *  worker's thread, never before this returns. `text` is the line without its end (a last line
 *  without one counts, an empty line does not; one over limits.body_bytes comes as data NULL,
 *  length its size) and lives until the line is answered. Each needs one srv_line_done, before
 *  `on_line` returns or later. Some lines may be under way at once; their answers leave in the
 *  order of the lines. The answer ends itself after the last. `user` lives in the request's
 *  memory. */
void srv_exchange_lines(srv_exchange *exchange, srv_media media, srv_line_handler on_line,
                        void *user);

/** The text to send, which lives in the line's memory or for ever; a line end is added. The
 *  line is gone when this returns. */
void srv_line_done(srv_line *line, cds_text answer);
cds_ctx *srv_line_ctx(srv_line *line);
srv_exchange *srv_line_exchange(const srv_line *line);
