// SPDX-License-Identifier: Apache-2.0
// A walk over JSON without white space that this program wrote: names at known places, the rest
// skipped unread.
#include "server/record/shown.h"

#include <string.h>

#include "engine/base/buf.h"

/** Moves past these bytes if they are next. */
static bool take(srv_shown_walk *walk, const char *bytes)
{
    size_t length = strlen(bytes);
    if ((size_t)(walk->end - walk->at) < length || memcmp(walk->at, bytes, length) != 0)
        return false;
    walk->at += length;
    return true;
}

static bool is_escaped(const char *start, const char *quote)
{
    const char *at = quote;
    while (at > start && at[-1] == '\\')
        at--;
    return (quote - at) % 2 != 0;
}

/** The inside of the string that begins here, quote and all. */
static bool take_string(srv_shown_walk *walk, cds_text *out)
{
    if (!take(walk, "\""))
        return false;
    const char *start = walk->at;
    const char *quote = start;
    do {
        quote = memchr(quote, '"', (size_t)(walk->end - quote));
    } while (quote != NULL && is_escaped(start, quote++));
    if (quote == NULL)
        return false;
    walk->at = quote;
    *out = (cds_text){start, (size_t)(quote - 1 - start)};
    return true;
}

/** Moves past the end of the object that is open. */
static bool leave_object(srv_shown_walk *walk)
{
    cds_text unread;
    for (int depth = 1; walk->at < walk->end;) {
        char byte = *walk->at;
        if (byte == '"') {
            if (!take_string(walk, &unread))
                return false;
            continue;
        }
        walk->at++;
        depth += byte == '{' ? 1 : byte == '}' ? -1 : 0;
        if (depth == 0)
            return true;
    }
    return false;
}

srv_shown_walk srv_shown_begin(cds_text decision)
{
    srv_shown_walk walk = {decision.data, decision.data + decision.length, false};
    if (!take(&walk, "{\"decisions\":{"))
        walk.at = walk.end;
    return walk;
}

static bool next_answer(srv_shown_walk *walk, srv_shown *out)
{
    (void)take(walk, ",");
    out->is_rule = false;
    return take_string(walk, &out->name) && take(walk, ":{\"answer\":") &&
           take_string(walk, &out->value) && leave_object(walk);
}

static bool next_rule(srv_shown_walk *walk, srv_shown *out)
{
    (void)take(walk, ",");
    out->is_rule = true;
    return take(walk, "{\"rule\":") && take_string(walk, &out->name) &&
           take(walk, ",\"version\":") && take_string(walk, &out->value) && leave_object(walk);
}

bool srv_shown_next(srv_shown_walk *walk, srv_shown *out)
{
    if (!walk->in_rules) {
        if (next_answer(walk, out))
            return true;
        walk->in_rules = take(walk, "},\"recommendations\":[");
    }
    return walk->in_rules && next_rule(walk, out);
}

/** FNV-1a. */
static uint32_t hash(cds_text text)
{
    uint32_t sum = 2166136261U;
    for (size_t i = 0; i < text.length; i++)
        sum = (sum ^ (unsigned char)text.data[i]) * 16777619U;
    return sum;
}

uint64_t srv_mark_of(cds_text name, cds_text value)
{
    return (uint64_t)hash(name) << 32 | hash(value);
}

cds_status srv_marks_write(cds_ctx *ctx, cds_text decision, cds_text *out)
{
    srv_shown_walk walk = srv_shown_begin(decision);
    srv_shown one;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    while (srv_shown_next(&walk, &one)) {
        uint64_t mark = srv_mark_of(one.name, one.value);
        for (int shift = 56; shift >= 0; shift -= 8)
            cds_buf_char(&buf, (char)(mark >> shift & 0xff));
    }
    cds_status status = cds_buf_end(ctx, &buf, out);
    if (status == CDS_OK && out->length == 0)
        out->data = NULL;
    return status;
}

uint64_t srv_mark_at(cds_text marks, size_t index)
{
    const unsigned char *bytes = (const unsigned char *)marks.data + index * SRV_MARK_BYTES;
    uint64_t mark = 0;
    for (size_t i = 0; i < SRV_MARK_BYTES; i++)
        mark = mark << 8 | bytes[i];
    return mark;
}
