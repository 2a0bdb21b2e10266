// SPDX-License-Identifier: Apache-2.0
// date, date-time (RFC 3339), uuid (RFC 9562), email (RFC 5321), uri (RFC 3986).
#include "engine/facts/format.h"

#include <string.h>

#include "engine/base/date.h"
#include "engine/facts/uri.h"

#define UUID_LENGTH 36
#define LONGEST_LABEL 63
#define MINUTES_A_DAY (24 * 60)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alphanumeric(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static cds_text skip(cds_text text, size_t bytes)
{
    return (cds_text){text.data + bytes, text.length - bytes};
}

static bool is_date(cds_text text)
{
    cds_date day;
    return cds_date_parse(text, &day);
}

// Two digits up to `most` at the front of the rest.
static bool take_two(cds_text *rest, int most, int *out)
{
    if (rest->length < 2 || !is_digit(rest->data[0]) || !is_digit(rest->data[1])) {
        return false;
    }
    *out = (rest->data[0] - '0') * 10 + (rest->data[1] - '0');
    *rest = skip(*rest, 2);
    return *out <= most;
}

static bool take_byte(cds_text *rest, char byte)
{
    if (rest->length == 0 || rest->data[0] != byte) {
        return false;
    }
    *rest = skip(*rest, 1);
    return true;
}

// The minutes east of Greenwich: Z, or +10:00.
static bool take_offset(cds_text *rest, int *out)
{
    int hours = 0;
    int minutes = 0;
    *out = 0;
    if (take_byte(rest, 'Z') || take_byte(rest, 'z')) {
        return true;
    }
    int sign = take_byte(rest, '-') ? -1 : 1;
    if (sign == 1 && !take_byte(rest, '+')) {
        return false;
    }
    if (!take_two(rest, 23, &hours) || !take_byte(rest, ':') || !take_two(rest, 59, &minutes)) {
        return false;
    }
    *out = sign * (hours * 60 + minutes);
    return true;
}

static bool take_fraction(cds_text *rest)
{
    if (!take_byte(rest, '.')) {
        return true;
    }
    size_t digits = 0;
    while (digits < rest->length && is_digit(rest->data[digits])) {
        digits++;
    }
    *rest = skip(*rest, digits);
    return digits > 0;
}

static bool is_time(cds_text rest)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0;
    if (!take_two(&rest, 23, &hour) || !take_byte(&rest, ':') ||
        !take_two(&rest, 59, &minute) || !take_byte(&rest, ':') ||
        !take_two(&rest, 60, &second)) {
        return false;
    }
    if (!take_fraction(&rest) || !take_offset(&rest, &offset) || rest.length > 0) {
        return false;
    }
    int utc = (hour * 60 + minute - offset + 2 * MINUTES_A_DAY) % MINUTES_A_DAY;
    return second < 60 || utc == MINUTES_A_DAY - 1; // a leap second ends a day of UTC
}

static bool is_date_time(cds_text text)
{
    if (text.length <= CDS_DATE_LENGTH || (text.data[10] != 'T' && text.data[10] != 't')) {
        return false;
    }
    return is_date((cds_text){text.data, CDS_DATE_LENGTH}) &&
           is_time(skip(text, CDS_DATE_LENGTH + 1));
}

static bool is_uuid(cds_text text)
{
    if (text.length != UUID_LENGTH) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char *allowed = is_dash ? "-" : "0123456789abcdefABCDEF";
        if (text.data[i] == '\0' || strchr(allowed, text.data[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static bool is_atom_byte(char c)
{
    return is_alphanumeric(c) || (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

// The bytes of `a.b.c` at the front; 0 where a dot has no letter on one side.
static size_t dot_atom_length(cds_text text)
{
    size_t at = 0;
    for (;;) {
        size_t begin = at;
        while (at < text.length && is_atom_byte(text.data[at])) {
            at++;
        }
        if (at == begin) {
            return 0;
        }
        if (at == text.length || text.data[at] != '.') {
            return at;
        }
        at++;
    }
}

// The bytes of `"..."` at the front, quotes and all; 0 where it does not end.
static size_t quoted_length(cds_text text)
{
    for (size_t i = 1; i < text.length; i++) {
        char c = text.data[i];
        if (c == '"') {
            return i + 1;
        }
        i += c == '\\';
        if (i == text.length || text.data[i] < ' ' || text.data[i] > '~') {
            return 0;
        }
    }
    return 0;
}

static bool is_label(cds_text label)
{
    if (label.length == 0 || label.length > LONGEST_LABEL || label.data[0] == '-' ||
        label.data[label.length - 1] == '-') {
        return false;
    }
    for (size_t i = 0; i < label.length; i++) {
        if (!is_alphanumeric(label.data[i]) && label.data[i] != '-') {
            return false;
        }
    }
    return true;
}

static bool is_domain(cds_text domain)
{
    if (cds_text_starts(domain, "[")) {
        if (domain.length < 2 || domain.data[domain.length - 1] != ']') {
            return false;
        }
        cds_text inner = {domain.data + 1, domain.length - 2};
        return cds_text_starts(inner, "IPv6:") ? cds_uri_is_ipv6(skip(inner, 5))
                                               : cds_uri_is_ipv4(inner);
    }
    for (;;) {
        const char *dot = domain.length == 0 ? NULL : memchr(domain.data, '.', domain.length);
        if (dot == NULL) {
            return is_label(domain);
        }
        cds_text label = {domain.data, (size_t)(dot - domain.data)};
        if (!is_label(label)) {
            return false;
        }
        domain = skip(domain, label.length + 1);
    }
}

static bool is_email(cds_text text)
{
    size_t local = cds_text_starts(text, "\"") ? quoted_length(text) : dot_atom_length(text);
    if (local == 0 || local == text.length || text.data[local] != '@') {
        return false;
    }
    return is_domain(skip(text, local + 1));
}

static const cds_format formats[] = {
    {"date", is_date, "a day that exists, written YYYY-MM-DD"},
    {"date-time", is_date_time, "a date and time, written YYYY-MM-DDThh:mm:ssZ"},
    {"uuid", is_uuid, "a UUID"},
    {"email", is_email, "an e-mail address"},
    {"uri", cds_uri_is_whole, "a URI with its scheme"},
};

#define FORMATS (sizeof formats / sizeof *formats)

const cds_format *cds_format_find(cds_text name)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (cds_text_is(name, formats[i].name)) {
            return &formats[i];
        }
    }
    return NULL;
}

const cds_text *cds_format_names(size_t *count)
{
    static const cds_text names[FORMATS] = {
        {"date", 4}, {"date-time", 9}, {"uuid", 4}, {"email", 5}, {"uri", 3},
    };
    *count = FORMATS;
    return names;
}
