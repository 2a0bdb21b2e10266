// SPDX-License-Identifier: Apache-2.0
// Faults: kept as they are met, put in order and given their pointers at the end.
#include <stdarg.h>
#include <stdio.h>

#include "engine/facts/pointer.h"
#include "engine/facts/schema_walk.h"

// Whether this place is already said to have this fault: two schemas may say the same.
static bool is_known(const cds_walk *walk, const cds_json *at, cds_text detail)
{
    for (size_t i = 0; i < walk->faults->count; i++) {
        if (walk->at[i] == at && cds_text_equal(walk->faults->list[i].detail, detail)) {
            return true;
        }
    }
    return false;
}

static bool keep(cds_walk *walk, const cds_json *at, cds_buf *detail)
{
    cds_faults *faults = walk->faults;
    if (detail->failed) {
        walk->status = CDS_TOO_LARGE;
        return false;
    }
    cds_text text = {detail->data, detail->length};
    if (faults->count < CDS_FAULTS_MAX && !is_known(walk, at, text)) {
        walk->at[faults->count] = at;
        faults->list[faults->count++] = (cds_fault){{NULL, 0}, text};
    }
    return false;
}

bool cds_fault_says(cds_walk *walk, const cds_json *at, const char *format, ...)
{
    char text[256];
    cds_buf detail;
    va_list arguments;
    if (walk->faults == NULL) {
        return false;
    }
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    cds_buf_init(&detail, walk->ctx->mem);
    cds_buf_word(&detail, text);
    return keep(walk, at, &detail);
}

bool cds_fault_expects(cds_walk *walk, const cds_json *at, const cds_node *node)
{
    cds_buf detail;
    if (walk->faults == NULL) {
        return false;
    }
    cds_buf_init(&detail, walk->ctx->mem);
    cds_node_describe(&detail, node, at);
    return keep(walk, at, &detail);
}

bool cds_fault_missing(cds_walk *walk, const cds_json *object, const cds_text *names,
                       size_t count)
{
    cds_buf detail;
    const char *between = "missing here: ";
    if (walk->faults == NULL) {
        return false;
    }
    cds_buf_init(&detail, walk->ctx->mem);
    for (size_t i = 0; i < count; i++) {
        if (cds_json_member(object, names[i]) == NULL) {
            cds_buf_word(&detail, between);
            cds_buf_text(&detail, names[i]);
            between = ", ";
        }
    }
    return keep(walk, object, &detail);
}

bool cds_fault_unknown_name(cds_walk *walk, const cds_json *member, const cds_names *known)
{
    if (walk->faults == NULL) {
        return false;
    }
    cds_text nearest = cds_text_nearest(member->name, known->list, known->count);
    if (nearest.data == NULL) {
        return cds_fault_says(walk, member, "this name is not known here");
    }
    return cds_fault_says(walk, member, "this name is not known here; did you mean %.*s?",
                          (int)nearest.length, nearest.data);
}

typedef struct arranger {
    cds_walk *walk;
    cds_faults found; // as they were met
    cds_buf path;     // of the value being looked at
    cds_status status;
} arranger;

static void take_faults_of(arranger *to, const cds_json *value)
{
    cds_faults *faults = to->walk->faults;
    for (size_t i = 0; i < to->found.count && to->status == CDS_OK; i++) {
        if (to->walk->at[i] == value) {
            cds_fault *fault = &faults->list[faults->count++];
            cds_text path = {to->path.data, to->path.length};
            fault->detail = to->found.list[i].detail;
            to->status = cds_text_copy(to->walk->ctx, path, &fault->pointer);
        }
    }
}

static void arrange_below(arranger *to, const cds_json *value)
{
    int64_t index = 0;
    size_t length = to->path.length;
    take_faults_of(to, value);
    for (const cds_json *child = value->child; child != NULL; child = child->next) {
        if (value->kind == CDS_JSON_OBJECT) {
            cds_pointer_add(&to->path, child->name);
        } else {
            cds_buf_char(&to->path, '/');
            cds_buf_int(&to->path, index++);
        }
        arrange_below(to, child);
        to->path.length = length;
    }
}

cds_status cds_faults_arrange(cds_walk *walk, const cds_json *value)
{
    cds_faults *faults = walk->faults;
    arranger to = {.walk = walk, .found = *faults, .status = CDS_OK};
    faults->count = 0;
    cds_buf_init(&to.path, walk->ctx->mem);
    arrange_below(&to, value);
    if (to.path.failed || to.status != CDS_OK) {
        faults->count = 0;
        return cds_fail_memory(walk->ctx);
    }
    char where[sizeof walk->ctx->error.where];
    cds_text first = faults->list[0].pointer;
    snprintf(where, sizeof where, "%.*s", (int)first.length, first.data);
    return cds_fail(walk->ctx, CDS_INVALID, where, "%zu %s not fit the schema.", faults->count,
                    faults->count == 1 ? "place does" : "places do");
}
