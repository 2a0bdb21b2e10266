// SPDX-License-Identifier: Apache-2.0
// What the headers say of where the body ends and whether the connection goes on. Two readings
// of that are one request too many, so whatever is doubtful is refused. RFC 9112, section 6.
#include <string.h>

#include "server/http/head.h"

typedef bool (*take_fn)(srv_request *request, cds_text value, srv_refusal *out);

cds_text srv_text_trim(cds_text text)
{
    while (text.length > 0 && (*text.data == ' ' || *text.data == '\t')) {
        text = (cds_text){text.data + 1, text.length - 1};
    }
    while (text.length > 0 &&
           (text.data[text.length - 1] == ' ' || text.data[text.length - 1] == '\t')) {
        text.length--;
    }
    return text;
}

bool srv_text_is_caseless(cds_text text, const char *word)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.data[i];
        if (byte >= 'A' && byte <= 'Z') {
            byte = (char)(byte | 0x20);
        }
        if (word[i] == '\0' || byte != word[i]) {
            return false;
        }
    }
    return word[text.length] == '\0';
}

bool srv_list_has(cds_text list, const char *word)
{
    while (list.length > 0) {
        const char *comma = memchr(list.data, ',', list.length);
        size_t length = comma == NULL ? list.length : (size_t)(comma - list.data);
        if (srv_text_is_caseless(srv_text_trim((cds_text){list.data, length}), word)) {
            return true;
        }
        size_t taken = comma == NULL ? length : length + 1;
        list = (cds_text){list.data + taken, list.length - taken};
    }
    return false;
}

static bool take_length(srv_request *request, cds_text value, srv_refusal *out)
{
    uint64_t length = 0;
    if (value.length == 0) {
        return srv_refuse(out, 400, "Content-Length is one number.");
    }
    for (size_t i = 0; i < value.length; i++) {
        if (value.data[i] < '0' || value.data[i] > '9') {
            return srv_refuse(out, 400, "Content-Length is one number.");
        }
        if (length > UINT64_MAX / 100) {
            return srv_refuse(out, 413, "The body is too large.");
        }
        length = length * 10 + (uint64_t)(value.data[i] - '0');
    }
    request->content_length = length;
    return true;
}

static bool take_encoding(srv_request *request, cds_text value, srv_refusal *out)
{
    if (!srv_text_is_caseless(value, "chunked")) {
        return srv_refuse(out, 400, "Transfer-Encoding is chunked or absent.");
    }
    if (request->minor == 0) {
        return srv_refuse(out, 400, "HTTP/1.0 has no Transfer-Encoding.");
    }
    request->chunked = true;
    return true;
}

static bool take_host(srv_request *request, cds_text value, srv_refusal *out)
{
    static const char others[] = "-._~!$&'()*+,;=:[]%";
    (void)request;
    for (size_t i = 0; i < value.length; i++) {
        char byte = value.data[i];
        bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        bool is_digit = byte >= '0' && byte <= '9';
        if (!is_letter && !is_digit && strchr(others, byte) == NULL) {
            return srv_refuse(out, 400, "Host is a name or an address, and a port.");
        }
    }
    return value.length > 0 || srv_refuse(out, 400, "Host is empty.");
}

static bool take_connection(srv_request *request, cds_text value, srv_refusal *out)
{
    (void)out;
    if (srv_list_has(value, "close")) {
        request->keep_alive = false;
    }
    return true;
}

static bool take_upgrade(srv_request *request, cds_text value, srv_refusal *out)
{
    (void)request;
    (void)value;
    return srv_refuse(out, 400, "This service speaks HTTP/1.1 and does not upgrade.");
}

static bool take_expect(srv_request *request, cds_text value, srv_refusal *out)
{
    if (!srv_text_is_caseless(value, "100-continue")) {
        return srv_refuse(out, 417, "The only expectation met here is 100-continue.");
    }
    request->expects_continue = request->minor == 1;
    return true;
}

static bool take_plain(srv_request *request, cds_text value, srv_refusal *out)
{
    (void)request;
    (void)value;
    (void)out;
    return true;
}

/** The headers that matter here; those with `once` may not come twice. */
static const struct header_rule {
    const char *name;
    size_t length;
    bool once;
    take_fn take;
} rules[] = {
#define RULE(name, once, take)                                                                 \
    {                                                                                          \
        name, sizeof(name) - 1, once, take                                                     \
    }
    RULE("host", true, take_host),
    RULE("content-length", true, take_length),
    RULE("transfer-encoding", true, take_encoding),
    RULE("connection", false, take_connection),
    RULE("upgrade", false, take_upgrade),
    RULE("expect", true, take_expect),
    RULE("authorization", true, take_plain),
    RULE("origin", true, take_plain),
    RULE("content-type", true, take_plain),
    RULE("idempotency-key", true, take_plain),
#undef RULE
};

enum { HOST = 1, CONTENT_LENGTH = 2, TRANSFER_ENCODING = 4 };

static bool take_header(srv_request *request, const srv_header *header, unsigned *seen,
                        srv_refusal *out)
{
    for (unsigned i = 0; i < sizeof rules / sizeof *rules; i++) {
        const struct header_rule *rule = &rules[i];
        if (header->name.length != rule->length ||
            memcmp(header->name.data, rule->name, rule->length) != 0) {
            continue;
        }
        if (rule->once && (*seen & 1u << i) != 0) {
            return srv_refuse(out, 400, "A header that may come once came twice.");
        }
        *seen |= 1u << i;
        return rule->take(request, header->value, out);
    }
    return true;
}

/** HTTP/1.0 closes unless asked not to. */
static bool wants_more(const srv_request *request)
{
    return request->minor == 1 ||
           srv_list_has(srv_request_header(request, "connection"), "keep-alive");
}

bool srv_framing_read(srv_request *request, srv_refusal *out)
{
    unsigned seen = 0;
    request->chunked = false;
    request->content_length = 0;
    request->expects_continue = false;
    request->keep_alive = wants_more(request);
    for (size_t i = 0; i < request->header_count; i++) {
        if (!take_header(request, &request->headers[i], &seen, out)) {
            return false;
        }
    }
    if ((seen & CONTENT_LENGTH) != 0 && (seen & TRANSFER_ENCODING) != 0) {
        return srv_refuse(out, 400, "Content-Length and Transfer-Encoding exclude each other.");
    }
    if (request->minor == 1 && (seen & HOST) == 0) {
        return srv_refuse(out, 400, "HTTP/1.1 needs a Host.");
    }
    return true;
}
