// SPDX-License-Identifier: Apache-2.0
// For programs: members sorted by name.
#include "engine/compare/written.h"

static void member(cds_buf *buf, const char *name, cds_text value)
{
    cds_buf_comma(buf);
    cds_buf_format(buf, "\"%s\":", name);
    if (value.data == NULL) {
        cds_buf_word(buf, "null");
    } else {
        cds_buf_json(buf, value);
    }
}

static cds_text there(cds_text text)
{
    return text.data == NULL ? CDS_TEXT("") : text;
}

static void write_edit(cds_buf *buf, const cds_edit *edit)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    member(buf, "after", edit->after);
    member(buf, "before", edit->before);
    member(buf, "kind", cds_text_of(cds_edit_word(edit->kind)));
    cds_buf_word(buf,
                 cds_edit_matters(edit->kind) ? ",\"matters\":true" : ",\"matters\":false");
    member(buf, "part", there(edit->part));
    member(buf, "says", edit->says);
    cds_buf_char(buf, '}');
}

static void write_thing(cds_buf *buf, const cds_differing *thing)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    member(buf, "concerns", cds_text_of(cds_concern_word(thing->concern)));
    cds_buf_word(buf, ",\"edits\":[");
    for (size_t i = 0; i < thing->edit_count; i++) {
        write_edit(buf, &thing->edits[i]);
    }
    cds_buf_char(buf, ']');
    member(buf, "file", there(thing->file));
    member(buf, "id", thing->id);
    cds_buf_word(buf, ",\"rules\":[");
    for (size_t i = 0; i < thing->rule_count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, thing->rules[i]->id);
    }
    cds_buf_char(buf, ']');
    member(buf, "title", there(thing->title));
    cds_buf_char(buf, '}');
}

static void write_affected(cds_buf *buf, const cds_affected *one)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    if (one->by > 0) {
        cds_buf_format(buf, "\"by\":%zu", one->by);
    }
    member(buf, "decision", one->decision->name);
    if (one->by == 0) {
        member(buf, "through", one->through);
    }
    cds_buf_char(buf, '}');
}

void cds_difference_json(cds_buf *buf, const cds_difference *difference)
{
    cds_buf_char(buf, '{');
    member(buf, "after", cds_text_of(difference->after->digest_text));
    member(buf, "before", cds_text_of(difference->before->digest_text));
    cds_buf_word(buf, ",\"changes\":[");
    for (size_t i = 0; i < difference->count; i++) {
        write_thing(buf, &difference->things[i]);
    }
    cds_buf_word(buf, "],\"decisions\":[");
    for (size_t i = 0; i < difference->affected_count; i++) {
        write_affected(buf, &difference->affected[i]);
    }
    cds_buf_word(buf, "]}");
}
