// SPDX-License-Identifier: Apache-2.0
// For a page: a heading for each kind and each thing, an item for each edit.
#include <string.h>

#include "engine/compare/written.h"

// Words, with whatever Markdown would read as its own kept as it is.
static void put(cds_buf *buf, cds_text words)
{
    for (size_t i = 0; i < words.length; i++) {
        char c = words.data[i];
        if (c == '\n') {
            cds_buf_char(buf, ' ');
            continue;
        }
        cds_buf_word(buf, c != '\0' && strchr("\\`*_[]<>#|~", c) != NULL ? "\\" : "");
        cds_buf_char(buf, c);
    }
}

static void put_readers(cds_buf *buf, const cds_differing *thing)
{
    if (thing->rule_count == 0) {
        return;
    }
    cds_buf_format(buf, "- read by %zu rule%s: ", thing->rule_count,
                   thing->rule_count == 1 ? "" : "s");
    for (size_t i = 0; i < thing->rule_count; i++) {
        cds_buf_word(buf, i == 0 ? "`" : ", `");
        cds_buf_text(buf, thing->rules[i]->id);
        cds_buf_char(buf, '`');
    }
    cds_buf_char(buf, '\n');
}

static void put_thing(cds_buf *buf, const cds_differing *thing)
{
    cds_buf_word(buf, "\n### `");
    cds_buf_text(buf, thing->id);
    cds_buf_word(buf, thing->title.length > 0 ? "`: " : "`");
    put(buf, thing->title);
    cds_buf_word(buf, "\n\n");
    for (size_t i = 0; i < thing->edit_count; i++) {
        cds_buf_word(buf, "- ");
        put(buf, thing->edits[i].says);
        cds_buf_word(buf,
                     cds_edit_matters(thing->edits[i].kind) ? " (answers may change)\n" : "\n");
    }
    put_readers(buf, thing);
}

static void put_affected(cds_buf *buf, const cds_difference *difference)
{
    cds_buf_word(buf, "\n## Decisions whose answers may change\n\n");
    cds_buf_word(buf, difference->affected_count == 0 ? "No decision reads what changes here.\n"
                                                      : "");
    for (size_t i = 0; i < difference->affected_count; i++) {
        const cds_affected *one = &difference->affected[i];
        cds_buf_format(buf, "- `%.*s`", (int)one->decision->name.length,
                       one->decision->name.data);
        if (one->by > 0) {
            cds_buf_format(buf, ", by %zu of these changes\n", one->by);
        } else {
            cds_buf_format(buf, ", which reads `%.*s`\n", (int)one->through.length,
                           one->through.data);
        }
    }
}

void cds_difference_markdown(cds_buf *buf, const cds_difference *difference)
{
    cds_buf_format(buf, "# What changes\n\nFrom `%s` to `%s`.\n",
                   difference->before->digest_text, difference->after->digest_text);
    if (difference->count == 0) {
        cds_buf_word(buf, "\nNothing differs.\n");
        return;
    }
    for (size_t i = 0; i < difference->count; i++) {
        const cds_differing *thing = &difference->things[i];
        if (i == 0 || thing->concern != thing[-1].concern) {
            cds_buf_format(buf, "\n## %s\n", cds_concern_heading(thing->concern));
        }
        put_thing(buf, thing);
    }
    put_affected(buf, difference);
    cds_buf_word(buf, cds_difference_needs_replay(difference) ? cds_difference_replay : "");
}
