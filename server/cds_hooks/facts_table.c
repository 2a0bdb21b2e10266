// SPDX-License-Identifier: Apache-2.0
// Facts by their titles, values in words.
#include "server/cds_hooks/facts_table.h"

#include "engine/base/arena.h"
#include "engine/decide/because.h"
#include "server/cds_hooks/markdown.h"

#define ROWS_MAX 12

typedef struct table {
    cds_buf *buf;
    const srv_card *card;
    size_t rows, left_out;
    uint8_t *said;                         // of each field by its index
    const cds_condition *others[ROWS_MAX]; // what was said without a field
    size_t other_count;
} table;

static void put_options(cds_buf *buf, const cds_field *field, uint64_t options)
{
    const char *between = "";
    if (options == 0)
        cds_buf_word(buf, "none");
    for (size_t i = 0; i < field->option_count; i++) {
        if ((options >> i & 1) == 0)
            continue;
        cds_buf_word(buf, between);
        srv_markdown_text(buf, field->options[i].title);
        between = ", ";
    }
}

static void put_words(cds_buf *buf, const cds_json *list)
{
    const char *between = "";
    if (list->count == 0)
        cds_buf_word(buf, "none");
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        cds_buf_word(buf, between);
        srv_markdown_text(buf, at->text);
        between = ", ";
    }
}

static void put_day(cds_buf *buf, cds_date day)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(day, text);
    cds_buf_word(buf, text);
}

static void put_number(cds_buf *buf, double number, cds_text unit)
{
    cds_buf_number(buf, number);
    if (unit.length > 0) {
        cds_buf_char(buf, ' ');
        srv_markdown_text(buf, unit);
    }
}

static void put_known_value(cds_buf *buf, const cds_field *field, const cds_fact *fact)
{
    switch (field->kind) {
    case CDS_YESNO:
        cds_buf_word(buf, fact->yes ? "yes" : "no");
        return;
    case CDS_WHOLE:
    case CDS_NUMBER:
        put_number(buf, fact->number, field->unit);
        return;
    case CDS_DAY:
        put_day(buf, fact->day);
        return;
    case CDS_CHOICE:
        srv_markdown_text(buf, field->options[fact->option].title);
        return;
    case CDS_CHOICES:
        put_options(buf, field, fact->options);
        return;
    case CDS_WORD:
        srv_markdown_text(buf, fact->json->text);
        return;
    case CDS_WORDS:
        put_words(buf, fact->json);
        return;
    case CDS_ITEMS:
        cds_buf_int(buf, (int64_t)fact->json->count);
        return;
    }
}

/** False: the table is full, and the row is counted. */
static bool begin_row(table *it, const char *heads, cds_text title)
{
    if (it->rows == ROWS_MAX) {
        it->left_out++;
        return false;
    }
    if (it->rows++ == 0)
        cds_buf_format(it->buf, "\n\n%s\n|---|---|\n", heads);
    cds_buf_word(it->buf, "| ");
    srv_markdown_text(it->buf, title);
    cds_buf_word(it->buf, " | ");
    return true;
}

static bool begin_used(table *it, cds_text title)
{
    return begin_row(it, "| Facts used | Value |", title);
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

static void put_fact(table *it, const cds_field *field)
{
    const cds_fact *fact = cds_facts_of(it->card->telling->evaluation->facts, field);
    if (it->said[field->index] != 0)
        return;
    it->said[field->index] = 1;
    if (!begin_used(it, field->title))
        return;
    if (fact->known)
        put_known_value(it->buf, field, fact);
    else
        cds_buf_word(it->buf, "not known");
    end_row(it);
}

static void put_measure(table *it, const cds_measure *measure)
{
    const cds_measured *measured = &it->card->telling->evaluation->measured[measure->index];
    if (!begin_used(it, measure->says))
        return;
    if (measured->known)
        put_number(it->buf, measured->number, measure->unit);
    else
        cds_buf_word(it->buf, "not known");
    end_row(it);
}

/** Each fact and measure a compared number is made of. */
static void put_numbers(table *it, const cds_expression *value)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        put_fact(it, value->field);
        return;
    case CDS_OF_MEASURE:
        put_measure(it, value->measure);
        return;
    case CDS_OF_ARITHMETIC:
        put_numbers(it, value->left);
        put_numbers(it, value->right);
        return;
    case CDS_OF_NUMBER:
        return;
    }
}

