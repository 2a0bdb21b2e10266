// SPDX-License-Identifier: Apache-2.0
// The grammar of RFC 8259 by recursive descent, no deeper than CDS_JSON_DEPTH. The NUL behind
// the text stops every loop, and no byte of the text itself may be NUL.
#include "engine/facts/json_check.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "engine/facts/json_names.h"
#include "engine/facts/json_number.h"
#include "engine/facts/json_string.h"

#define FIRST_STRINGS 128

// What most values go without: made part of what calls it, it would make that keep more.
#define APART __attribute__((noinline))

typedef struct reader {
    cds_ctx *ctx;
    cds_text text;
    cds_status status;
    int depth;
    size_t values;
    cds_arena *mem; // of the strings
    cds_json_string *strings, *next_string, *strings_end;
    cds_json_names names;
} reader;

// What reads on from a place says where its part ends; NULL: it failed, as in->status says.
static const char *check_value(reader *in, const char *at);

__attribute__((cold)) static const char *fail_at(reader *in, const char *at, const char *what)
{
    in->status = cds_fail_at(in->ctx, CDS_MALFORMED, at - in->text.data, what);
    return NULL;
}

// What is missing at the end is not what is wrong there.
static const char *fail(reader *in, const char *at, const char *what)
{
    const bool is_cut_short = at == in->text.data + in->text.length;
    return fail_at(in, at, is_cut_short ? "The text ends too early." : what);
}

static const char *fail_for_memory(reader *in)
{
    in->status = cds_fail_memory(in->ctx);
    return NULL;
}

APART static const char *skip_run(const char *at)
{
    size_t blank = CDS_SIXTEEN;
    while (blank == CDS_SIXTEEN) {
        blank = cds_sixteen_blank(at);
        at += blank;
    }
    return at;
}

static inline const char *skip_blanks(const char *at)
{
    return (unsigned char)*at > ' ' ? at : skip_run(at);
}

static bool make_room_for_strings(reader *in)
{
    const size_t count = (size_t)(in->strings_end - in->strings);
    const size_t room = count == 0 ? FIRST_STRINGS : count * 2;
    cds_json_string *strings =
        cds_alloc_grow(in->mem, in->strings, count * sizeof *strings, room * sizeof *strings);
    if (strings == NULL) {
        return false;
    }
    in->strings = strings;
    in->next_string = strings + count;
    in->strings_end = strings + room;
    return true;
}

static inline const char *keep_string(reader *in, cds_json_string string)
{
    *in->next_string++ = string;
    return string.inside.data + string.inside.length + 1;
}

// From its first byte on that does not stand for itself.
APART static const char *check_rest_of_string(reader *in, const char *inside, const char *at)
{
    bool has_escape = false;
    const char *wrong = cds_json_string_check(&at, &has_escape);
    if (wrong != NULL) {
        return fail(in, at, wrong);
    }
    if (in->next_string == in->strings_end && !make_room_for_strings(in)) {
        return fail_for_memory(in);
    }
    const cds_text text = {inside, (size_t)(at - inside)};
    return keep_string(in, (cds_json_string){text, has_escape});
}

static const char *check_string(reader *in, const char *at)
{
    const char *inside = at + 1;
    const char *end = cds_json_string_skip(inside);
    if (*end != '"' || in->next_string == in->strings_end) {
        return check_rest_of_string(in, inside, end);
    }
    const cds_text text = {inside, (size_t)(end - inside)};
    return keep_string(in, (cds_json_string){text, false});
}

static const char *fail_word(reader *in, const char *at, const char *word)
{
    while (*at == *word) {
        at++;
        word++;
    }
    return fail(in, at, "Only true, false and null are words.");
}

static inline const char *check_word(reader *in, const char *at, cds_text word)
{
    return memcmp(at, word.data, word.length) == 0 ? at + word.length
                                                   : fail_word(in, at, word.data);
}

static const char *check_number(reader *in, const char *at)
{
    const char *wrong = cds_json_number_check(&at);
    return wrong == NULL ? at : fail(in, at, wrong);
}

