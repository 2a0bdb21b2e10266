// SPDX-License-Identifier: Apache-2.0
// Rendered once when a schema is loaded: a sparse assessment is asked a hundred questions.
#include "engine/facts/field_json.h"

static const char *type_of(cds_field_kind kind)
{
    switch (kind) {
    case CDS_YESNO:
        return "boolean";
    case CDS_WHOLE:
        return "integer";
    case CDS_NUMBER:
        return "number";
    case CDS_DAY:
    case CDS_CHOICE:
    case CDS_WORD:
        return "string";
    case CDS_CHOICES:
    case CDS_WORDS:
    case CDS_ITEMS:
        return "array";
    }
    return "string";
}

static void put_options(cds_buf *buf, const cds_field *field)
{
    cds_buf_text(buf, CDS_TEXT(",\"options\":["));
    for (size_t i = 0; i < field->option_count; i++) {
        cds_buf_comma(buf);
        cds_buf_text(buf, CDS_TEXT("{\"value\":"));
        cds_buf_json(buf, field->options[i].value);
        cds_buf_text(buf, CDS_TEXT(",\"title\":"));
        cds_buf_json(buf, field->options[i].title);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

static void put_bound(cds_buf *buf, const char *name, bool has, double bound)
{
    if (has) {
        cds_buf_word(buf, name);
        cds_buf_number(buf, bound);
    }
}

static void put_after_pointer(cds_buf *buf, const cds_field *field)
{
    cds_buf_text(buf, CDS_TEXT(",\"ask\":"));
    cds_buf_json(buf, field->ask);
    cds_buf_text(buf, CDS_TEXT(",\"asked_of\":"));
    cds_buf_word(buf, field->asked_of_examiner ? "\"examiner\"" : "\"patient\"");
    cds_buf_text(buf, CDS_TEXT(",\"type\":\""));
    cds_buf_word(buf, type_of(field->kind));
    cds_buf_char(buf, '"');
    if (field->option_count > 0) {
        put_options(buf, field);
    }
    if (field->unit.length > 0) {
        cds_buf_text(buf, CDS_TEXT(",\"unit\":"));
        cds_buf_json(buf, field->unit);
    }
    put_bound(buf, ",\"minimum\":", field->has_minimum, field->minimum);
    put_bound(buf, ",\"maximum\":", field->has_maximum, field->maximum);
}

cds_status cds_field_render(cds_ctx *ctx, cds_field *field)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, CDS_TEXT("\"pointer\":"));
    cds_buf_json(&buf, field->pointer);
    const size_t pointer_bytes = buf.length;
    put_after_pointer(&buf, field);
    cds_status status = cds_buf_end(ctx, &buf, &field->asked_json);
    field->pointer_json = (cds_text){field->asked_json.data, pointer_bytes};
    return status;
}
