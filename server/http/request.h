// SPDX-License-Identifier: Apache-2.0
// An HTTP/1.1 request out of bytes: llhttp in strict mode behind a guard that refuses what
// even strict mode takes (hazards.md, "llhttp"). RFC 9112.
#pragma once

#include "engine/base/text.h"
#include "server/http/limits.h"

typedef enum srv_method {
    SRV_GET,
    SRV_HEAD,
    SRV_POST,
    SRV_OPTIONS,
    SRV_OTHER_METHOD, // known to HTTP, not to us: 405
} srv_method;

#define SRV_HEADERS_MAX 100

typedef struct srv_header {
    cds_text name;  // lower case
    cds_text value; // without the blanks around it
} srv_header;

/** One request. Lives: until it is answered. */
typedef struct srv_request {
    srv_method method;
    cds_text method_name;
    cds_text path;  // percent-decoded but for %2F and %25; valid UTF-8 without controls
    cds_text query; // after the `?`, as sent
    cds_text body;
    size_t header_count;
    srv_header headers[SRV_HEADERS_MAX];
    bool keep_alive;
    int minor;               // HTTP/1.<minor>
    bool chunked;            // how the body comes: in chunks, or
    uint64_t content_length; // that many bytes
    bool expects_continue;   // the client waits for a word before it sends the body
} srv_request;

/** A header's value by its lower-case name; data is NULL when it is absent. */
cds_text srv_request_header(const srv_request *request, const char *name);

/** The last item of a header that lists some, or comes several times, by its lower-case name;
 *  data is NULL when it is absent. */
cds_text srv_request_last(const srv_request *request, const char *name);

/** A query parameter, percent-decoded into ctx->mem. False: absent. Fails as CDS_MALFORMED in
 *  ctx->error when it cannot be decoded or is given twice. */
bool srv_request_query(cds_ctx *ctx, const srv_request *request, const char *name,
                       cds_text *out);
