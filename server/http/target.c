// SPDX-License-Identifier: Apache-2.0
// The target of a request: a path that is decoded once, and a query that is decoded on demand.
#include <string.h>

#include "engine/base/arena.h"
#include "server/http/head.h"

static int hex_value(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    char letter = (char)(byte | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/** The byte that stands percent-encoded at text[at]; -1: there is none. */
static int escaped_byte(cds_text text, size_t at)
{
    if (text.length - at < 3) {
        return -1;
    }
    int high = hex_value(text.data[at + 1]);
    int low = hex_value(text.data[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** The length of the UTF-8 character at text[at], 0 where there is none. */
static size_t character_length(cds_text text, size_t at)
{
    const unsigned char *byte = (const unsigned char *)text.data + at;
    size_t left = text.length - at;
    if (byte[0] < 0x80) {
        return 1;
    }
    size_t length = byte[0] >= 0xf0 ? 4 : byte[0] >= 0xe0 ? 3 : 2;
    if (byte[0] < 0xc2 || byte[0] > 0xf4 || left < length) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if ((byte[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    bool overlong = (byte[0] == 0xe0 && byte[1] < 0xa0) || (byte[0] == 0xf0 && byte[1] < 0x90);
    bool surrogate = byte[0] == 0xed && byte[1] > 0x9f;
    bool beyond = byte[0] == 0xf4 && byte[1] > 0x8f;
    return overlong || surrogate || beyond ? 0 : length;
}

static bool is_clean(cds_text text)
{
    for (size_t at = 0; at < text.length;) {
        unsigned char byte = (unsigned char)text.data[at];
        size_t length = character_length(text, at);
        if (length == 0 || byte < 0x20 || byte == 0x7f) {
            return false;
        }
        at += length;
    }
    return true;
}

/** Decodes onto itself; %2F and %25 stay, so that no path can be read in two ways. */
static bool decode_path(srv_bytes path, cds_text *out)
{
    cds_text from = {path.data, path.length};
    size_t to = 0;
    for (size_t at = 0; at < from.length; at++, to++) {
        if (from.data[at] != '%') {
            path.data[to] = from.data[at];
            continue;
        }
        int byte = escaped_byte(from, at);
        if (byte < 0) {
            return false;
        }
        if (byte == '/' || byte == '%') {
            memcpy(path.data + to, byte == '/' ? "%2F" : "%25", 3);
            to += 2;
        } else {
            path.data[to] = (char)byte;
        }
        at += 2;
    }
    const cds_text decoded = {path.data, to};
    if (!is_clean(decoded)) {
        return false;
    }
    *out = decoded;
    return true;
}

/** Leaves out the `http://host` of a target in absolute form. */
static bool drop_authority(srv_bytes *target)
{
    cds_text text = {target->data, target->length};
    size_t at = cds_text_starts(text, "http://")    ? 7
                : cds_text_starts(text, "https://") ? 8
                                                    : 0;
    size_t host = at;
    while (at < text.length && strchr("/?@", text.data[at]) == NULL) {
        at++;
    }
    if (host == 0 || at == host || at == text.length || text.data[at] != '/') {
        return false;
    }
    *target = (srv_bytes){target->data + at, target->length - at};
    return true;
}

bool srv_target_read(srv_request *request, srv_bytes target, srv_refusal *out)
{
    request->query = (cds_text){"", 0};
    if (target.length == 1 && target.data[0] == '*') {
        request->path = (cds_text){target.data, 1};
        return request->method == SRV_OPTIONS ||
               srv_refuse(out, 400, "The target * is for OPTIONS.");
    }
    if (target.data[0] != '/' && !drop_authority(&target)) {
        return srv_refuse(out, 400, "The target is a path.");
    }
    char *mark = memchr(target.data, '?', target.length);
    size_t length = mark == NULL ? target.length : (size_t)(mark - target.data);
    if (mark != NULL) {
        request->query = (cds_text){mark + 1, target.length - length - 1};
    }
    return decode_path((srv_bytes){target.data, length}, &request->path) ||
           srv_refuse(out, 400, "The path is not UTF-8, percent-encoded.");
}

static cds_text next_part(cds_text *rest, char separator)
{
    const char *at = rest->length == 0 ? NULL : memchr(rest->data, separator, rest->length);
    size_t length = at == NULL ? rest->length : (size_t)(at - rest->data);
    size_t taken = at == NULL ? length : length + 1;
    cds_text part = {rest->data, length};
    *rest = (cds_text){rest->data + taken, rest->length - taken};
    return part;
}

static cds_status decode_value(cds_ctx *ctx, cds_text value, cds_text *out)
{
    char *text = cds_alloc(ctx->mem, value.length + 1);
    size_t length = 0;
    if (text == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t at = 0; at < value.length; at++) {
        int byte = (unsigned char)value.data[at];
        if (byte == '%') {
            byte = escaped_byte(value, at);
            at += 2;
        } else if (byte == '+') {
            byte = ' ';
        }
        if (byte < 0) {
            return cds_fail(ctx, CDS_MALFORMED, "", "A query parameter is badly encoded.");
        }
        text[length++] = (char)byte;
    }
    if (!is_clean((cds_text){text, length})) {
        return cds_fail(ctx, CDS_MALFORMED, "", "A query parameter is not plain UTF-8.");
    }
    *out = (cds_text){text, length};
    return CDS_OK;
}

bool srv_request_query(cds_ctx *ctx, const srv_request *request, const char *name,
                       cds_text *out)
{
    cds_text rest = request->query;
    cds_text found = {0};
    while (rest.length > 0) {
        cds_text pair = next_part(&rest, '&');
        cds_text key = next_part(&pair, '=');
        if (!cds_text_is(key, name)) {
            continue;
        }
        if (found.data != NULL) {
            (void)cds_fail(ctx, CDS_MALFORMED, "", "The query parameter %s came twice.", name);
            return false;
        }
        found = pair;
    }
    return found.data != NULL && decode_value(ctx, found, out) == CDS_OK;
}
