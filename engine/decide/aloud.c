// SPDX-License-Identifier: Apache-2.0
// A sentence for each joining word; a part that joins parts itself stands in brackets.
#include "engine/decide/aloud.h"

#include "engine/rules/says.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

void cds_aloud_prose(cds_buf *buf, cds_text text)
{
    bool between = false;
    bool begun = false;
    for (size_t i = 0; i < text.length; i++) {
        if (is_blank(text.data[i])) {
            between = begun;
            continue;
        }
        if (between) {
            cds_buf_char(buf, ' ');
        }
        cds_buf_char(buf, text.data[i]);
        between = false;
        begun = true;
    }
}

void cds_aloud_template(cds_buf *buf, const cds_template *text)
{
    for (size_t i = 0; i < text->count; i++) {
        const cds_piece *piece = &text->pieces[i];
        if (piece->field == NULL && piece->fill.length == 0) {
            cds_buf_text(buf, piece->text);
            continue;
        }
        cds_buf_char(buf, '[');
        cds_buf_text(buf, piece->field != NULL ? piece->field->title : piece->fill);
        cds_buf_char(buf, ']');
    }
}

void cds_aloud_short_name(cds_buf *buf, const cds_rule *rule)
{
    size_t from = 0;
    for (size_t i = 0; i < rule->id.length; i++) {
        from = rule->id.data[i] == '/' ? i + 1 : from;
    }
    for (size_t i = from; i < rule->id.length; i++) {
        cds_buf_char(buf, rule->id.data[i] == '-' ? ' ' : rule->id.data[i]);
    }
}

void cds_aloud_word(cds_buf *buf, const cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
        cds_buf_word(buf, "all of these hold");
        return;
    case CDS_ANY:
        cds_buf_word(buf, "any of these holds");
        return;
    case CDS_NONE:
        cds_buf_word(buf, "none of these holds");
        return;
    case CDS_AT_LEAST_OF:
        cds_buf_word(buf, "at least ");
        cds_buf_int(buf, condition->count);
        cds_buf_word(buf, " of these hold");
        return;
    case CDS_UNLESS_RULED_OUT:
        cds_buf_word(buf, "this is not ruled out (presumed while unknown)");
        return;
    case CDS_FINDING:
        cds_buf_text(buf, condition->finding->says);
        return;
    default:
        cds_buf_text(buf, condition->says);
    }
}

// Findings and leaves are one thing said; so is a presumption of one, or a list of one part.
static bool joins(const cds_condition *condition)
{
    if (condition->word == CDS_UNLESS_RULED_OUT || condition->part_count == 1) {
        return joins(condition->parts[0]);
    }
    return condition->part_count > 1;
}

static void put_part(cds_buf *buf, const cds_condition *part)
{
    bool bracket = joins(part);
    cds_buf_word(buf, bracket ? "(" : "");
    cds_aloud_condition(buf, part);
    cds_buf_word(buf, bracket ? ")" : "");
}

static void put_parts(cds_buf *buf, const cds_condition *condition, const char *word)
{
    for (size_t i = 0; i < condition->part_count; i++) {
        bool last = i + 1 == condition->part_count;
        cds_buf_word(buf, i == 0 ? "" : "; ");
        cds_buf_word(buf, i > 0 && last ? word : "");
        put_part(buf, condition->parts[i]);
    }
}

void cds_aloud_condition(cds_buf *buf, const cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
        put_parts(buf, condition, "and ");
        return;
    case CDS_ANY:
        put_parts(buf, condition, "or ");
        return;
    case CDS_NONE:
        cds_buf_word(buf, condition->part_count == 1 ? "not: " : "none of: ");
        put_parts(buf, condition, "or ");
        return;
    case CDS_AT_LEAST_OF:
        cds_buf_word(buf, "at least ");
        cds_buf_int(buf, condition->count);
        cds_buf_word(buf, " of: ");
        put_parts(buf, condition, "and ");
        return;
    case CDS_UNLESS_RULED_OUT:
        put_part(buf, condition->parts[0]);
        cds_buf_word(buf, ", unless ruled out");
        return;
    default:
        cds_aloud_word(buf, condition);
    }
}

void cds_aloud_title(cds_buf *buf, cds_text title)
{
    bool asks = title.length > 0 && title.data[title.length - 1] == '?';
    cds_says_title(buf, (cds_text){title.data, title.length - (asks ? 1 : 0)});
}

const char *cds_aloud_between(size_t at, size_t count)
{
    return at == 0 ? "" : at + 1 == count ? " and " : ", ";
}
