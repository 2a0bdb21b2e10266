// SPDX-License-Identifier: Apache-2.0
// Walks the JSON and writes it again with other days.
#include "server/record/deidentify.h"

#include "engine/base/date.h"
#include "engine/facts/json.h"
#include "server/record/entry.h"

#define WEEKS 104

typedef struct moving {
    cds_buf *buf;
    cds_buf text; // a string on its way
    int32_t days;
} moving;

static int32_t draw_days(const srv_entry *entry, const uint8_t secret[SRV_SECRET_BYTES])
{
    const cds_text alone = {(const char *)&entry->number, sizeof entry->number};
    const cds_text parts[] = {{(const char *)secret, SRV_SECRET_BYTES},
                              entry->reference.data == NULL ? alone : entry->reference};
    const cds_sha256 drawn = cds_digest(parts, 2);
    const unsigned number = (unsigned)drawn.bytes[0] << 8 | drawn.bytes[1];
    return 7 * (1 + (int32_t)(number % WEEKS));
}

static cds_date move_back(cds_date day, int32_t days)
{
    const int32_t moved = day.days - days;
    return (cds_date){moved < CDS_DATE_FIRST_DAYS ? CDS_DATE_FIRST_DAYS : moved};
}

/** The string with each YYYY-MM-DD in it moved. */
static void write_string(moving *to, cds_text text)
{
    to->text.length = 0;
    for (size_t i = 0; i < text.length;) {
        char moved[CDS_DATE_LENGTH + 1];
        cds_date day;
        if (text.length - i < CDS_DATE_LENGTH ||
            !cds_date_parse((cds_text){text.data + i, CDS_DATE_LENGTH}, &day)) {
            cds_buf_char(&to->text, text.data[i++]);
            continue;
        }
        cds_date_format(move_back(day, to->days), moved);
        cds_buf_word(&to->text, moved);
        i += CDS_DATE_LENGTH;
    }
    to->buf->failed |= to->text.failed;
    cds_buf_json(to->buf, (cds_text){to->text.data, to->text.length});
}

static void write_value(moving *to, const cds_json *value);

/** Members or items; a patient's reference is left out. */
static void write_inside(moving *to, const cds_json *value)
{
    for (const cds_json *at = value->child; at != NULL; at = at->next) {
        if (cds_text_is(value->name, "patient") && cds_text_is(at->name, "reference"))
            continue;
        cds_buf_comma(to->buf);
        if (value->kind == CDS_JSON_OBJECT) {
            cds_buf_json(to->buf, at->name);
            cds_buf_char(to->buf, ':');
        }
        write_value(to, at);
    }
}

static void write_value(moving *to, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_STRING:
        write_string(to, value->text);
        break;
    case CDS_JSON_ARRAY:
    case CDS_JSON_OBJECT:
        cds_buf_char(to->buf, value->kind == CDS_JSON_ARRAY ? '[' : '{');
        write_inside(to, value);
        cds_buf_char(to->buf, value->kind == CDS_JSON_ARRAY ? ']' : '}');
        break;
    case CDS_JSON_NULL:
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
    case CDS_JSON_NUMBER:
        cds_json_write(to->buf, value);
        break;
    }
}

static void write_member(moving *to, const char *name, cds_text value)
{
    cds_buf_format(to->buf, ",\"%s\":", name);
    write_string(to, value);
}

cds_status srv_entry_deidentify(cds_ctx *ctx, const srv_entry *entry,
                                const uint8_t secret[SRV_SECRET_BYTES], cds_buf *buf)
{
    char time[SRV_TIME_LENGTH + 1];
    const cds_json *assessment;
    const cds_json *decision;
    cds_status status = cds_json_parse(ctx, entry->assessment, &assessment);
    if (status == CDS_OK)
        status = cds_json_parse(ctx, entry->decision, &decision);
    if (status != CDS_OK)
        return status;
    moving to = {.buf = buf, .days = draw_days(entry, secret)};
    cds_buf_init(&to.text, ctx->mem);
    srv_time_format(entry->time_ms, time);
    cds_buf_word(buf, "{\"entry\":");
    cds_buf_int(buf, entry->number);
    write_member(&to, "time", cds_text_of(time));
    write_member(&to, "client", entry->client);
    write_member(&to, "release", entry->release);
    write_member(&to, "engine", entry->engine);
    write_member(&to, "assessed_on", entry->assessed_on);
    cds_buf_word(buf, ",\"assessment\":");
    write_value(&to, assessment);
    cds_buf_word(buf, ",\"decision\":");
    write_value(&to, decision);
    cds_buf_char(buf, '}');
    return CDS_OK;
}
