// SPDX-License-Identifier: Apache-2.0
// Private to compare/: collects the edits of one thing after the other. Sticky: a ceiling that
// is reached shows at the end.
#pragma once

#include "engine/compare/difference.h"

#define CDS_WHOLE(text) (int)(text).length, (text).data

typedef struct cds_differ {
    cds_ctx *ctx;
    const cds_ruleset_view *before, *after;
    cds_differing *things;
    size_t count, room;
    cds_edit *edits; // of the thing that is being compared
    size_t edit_count, edit_room;
    cds_status status;
} cds_differ;

/** What a thing is made of, if it has any edits; of the one that is now, or else was. */
typedef struct cds_thing {
    cds_concern concern;
    cds_text id, title;
    cds_text file; // that declares it
} cds_thing;

/** Room that lives as long as the difference; NULL: no memory, noted. */
void *cds_differ_take(cds_differ *differ, size_t bytes);

/** A text put together. Empty: no memory, noted. */
cds_text cds_differ_say(cds_differ *differ, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** What a buffer that began as `cds_differ_buf` holds. */
cds_buf cds_differ_buf(const cds_differ *differ);
cds_text cds_differ_end(cds_differ *differ, cds_buf *buf);

void cds_differ_add(cds_differ *differ, cds_edit edit);

/** The edits added since the last thing are those of this one; none: nothing is noted. */
void cds_differ_thing(cds_differ *differ, cds_thing thing);

/** The same with one edit: it is new, or gone. */
void cds_differ_came(cds_differ *differ, cds_thing thing);
void cds_differ_went(cds_differ *differ, cds_thing thing);

/** An edit if the two differ: "title: a -> b". */
void cds_differ_values(cds_differ *differ, cds_edit_kind kind, const char *part,
                       cds_text before, cds_text after);

/** The same of a text for people: "title reworded: ...". */
void cds_differ_words(cds_differ *differ, const char *part, cds_text before, cds_text after);

/** Lists of texts as sets and then as orders; `noun` is one of them: "caution". */
typedef struct cds_differ_list {
    const cds_text *before, *after;
    size_t before_count, after_count;
    cds_edit_kind added, removed, order;
    const char *part, *noun;
} cds_differ_list;
void cds_differ_lists(cds_differ *differ, const cds_differ_list *list);

/** "a, b, c" of names. */
cds_text cds_differ_joined(cds_differ *differ, const cds_text *names, size_t count);