APART static const char *keep_escaped_name(reader *in, cds_json_own *own, cds_json_name name)
{
    char *unescaped = cds_alloc(in->ctx->mem, name.text.length);
    const char *behind = name.text.data + name.text.length + 1;
    if (unescaped == NULL) {
        return fail_for_memory(in);
    }
    name.text = (cds_text){unescaped, cds_json_string_unescape(name.text, unescaped)};
    return cds_json_names_add(&in->names, own, name) ? behind : fail_for_memory(in);
}

static const char *check_name(reader *in, cds_json_own *own, const char *at)
{
    if (*at != '"') {
        return fail(in, at, "Here the name of a member is expected, in quotes.");
    }
    const char *behind = check_string(in, at);
    if (behind == NULL) {
        return NULL;
    }
    const cds_json_string *string = in->next_string - 1;
    const cds_json_name name = {string->inside, at};
    if (string->has_escape) {
        return keep_escaped_name(in, own, name);
    }
    return cds_json_names_add(&in->names, own, name) ? behind : fail_for_memory(in);
}

static const char *check_member(reader *in, cds_json_own *own, const char *at)
{
    at = check_name(in, own, at);
    if (at == NULL) {
        return NULL;
    }
    at = skip_blanks(at);
    if (*at != ':') {
        return fail(in, at, "A colon follows the name of a member.");
    }
    const bool one_blank = at[1] == ' '; // as mostly written
    return check_value(in, skip_blanks(at + 1 + one_blank));
}

static const char *check_end(reader *in, const char *at, char end)
{
    return *at == end ? at + 1
                      : fail(in, at, "A comma or the end of the array or object is expected.");
}

// From the bracket on.
static const char *check_object(reader *in, const char *at)
{
    cds_json_own own = {.first = in->names.count};
    const char *first = skip_blanks(at + 1);
    if (*first == '}') {
        return first + 1;
    }
    do {
        at = check_member(in, &own, skip_blanks(at + 1));
        if (at == NULL) {
            return NULL;
        }
        at = skip_blanks(at);
    } while (*at == ',');
    at = check_end(in, at, '}');
    const char *repeated = at == NULL ? NULL : cds_json_names_close(&in->names, &own);
    return repeated == NULL ? at : fail_at(in, repeated, "This name is given twice.");
}

static const char *check_array(reader *in, const char *at)
{
    const char *first = skip_blanks(at + 1);
    if (*first == ']') {
        return first + 1;
    }
    do {
        at = check_value(in, skip_blanks(at + 1));
        if (at == NULL) {
            return NULL;
        }
        at = skip_blanks(at);
    } while (*at == ',');
    return check_end(in, at, ']');
}

APART static const char *check_nested(reader *in, const char *at)
{
    if (in->depth == CDS_JSON_DEPTH) {
        return fail(in, at, "Arrays and objects are nested too deep.");
    }
    in->depth++;
    at = *at == '{' ? check_object(in, at) : check_array(in, at);
    in->depth--;
    return at;
}

// From its first byte.
static const char *check_value(reader *in, const char *at)
{
    in->values++;
    switch (*at) {
    case '{':
    case '[':
        return check_nested(in, at);
    case '"':
        return check_string(in, at);
    case 't':
        return check_word(in, at, CDS_TEXT("true"));
    case 'f':
        return check_word(in, at, CDS_TEXT("false"));
    case 'n':
        return check_word(in, at, CDS_TEXT("null"));
    default:
        return check_number(in, at);
    }
}

cds_status cds_json_check(cds_ctx *ctx, cds_text text, cds_arena *mem, cds_json_held *out)
{
    reader in = {.ctx = ctx, .text = text, .mem = mem, .names = {.mem = ctx->mem}};
    if (strncmp(text.data, "\xEF\xBB\xBF", 3) == 0) {
        (void)fail(&in, text.data, "A byte order mark is not allowed.");
        return in.status;
    }
    const char *at = check_value(&in, skip_blanks(text.data));
    if (at == NULL) {
        return in.status;
    }
    at = skip_blanks(at);
    if (at != text.data + text.length) {
        (void)fail(&in, at, "Nothing may follow the value.");
        return in.status;
    }
    *out = (cds_json_held){in.values, in.strings};
    return CDS_OK;
}
