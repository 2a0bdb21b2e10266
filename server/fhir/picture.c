// SPDX-License-Identifier: Apache-2.0
// A slot for each field; the fields of a group stand together, so groups open and close once.
#include "server/fhir/picture.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/date.h"

#define DEPTH_MAX 8

cds_status srv_picture_begin(cds_ctx *ctx, const cds_fields *fields, srv_picture *out)
{
    srv_seen *list = cds_alloc(ctx->mem, (fields->count + 1) * sizeof *list);
    if (list == NULL)
        return cds_fail_memory(ctx);
    *out = (srv_picture){fields, list, 0};
    return CDS_OK;
}

static bool is_number(const cds_field *field, const cds_json *value)
{
    return value->kind == CDS_JSON_NUMBER &&
           (field->kind == CDS_NUMBER || floor(value->number) == value->number) &&
           (!field->has_minimum || value->number >= field->minimum) &&
           (!field->has_maximum || value->number <= field->maximum);
}

/** Every item an option of the field. */
static bool read_options(const cds_field *field, const cds_json *value, uint64_t *out)
{
    uint64_t options = 0;
    if (value->kind != CDS_JSON_ARRAY)
        return false;
    for (const cds_json *at = value->child; at != NULL; at = at->next) {
        const int option = at->kind == CDS_JSON_STRING ? cds_field_option(field, at->text) : -1;
        if (option < 0)
            return false;
        options |= (uint64_t)1 << option;
    }
    *out = options;
    return true;
}

static bool fits(const cds_field *field, const cds_json *value, uint64_t *options)
{
    cds_date day;
    switch (field->kind) {
    case CDS_YESNO:
        return value->kind == CDS_JSON_TRUE || value->kind == CDS_JSON_FALSE;
    case CDS_WHOLE:
    case CDS_NUMBER:
        return is_number(field, value);
    case CDS_DAY:
        return value->kind == CDS_JSON_STRING && cds_date_parse(value->text, &day);
    case CDS_CHOICE:
        return value->kind == CDS_JSON_STRING && cds_field_option(field, value->text) >= 0;
    case CDS_CHOICES:
        return read_options(field, value, options);
    case CDS_WORD:
        return value->kind == CDS_JSON_STRING;
    case CDS_WORDS:
    case CDS_ITEMS:
        return false;
    }
    return false;
}

bool srv_picture_put(srv_picture *picture, const cds_field *field, const cds_json *value)
{
    uint64_t options = 0;
    if (field == NULL || value == NULL || !fits(field, value, &options))
        return false;
    srv_seen *seen = &picture->list[field->index];
    picture->count += seen->value == NULL;
    seen->options |= options;
    if (seen->value == NULL)
        seen->value = value;
    return true;
}

bool srv_picture_raise(srv_picture *picture, const cds_field *field, const cds_json *value)
{
    if (!srv_picture_put(picture, field, value))
        return false;
    srv_seen *seen = &picture->list[field->index];
    if (value->kind == CDS_JSON_NUMBER && value->number > seen->value->number)
        seen->value = value;
    return true;
}

bool srv_picture_put_text(cds_ctx *ctx, srv_picture *picture, const char *path, cds_text text)
{
    const cds_field *field = cds_fields_find(picture->fields, cds_text_of(path));
    cds_json *value = cds_alloc(ctx->mem, 2 * sizeof *value);
    if (value == NULL)
        return false;
    value[1] = (cds_json){.kind = CDS_JSON_STRING, .text = text};
    value[0] = (cds_json){.kind = CDS_JSON_ARRAY, .child = &value[1], .count = 1};
    return srv_picture_put(picture, field,
                           field != NULL && field->kind == CDS_CHOICES ? value : &value[1]);
}

static void put_value(cds_buf *buf, const cds_field *field, const srv_seen *seen)
{
    if (field->kind != CDS_CHOICES) {
        cds_json_write(buf, seen->value);
        return;
    }
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < field->option_count; i++) {
        if ((seen->options >> i & 1) == 0)
            continue;
        cds_buf_comma(buf);
        cds_buf_json(buf, field->options[i].value);
    }
    cds_buf_char(buf, ']');
}

/** The names of a path, `patient.age_years`, before its last. */
static size_t split(cds_text path, cds_text groups[DEPTH_MAX], cds_text *last)
{
    size_t count = 0;
    for (const char *dot = memchr(path.data, '.', path.length);
         dot != NULL && count < DEPTH_MAX; dot = memchr(path.data, '.', path.length)) {
        const size_t length = (size_t)(dot - path.data);
        groups[count++] = (cds_text){path.data, length};
        path = (cds_text){dot + 1, path.length - length - 1};
    }
    *last = path;
    return count;
}

typedef struct nest {
    cds_text open[DEPTH_MAX];
    size_t depth;
} nest;

/** Closes and opens groups until those of the path are open. */
static void move_to(cds_buf *buf, nest *to, const cds_text *groups, size_t count)
{
    size_t same = 0;
    while (same < count && same < to->depth && cds_text_equal(to->open[same], groups[same]))
        same++;
    for (; to->depth > same; to->depth--)
        cds_buf_char(buf, '}');
    for (; to->depth < count; to->depth++) {
        to->open[to->depth] = groups[to->depth];
        cds_buf_comma(buf);
        cds_buf_json(buf, groups[to->depth]);
        cds_buf_word(buf, ":{");
    }
}

cds_status srv_picture_write(cds_ctx *ctx, const srv_picture *picture, cds_text *out)
{
    nest at = {.depth = 0};
    cds_text groups[DEPTH_MAX];
    cds_text name;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    for (size_t i = 0; i < picture->fields->count; i++) {
        const cds_field *field = &picture->fields->list[i];
        if (picture->list[i].value == NULL)
            continue;
        move_to(&buf, &at, groups, split(field->path, groups, &name));
        cds_buf_comma(&buf);
        cds_buf_json(&buf, name);
        cds_buf_char(&buf, ':');
        put_value(&buf, field, &picture->list[i]);
    }
    move_to(&buf, &at, NULL, 0);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
