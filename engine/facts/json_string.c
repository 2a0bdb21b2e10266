// SPDX-License-Identifier: Apache-2.0
// Runs of plain bytes are skipped; escapes and UTF-8 sequences are looked at one by one.
#include "engine/facts/json_string.h"

#include <stdint.h>

static bool is_between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

// The second byte shuts out longer forms than needed, surrogates, and all beyond U+10FFFF.
static bool second_byte_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return is_between(second, 0xA0, 0xBF);
    case 0xED:
        return is_between(second, 0x80, 0x9F);
    case 0xF0:
        return is_between(second, 0x90, 0xBF);
    case 0xF4:
        return is_between(second, 0x80, 0x8F);
    default:
        return is_between(second, 0x80, 0xBF);
    }
}

// The bytes of one sequence that RFC 3629 allows; 0 for any other. Nothing is read past a
// byte that does not fit, so not past the NUL.
static size_t utf8_length(const unsigned char *text)
{
    unsigned char lead = text[0];
    if (!is_between(lead, 0xC2, 0xF4) || !second_byte_fits(lead, text[1])) {
        return 0;
    }
    size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t i = 2; i < length; i++) {
        if (!is_between(text[i], 0x80, 0xBF)) {
            return 0;
        }
    }
    return length;
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    char lower = (char)(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The unit of `\uXXXX`, or -1 where that is not what stands there.
static int32_t escaped_unit(const char *text)
{
    int32_t unit = 0;
    if (text[0] != '\\' || text[1] != 'u') {
        return -1;
    }
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_value(text[i]);
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_high_surrogate(int32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low_surrogate(int32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

static const char *check_unicode_escape(const char **at)
{
    int32_t unit = escaped_unit(*at);
    if (unit < 0) {
        return "\\u needs four hexadecimal digits.";
    }
    if (unit == 0) {
        return "U+0000 is not allowed.";
    }
    if (is_low_surrogate(unit)) {
        return "This is the second half of a surrogate pair without the first.";
    }
    if (is_high_surrogate(unit)) {
        if (!is_low_surrogate(escaped_unit(*at + 6))) {
            return "This is the first half of a surrogate pair without the second.";
        }
        *at += 6;
    }
    *at += 6;
    return NULL;
}

static const char *check_escape(const char **at)
{
    switch ((*at)[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        *at += 2;
        return NULL;
    case 'u':
        return check_unicode_escape(at);
    default:
        return "There is no such escape.";
    }
}

static const char *check_sequence(const char **at)
{
    size_t length = utf8_length((const unsigned char *)*at);
    if (length == 0) {
        return "This is not UTF-8.";
    }
    *at += length;
    return NULL;
}

const char *cds_json_string_check(const char **at, bool *has_escape)
{
    const char *wrong = NULL;
    while (wrong == NULL) {
        *at = cds_json_string_skip(*at);
        unsigned char byte = (unsigned char)**at;
        if (byte == '"') {
            break;
        }
        if (byte == '\\') {
            *has_escape = true;
            wrong = check_escape(at);
        } else if (byte >= 0x80) {
            wrong = check_sequence(at);
        } else {
            wrong = "A string ends with a quote and holds no control byte.";
        }
    }
    return wrong;
}

static size_t write_utf8(int32_t point, char *out)
{
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length; i > 1; i--) {
        out[i - 1] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    out[0] = (char)(leads[length] | point);
    return length;
}

// Moves `from` past the escape.
static size_t unescape_one(const char **from, char *out)
{
    static const char short_forms[] = "b\bf\fn\nr\rt\t";
    char letter = (*from)[1];
    if (letter == 'u') {
        int32_t point = escaped_unit(*from);
        *from += 6;
        if (is_high_surrogate(point)) {
            point = 0x10000 + (point - 0xD800) * 0x400 + (escaped_unit(*from) - 0xDC00);
            *from += 6;
        }
        return write_utf8(point, out);
    }
    *from += 2;
    *out = letter;
    for (const char *form = short_forms; *form != '\0'; form += 2) {
        if (*form == letter) {
            *out = form[1];
        }
    }
    return 1;
}

size_t cds_json_string_unescape(cds_text inside, char *out)
{
    size_t length = 0;
    const char *from = inside.data;
    while (from < inside.data + inside.length) {
        if (*from == '\\') {
            length += unescape_one(&from, out + length);
        } else {
            out[length++] = *from++;
        }
    }
    return length;
}
