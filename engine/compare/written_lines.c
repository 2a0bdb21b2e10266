// SPDX-License-Identifier: Apache-2.0
// For people at a terminal: what came is green, what went is red, what may give somebody
// another answer is yellow.
#include "engine/compare/written.h"

typedef enum shade { PLAIN, BOLD, DIM, RED, GREEN, YELLOW } shade;

typedef struct teller {
    cds_buf *buf;
    bool color;
} teller;

static void say(const teller *to, shade tone, cds_text text)
{
    static const char *const codes[] = {"",         "\x1b[1m",  "\x1b[2m",
                                        "\x1b[31m", "\x1b[32m", "\x1b[33m"};
    bool colored = to->color && tone != PLAIN;
    cds_buf_word(to->buf, colored ? codes[tone] : "");
    cds_buf_text(to->buf, text);
    cds_buf_word(to->buf, colored ? "\x1b[0m" : "");
}

static void word(const teller *to, const char *text)
{
    cds_buf_word(to->buf, text);
}

static shade shade_of(const cds_edit *edit)
{
    switch (edit->kind) {
    case CDS_EDIT_ADDED:
    case CDS_EDIT_CONDITION_ADDED:
    case CDS_EDIT_ANSWER_ADDED:
    case CDS_EDIT_EVIDENCE_ADDED:
    case CDS_EDIT_LISTED:
        return GREEN;
    case CDS_EDIT_REMOVED:
    case CDS_EDIT_RETIRED:
    case CDS_EDIT_CONDITION_REMOVED:
    case CDS_EDIT_ANSWER_REMOVED:
    case CDS_EDIT_EVIDENCE_REMOVED:
    case CDS_EDIT_UNLISTED:
        return RED;
    default:
        return cds_edit_matters(edit->kind) ? YELLOW : PLAIN;
    }
}

// Long texts stand below each other.
static void tell_reworded(const teller *to, const cds_edit *edit)
{
    say(to, PLAIN, edit->part);
    word(to, " reworded\n      ");
    say(to, RED, CDS_TEXT("- "));
    say(to, RED, edit->before);
    word(to, "\n      ");
    say(to, GREEN, CDS_TEXT("+ "));
    say(to, GREEN, edit->after);
    word(to, "\n");
}

static void tell_edit(const teller *to, const cds_edit *edit)
{
    word(to, "    ");
    if (edit->kind == CDS_EDIT_REWORDED && edit->before.data != NULL &&
        edit->after.data != NULL) {
        tell_reworded(to, edit);
        return;
    }
    say(to, shade_of(edit), edit->says);
    word(to, "\n");
}

static void tell_readers(const teller *to, const cds_differing *thing)
{
    if (thing->rule_count == 0) {
        return;
    }
    cds_buf_format(to->buf, "    read by %zu rule%s: ", thing->rule_count,
                   thing->rule_count == 1 ? "" : "s");
    for (size_t i = 0; i < thing->rule_count; i++) {
        word(to, i == 0 ? "" : ", ");
        say(to, DIM, thing->rules[i]->id);
    }
    word(to, "\n");
}

static void tell_thing(const teller *to, const cds_differing *thing)
{
    word(to, "  ");
    say(to, BOLD, thing->id);
    if (thing->title.length > 0) {
        word(to, "  ");
        say(to, DIM, thing->title);
    }
    word(to, "\n");
    for (size_t i = 0; i < thing->edit_count; i++) {
        tell_edit(to, &thing->edits[i]);
    }
    tell_readers(to, thing);
}

static void tell_affected(const teller *to, const cds_difference *difference)
{
    word(to, "\n");
    if (difference->affected_count == 0) {
        word(to, "No decision reads what changes here.\n");
        return;
    }
    say(to, BOLD, CDS_TEXT("Decisions whose answers may change"));
    word(to, "\n");
    for (size_t i = 0; i < difference->affected_count; i++) {
        const cds_affected *one = &difference->affected[i];
        word(to, "  ");
        say(to, YELLOW, one->decision->name);
        if (one->by > 0) {
            cds_buf_format(to->buf, ", by %zu of these changes\n", one->by);
        } else {
            word(to, ", which reads ");
            say(to, PLAIN, one->through);
            word(to, "\n");
        }
    }
}

static bool begins_concern(const cds_difference *difference, size_t i)
{
    return i == 0 || difference->things[i].concern != difference->things[i - 1].concern;
}

void cds_difference_tell(cds_buf *buf, const cds_difference *difference, bool color)
{
    const teller to = {buf, color};
    if (difference->count == 0) {
        word(&to, "Nothing differs.\n");
        return;
    }
    for (size_t i = 0; i < difference->count; i++) {
        if (begins_concern(difference, i)) {
            word(&to, i == 0 ? "" : "\n");
            say(&to, BOLD, cds_text_of(cds_concern_heading(difference->things[i].concern)));
            word(&to, "\n");
        }
        tell_thing(&to, &difference->things[i]);
    }
    tell_affected(&to, difference);
    word(&to, cds_difference_needs_replay(difference) ? cds_difference_replay : "");
}
