// SPDX-License-Identifier: Apache-2.0
// Takes a head apart with llhttp, in strict mode only: without it one request can become two.
#include "server/http/request.h"

#include <string.h>

#include <llhttp.h>

#include "server/http/head.h"

#if LLHTTP_STRICT_MODE != 1
#error "llhttp must be compiled with LLHTTP_STRICT_MODE=1"
#endif

typedef struct parts {
    srv_request *request;
    cds_text target;
    bool too_many;
    bool whole;
} parts;

/** llhttp may hand over a text in pieces; they lie side by side. */
static void add_piece(cds_text *text, const char *at, size_t length)
{
    if (text->length == 0) {
        text->data = at;
    }
    text->length += length;
}

static int on_url(llhttp_t *parser, const char *at, size_t length)
{
    parts *found = parser->data;
    add_piece(&found->target, at, length);
    return HPE_OK;
}

static int on_header_field(llhttp_t *parser, const char *at, size_t length)
{
    parts *found = parser->data;
    srv_request *request = found->request;
    if (request->header_count == SRV_HEADERS_MAX) {
        found->too_many = true;
        return HPE_USER;
    }
    add_piece(&request->headers[request->header_count].name, at, length);
    return HPE_OK;
}

static int on_header_value(llhttp_t *parser, const char *at, size_t length)
{
    parts *found = parser->data;
    srv_request *request = found->request;
    add_piece(&request->headers[request->header_count].value, at, length);
    return HPE_OK;
}

static int on_header_end(llhttp_t *parser)
{
    parts *found = parser->data;
    srv_request *request = found->request;
    srv_header *header = &request->headers[request->header_count++];
    header->value = srv_text_trim(header->value);
    if (request->header_count < SRV_HEADERS_MAX) {
        header[1] = (srv_header){.value = CDS_TEXT("")};
    }
    return HPE_OK;
}

static int on_head_end(llhttp_t *parser)
{
    parts *found = parser->data;
    found->whole = true;
    return HPE_PAUSED; // the body is not llhttp's
}

static bool refuse_for(const llhttp_t *parser, const parts *found, srv_refusal *out)
{
    if (found->too_many) {
        return srv_refuse(out, 431, "There are more than 100 headers.");
    }
    switch (llhttp_get_errno(parser)) {
    case HPE_INVALID_METHOD:
        return srv_refuse(out, 501, "The method is not known here.");
    case HPE_INVALID_CONTENT_LENGTH:
    case HPE_UNEXPECTED_CONTENT_LENGTH:
        return srv_refuse(out, 400, "Content-Length is one number, and the only framing.");
    case HPE_INVALID_TRANSFER_ENCODING:
        return srv_refuse(out, 400, "Transfer-Encoding is chunked or absent.");
    default:
        return srv_refuse(out, 400, "This is not a request of HTTP/1.1.");
    }
}

static srv_method method_of(const llhttp_t *parser)
{
    switch (parser->method) {
    case HTTP_GET:
        return SRV_GET;
    case HTTP_HEAD:
        return SRV_HEAD;
    case HTTP_POST:
        return SRV_POST;
    case HTTP_OPTIONS:
        return SRV_OPTIONS;
    default:
        return SRV_OTHER_METHOD;
    }
}

static bool take_line(srv_request *request, const llhttp_t *parser, srv_refusal *out)
{
    if (parser->method == HTTP_CONNECT) {
        return srv_refuse(out, 501, "CONNECT is not answered here.");
    }
    if (parser->http_major != 1 || parser->http_minor > 1) {
        return srv_refuse(out, 505, "The version is HTTP/1.1 or HTTP/1.0.");
    }
    request->method = method_of(parser);
    request->method_name = cds_text_of(llhttp_method_name((llhttp_method_t)parser->method));
    request->minor = parser->http_minor;
    return true;
}

static void lower_names(srv_request *request, srv_bytes head)
{
    for (size_t i = 0; i < request->header_count; i++) {
        char *name = head.data + (request->headers[i].name.data - head.data);
        for (size_t k = 0; k < request->headers[i].name.length; k++) {
            if (name[k] >= 'A' && name[k] <= 'Z') {
                name[k] = (char)(name[k] | 0x20);
            }
        }
    }
}

bool srv_head_read(srv_request *request, srv_bytes head, srv_refusal *out)
{
    static const llhttp_settings_t settings = {
        .on_url = on_url,
        .on_header_field = on_header_field,
        .on_header_value = on_header_value,
        .on_header_value_complete = on_header_end,
        .on_headers_complete = on_head_end,
    };
    llhttp_t parser;
    parts found = {.request = request};
    request->header_count = 0;
    request->headers[0] = (srv_header){.value = CDS_TEXT("")};
    llhttp_init(&parser, HTTP_REQUEST, &settings);
    parser.data = &found;
    (void)llhttp_execute(&parser, head.data, head.length);
    // Paused on the head's very last byte: else the guard and llhttp read it differently.
    bool at_end = llhttp_get_errno(&parser) == HPE_PAUSED &&
                  llhttp_get_error_pos(&parser) >= head.data + head.length - 1;
    if (!found.whole || !at_end) {
        return refuse_for(&parser, &found, out);
    }
    srv_bytes target = {head.data + (found.target.data - head.data), found.target.length};
    if (found.target.length == 0) {
        return srv_refuse(out, 400, "The target is missing.");
    }
    lower_names(request, head);
    return take_line(request, &parser, out) && srv_framing_read(request, out) &&
           srv_target_read(request, target, out);
}

cds_text srv_request_header(const srv_request *request, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < request->header_count; i++) {
        const srv_header *header = &request->headers[i];
        if (header->name.length == length && memcmp(header->name.data, name, length) == 0) {
            return header->value;
        }
    }
    return (cds_text){0};
}

cds_text srv_request_last(const srv_request *request, const char *name)
{
    cds_text last = {0};
    for (size_t i = 0; i < request->header_count; i++) {
        if (cds_text_is(request->headers[i].name, name)) {
            last = request->headers[i].value;
        }
    }
    const char *comma = last.length == 0 ? NULL : memrchr(last.data, ',', last.length);
    if (comma != NULL) {
        last.length -= (size_t)(comma + 1 - last.data);
        last.data = comma + 1;
    }
    return srv_text_trim(last);
}

void srv_text_move(cds_text *text, const char *from, const char *to)
{
    if (text->data != NULL && text->length > 0) {
        text->data = to + (text->data - from);
    }
}

void srv_request_move(srv_request *request, const char *from, const char *to)
{
    srv_text_move(&request->path, from, to);
    srv_text_move(&request->query, from, to);
    srv_text_move(&request->body, from, to);
    for (size_t i = 0; i < request->header_count; i++) {
        srv_text_move(&request->headers[i].name, from, to);
        srv_text_move(&request->headers[i].value, from, to);
    }
}
