// SPDX-License-Identifier: Apache-2.0
// Pieces of words next to each other are one piece; a template of words only is written as
// JSON once and for all.
#include "engine/rules/template.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"

#define PIECES_MAX 64
#define KNOWN_MAX 256

typedef struct splitting {
    const cds_builder *builder;
    cds_place place;
    cds_piece pieces[PIECES_MAX];
    size_t count;
    cds_buf words; // since the last blank
    size_t taken;  // of them, already pieces
} splitting;

static cds_status too_many(const splitting *split)
{
    return cds_refuse_place(split->builder->ctx, split->place,
                            "a text has at most %d blanks to fill in", PIECES_MAX / 2);
}

// What needs no escape is its own JSON.
static cds_status escape(const splitting *split, cds_piece *words)
{
    cds_buf buf;
    cds_buf_init(&buf, split->builder->scratch);
    cds_buf_json_inside(&buf, words->text);
    words->json = words->text;
    return buf.length == words->text.length && !buf.failed
               ? CDS_OK
               : cds_buf_keep(split->builder, &buf, &words->json);
}

// The words written so far become a piece.
static cds_status end_words(splitting *split)
{
    size_t length = split->words.length - split->taken;
    if (length == 0 || split->words.failed) {
        return CDS_OK;
    }
    if (split->count == PIECES_MAX) {
        return too_many(split);
    }
    cds_piece words = {0};
    cds_status status =
        cds_shared_text(split->builder->ctx, split->builder->shared,
                        (cds_text){split->words.data + split->taken, length}, &words.text);
    if (status == CDS_OK) {
        status = escape(split, &words);
    }
    if (status != CDS_OK) {
        return status;
    }
    split->pieces[split->count++] = words;
    split->taken = split->words.length;
    return CDS_OK;
}

static cds_status add_piece(splitting *split, cds_piece piece)
{
    cds_status status = end_words(split);
    if (status == CDS_OK && split->count == PIECES_MAX) {
        status = too_many(split);
    }
    if (status == CDS_OK) {
        split->pieces[split->count++] = piece;
    }
    return status;
}

static void setting_write(cds_buf *buf, const cds_json *setting)
{
    switch (setting->kind) {
    case CDS_JSON_NULL:
        return;
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
        cds_buf_word(buf, setting->kind == CDS_JSON_TRUE ? "yes" : "no");
        return;
    case CDS_JSON_NUMBER:
        cds_buf_number(buf, setting->number);
        return;
    case CDS_JSON_STRING:
        cds_buf_text(buf, setting->text);
        return;
    case CDS_JSON_ARRAY:
    case CDS_JSON_OBJECT:
        for (const cds_json *one = setting->child; one != NULL; one = one->next) {
            setting_write(buf, one);
            cds_buf_word(buf, one->next == NULL ? "" : ", ");
        }
        return;
    }
}

static cds_text first_part(cds_text path)
{
    const char *dot = memchr(path.data, '.', path.length);
    return (cds_text){path.data, dot == NULL ? path.length : (size_t)(dot - path.data)};
}

static cds_text after_first(cds_text path, cds_text first)
{
    size_t past = first.length < path.length ? first.length + 1 : path.length;
    return (cds_text){path.data + past, path.length - past};
}

static cds_status fill_setting(splitting *split, cds_text path)
{
    const cds_json *at = split->builder->clinic;
    cds_text rest = path;
    while (at != NULL && rest.length > 0) {
        cds_text name = first_part(rest);
        at = at->kind == CDS_JSON_OBJECT ? cds_json_member(at, name) : NULL;
        rest = after_first(rest, name);
    }
    if (at == NULL || path.length == 0 || at->kind == CDS_JSON_OBJECT) {
        return cds_refuse_place(split->builder->ctx, split->place,
                                "{clinic.%.*s} is no setting of clinic { ... }",
                                CDS_SAID(path));
    }
    setting_write(&split->words, at);
    return CDS_OK;
}

static cds_status refuse_blank(const splitting *split, cds_text name)
{
    const cds_fields *fields = split->builder->fields;
    cds_text known[KNOWN_MAX];
    size_t count = fields->count < KNOWN_MAX ? fields->count : KNOWN_MAX;
    for (size_t i = 0; i < count; i++) {
        known[i] = fields->list[i].path;
    }
    cds_text nearest = cds_text_nearest(name, known, count);
    return cds_refuse_place(
        split->builder->ctx, split->place,
        "{%.*s} fills in nothing: write a fact, {clinic.name} or, where the "
        "rule advises, {fill.name}%s%.*s%s",
        CDS_SAID(name), nearest.data == NULL ? "" : "; did you mean {", (int)nearest.length,
        nearest.data == NULL ? "" : nearest.data, nearest.data == NULL ? "" : "}?");
}

static cds_status fill_blank(splitting *split, cds_text name)
{
    const cds_field *field = cds_fields_find(split->builder->fields, name);
    if (field != NULL) {
        return add_piece(split, (cds_piece){.text = CDS_TEXT(""), .field = field});
    }
    cds_text group = first_part(name);
    cds_text rest = after_first(name, group);
    if (cds_text_is(group, "clinic")) {
        return fill_setting(split, rest);
    }
    if (cds_text_is(group, "fill") && rest.length > 0) {
        return add_piece(split, (cds_piece){.text = CDS_TEXT(""), .fill = rest});
    }
    return refuse_blank(split, name);
}

// A blank or a doubled brace opens at `*at`.
static cds_status take_brace(splitting *split, cds_text source, size_t *at)
{
    if (*at + 1 < source.length && source.data[*at + 1] == '{') {
        cds_buf_char(&split->words, '{');
        *at += 2;
        return CDS_OK;
    }
    const char *start = source.data + *at + 1;
    const char *end = memchr(start, '}', source.length - *at - 1);
    if (end == NULL) {
        return cds_refuse_place(split->builder->ctx, split->place,
                                "a text opens { and never closes it; a brace itself is {{");
    }
    *at = (size_t)(end - source.data) + 1;
    return fill_blank(split, (cds_text){start, (size_t)(end - start)});
}

static cds_status split_source(splitting *split, cds_text source)
{
    size_t at = 0;
    while (at < source.length) {
        const char *brace = memchr(source.data + at, '{', source.length - at);
        size_t stop = brace == NULL ? source.length : (size_t)(brace - source.data);
        cds_buf_text(&split->words, (cds_text){source.data + at, stop - at});
        at = stop;
        cds_status status = brace == NULL ? CDS_OK : take_brace(split, source, &at);
        if (status != CDS_OK) {
            return status;
        }
    }
    return split->words.failed ? cds_fail_memory(split->builder->ctx) : end_words(split);
}

// Words next to each other are one piece: without a blank there is no other.
static cds_text json_of(const cds_template *made)
{
    if (made->count == 0) {
        return CDS_TEXT("");
    }
    return made->count == 1 ? made->pieces[0].json : (cds_text){NULL, 0};
}

cds_status cds_template_read(const cds_builder *builder, cds_text source,
                             const cds_place *place, cds_template *out)
{
    splitting split = {.builder = builder, .place = *place};
    cds_buf_init(&split.words, builder->scratch);
    cds_status status = split_source(&split, source);
    if (status != CDS_OK) {
        return status;
    }
    cds_template made = {.count = split.count, .source = source};
    cds_piece *pieces = cds_alloc(builder->ctx->mem, split.count * sizeof *pieces);
    if (pieces == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    memcpy(pieces, split.pieces, split.count * sizeof *pieces);
    made.pieces = pieces;
    made.json = json_of(&made);
    *out = made;
    return CDS_OK;
}
