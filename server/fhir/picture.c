// SPDX-License-Identifier: Apache-2.0
// A slot for each field; the fields of a group stand together, so groups open and close once.
#include "server/fhir/picture.h"

#include <math.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/date.h"

#define DEPTH_MAX 8

const char *srv_source_name(srv_source source)
{
    static const char *const names[] = {
        [SRV_SAYS_RESPONSE] = "QuestionnaireResponse",
        [SRV_SAYS_PATIENT] = "Patient",
        [SRV_SAYS_CONDITION] = "Condition",
        [SRV_SAYS_MEDICATION] = "MedicationRequest",
        [SRV_SAYS_OBSERVATION] = "Observation",
        [SRV_SAYS_ORDER] = "order",
    };
    return names[source];
}

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

static void name_option(srv_said *said, unsigned option)
{
    if ((said->options >> option & 1) != 0)
        return;
    said->options |= (uint64_t)1 << option;
    said->order[said->order_count++] = (uint8_t)option;
}

/** Every item an option of the field; one alone may stand for its list. */
static bool read_options(const cds_field *field, srv_said *said)
{
    const bool is_list = said->value->kind == CDS_JSON_ARRAY;
    for (const cds_json *at = is_list ? said->value->child : said->value; at != NULL;
         at = at->next) {
        const int option = at->kind == CDS_JSON_STRING ? cds_field_option(field, at->text) : -1;
        if (option < 0)
            return false;
        name_option(said, (unsigned)option);
        if (!is_list)
            break;
    }
    return true;
}

static bool fits(const cds_field *field, srv_said *said)
{
    const cds_json *value = said->value;
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
        return read_options(field, said);
    case CDS_WORD:
        return value->kind == CDS_JSON_STRING;
    case CDS_WORDS:
    case CDS_ITEMS:
        return false;
    }
    return false;
}

/** A list is asked whole; what a request asks for is whole as it is. */
static bool is_part(const cds_field *field, const srv_said *said)
{
    return field->kind == CDS_CHOICES && !field->request && said->source != SRV_SAYS_RESPONSE;
}

static void add(srv_said *to, const srv_said *said)
{
    if (to->value == NULL) {
        *to = *said;
        return;
    }
    for (size_t i = 0; i < said->order_count; i++)
        name_option(to, said->order[i]);
}

static void settle_use(srv_seen *seen)
{
    if (seen->said.value == NULL)
        seen->use = SRV_USE_OTHER;
    else
        seen->use =
            (seen->other.options & ~seen->said.options) != 0 ? SRV_USE_BOTH : SRV_USE_SAID;
}

bool srv_picture_put(srv_picture *picture, const cds_field *field, srv_said said)
{
    if (field == NULL || said.value == NULL || !fits(field, &said))
        return false;
    srv_seen *seen = &picture->list[field->index];
    picture->count += seen->said.value == NULL && seen->other.value == NULL;
    if (field->kind == CDS_CHOICES) {
        add(is_part(field, &said) ? &seen->other : &seen->said, &said);
        settle_use(seen);
    } else if (seen->said.value == NULL) {
        seen->said = said;
    } else if (seen->other.value == NULL && !cds_json_equal(seen->said.value, said.value)) {
        seen->other = said;
    }
    return true;
}

bool srv_picture_put_text(cds_ctx *ctx, srv_picture *picture, srv_source source,
                          const char *path, cds_text text)
{
    const cds_field *field = cds_fields_find(picture->fields, cds_text_of(path));
    cds_json *value = cds_alloc(ctx->mem, sizeof *value);
    if (value == NULL)
        return false;
    *value = (cds_json){.kind = CDS_JSON_STRING, .text = text};
    return srv_picture_put(picture, field, (srv_said){.value = value, .source = source});
}

bool srv_picture_disputed(const srv_picture *picture, const cds_field *field)
{
    const srv_seen *seen = &picture->list[field->index];
    if (seen->said.value == NULL || seen->other.value == NULL)
        return false;
    return field->kind != CDS_CHOICES || (seen->other.options & ~seen->said.options) != 0;
}

bool srv_picture_choice(const srv_picture *picture, const cds_field *field, srv_use *out)
{
    const srv_seen *seen = &picture->list[field->index];
    const bool is_part_alone = seen->said.value == NULL && seen->other.value != NULL;
    if (!is_part_alone && !srv_picture_disputed(picture, field))
        return false;
    if (is_part_alone)
        *out = SRV_USE_NEITHER;
    else
        *out = field->kind == CDS_CHOICES ? SRV_USE_SAID : SRV_USE_OTHER;
    return true;
}

static void put_options(cds_buf *buf, const cds_field *field, const srv_said *said)
{
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < said->order_count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, field->options[said->order[i]].value);
    }
    cds_buf_char(buf, ']');
}

static void put_value(cds_buf *buf, const cds_field *field, const srv_seen *seen)
{
    srv_said used = seen->use == SRV_USE_OTHER ? seen->other : seen->said;
    if (field->kind != CDS_CHOICES) {
        cds_json_write(buf, used.value);
        return;
    }
    if (seen->use == SRV_USE_BOTH)
        add(&used, &seen->other);
    put_options(buf, field, &used);
}

static bool is_used(const srv_seen *seen)
{
    return seen->use != SRV_USE_NEITHER &&
           (seen->said.value != NULL || seen->other.value != NULL);
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
        if (!is_used(&picture->list[i]))
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
