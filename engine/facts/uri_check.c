// SPDX-License-Identifier: Apache-2.0
// The grammar of RFC 3986, appendix A, part by part.
#include <string.h>

#include "engine/facts/uri.h"

#define SUB_DELIMS "!$&'()*+,;="
#define GROUPS 8 // of an IPv6 address

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

// Only unreserved bytes, sub-delims, %xx, and those of `more`.
static bool is_made_of(cds_text part, const char *more)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = part.data[i];
        if (c == '%') {
            if (part.length - i < 3 || !is_hex(part.data[i + 1]) || !is_hex(part.data[i + 2])) {
                return false;
            }
            i += 2;
        } else if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "-._~" SUB_DELIMS) &&
                   !is_one_of(c, more)) {
            return false;
        }
    }
    return true;
}

static bool is_scheme(cds_text scheme)
{
    if (scheme.length == 0 || !is_letter(scheme.data[0])) {
        return false;
    }
    for (size_t i = 1; i < scheme.length; i++) {
        char c = scheme.data[i];
        if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "+-.")) {
            return false;
        }
    }
    return true;
}

bool cds_uri_is_ipv4(cds_text text)
{
    size_t at = 0;
    for (int part = 0; part < 4; part++) {
        int value = 0;
        size_t begin = at;
        while (at < text.length && at - begin < 3 && is_digit(text.data[at])) {
            value = value * 10 + (text.data[at++] - '0');
        }
        bool is_padded = at - begin > 1 && text.data[begin] == '0';
        if (at == begin || value > 255 || is_padded) {
            return false;
        }
        if (part < 3 && (at == text.length || text.data[at++] != '.')) {
            return false;
        }
    }
    return at == text.length;
}

// The bytes of one group of one to four digits, or 0.
static size_t group_length(cds_text text)
{
    size_t length = 0;
    while (length < text.length && is_hex(text.data[length])) {
        length++;
    }
    return length <= 4 ? length : 0;
}

static cds_text skip(cds_text text, size_t bytes)
{
    return (cds_text){text.data + bytes, text.length - bytes};
}

// The groups in `a:b:c`, of which the last two may be an IPv4 address; -1 where it is none.
static int count_groups(cds_text text, bool may_end_as_ipv4)
{
    int count = 0;
    if (text.length == 0) {
        return 0;
    }
    for (;;) {
        if (may_end_as_ipv4 && cds_uri_is_ipv4(text)) {
            return count + 2;
        }
        size_t length = group_length(text);
        if (length == 0) {
            return -1;
        }
        count++;
        text = skip(text, length);
        if (text.length == 0) {
            return count;
        }
        if (text.data[0] != ':') {
            return -1;
        }
        text = skip(text, 1);
    }
}

bool cds_uri_is_ipv6(cds_text text)
{
    const char *gap = text.length < 2 ? NULL : memmem(text.data, text.length, "::", 2);
    if (gap == NULL) {
        return count_groups(text, true) == GROUPS;
    }
    cds_text front = {text.data, (size_t)(gap - text.data)};
    int before = count_groups(front, false);
    int after = count_groups(skip(text, front.length + 2), true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
}

// `[...]`: IPv6, or the v1.xyz of a future version.
static bool is_literal(cds_text host)
{
    if (host.length < 2 || host.data[host.length - 1] != ']') {
        return false;
    }
    cds_text inner = {host.data + 1, host.length - 2};
    if (inner.length == 0 || (inner.data[0] != 'v' && inner.data[0] != 'V')) {
        return cds_uri_is_ipv6(inner);
    }
    size_t at = 1;
    while (at < inner.length && is_hex(inner.data[at])) {
        at++;
    }
    bool has_both = at > 1 && at + 1 < inner.length && inner.data[at] == '.';
    return has_both && memchr(inner.data, '%', inner.length) == NULL &&
           is_made_of(skip(inner, at + 1), ":");
}

static bool is_authority(cds_text authority)
{
    const char *at = memchr(authority.data, '@', authority.length);
    if (at != NULL) {
        cds_text user = {authority.data, (size_t)(at - authority.data)};
        if (!is_made_of(user, ":")) {
            return false;
        }
        authority = skip(authority, user.length + 1);
    }
    size_t end = authority.length;
    while (end > 0 && is_digit(authority.data[end - 1])) {
        end--;
    }
    bool has_port = end > 0 && authority.data[end - 1] == ':';
    cds_text host = {authority.data, has_port ? end - 1 : authority.length};
    return cds_text_starts(host, "[") ? is_literal(host) : is_made_of(host, "");
}

bool cds_uri_is_whole(cds_text text)
{
    cds_uri uri = cds_uri_split(text);
    return is_scheme(uri.scheme) &&
           (uri.authority.data == NULL || is_authority(uri.authority)) &&
           is_made_of(uri.path, ":@/") && is_made_of(uri.query, ":@/?") &&
           is_made_of(uri.fragment, ":@/?");
}
