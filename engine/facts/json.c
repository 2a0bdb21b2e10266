// SPDX-License-Identifier: Apache-2.0
// cJSON reads what the strict check has passed; its tree is copied into the arena and deleted.
#include "engine/facts/json.h"

#include <string.h>

#include "engine/facts/json_check.h"
#include "engine/facts/json_memory.h"
#include "engine/facts/json_string.h"

typedef struct copier {
    cds_json *values; // where the next value goes
    char *strings;    // where the next string goes
} copier;

static cds_text copy_string(copier *to, const char *c_string)
{
    size_t length = strlen(c_string);
    cds_text copy = {memcpy(to->strings, c_string, length), length};
    to->strings += length;
    return copy;
}

static cds_json_kind kind_of(const cJSON *from)
{
    switch (from->type & 0xFF) {
    case cJSON_False:
        return CDS_JSON_FALSE;
    case cJSON_True:
        return CDS_JSON_TRUE;
    case cJSON_Number:
        return CDS_JSON_NUMBER;
    case cJSON_String:
        return CDS_JSON_STRING;
    case cJSON_Array:
        return CDS_JSON_ARRAY;
    case cJSON_Object:
        return CDS_JSON_OBJECT;
    default:
        return CDS_JSON_NULL;
    }
}

// Goes no deeper than the check let it.
static cds_json *copy_value(copier *to, const cJSON *from)
{
    cds_json *copy = to->values++;
    *copy = (cds_json){.kind = kind_of(from)};
    if (copy->kind == CDS_JSON_NUMBER) {
        copy->number = from->valuedouble;
    }
    if (from->string != NULL) {
        copy->name = copy_string(to, from->string);
    }
    if (copy->kind == CDS_JSON_STRING) {
        copy->text = copy_string(to, from->valuestring);
    }
    const cds_json **end = &copy->child;
    for (const cJSON *child = from->child; child != NULL; child = child->next) {
        cds_json *copied = copy_value(to, child);
        *end = copied;
        end = &copied->next;
        copy->count++;
    }
    return copy;
}

// Of a text the check has passed, which holds so many values.
static cds_status read_values(cds_ctx *ctx, cds_arena *tree_mem, cds_text text, size_t values,
                              const cds_json **out)
{
    const cJSON *tree = cds_json_tree(tree_mem, text);
    cds_json *list = cds_alloc_raw(ctx->mem, values * sizeof *list);
    if (tree == NULL || list == NULL) {
        return cds_fail_memory(ctx);
    }
    // The text has been read and what it says is never longer: the strings take its place.
    copier to = {list, (char *)text.data};
    *out = copy_value(&to, tree);
    return CDS_OK;
}

cds_status cds_json_parse(cds_ctx *ctx, cds_text bytes, const cds_json **out)
{
    char *copy = cds_alloc_raw(ctx->mem, bytes.length + CDS_JSON_TAIL);
    if (copy == NULL) {
        return cds_fail_memory(ctx);
    }
    if (bytes.length > 0) {
        memcpy(copy, bytes.data, bytes.length);
    }
    memset(copy + bytes.length, '\0', CDS_JSON_TAIL);
    const cds_text text = {copy, bytes.length};
    size_t values = 0;
    cds_status status = cds_json_check(ctx, text, &values);
    if (status != CDS_OK) {
        return status;
    }
    const size_t tree_bytes = cds_json_tree_bytes(text, values);
    cds_arena *tree_mem = cds_arena_new_with(tree_bytes, tree_bytes);
    if (tree_mem == NULL) {
        return cds_fail_memory(ctx);
    }
    status = read_values(ctx, tree_mem, text, values, out);
    cds_arena_free(tree_mem);
    return status;
}

const cds_json *cds_json_member(const cds_json *object, cds_text name)
{
    for (const cds_json *member = object->child; member != NULL; member = member->next) {
        if (cds_text_equal(member->name, name)) {
            return member;
        }
    }
    return NULL;
}

static bool same_items(const cds_json *a, const cds_json *b)
{
    const cds_json *other = b->child;
    for (const cds_json *item = a->child; item != NULL; item = item->next) {
        if (!cds_json_equal(item, other)) {
            return false;
        }
        other = other->next;
    }
    return true;
}

// Members are looked for first where the order is the same.
static bool same_members(const cds_json *a, const cds_json *b)
{
    const cds_json *other = b->child;
    for (const cds_json *member = a->child; member != NULL; member = member->next) {
        if (other == NULL || !cds_text_equal(other->name, member->name)) {
            other = cds_json_member(b, member->name);
        }
        if (other == NULL || !cds_json_equal(member, other)) {
            return false;
        }
        other = other->next;
    }
    return true;
}

bool cds_json_equal(const cds_json *a, const cds_json *b)
{
    if (a->kind != b->kind || a->count != b->count) {
        return false;
    }
    switch (a->kind) {
    case CDS_JSON_NUMBER:
        return a->number == b->number;
    case CDS_JSON_STRING:
        return cds_text_equal(a->text, b->text);
    case CDS_JSON_ARRAY:
        return same_items(a, b);
    case CDS_JSON_OBJECT:
        return same_members(a, b);
    case CDS_JSON_NULL:
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
        return true;
    }
    return false;
}

static bool copy_text(cds_arena *mem, cds_text text, cds_text *out)
{
    char *copy = text.length == 0 ? NULL : cds_alloc_raw(mem, text.length);
    if (copy != NULL) {
        memcpy(copy, text.data, text.length);
        out->data = copy;
    }
    return copy != NULL || text.length == 0;
}

// `to` is `from` but for what it points to.
static bool copy_inside(cds_arena *mem, const cds_json *from, cds_json *to)
{
    const cds_json **end = &to->child;
    *to = *from;
    to->next = NULL;
    if (!copy_text(mem, from->name, &to->name) || !copy_text(mem, from->text, &to->text)) {
        return false;
    }
    for (const cds_json *child = from->child; child != NULL; child = child->next) {
        cds_json *copied = cds_alloc_raw(mem, sizeof *copied);
        *end = copied;
        if (copied == NULL || !copy_inside(mem, child, copied)) {
            return false;
        }
        end = &copied->next;
    }
    return true;
}

const cds_json *cds_json_copy(cds_arena *mem, const cds_json *value)
{
    cds_json *copy = cds_alloc_raw(mem, sizeof *copy);
    return copy != NULL && copy_inside(mem, value, copy) ? copy : NULL;
}

static void write_children(cds_buf *buf, const cds_json *value)
{
    for (const cds_json *child = value->child; child != NULL; child = child->next) {
        cds_buf_comma(buf);
        if (value->kind == CDS_JSON_OBJECT) {
            cds_buf_json(buf, child->name);
            cds_buf_char(buf, ':');
        }
        cds_json_write(buf, child);
    }
}

void cds_json_write(cds_buf *buf, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_NULL:
        cds_buf_word(buf, "null");
        return;
    case CDS_JSON_FALSE:
        cds_buf_word(buf, "false");
        return;
    case CDS_JSON_TRUE:
        cds_buf_word(buf, "true");
        return;
    case CDS_JSON_NUMBER:
        cds_buf_number(buf, value->number);
        return;
    case CDS_JSON_STRING:
        cds_buf_json(buf, value->text);
        return;
    case CDS_JSON_ARRAY:
        cds_buf_char(buf, '[');
        write_children(buf, value);
        cds_buf_char(buf, ']');
        return;
    case CDS_JSON_OBJECT:
        cds_buf_char(buf, '{');
        write_children(buf, value);
        cds_buf_char(buf, '}');
        return;
    }
}
