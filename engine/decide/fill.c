// SPDX-License-Identifier: Apache-2.0
// A value as words: numbers shortest, yes or no, lists with commas; "not asked" when unknown.
#include "engine/decide/fill.h"

// Where the words go, and how: escaped for JSON, or as they are.
typedef struct filler {
    cds_buf *buf;
    bool as_json;
    void (*put)(cds_buf *buf, cds_text words);
} filler;

static void put_options(const filler *to, const cds_field *field, uint64_t options)
{
    const char *between = "";
    for (size_t i = 0; i < field->option_count; i++) {
        if ((options >> i & 1) != 0) {
            cds_buf_word(to->buf, between);
            to->put(to->buf, field->options[i].value);
            between = ", ";
        }
    }
}

static void put_words(const filler *to, const cds_json *list)
{
    const char *between = "";
    for (const cds_json *item = list->child; item != NULL; item = item->next) {
        cds_buf_word(to->buf, between);
        to->put(to->buf, item->text);
        between = ", ";
    }
}

static void put_list(const filler *to, const cds_field *field, const cds_fact *fact)
{
    if (field->kind == CDS_CHOICES && fact->options != 0) {
        put_options(to, field, fact->options);
    } else if (field->kind == CDS_WORDS && fact->json->count > 0) {
        put_words(to, fact->json);
    } else if (field->kind == CDS_ITEMS && fact->json->count > 0) {
        cds_buf_int(to->buf, (int64_t)fact->json->count);
    } else {
        cds_buf_word(to->buf, "none");
    }
}

static void put_day(cds_buf *buf, cds_date day)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(day, text);
    cds_buf_word(buf, text);
}

static void put_fact(const filler *to, const cds_field *field, const cds_fact *fact)
{
    if (!fact->known) {
        cds_buf_word(to->buf, "not asked");
        return;
    }
    switch (field->kind) {
    case CDS_YESNO:
        cds_buf_word(to->buf, fact->yes ? "yes" : "no");
        return;
    case CDS_WHOLE:
    case CDS_NUMBER:
        cds_buf_number(to->buf, fact->number);
        return;
    case CDS_DAY:
        put_day(to->buf, fact->day);
        return;
    case CDS_CHOICE:
        to->put(to->buf, field->options[fact->option].value);
        return;
    case CDS_WORD:
        to->put(to->buf, fact->json->text);
        return;
    case CDS_CHOICES:
    case CDS_WORDS:
    case CDS_ITEMS:
        put_list(to, field, fact);
        return;
    }
}

static void put_computed(const filler *to, const cds_json *advice, cds_text name)
{
    const cds_json *fill = advice == NULL ? NULL : cds_json_member(advice, CDS_TEXT("fill"));
    const cds_json *value = fill == NULL ? NULL : cds_json_member(fill, name);
    if (value != NULL && value->kind == CDS_JSON_NUMBER) {
        cds_buf_number(to->buf, value->number);
    } else if (value != NULL && value->kind == CDS_JSON_STRING) {
        to->put(to->buf, value->text);
    }
}

static void put_pieces(const filler *to, const cds_evaluation *evaluation,
                       const cds_template *text, const cds_json *advice)
{
    for (size_t i = 0; i < text->count; i++) {
        const cds_piece *piece = &text->pieces[i];
        if (piece->field != NULL) {
            put_fact(to, piece->field, cds_facts_of(evaluation->facts, piece->field));
        } else if (piece->fill.length > 0) {
            put_computed(to, advice, piece->fill);
        } else if (to->as_json && piece->json.data != NULL) {
            cds_buf_text(to->buf, piece->json);
        } else {
            to->put(to->buf, piece->text);
        }
    }
}

void cds_fill_text(cds_buf *buf, const cds_evaluation *evaluation, const cds_template *text,
                   const cds_json *advice)
{
    put_pieces(&(filler){buf, false, cds_buf_text}, evaluation, text, advice);
}

void cds_fill_blanks(cds_buf *buf, const cds_evaluation *evaluation, const cds_filling *filling)
{
    const cds_template *text = filling->text;
    if (text->count > 0) {
        cds_buf_text(buf, filling->name);
        put_pieces(&(filler){buf, true, cds_buf_json_inside}, evaluation, text,
                   filling->advice);
        cds_buf_char(buf, '"');
    }
}