static bool is_said(const table *it, const cds_condition *leaf)
{
    for (size_t i = 0; i < it->other_count; i++) {
        if (it->others[i] == leaf ||
            (leaf->finding != NULL && it->others[i]->finding == leaf->finding))
            return true;
    }
    return false;
}

/** What is no fact by itself: a finding that is not there, another decision. */
static void put_other(table *it, const cds_reason *reason)
{
    const cds_condition *leaf = reason->leaf;
    if (is_said(it, leaf))
        return;
    if (it->other_count < ROWS_MAX)
        it->others[it->other_count++] = leaf;
    if (!begin_used(it, CDS_TEXT("Finding")))
        return;
    if (leaf->word == CDS_FINDING) {
        cds_buf_word(it->buf, "not found: ");
        srv_markdown_text(it->buf, leaf->finding->says);
    } else {
        srv_markdown_text(it->buf, reason->as_false ? leaf->says_not : leaf->says);
    }
    if (reason->open)
        cds_buf_word(it->buf, " (not settled yet)");
    end_row(it);
}

static void put_reasons(table *it)
{
    const srv_telling *telling = it->card->telling;
    const cds_rule *rule = srv_card_rule(it->card, NULL);
    for (; rule != NULL; rule = srv_card_rule(it->card, rule)) {
        cds_reasons because = {NULL, 0};
        (void)cds_because(telling->ctx, telling->evaluation, rule->when, &because);
        for (size_t i = 0; i < because.count; i++) {
            const cds_condition *leaf = because.list[i].leaf;
            if (leaf->word == CDS_COMPARE)
                put_numbers(it, leaf->value);
            else if (leaf->field != NULL)
                put_fact(it, leaf->field);
            else
                put_other(it, &because.list[i]);
        }
    }
}

/** Who it is and which day it is say nothing about the person. */
static bool is_telling(const cds_field *field)
{
    return !cds_text_is(field->path, "patient.reference") &&
           !cds_text_is(field->path, "assessed_on");
}

static void put_known(table *it)
{
    const cds_facts *facts = it->card->telling->evaluation->facts;
    for (size_t i = 0; i < facts->fields->count; i++) {
        if (facts->list[i].known && is_telling(&facts->fields->list[i]))
            put_fact(it, &facts->fields->list[i]);
    }
}

void srv_facts_table_used(cds_buf *buf, const srv_card *card)
{
    const srv_telling *telling = card->telling;
    table it = {.buf = buf, .card = card};
    it.said = cds_alloc(telling->ctx->mem, telling->evaluation->rules->fields->count + 1);
    if (it.said == NULL) {
        (void)cds_fail_memory(telling->ctx);
        return;
    }
    if (srv_card_rule(card, NULL) != NULL)
        put_reasons(&it);
    else
        put_known(&it);
    end_table(&it);
}

void srv_facts_table_missing(cds_buf *buf, const srv_card *card)
{
    table it = {.buf = buf, .card = card};
    size_t at = 0;
    for (const cds_field *field = srv_card_open_fact(card, &at); field != NULL;
         field = srv_card_open_fact(card, &at)) {
        if (!begin_row(&it, "| Facts missing | Question |", field->title))
            continue;
        srv_markdown_text(buf, field->ask);
        end_row(&it);
    }
    if (it.rows == 0)
        cds_buf_word(buf, "\n\nFacts missing: none that would change this.");
    end_table(&it);
}
