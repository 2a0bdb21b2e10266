// SPDX-License-Identifier: Apache-2.0
// Reads `type`, `enum`, `oneOf`, `items` and the bounds of a leaf; null is every field's.
#include "engine/facts/field_kind.h"

#include "engine/base/arena.h"
#include "engine/facts/pointer.h"

#define REFERENCES_MAX 16

const cds_json *cds_leaf_follow(const cds_json *document, const cds_json *leaf)
{
    for (int i = 0; i < REFERENCES_MAX; i++) {
        const cds_json *reference = cds_json_member(leaf, CDS_TEXT("$ref"));
        if (reference == NULL || reference->kind != CDS_JSON_STRING ||
            !cds_text_starts(reference->text, "#"))
            return leaf;
        cds_text pointer = {reference->text.data + 1, reference->text.length - 1};
        const cds_json *found = cds_pointer_follow(document, pointer);
        if (found == NULL)
            return leaf;
        leaf = found;
    }
    return leaf;
}

bool cds_leaf_is_group(const cds_json *leaf)
{
    return leaf->kind == CDS_JSON_OBJECT &&
           cds_json_member(leaf, CDS_TEXT("properties")) != NULL;
}

/** Whether `type` is the name, or a list that has it. */
static bool has_type(const cds_json *leaf, const char *name)
{
    const cds_json *type = cds_json_member(leaf, CDS_TEXT("type"));
    if (type == NULL)
        return false;
    if (type->kind == CDS_JSON_STRING)
        return cds_text_is(type->text, name);
    for (const cds_json *one = type->child; one != NULL; one = one->next) {
        if (one->kind == CDS_JSON_STRING && cds_text_is(one->text, name))
            return true;
    }
    return false;
}

/** The text an entry of `enum` or `oneOf` stands for; data NULL: none (null, another type). */
static cds_option option_of(const cds_json *entry)
{
    cds_option none = {0};
    if (entry->kind == CDS_JSON_STRING)
        return (cds_option){entry->text, entry->text};
    const cds_json *value = cds_json_member(entry, CDS_TEXT("const"));
    const cds_json *title = cds_json_member(entry, CDS_TEXT("title"));
    if (value == NULL || value->kind != CDS_JSON_STRING)
        return none;
    bool titled = title != NULL && title->kind == CDS_JSON_STRING;
    return (cds_option){value->text, titled ? title->text : value->text};
}

/** null, {"const": null} or {"type": "null"}: no option, and allowed beside them. */
static bool is_null(const cds_json *entry)
{
    const cds_json *value = cds_json_member(entry, CDS_TEXT("const"));
    return entry->kind == CDS_JSON_NULL || (value != NULL && value->kind == CDS_JSON_NULL) ||
           has_type(entry, "null");
}

static const cds_json *options_list(const cds_json *leaf)
{
    const cds_json *list = cds_json_member(leaf, CDS_TEXT("enum"));
    if (list == NULL)
        list = cds_json_member(leaf, CDS_TEXT("oneOf"));
    return list != NULL && list->kind == CDS_JSON_ARRAY ? list : NULL;
}

static cds_status read_options(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                               cds_field *out)
{
    const cds_json *list = options_list(leaf);
    size_t count = 0;
    if (list == NULL)
        return CDS_OK;
    cds_option *options = cds_alloc(ctx->mem, (list->count + 1) * sizeof *options);
    if (options == NULL)
        return cds_fail_memory(ctx);
    for (const cds_json *entry = list->child; entry != NULL; entry = entry->next) {
        cds_option option = option_of(entry);
        if (option.value.data != NULL)
            options[count++] = option;
        else if (!is_null(entry))
            return cds_fail_value(ctx, document, leaf,
                                  "has options other than strings; no rule could read it");
    }
    if (count > CDS_OPTIONS_MAX)
        return cds_fail_value(ctx, document, leaf,
                              "has over 64 options; make it a free text or split it");
    out->options = options;
    out->option_count = count;
    return CDS_OK;
}

static void read_bounds(const cds_json *leaf, cds_field *out)
{
    const cds_json *low = cds_json_member(leaf, CDS_TEXT("minimum"));
    const cds_json *high = cds_json_member(leaf, CDS_TEXT("maximum"));
    out->has_minimum = low != NULL && low->kind == CDS_JSON_NUMBER;
    out->has_maximum = high != NULL && high->kind == CDS_JSON_NUMBER;
    out->minimum = out->has_minimum ? low->number : 0;
    out->maximum = out->has_maximum ? high->number : 0;
}

static cds_status read_list(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                            cds_field *out)
{
    const cds_json *items = cds_json_member(leaf, CDS_TEXT("items"));
    if (items == NULL || items->kind != CDS_JSON_OBJECT)
        return cds_fail_value(ctx, document, leaf,
                              "is a list without `items`; say what its items are");
    items = cds_leaf_follow(document, items);
    if (cds_leaf_is_group(items) || has_type(items, "object")) {
        out->kind = CDS_ITEMS;
        return CDS_OK;
    }
    cds_status status = read_options(ctx, document, items, out);
    out->kind = out->option_count > 0 ? CDS_CHOICES : CDS_WORDS;
    if (status == CDS_OK && out->option_count == 0 && !has_type(items, "string"))
        status =
            cds_fail_value(ctx, document, leaf,
                           "is a list of neither strings nor objects; no rule could read it");
    return status;
}

static cds_status read_text(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                            cds_field *out)
{
    const cds_json *format = cds_json_member(leaf, CDS_TEXT("format"));
    cds_status status = read_options(ctx, document, leaf, out);
    bool is_day =
        format != NULL && format->kind == CDS_JSON_STRING && cds_text_is(format->text, "date");
    out->kind = out->option_count > 0 ? CDS_CHOICE : is_day ? CDS_DAY : CDS_WORD;
    return status;
}

cds_status cds_leaf_read(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                         cds_field *out)
{
    read_bounds(leaf, out);
    if (has_type(leaf, "array"))
        return read_list(ctx, document, leaf, out);
    if (has_type(leaf, "string") || options_list(leaf) != NULL)
        return read_text(ctx, document, leaf, out);
    if (has_type(leaf, "boolean"))
        out->kind = CDS_YESNO;
    else if (has_type(leaf, "integer"))
        out->kind = CDS_WHOLE;
    else if (has_type(leaf, "number"))
        out->kind = CDS_NUMBER;
    else
        return cds_fail_value(
            ctx, document, leaf,
            "has no type a rule could read: boolean, integer, number, string, "
            "array, or an object with properties");
    return CDS_OK;
}
