// SPDX-License-Identifier: Apache-2.0
// Facts by their titles, values in words.
#include "server/cds_hooks/facts_table.h"

#include "engine/facts/pointer.h"
#include "server/cds_hooks/markdown.h"
#include "server/fhir/resource.h"

#define ROWS_MAX 12

typedef struct table {
    cds_buf *buf;
    const srv_card *card;
    size_t rows, left_out;
} table;

static const cds_fields *fields_of(const table *it)
{
    return it->card->telling->rules->fields;
}

static void put_option(cds_buf *buf, const cds_field *field, cds_text value)
{
    const int option = field == NULL ? -1 : cds_field_option(field, value);
    srv_markdown_text(buf, option < 0 ? value : field->options[option].title);
}

static void put_list(cds_buf *buf, const cds_field *field, const cds_json *list)
{
    const char *between = "";
    if (list->count == 0)
        cds_buf_word(buf, "none");
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        cds_buf_word(buf, between);
        put_option(buf, field, at->text);
        between = ", ";
    }
}

static void put_number(cds_buf *buf, const cds_field *field, double number)
{
    cds_buf_number(buf, number);
    if (field != NULL && field->unit.length > 0) {
        cds_buf_char(buf, ' ');
        srv_markdown_text(buf, field->unit);
    }
}

/** `field` may be NULL. */
static void put_value(cds_buf *buf, const cds_field *field, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_NULL:
        cds_buf_word(buf, "not known");
        break;
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
        cds_buf_word(buf, value->kind == CDS_JSON_TRUE ? "yes" : "no");
        break;
    case CDS_JSON_NUMBER:
        put_number(buf, field, value->number);
        break;
    case CDS_JSON_STRING:
        put_option(buf, field, value->text);
        break;
    case CDS_JSON_ARRAY:
    case CDS_JSON_OBJECT:
        put_list(buf, field, value);
        break;
    }
}

static void begin_row(table *it, const char *heads)
{
    if (it->rows++ == 0)
        cds_buf_format(it->buf, "\n\n%s\n|---|---|\n", heads);
    cds_buf_word(it->buf, "| ");
}

static void end_row(table *it)
{
    cds_buf_word(it->buf, " |\n");
}

static void end_table(const table *it)
{
    if (it->left_out > 0)
        cds_buf_format(it->buf, "\nand %zu more.", it->left_out);
}

static void put_used(table *it, cds_text title, const cds_field *field, const cds_json *value)
{
    static const cds_json unknown = {.kind = CDS_JSON_NULL};
    if (it->rows == ROWS_MAX) {
        it->left_out++;
        return;
    }
    begin_row(it, "| Facts used | Value |");
    srv_markdown_text(it->buf, title);
    cds_buf_word(it->buf, " | ");
    put_value(it->buf, field, value == NULL ? &unknown : value);
    end_row(it);
}

/** Of `because`: a fact by its title, anything else by what is said of it. */
static void put_reason(table *it, const cds_json *reason)
{
    const cds_text pointer = srv_fhir_text(reason, "pointer");
    const cds_json *value = cds_json_member(reason, CDS_TEXT("value"));
    const cds_field *field =
        pointer.data == NULL ? NULL : cds_fields_at_pointer(fields_of(it), pointer);
    if (field != NULL) {
        put_used(it, field->title, field, value);
        return;
    }
    const cds_json says = {.kind = CDS_JSON_STRING, .text = srv_fhir_text(reason, "says")};
    const cds_text measure = srv_fhir_text(reason, "measure");
    put_used(it, measure.data == NULL ? CDS_TEXT("Finding") : measure, NULL, &says);
}

static bool same_reason(const cds_json *a, const cds_json *b)
{
    const cds_text pointer = srv_fhir_text(a, "pointer");
    return pointer.data != NULL
               ? cds_text_equal(pointer, srv_fhir_text(b, "pointer"))
               : cds_text_equal(srv_fhir_text(a, "says"), srv_fhir_text(b, "says"));
}

static const cds_json *reasons_of(const cds_json *rule)
{
    return cds_json_member(rule, CDS_TEXT("because"))->child;
}

/** Whether a rule before this one, or a reason before in it, says the same. */
static bool is_said(const table *it, const cds_json *rule, const cds_json *reason)
{
    const cds_json *before = srv_card_rule(it->card, NULL);
    for (; before != NULL; before = srv_card_rule(it->card, before)) {
        for (const cds_json *at = reasons_of(before); at != NULL && at != reason;
             at = at->next) {
            if (same_reason(at, reason))
                return true;
        }
        if (before == rule)
            return false;
    }
    return false;
}

static void put_reasons(table *it)
{
    const cds_json *rule = srv_card_rule(it->card, NULL);
    for (; rule != NULL; rule = srv_card_rule(it->card, rule)) {
        for (const cds_json *at = reasons_of(rule); at != NULL; at = at->next) {
            if (!is_said(it, rule, at))
                put_reason(it, at);
        }
    }
}

/** Whose facts they are says nothing about the person. */
static bool is_reference(const cds_field *field)
{
    return cds_text_is(field->path, "patient.reference");
}

static void put_known(table *it)
{
    const cds_fields *fields = fields_of(it);
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        const cds_json *value =
            cds_pointer_follow(it->card->telling->assessment, field->pointer);
        if (value != NULL && value->kind != CDS_JSON_NULL && !is_reference(field))
            put_used(it, field->title, field, value);
    }
}

void srv_facts_table_used(cds_buf *buf, const srv_card *card)
{
    table it = {.buf = buf, .card = card};
    if (srv_card_rule(card, NULL) != NULL)
        put_reasons(&it);
    else
        put_known(&it);
    end_table(&it);
}

static void put_missing(table *it, const cds_json *question)
{
    const cds_field *field =
        cds_fields_at_pointer(fields_of(it), srv_fhir_text(question, "pointer"));
    if (it->rows == ROWS_MAX) {
        it->left_out++;
        return;
    }
    begin_row(it, "| Facts missing | Question |");
    srv_markdown_text(it->buf, field == NULL ? CDS_TEXT("") : field->title);
    cds_buf_word(it->buf, " | ");
    srv_markdown_text(it->buf, srv_fhir_text(question, "ask"));
    end_row(it);
}

void srv_facts_table_missing(cds_buf *buf, const srv_card *card)
{
    table it = {.buf = buf, .card = card};
    const cds_json *at = srv_card_question(card, NULL);
    for (; at != NULL; at = srv_card_question(card, at))
        put_missing(&it, at);
    if (it.rows == 0)
        cds_buf_word(buf, "\n\nFacts missing: none that would change this.");
    end_table(&it);
}
