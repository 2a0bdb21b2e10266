// SPDX-License-Identifier: Apache-2.0
// A value as words: numbers shortest, yes or no, lists with commas; "not asked" when unknown.
#include "engine/decide/fill.h"

static void put_options(cds_buf *buf, const cds_field *field, uint64_t options)
{
    const char *between = "";
    for (size_t i = 0; i < field->option_count; i++) {
        if ((options >> i & 1) != 0) {
            cds_buf_word(buf, between);
            cds_buf_json_inside(buf, field->options[i].value);
            between = ", ";
        }
    }
}

static void put_words(cds_buf *buf, const cds_json *list)
{
    const char *between = "";
    for (const cds_json *item = list->child; item != NULL; item = item->next) {
        cds_buf_word(buf, between);
        cds_buf_json_inside(buf, item->text);
        between = ", ";
    }
}

static void put_list(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    if (field->kind == CDS_CHOICES && fact->options != 0) {
        put_options(buf, field, fact->options);
    } else if (field->kind == CDS_WORDS && fact->json->count > 0) {
        put_words(buf, fact->json);
    } else if (field->kind == CDS_ITEMS && fact->json->count > 0) {
        cds_buf_int(buf, (int64_t)fact->json->count);
    } else {
        cds_buf_word(buf, "none");
    }
}

static void put_day(cds_buf *buf, cds_date day)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(day, text);
    cds_buf_word(buf, text);
}

static void put_fact(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    if (!fact->known) {
        cds_buf_word(buf, "not asked");
        return;
    }
    switch (field->kind) {
    case CDS_YESNO:
        cds_buf_word(buf, fact->yes ? "yes" : "no");
        return;
    case CDS_WHOLE:
    case CDS_NUMBER:
        cds_buf_number(buf, fact->number);
        return;
    case CDS_DAY:
        put_day(buf, fact->day);
        return;
    case CDS_CHOICE:
        cds_buf_json_inside(buf, field->options[fact->option].value);
        return;
    case CDS_WORD:
        cds_buf_json_inside(buf, fact->json->text);
        return;
    case CDS_CHOICES:
    case CDS_WORDS:
    case CDS_ITEMS:
        put_list(buf, field, fact);
        return;
    }
}

static void put_computed(cds_buf *buf, const cds_json *advice, cds_text name)
{
    const cds_json *fill = advice == NULL ? NULL : cds_json_member(advice, CDS_TEXT("fill"));
    const cds_json *value = fill == NULL ? NULL : cds_json_member(fill, name);
    if (value != NULL && value->kind == CDS_JSON_NUMBER) {
        cds_buf_number(buf, value->number);
    } else if (value != NULL && value->kind == CDS_JSON_STRING) {
        cds_buf_json_inside(buf, value->text);
    }
}

static void put_piece(cds_buf *buf, const cds_evaluation *evaluation, const cds_piece *piece,
                      const cds_json *advice)
{
    if (piece->field != NULL) {
        put_fact(buf, piece->field, cds_facts_of(evaluation->facts, piece->field));
    } else if (piece->fill.length > 0) {
        put_computed(buf, advice, piece->fill);
    } else {
        cds_buf_json_inside(buf, piece->text);
    }
}

void cds_fill_member(cds_buf *buf, const cds_evaluation *evaluation, cds_filling filling)
{
    const cds_template *text = filling.text;
    if (text->json.length == 0 && text->count == 0) {
        return;
    }
    cds_buf_comma(buf);
    cds_buf_char(buf, '"');
    cds_buf_word(buf, filling.name);
    cds_buf_text(buf, CDS_TEXT("\":\""));
    if (text->json.data != NULL) {
        cds_buf_text(buf, text->json);
    } else {
        for (size_t i = 0; i < text->count; i++) {
            put_piece(buf, evaluation, &text->pieces[i], filling.advice);
        }
    }
    cds_buf_char(buf, '"');
}
