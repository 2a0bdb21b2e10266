// SPDX-License-Identifier: Apache-2.0
// Reads `type`, `enum`, `oneOf`, `items` and the bounds of a leaf; null is every field's. A
// leaf that could hold two kinds of value is refused: a rule would misread one of them.
#include "engine/facts/field_kind.h"

#include "engine/base/arena.h"
#include "engine/facts/pointer.h"

#define REFERENCES_MAX 16

typedef struct leaf_reader {
    cds_ctx *ctx;
    const cds_json *document;
    const cds_json *leaf; // to be named in a refusal
    cds_field *field;
} leaf_reader;

const cds_json *cds_leaf_word(const cds_json *document, const cds_json *leaf, const char *name)
{
    for (int i = 0; i < REFERENCES_MAX && leaf != NULL; i++) {
        const cds_json *found = cds_json_member(leaf, cds_text_of(name));
        const cds_json *ref = cds_json_member(leaf, CDS_TEXT("$ref"));
        if (found != NULL) {
            return found;
        }
        if (ref == NULL || !cds_text_starts(ref->text, "#")) {
            return NULL;
        }
        leaf =
            cds_pointer_follow(document, (cds_text){ref->text.data + 1, ref->text.length - 1});
    }
    return NULL;
}

static const cds_json *word(const leaf_reader *in, const cds_json *leaf, const char *name)
{
    return cds_leaf_word(in->document, leaf, name);
}

static cds_status refuse(const leaf_reader *in, const char *what)
{
    return cds_fail_value(in->ctx, in->document, in->leaf, what);
}

// The one type beside null, or an empty text: none, or several.
static cds_text type_of(const leaf_reader *in, const cds_json *leaf)
{
    const cds_text none = CDS_TEXT("");
    const cds_json *type = word(in, leaf, "type");
    cds_text only = none;
    if (type == NULL || type->kind == CDS_JSON_STRING) {
        return type == NULL ? none : type->text;
    }
    for (const cds_json *one = type->child; one != NULL; one = one->next) {
        if (cds_text_is(one->text, "null")) {
            continue;
        }
        if (only.length > 0) {
            return none;
        }
        only = one->text;
    }
    return only;
}

bool cds_leaf_is_object(const cds_json *document, const cds_json *leaf)
{
    const leaf_reader in = {.document = document};
    return cds_text_is(type_of(&in, leaf), "object");
}

static bool allows_null(const leaf_reader *in, const cds_json *leaf)
{
    const cds_json *type = word(in, leaf, "type");
    if (type == NULL || type->kind == CDS_JSON_STRING) {
        return type == NULL || cds_text_is(type->text, "null");
    }
    for (const cds_json *one = type->child; one != NULL; one = one->next) {
        if (cds_text_is(one->text, "null")) {
            return true;
        }
    }
    return false;
}

// The text an entry of `enum` or `oneOf` stands for; data NULL: none.
static cds_option option_of(const cds_json *entry)
{
    if (entry->kind == CDS_JSON_STRING) {
        return (cds_option){entry->text, entry->text};
    }
    const cds_json *value = cds_json_member(entry, CDS_TEXT("const"));
    const cds_json *title = cds_json_member(entry, CDS_TEXT("title"));
    if (value == NULL || value->kind != CDS_JSON_STRING) {
        return (cds_option){{NULL, 0}, {NULL, 0}};
    }
    bool is_titled = title != NULL && title->kind == CDS_JSON_STRING;
    return (cds_option){value->text, is_titled ? title->text : value->text};
}

// null, {"const": null} or {"type": "null"}: no option, and allowed beside them.
static bool is_null(const cds_json *entry)
{
    const cds_json *value = cds_json_member(entry, CDS_TEXT("const"));
    const cds_json *type = cds_json_member(entry, CDS_TEXT("type"));
    return entry->kind == CDS_JSON_NULL || (value != NULL && value->kind == CDS_JSON_NULL) ||
           (type != NULL && cds_text_is(type->text, "null"));
}

static const cds_json *options_list(const leaf_reader *in, const cds_json *leaf)
{
    const cds_json *list = word(in, leaf, "enum");
    if (list == NULL) {
        list = word(in, leaf, "oneOf");
    }
    return list != NULL && list->kind == CDS_JSON_ARRAY ? list : NULL;
}

