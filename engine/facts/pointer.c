// SPDX-License-Identifier: Apache-2.0
// Steps are compared with their escapes in place; nothing is copied to follow a pointer.
#include "engine/facts/pointer.h"

#define LONGEST_INDEX 9

// Whether an escaped step of a pointer says this name.
static bool step_is(cds_text step, cds_text name)
{
    size_t at = 0;
    for (size_t i = 0; i < step.length; i++) {
        char byte = step.data[i];
        if (byte == '~') {
            i++;
            if (i == step.length || (step.data[i] != '0' && step.data[i] != '1')) {
                return false;
            }
            byte = step.data[i] == '0' ? '~' : '/';
        }
        if (at == name.length || name.data[at++] != byte) {
            return false;
        }
    }
    return at == name.length;
}

static const cds_json *find_item(const cds_json *array, cds_text step)
{
    size_t index = 0;
    bool is_padded = step.length > 1 && step.data[0] == '0';
    if (step.length == 0 || step.length > LONGEST_INDEX || is_padded) {
        return NULL;
    }
    for (size_t i = 0; i < step.length; i++) {
        if (step.data[i] < '0' || step.data[i] > '9') {
            return NULL;
        }
        index = index * 10 + (size_t)(step.data[i] - '0');
    }
    const cds_json *item = array->child;
    while (item != NULL && index-- > 0) {
        item = item->next;
    }
    return item;
}

static const cds_json *take_step(const cds_json *value, cds_text step)
{
    if (value->kind == CDS_JSON_ARRAY) {
        return find_item(value, step);
    }
    const cds_json *member = value->child;
    while (member != NULL && !step_is(step, member->name)) {
        member = member->next;
    }
    return member;
}

const cds_json *cds_pointer_follow(const cds_json *root, cds_text pointer)
{
    size_t at = 0;
    const cds_json *value = root;
    while (value != NULL && at < pointer.length) {
        if (pointer.data[at] != '/') {
            return NULL;
        }
        size_t begin = ++at;
        while (at < pointer.length && pointer.data[at] != '/') {
            at++;
        }
        value = take_step(value, (cds_text){pointer.data + begin, at - begin});
    }
    return value;
}

void cds_pointer_add(cds_buf *buf, cds_text name)
{
    cds_buf_char(buf, '/');
    for (size_t i = 0; i < name.length; i++) {
        switch (name.data[i]) {
        case '~':
            cds_buf_word(buf, "~0");
            break;
        case '/':
            cds_buf_word(buf, "~1");
            break;
        default:
            cds_buf_char(buf, name.data[i]);
        }
    }
}

static bool search(cds_buf *path, const cds_json *below, const cds_json *wanted)
{
    int64_t index = 0;
    if (below == wanted) {
        return true;
    }
    size_t length = path->length;
    for (const cds_json *child = below->child; child != NULL; child = child->next) {
        if (below->kind == CDS_JSON_OBJECT) {
            cds_pointer_add(path, child->name);
        } else {
            cds_buf_char(path, '/');
            cds_buf_int(path, index++);
        }
        if (search(path, child, wanted)) {
            return true;
        }
        path->length = length;
    }
    return false;
}

cds_status cds_pointer_of(cds_ctx *ctx, const cds_json *root, const cds_json *value,
                          cds_text *out)
{
    cds_buf path;
    cds_buf_init(&path, ctx->mem);
    search(&path, root, value);
    return cds_buf_end(ctx, &path, out);
}

cds_status cds_fail_value(cds_ctx *ctx, const cds_json *root, const cds_json *value,
                          const char *what)
{
    cds_text where;
    cds_buf path;
    cds_buf_init(&path, ctx->mem);
    search(&path, root, value);
    cds_buf_char(&path, '\0');
    cds_status status = cds_buf_end(ctx, &path, &where);
    return status != CDS_OK ? status : cds_fail(ctx, CDS_REFUSED, where.data, "%s", what);
}
