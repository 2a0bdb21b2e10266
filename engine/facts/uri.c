// SPDX-License-Identifier: Apache-2.0
// Splitting as RFC 3986, appendix B; resolving as its section 5.2.
#include "engine/facts/uri.h"

#include <string.h>

#include "engine/base/buf.h"

static size_t length_until(cds_text text, const char *stops)
{
    size_t length = 0;
    while (length < text.length && strchr(stops, text.data[length]) == NULL) {
        length++;
    }
    return length;
}

static cds_text skip(cds_text text, size_t bytes)
{
    return (cds_text){text.data + bytes, text.length - bytes};
}

// Takes what comes before the next of `stops` off the front of the rest.
static cds_text take(cds_text *rest, const char *stops)
{
    cds_text part = {rest->data, length_until(*rest, stops)};
    *rest = skip(*rest, part.length);
    return part;
}

cds_uri cds_uri_split(cds_text reference)
{
    cds_uri uri = {.path = {"", 0}};
    cds_text rest = reference.length == 0 ? CDS_TEXT("") : reference;
    size_t colon = length_until(rest, ":/?#");
    if (colon > 0 && colon < rest.length && rest.data[colon] == ':') {
        uri.scheme = take(&rest, ":");
        rest = skip(rest, 1);
    }
    if (cds_text_starts(rest, "//")) {
        rest = skip(rest, 2);
        uri.authority = take(&rest, "/?#");
    }
    uri.path = take(&rest, "?#");
    if (cds_text_starts(rest, "?")) {
        rest = skip(rest, 1);
        uri.query = take(&rest, "#");
    }
    if (cds_text_starts(rest, "#")) {
        uri.fragment = skip(rest, 1);
    }
    return uri;
}

static void remove_last_step(cds_buf *to, size_t begin)
{
    while (to->length > begin && to->data[--to->length] != '/') {
    }
}

// RFC 3986, 5.2.4. `path` is read from the front, what stays is added to `to`.
static void add_without_dots(cds_buf *to, cds_text path)
{
    size_t begin = to->length;
    while (path.length > 0) {
        size_t slash = path.data[0] == '/';
        cds_text step = skip(path, slash);
        step.length = length_until(step, "/");
        bool is_last = slash + step.length == path.length;
        path = skip(path, slash + step.length);
        bool is_up = cds_text_is(step, "..");
        if (is_up) {
            remove_last_step(to, begin);
        }
        if (is_up || cds_text_is(step, ".")) {
            if (is_last && slash > 0) {
                cds_buf_char(to, '/');
            } else if (slash == 0 && !is_last) {
                path = skip(path, 1);
            }
            continue;
        }
        cds_buf_word(to, slash > 0 ? "/" : "");
        cds_buf_text(to, step);
    }
}

static void add_merged_path(cds_ctx *ctx, cds_buf *to, const cds_uri *base, cds_text path)
{
    cds_buf merged;
    cds_buf_init(&merged, ctx->mem);
    if (base->authority.data != NULL && base->path.length == 0) {
        cds_buf_char(&merged, '/');
    }
    size_t length = base->path.length;
    while (length > 0 && base->path.data[length - 1] != '/') {
        length--;
    }
    cds_buf_text(&merged, (cds_text){base->path.data, length});
    cds_buf_text(&merged, path);
    to->failed = to->failed || merged.failed;
    add_without_dots(to, (cds_text){merged.data, merged.length});
}

static void add_part(cds_buf *to, const char *before, cds_text part, const char *after)
{
    if (part.data != NULL) {
        cds_buf_word(to, before);
        cds_buf_text(to, part);
        cds_buf_word(to, after);
    }
}

cds_status cds_uri_resolve(cds_ctx *ctx, cds_text base, cds_text reference, cds_text *out)
{
    cds_buf to;
    cds_uri from = cds_uri_split(base);
    cds_uri uri = cds_uri_split(reference);
    bool has_own_scheme = uri.scheme.data != NULL;
    bool has_own_place = has_own_scheme || uri.authority.data != NULL;
    bool stays = !has_own_place && uri.path.length == 0;
    cds_buf_init(&to, ctx->mem);
    add_part(&to, "", has_own_scheme ? uri.scheme : from.scheme, ":");
    add_part(&to, "//", has_own_place ? uri.authority : from.authority, "");
    if (stays) {
        cds_buf_text(&to, from.path);
    } else if (has_own_place || uri.path.data[0] == '/') {
        add_without_dots(&to, uri.path);
    } else {
        add_merged_path(ctx, &to, &from, uri.path);
    }
    add_part(&to, "?", stays && uri.query.data == NULL ? from.query : uri.query, "");
    return cds_buf_end(ctx, &to, out);
}

static int hex_value(char byte)
{
    const char *digits = "0123456789abcdef";
    const char lower = (char)(byte >= 'A' && byte <= 'F' ? byte + ('a' - 'A') : byte);
    const char *found = memchr(digits, lower, 16);
    return found == NULL ? -1 : (int)(found - digits);
}

cds_status cds_uri_decode(cds_ctx *ctx, cds_text escaped, cds_text *out)
{
    cds_buf to;
    cds_buf_init(&to, ctx->mem);
    for (size_t i = 0; i < escaped.length; i++) {
        bool has_two_more = escaped.data[i] == '%' && escaped.length - i > 2;
        int high = has_two_more ? hex_value(escaped.data[i + 1]) : -1;
        int low = has_two_more ? hex_value(escaped.data[i + 2]) : -1;
        bool is_escape = high >= 0 && low >= 0;
        cds_buf_char(&to, is_escape ? (char)(high * 16 + low) : escaped.data[i]);
        i += is_escape ? 2 : 0;
    }
    return cds_buf_end(ctx, &to, out);
}
