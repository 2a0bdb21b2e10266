// SPDX-License-Identifier: Apache-2.0
// The grammar of RFC 8259 by recursive descent, no deeper than CDS_JSON_DEPTH. The NUL behind
// the text stops every loop, and no byte of the text itself may be NUL.
#include "engine/facts/json_check.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/facts/json.h"
#include "engine/facts/json_string.h"

#define LARGEST_WHOLE ((uint64_t)1 << 53)
#define DIGITS_OF_LARGEST_WHOLE 16
#define WRITTEN_WITH_EXPONENT 1e21 // from here on, by whoever writes JSON (RFC 8785)
#define FIRST_NAMES 64
#define FEW_NAMES 32

typedef struct member_name {
    cds_text text; // unescaped
    size_t offset;
} member_name;

// The names of all objects that are open, the innermost last.
typedef struct name_stack {
    member_name *items;
    size_t count;
    size_t capacity;
} name_stack;

typedef struct reader {
    cds_ctx *ctx;
    const char *text;
    size_t length;
    size_t at;
    int depth;
    size_t values;
    name_stack names;
} reader;

static cds_status check_value(reader *in);

static cds_status fail(reader *in, const char *what)
{
    bool is_cut_short = in->at == in->length;
    return cds_fail_at(in->ctx, CDS_MALFORMED, in->at,
                       is_cut_short ? "The text ends too early." : what);
}

static char skip_blanks(reader *in)
{
    char next = in->text[in->at];
    while (next == ' ' || next == '\n' || next == '\t' || next == '\r') {
        next = in->text[++in->at];
    }
    return next;
}

static cds_status check_string(reader *in, bool *has_escape)
{
    cds_json_span span = {.at = in->at};
    const char *wrong = cds_json_string_check(in->text, &span);
    in->at = span.at;
    *has_escape = span.has_escape;
    return wrong == NULL ? CDS_OK : fail(in, wrong);
}

static cds_status check_literal(reader *in, const char *word)
{
    for (const char *letter = word; *letter != '\0'; letter++) {
        if (in->text[in->at] != *letter) {
            return fail(in, "Only true, false and null are words.");
        }
        in->at++;
    }
    return CDS_OK;
}

static size_t skip_digits(reader *in)
{
    size_t start = in->at;
    while (in->text[in->at] >= '0' && in->text[in->at] <= '9') {
        in->at++;
    }
    return in->at - start;
}

static cds_status check_digits(reader *in, const char *what)
{
    return skip_digits(in) > 0 ? CDS_OK : fail(in, what);
}

static cds_status fail_inexact(reader *in, size_t start)
{
    return cds_fail_at(in->ctx, CDS_MALFORMED, start,
                       "A whole number is beyond 2^53 and would not be kept exactly.");
}

static cds_status check_whole(reader *in, size_t start, size_t digits)
{
    uint64_t value = 0;
    for (size_t i = in->at - digits; i < in->at && value <= LARGEST_WHOLE; i++) {
        value = value * 10 + (uint64_t)(in->text[i] - '0');
    }
    return value > LARGEST_WHOLE ? fail_inexact(in, start) : CDS_OK;
}

// Beyond 2^53 each double is whole: what is written with a point or an exponent, too, and would
// be written as a whole number again. Only one with an exponent or of many digits is so large.
static cds_status check_size(reader *in, size_t start, bool has_exponent)
{
    if (!has_exponent && in->at - start < DIGITS_OF_LARGEST_WHOLE) {
        return CDS_OK;
    }
    const double size = fabs(strtod(in->text + start, NULL));
    if (!isfinite(size)) {
        return cds_fail_at(in->ctx, CDS_MALFORMED, start, "A number is too large.");
    }
    return size > (double)LARGEST_WHOLE && size < WRITTEN_WITH_EXPONENT
               ? fail_inexact(in, start)
               : CDS_OK;
}

static cds_status check_fraction(reader *in)
{
    if (in->text[in->at] != '.') {
        return CDS_OK;
    }
    in->at++;
    return check_digits(in, "Digits follow a decimal point.");
}

static cds_status check_exponent(reader *in, bool *has_exponent)
{
    *has_exponent = (in->text[in->at] | 0x20) == 'e';
    if (!*has_exponent) {
        return CDS_OK;
    }
    in->at++;
    in->at += in->text[in->at] == '+' || in->text[in->at] == '-';
    return check_digits(in, "Digits follow the e of an exponent.");
}

static cds_status check_number(reader *in)
{
    size_t start = in->at;
    in->at += in->text[in->at] == '-';
    bool begins_with_zero = in->text[in->at] == '0';
    size_t digits = begins_with_zero ? 1 : skip_digits(in);
    in->at += begins_with_zero;
    if (digits == 0) {
        return fail(in, "Here a value is expected.");
    }
    char next = in->text[in->at];
    if (next != '.' && (next | 0x20) != 'e') {
        return check_whole(in, start, digits);
    }
    bool has_exponent = false;
    cds_status status = check_fraction(in);
    if (status == CDS_OK) {
        status = check_exponent(in, &has_exponent);
    }
    return status == CDS_OK ? check_size(in, start, has_exponent) : status;
}

