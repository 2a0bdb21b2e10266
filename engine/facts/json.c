// SPDX-License-Identifier: Apache-2.0
// cJSON reads what the strict check has passed; its tree is copied into the arena of the
// request.
#include "engine/facts/json.h"

#include <string.h>

#include "engine/facts/json_check.h"
#include "engine/facts/json_memory.h"
#include "engine/facts/json_string.h"

// What is held of a text while it is read, outside the arena of the request: at first for its
// strings and cJSON's tree of a common text; at most for those of the worst.
#define FIRST_BYTES_A_BYTE 8
#define MOST_BYTES_A_BYTE 128
#define SOME_BYTES ((size_t)4 << 10)

typedef struct copier {
    cds_json *values;               // where the next value goes
    const cds_json_string *strings; // the next in the text
} copier;

// As it stands in the text; where it is escaped what cJSON read takes its place, never longer.
static cds_text take_string(copier *from, const char *read)
{
    const cds_json_string *string = from->strings++;
    cds_text text = string->inside;
    if (string->has_escape) {
        text.length = strlen(read);
        memcpy((char *)text.data, read, text.length);
    }
    return text;
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

// The values from this one to its last sibling; goes no deeper than the check let it.
static const cds_json *copy_values(copier *to, const cJSON *from, size_t *count)
{
    const cds_json *first = NULL;
    const cds_json **end = &first;
    for (; from != NULL; from = from->next) {
        cds_json *copy = to->values++;
        *copy = (cds_json){.kind = kind_of(from), .number = from->valuedouble};
        if (from->string != NULL) {
            copy->name = take_string(to, from->string);
        }
        if (copy->kind == CDS_JSON_STRING) {
            copy->text = take_string(to, from->valuestring);
        }
        if (from->child != NULL) {
            copy->child = copy_values(to, from->child, &copy->count);
        }
        *end = copy;
        end = &copy->next;
        ++*count;
    }
    return first;
}

// Of a text the check has passed.
static cds_status copy_tree(cds_ctx *ctx, cds_text text, cds_arena *mem, cds_json_held held,
                            const cds_json **out)
{
    const cJSON *tree = cds_json_tree(mem, text, held.values);
    cds_json *list = cds_alloc_raw(ctx->mem, held.values * sizeof *list);
    if (tree == NULL || list == NULL) {
        return cds_fail_memory(ctx);
    }
    copier to = {list, held.strings};
    size_t count = 0;
    *out = copy_values(&to, tree, &count);
    return CDS_OK;
}

static cds_status read_text(cds_ctx *ctx, cds_text text, cds_arena *mem, const cds_json **out)
{
    cds_json_held held;
    const cds_status status = cds_json_check(ctx, text, mem, &held);
    return status == CDS_OK ? copy_tree(ctx, text, mem, held, out) : status;
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
    cds_arena *mem = cds_arena_new_with(SOME_BYTES + bytes.length * MOST_BYTES_A_BYTE,
                                        SOME_BYTES + bytes.length * FIRST_BYTES_A_BYTE);
    if (mem == NULL) {
        return cds_fail_memory(ctx);
    }
    const cds_status status = read_text(ctx, (cds_text){copy, bytes.length}, mem, out);
    cds_arena_free(mem);
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