static cds_status read_options(const leaf_reader *in, const cds_json *leaf)
{
    const cds_json *list = options_list(in, leaf);
    size_t count = 0;
    if (list == NULL) {
        return CDS_OK;
    }
    cds_option *options = cds_alloc(in->ctx->mem, list->count * sizeof *options);
    if (options == NULL) {
        return cds_fail_memory(in->ctx);
    }
    for (const cds_json *entry = list->child; entry != NULL; entry = entry->next) {
        cds_option option = option_of(entry);
        if (option.value.data != NULL) {
            options[count++] = option;
        } else if (!is_null(entry)) {
            return refuse(in, "This has options other than strings; no rule could read it.");
        }
    }
    if (count > CDS_OPTIONS_MAX || count == 0) {
        return refuse(in, "A field has 1 to 64 options; make it a free text, or split it.");
    }
    in->field->options = options;
    in->field->option_count = count;
    return CDS_OK;
}

static void read_bounds(const leaf_reader *in)
{
    cds_field *field = in->field;
    const cds_json *least = word(in, in->leaf, "minimum");
    const cds_json *most = word(in, in->leaf, "maximum");
    field->has_minimum = least != NULL && least->kind == CDS_JSON_NUMBER;
    field->has_maximum = most != NULL && most->kind == CDS_JSON_NUMBER;
    field->minimum = field->has_minimum ? least->number : 0;
    field->maximum = field->has_maximum ? most->number : 0;
}

// Every item is a text: by its type, or because each of its options is.
static bool are_texts(const leaf_reader *in, const cds_json *items)
{
    cds_text type = type_of(in, items);
    const cds_json *options = options_list(in, items);
    bool has_type = word(in, items, "type") != NULL;
    if (has_type ? !cds_text_is(type, "string") || allows_null(in, items) : options == NULL) {
        return false;
    }
    const cds_json *entry = options == NULL ? NULL : options->child;
    while (entry != NULL && (has_type || !is_null(entry))) {
        entry = entry->next;
    }
    return entry == NULL;
}

static cds_status read_list(const leaf_reader *in)
{
    const cds_json *items = word(in, in->leaf, "items");
    if (items == NULL || items->kind != CDS_JSON_OBJECT) {
        return refuse(in, "This is a list without `items`; say what its items are.");
    }
    if (cds_text_is(type_of(in, items), "object")) {
        in->field->kind = CDS_ITEMS;
        return CDS_OK;
    }
    if (!are_texts(in, items)) {
        return refuse(in, "The items of a list are all strings or all objects, never null.");
    }
    cds_status status = read_options(in, items);
    in->field->kind = in->field->option_count > 0 ? CDS_CHOICES : CDS_WORDS;
    return status;
}

static cds_status read_text(const leaf_reader *in)
{
    const cds_json *format = word(in, in->leaf, "format");
    bool is_day = format != NULL && cds_text_is(format->text, "date");
    cds_status status = read_options(in, in->leaf);
    in->field->kind = in->field->option_count > 0 ? CDS_CHOICE : is_day ? CDS_DAY : CDS_WORD;
    return status;
}

cds_status cds_leaf_read(cds_ctx *ctx, const cds_json *document, const cds_json *leaf,
                         cds_field *out)
{
    const leaf_reader in = {ctx, document, leaf, out};
    bool has_type = word(&in, leaf, "type") != NULL;
    cds_text type = type_of(&in, leaf);
    read_bounds(&in);
    if (cds_text_is(type, "array")) {
        return read_list(&in);
    }
    if (cds_text_is(type, "string") || (!has_type && options_list(&in, leaf) != NULL)) {
        return read_text(&in);
    }
    if (cds_text_is(type, "boolean")) {
        out->kind = CDS_YESNO;
    } else if (cds_text_is(type, "integer")) {
        out->kind = CDS_WHOLE;
    } else if (cds_text_is(type, "number")) {
        out->kind = CDS_NUMBER;
    } else {
        return refuse(&in, "A field has one type that rules can read, beside null: boolean, "
                           "integer, number, string or array; or it is an object with "
                           "properties.");
    }
    return CDS_OK;
}
