// SPDX-License-Identifier: Apache-2.0
// Reads the keywords that judge a value by itself: types, bounds, patterns, formats.
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "engine/facts/pointer.h"
#include "engine/facts/schema_load.h"

#define LARGEST_COUNT 9007199254740992.0 // 2^53

static const struct {
    const char *name;
    unsigned types;
} types[] = {
    {"null", CDS_TYPE_NULL},       {"boolean", CDS_TYPE_BOOLEAN},
    {"integer", CDS_TYPE_INTEGER}, {"number", CDS_TYPE_NUMBER | CDS_TYPE_INTEGER},
    {"string", CDS_TYPE_STRING},   {"array", CDS_TYPE_ARRAY},
    {"object", CDS_TYPE_OBJECT},
};

cds_status cds_refuse(cds_loader *load, const cds_json *at, const char *format, ...)
{
    char what[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return cds_fail_value(load->ctx, load->schema->document, at, what);
}

static cds_status add_type(cds_loader *load, const cds_json *name, unsigned *to)
{
    for (size_t i = 0; name->kind == CDS_JSON_STRING && i < sizeof types / sizeof *types; i++) {
        if (cds_text_is(name->text, types[i].name)) {
            *to |= types[i].types;
            return CDS_OK;
        }
    }
    return cds_refuse(load, name,
                      "A type is null, boolean, integer, number, string, array or object.");
}

cds_status cds_load_types(cds_loader *load, const cds_json *type, void *to)
{
    unsigned *allowed = to;
    cds_status status = CDS_OK;
    *allowed = 0;
    if (type->kind != CDS_JSON_ARRAY) {
        return add_type(load, type, allowed);
    }
    const cds_json *name = type->child;
    for (; name != NULL && status == CDS_OK; name = name->next) {
        status = add_type(load, name, allowed);
    }
    return *allowed == 0 && status == CDS_OK ? cds_refuse(load, type, "Name at least one type.")
                                             : status;
}

cds_status cds_load_bound(cds_loader *load, const cds_json *number, void *to)
{
    if (number->kind != CDS_JSON_NUMBER) {
        return cds_refuse(load, number, "This keyword takes a number.");
    }
    *(double *)to = number->number;
    return CDS_OK;
}

cds_status cds_load_multiple(cds_loader *load, const cds_json *number, void *to)
{
    cds_number_part *part = to;
    if (number->kind != CDS_JSON_NUMBER || number->number <= 0 ||
        !cds_decimal_of(number->number, &part->multiple_exactly)) {
        return cds_refuse(load, number, "multipleOf takes a number above zero, within reason.");
    }
    part->multiple = number->number;
    return CDS_OK;
}

cds_status cds_load_count(cds_loader *load, const cds_json *number, void *to)
{
    bool is_whole = number->kind == CDS_JSON_NUMBER && number->number == floor(number->number);
    if (!is_whole || number->number < 0 || number->number > LARGEST_COUNT) {
        return cds_refuse(load, number, "This keyword takes a whole number from 0.");
    }
    *(size_t *)to = (size_t)number->number;
    return CDS_OK;
}

cds_status cds_load_flag(cds_loader *load, const cds_json *flag, void *to)
{
    if (flag->kind != CDS_JSON_TRUE && flag->kind != CDS_JSON_FALSE) {
        return cds_refuse(load, flag, "This keyword takes true or false.");
    }
    *(bool *)to = flag->kind == CDS_JSON_TRUE;
    return CDS_OK;
}

cds_status cds_load_texts(cds_loader *load, const cds_json *list, void *to)
{
    cds_texts texts = {NULL, 0};
    if (list->kind != CDS_JSON_ARRAY) {
        return cds_refuse(load, list, "This keyword takes a list of names.");
    }
    texts.list = cds_alloc(load->ctx->mem, list->count * sizeof *texts.list);
    if (texts.list == NULL) {
        return cds_fail_memory(load->ctx);
    }
    for (const cds_json *item = list->child; item != NULL; item = item->next) {
        if (item->kind != CDS_JSON_STRING) {
            return cds_refuse(load, item, "A name is a string.");
        }
        texts.list[texts.count++] = item->text;
    }
    *(cds_texts *)to = texts;
    return CDS_OK;
}

cds_status cds_load_needs(cds_loader *load, const cds_json *object, void *to)
{
    cds_needs needs = {{NULL, 0}, NULL};
    cds_status status = CDS_OK;
    if (object->kind != CDS_JSON_OBJECT) {
        return cds_refuse(load, object, "This keyword takes an object of lists of names.");
    }
    needs.names.list = cds_alloc(load->ctx->mem, object->count * sizeof *needs.names.list);
    needs.lists = cds_alloc(load->ctx->mem, object->count * sizeof *needs.lists);
    if (needs.names.list == NULL || needs.lists == NULL) {
        return cds_fail_memory(load->ctx);
    }
    const cds_json *member = object->child;
    for (; member != NULL && status == CDS_OK; member = member->next) {
        needs.names.list[needs.names.count] = member->name;
        status = cds_load_texts(load, member, &needs.lists[needs.names.count++]);
    }
    *(cds_needs *)to = needs;
    return status;
}

static cds_status open_regex(cds_loader *load, const cds_json *at, cds_pattern *to)
{
    cds_schema *schema = load->schema;
    cds_open_regex *open = cds_alloc(load->ctx->mem, sizeof *open);
    if (open == NULL) {
        return cds_fail_memory(load->ctx);
    }
    cds_ctx own = {.mem = load->ctx->mem};
    cds_status status = cds_regex_open(&own, to->text, &to->regex);
    if (status != CDS_OK) {
        return status == CDS_REFUSED ? cds_refuse(load, at, "%s", own.error.what)
                                     : cds_fail_memory(load->ctx);
    }
    *open = (cds_open_regex){to->regex, schema->regexes};
    schema->regexes = open;
    return CDS_OK;
}

cds_status cds_load_pattern(cds_loader *load, const cds_json *text, void *to)
{
    cds_pattern *pattern = to;
    if (text->kind != CDS_JSON_STRING) {
        return cds_refuse(load, text, "A pattern is a string.");
    }
    pattern->text = text->text;
    return open_regex(load, text, pattern);
}

cds_status cds_load_patterns(cds_loader *load, const cds_json *object, void *to)
{
    cds_pattern_nodes *out = to;
    if (object->kind != CDS_JSON_OBJECT) {
        return cds_refuse(load, object, "This keyword takes an object of schemas.");
    }
    out->patterns = cds_alloc(load->ctx->mem, object->count * sizeof *out->patterns);
    if (out->patterns == NULL) {
        return cds_fail_memory(load->ctx);
    }
    size_t at = 0;
    for (const cds_json *member = object->child; member != NULL; member = member->next) {
        out->patterns[at].text = member->name;
        cds_status status = open_regex(load, member, &out->patterns[at++]);
        if (status != CDS_OK) {
            return status;
        }
    }
    cds_named_nodes named = {.list = NULL};
    cds_status status = cds_load_named(load, object, &named);
    out->nodes = (cds_nodes){named.list, object->count};
    return status;
}

cds_status cds_load_format(cds_loader *load, const cds_json *text, void *to)
{
    size_t count = 0;
    const cds_text *names = cds_format_names(&count);
    if (text->kind != CDS_JSON_STRING) {
        return cds_refuse(load, text, "A format is a string.");
    }
    const cds_format *format = cds_format_find(text->text);
    if (format != NULL) {
        *(const cds_format **)to = format;
        return CDS_OK;
    }
    cds_text nearest = cds_text_nearest(text->text, names, count);
    if (nearest.data != NULL) {
        return cds_refuse(load, text, "This format is not supported; did you mean %.*s?",
                          (int)nearest.length, nearest.data);
    }
    return cds_refuse(
        load, text, "This format is not supported; date, date-time, uuid, email and uri are.");
}