static cds_status keep_name(reader *in, member_name name)
{
    name_stack *names = &in->names;
    if (names->count == names->capacity) {
        size_t capacity = names->capacity == 0 ? FIRST_NAMES : names->capacity * 2;
        member_name *items =
            cds_alloc_grow(in->ctx->mem, names->items, names->capacity * sizeof *items,
                           capacity * sizeof *items);
        if (items == NULL) {
            return cds_fail_memory(in->ctx);
        }
        names->items = items;
        names->capacity = capacity;
    }
    names->items[names->count++] = name;
    return CDS_OK;
}

static cds_status check_name(reader *in)
{
    member_name name = {.offset = in->at};
    bool has_escape = false;
    if (in->text[in->at] != '"') {
        return fail(in, "Here the name of a member is expected, in quotes.");
    }
    cds_status status = check_string(in, &has_escape);
    if (status != CDS_OK) {
        return status;
    }
    name.text = (cds_text){in->text + name.offset + 1, in->at - name.offset - 2};
    if (has_escape) {
        char *unescaped = cds_alloc(in->ctx->mem, name.text.length);
        if (unescaped == NULL) {
            return cds_fail_memory(in->ctx);
        }
        name.text = (cds_text){unescaped, cds_json_string_unescape(name.text, unescaped)};
    }
    return keep_name(in, name);
}

static int order_of_names(const void *left, const void *right)
{
    const member_name *a = left;
    const member_name *b = right;
    if (a->text.length != b->text.length) {
        return a->text.length < b->text.length ? -1 : 1;
    }
    int order = memcmp(a->text.data, b->text.data, a->text.length);
    return order != 0 ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

// The offset of the first repeated name, or of nothing: SIZE_MAX. All pairs of a few names.
static size_t find_repeat_in_few(const member_name *names, size_t count)
{
    for (size_t later = 1; later < count; later++) {
        for (size_t i = 0; i < later; i++) {
            if (cds_text_equal(names[i].text, names[later].text)) {
                return names[later].offset;
            }
        }
    }
    return SIZE_MAX;
}

// The same by sorting, so that an object made to be slow is not.
static size_t find_repeat_in_many(member_name *names, size_t count)
{
    size_t repeated = SIZE_MAX;
    qsort(names, count, sizeof *names, order_of_names);
    for (size_t i = 1; i < count; i++) {
        bool is_earlier = names[i].offset < repeated;
        if (is_earlier && cds_text_equal(names[i - 1].text, names[i].text)) {
            repeated = names[i].offset;
        }
    }
    return repeated;
}

static cds_status check_repeats(reader *in, size_t first)
{
    member_name *names = in->names.items + first;
    size_t count = in->names.count - first;
    in->names.count = first;
    size_t repeated = count <= FEW_NAMES ? find_repeat_in_few(names, count)
                                         : find_repeat_in_many(names, count);
    if (repeated != SIZE_MAX) {
        return cds_fail_at(in->ctx, CDS_MALFORMED, repeated, "This name is given twice.");
    }
    return CDS_OK;
}

static cds_status check_member(reader *in)
{
    cds_status status = check_name(in);
    if (status != CDS_OK) {
        return status;
    }
    if (skip_blanks(in) != ':') {
        return fail(in, "A colon follows the name of a member.");
    }
    in->at++;
    return check_value(in);
}

// What follows one item: a comma, and the next item; or the end, which `*is_last` tells.
static cds_status check_separator(reader *in, char end, bool *is_last)
{
    char next = skip_blanks(in);
    if (next != ',' && next != end) {
        return fail(in, "A comma or the end of the array or object is expected.");
    }
    in->at++;
    *is_last = next == end;
    return CDS_OK;
}

static cds_status check_items(reader *in, char end, cds_status (*check_item)(reader *in))
{
    bool is_last = false;
    in->at++;
    if (skip_blanks(in) == end) {
        in->at++;
        return CDS_OK;
    }
    while (!is_last) {
        skip_blanks(in);
        cds_status status = check_item(in);
        if (status == CDS_OK) {
            status = check_separator(in, end, &is_last);
        }
        if (status != CDS_OK) {
            return status;
        }
    }
    return CDS_OK;
}

static cds_status check_nested(reader *in, bool is_object)
{
    if (in->depth == CDS_JSON_DEPTH) {
        return fail(in, "Arrays and objects are nested too deep.");
    }
    size_t first_name = in->names.count;
    in->depth++;
    cds_status status =
        is_object ? check_items(in, '}', check_member) : check_items(in, ']', check_value);
    in->depth--;
    if (status == CDS_OK && in->names.count - first_name > 1) {
        return check_repeats(in, first_name);
    }
    in->names.count = first_name;
    return status;
}

static cds_status check_value(reader *in)
{
    bool has_escape = false;
    in->values++;
    switch (skip_blanks(in)) {
    case '{':
        return check_nested(in, true);
    case '[':
        return check_nested(in, false);
    case '"':
        return check_string(in, &has_escape);
    case 't':
        return check_literal(in, "true");
    case 'f':
        return check_literal(in, "false");
    case 'n':
        return check_literal(in, "null");
    default:
        return check_number(in);
    }
}

cds_status cds_json_check(cds_ctx *ctx, cds_text text, size_t *values)
{
    reader in = {.ctx = ctx, .text = text.data, .length = text.length};
    if (strncmp(text.data, "\xEF\xBB\xBF", 3) == 0) {
        return fail(&in, "A byte order mark is not allowed.");
    }
    cds_status status = check_value(&in);
    if (status != CDS_OK) {
        return status;
    }
    skip_blanks(&in);
    *values = in.values;
    return in.at == in.length ? CDS_OK : fail(&in, "Nothing may follow the value.");
}
