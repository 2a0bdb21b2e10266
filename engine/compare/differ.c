// SPDX-License-Identifier: Apache-2.0
// Edits queue up until their thing is named.
#include "engine/compare/differ.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"

void *cds_differ_take(cds_differ *differ, size_t bytes)
{
    void *room = cds_alloc(differ->ctx->mem, bytes);
    if (room == NULL) {
        differ->status = cds_fail_memory(differ->ctx);
    }
    return room;
}

cds_buf cds_differ_buf(const cds_differ *differ)
{
    cds_buf buf;
    cds_buf_init(&buf, differ->ctx->mem);
    return buf;
}

cds_text cds_differ_end(cds_differ *differ, cds_buf *buf)
{
    cds_text text = CDS_TEXT("");
    cds_status status = cds_buf_end(differ->ctx, buf, &text);
    differ->status = differ->status == CDS_OK ? status : differ->status;
    return text;
}

cds_text cds_differ_say(cds_differ *differ, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CDS_PROMISE(length >= 0);
    char *text = cds_differ_take(differ, (size_t)length + 1);
    if (text == NULL) {
        return CDS_TEXT("");
    }
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return (cds_text){text, (size_t)length};
}

// A list with room for one more; the old one if there is no memory.
static void *grown(cds_differ *differ, void *list, size_t *room, size_t bytes)
{
    size_t more = *room == 0 ? 16 : *room * 2;
    void *longer = cds_alloc_grow(differ->ctx->mem, list, *room * bytes, more * bytes);
    if (longer == NULL) {
        differ->status = cds_fail_memory(differ->ctx);
        return list;
    }
    *room = more;
    return longer;
}

void cds_differ_add(cds_differ *differ, cds_edit edit)
{
    if (differ->edit_count == differ->edit_room) {
        differ->edits = grown(differ, differ->edits, &differ->edit_room, sizeof *differ->edits);
    }
    if (differ->status == CDS_OK) {
        differ->edits[differ->edit_count++] = edit;
    }
}

void cds_differ_thing(cds_differ *differ, cds_thing thing)
{
    if (differ->edit_count == 0) {
        return;
    }
    if (differ->count == differ->room) {
        differ->things = grown(differ, differ->things, &differ->room, sizeof *differ->things);
    }
    if (differ->status == CDS_OK) {
        differ->things[differ->count++] = (cds_differing){.concern = thing.concern,
                                                          .id = thing.id,
                                                          .title = thing.title,
                                                          .file = thing.file,
                                                          .edits = differ->edits,
                                                          .edit_count = differ->edit_count};
    }
    differ->edits = NULL;
    differ->edit_count = differ->edit_room = 0;
}

void cds_differ_came(cds_differ *differ, cds_thing thing)
{
    cds_differ_add(differ, (cds_edit){.kind = CDS_EDIT_ADDED, .says = CDS_TEXT("new")});
    cds_differ_thing(differ, thing);
}

void cds_differ_went(cds_differ *differ, cds_thing thing)
{
    cds_differ_add(differ, (cds_edit){.kind = CDS_EDIT_REMOVED, .says = CDS_TEXT("removed")});
    cds_differ_thing(differ, thing);
}

void cds_differ_values(cds_differ *differ, cds_edit_kind kind, const char *part,
                       cds_text before, cds_text after)
{
    if (cds_text_equal(before, after)) {
        return;
    }
    cds_edit edit = {.kind = kind, .part = cds_text_of(part)};
    edit.before = before.length == 0 ? (cds_text){0} : before;
    edit.after = after.length == 0 ? (cds_text){0} : after;
    edit.says = cds_differ_say(differ, "%s: %.*s -> %.*s", part,
                               CDS_WHOLE(before.length == 0 ? CDS_TEXT("none") : before),
                               CDS_WHOLE(after.length == 0 ? CDS_TEXT("none") : after));
    cds_differ_add(differ, edit);
}

void cds_differ_words(cds_differ *differ, const char *part, cds_text before, cds_text after)
{
    if (cds_text_equal(before, after)) {
        return;
    }
    cds_edit edit = {.kind = CDS_EDIT_REWORDED, .part = cds_text_of(part)};
    edit.before = before.length == 0 ? (cds_text){0} : before;
    edit.after = after.length == 0 ? (cds_text){0} : after;
    if (before.length == 0) {
        edit.says = cds_differ_say(differ, "%s written: \"%.*s\"", part, CDS_WHOLE(after));
    } else if (after.length == 0) {
        edit.says = cds_differ_say(differ, "%s taken out: \"%.*s\"", part, CDS_WHOLE(before));
    } else {
        edit.says = cds_differ_say(differ, "%s reworded: \"%.*s\" -> \"%.*s\"", part,
                                   CDS_WHOLE(before), CDS_WHOLE(after));
    }
    cds_differ_add(differ, edit);
}
