// SPDX-License-Identifier: Apache-2.0
// Lists of texts: what came, what went, and what only stands elsewhere.
#include "engine/compare/differ.h"

#include <stdint.h>

// The place in the other list of an equal text that no earlier one has taken, or -1.
static int find(const cds_text *list, size_t count, uint8_t *taken, cds_text text)
{
    for (size_t i = 0; i < count; i++) {
        if (taken[i] == 0 && cds_text_equal(list[i], text)) {
            taken[i] = 1;
            return (int)i;
        }
    }
    return -1;
}

cds_text cds_differ_joined(cds_differ *differ, const cds_text *names, size_t count)
{
    cds_buf buf = cds_differ_buf(differ);
    for (size_t i = 0; i < count; i++) {
        cds_buf_word(&buf, i == 0 ? "" : ", ");
        cds_buf_text(&buf, names[i]);
    }
    return cds_differ_end(differ, &buf);
}

static void came(cds_differ *differ, const cds_differ_list *list, cds_text text)
{
    cds_differ_add(differ, (cds_edit){.kind = list->added,
                                      .part = cds_text_of(list->part),
                                      .after = text,
                                      .says = cds_differ_say(differ, "%s added: %.*s",
                                                             list->noun, CDS_WHOLE(text))});
}

static void went(cds_differ *differ, const cds_differ_list *list, cds_text text)
{
    cds_differ_add(differ, (cds_edit){.kind = list->removed,
                                      .part = cds_text_of(list->part),
                                      .before = text,
                                      .says = cds_differ_say(differ, "%s removed: %.*s",
                                                             list->noun, CDS_WHOLE(text))});
}

static void reordered(cds_differ *differ, const cds_differ_list *list)
{
    cds_edit edit = {
        .kind = list->order,
        .part = cds_text_of(list->part),
        .before = cds_differ_joined(differ, list->before, list->before_count),
        .after = cds_differ_joined(differ, list->after, list->after_count),
    };
    edit.says = cds_differ_say(differ, "order of %s: %.*s -> %.*s", list->part,
                               CDS_WHOLE(edit.before), CDS_WHOLE(edit.after));
    cds_differ_add(differ, edit);
}

void cds_differ_lists(cds_differ *differ, const cds_differ_list *list)
{
    uint8_t *taken = cds_differ_take(differ, list->after_count);
    bool in_order = true;
    int last = -1;
    if (taken == NULL) {
        return;
    }
    for (size_t i = 0; i < list->before_count; i++) {
        int at = find(list->after, list->after_count, taken, list->before[i]);
        if (at < 0) {
            went(differ, list, list->before[i]);
            continue;
        }
        in_order = in_order && at > last;
        last = at;
    }
    for (size_t i = 0; i < list->after_count; i++) {
        if (taken[i] == 0) {
            came(differ, list, list->after[i]);
        }
    }
    if (!in_order) {
        reordered(differ, list);
    }
}
