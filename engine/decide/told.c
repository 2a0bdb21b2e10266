// SPDX-License-Identifier: Apache-2.0
// A reason is said with the person's own value where its words name a range or a choice.
#include "engine/decide/told.h"

#include "engine/decide/aloud.h"
#include "engine/rules/says.h"

static cds_text words_of(const cds_reason *reason)
{
    return reason->as_false ? reason->leaf->says_not : reason->leaf->says;
}

// The value a compared number has, where it is one fact or measure; false: it is not known.
static bool number_of(const cds_evaluation *evaluation, const cds_expression *value,
                      double *out)
{
    if (value->kind == CDS_OF_MEASURE) {
        const cds_measured *measured = &evaluation->measured[value->measure->index];
        *out = measured->number;
        return measured->known;
    }
    if (value->kind != CDS_OF_FIELD) {
        return false;
    }
    const cds_fact *fact = cds_facts_of(evaluation->facts, value->field);
    *out = fact->number;
    return fact->known;
}

// "age is 52 (at least 40 years)"; what is worked out from several facts keeps its own words.
static void put_compared(cds_buf *buf, const cds_evaluation *evaluation,
                         const cds_reason *reason)
{
    cds_text words = words_of(reason);
    cds_text what = reason->leaf->value->says;
    size_t range = what.length + sizeof " is " - 1;
    double number;
    bool exact = reason->leaf->range.has_low && reason->leaf->range.has_high &&
                 reason->leaf->range.low == reason->leaf->range.high;
    if ((exact && !reason->as_false) || !number_of(evaluation, reason->leaf->value, &number) ||
        range > words.length) {
        cds_buf_text(buf, words);
        return;
    }
    cds_buf_text(buf, what);
    cds_buf_word(buf, " is ");
    cds_buf_number(buf, number);
    cds_buf_word(buf, " (");
    cds_buf_text(buf, (cds_text){words.data + range, words.length - range});
    cds_buf_char(buf, ')');
}

// Which of the field's options are worth saying: of a list those the rule looks for.
static uint64_t chosen(const cds_reason *reason, const cds_fact *fact)
{
    if (reason->leaf->field->kind == CDS_CHOICE) {
        return (uint64_t)1 << fact->option;
    }
    return fact->options & reason->leaf->options;
}

static void put_chosen(cds_buf *buf, const cds_field *field, uint64_t options)
{
    size_t count = (size_t)__builtin_popcountll(options);
    size_t at = 0;
    cds_says_named(buf, field->title);
    for (size_t i = 0; i < field->option_count; i++) {
        if ((options >> i & 1) != 0) {
            cds_buf_word(buf, cds_aloud_between(at++, count));
            cds_says_title(buf, field->options[i].title);
        }
    }
}

static void put_choice(cds_buf *buf, const cds_evaluation *evaluation, const cds_reason *reason)
{
    const cds_field *field = reason->leaf->field;
    const cds_fact *fact = cds_facts_of(evaluation->facts, field);
    bool has_options = field->kind == CDS_CHOICE || field->kind == CDS_CHOICES;
    uint64_t options = has_options && fact->known ? chosen(reason, fact) : 0;
    if (options != 0) {
        put_chosen(buf, field, options);
    } else if (field->kind == CDS_CHOICES && fact->known && fact->options == 0) {
        cds_says_named(buf, field->title);
        cds_buf_word(buf, "none");
    } else {
        cds_buf_text(buf, words_of(reason));
    }
}

// A request that nobody made reads better as that than as its being something else.
static bool not_requested(const cds_evaluation *evaluation, const cds_reason *reason)
{
    const cds_field *field = reason->leaf->field;
    return field != NULL && field->request && !cds_facts_of(evaluation->facts, field)->known;
}

static void put_reason(cds_buf *buf, const cds_evaluation *evaluation, const cds_reason *reason)
{
    if (not_requested(evaluation, reason)) {
        cds_says_title(buf, reason->leaf->field->title);
        cds_buf_word(buf, " is not given");
        return;
    }
    switch (reason->leaf->word) {
    case CDS_COMPARE:
        put_compared(buf, evaluation, reason);
        return;
    case CDS_IS_ONE_OF:
    case CDS_INCLUDES_ANY:
    case CDS_INCLUDES_NONE:
        put_choice(buf, evaluation, reason);
        return;
    default:
        cds_buf_text(buf, words_of(reason));
    }
}

static size_t count_open(const cds_reasons *reasons)
{
    size_t count = 0;
    for (size_t i = 0; i < reasons->count; i++) {
        count += reasons->list[i].open;
    }
    return count;
}

static void put_known(cds_buf *buf, const cds_evaluation *evaluation,
                      const cds_reasons *reasons)
{
    size_t count = reasons->count - count_open(reasons);
    size_t at = 0;
    for (size_t i = 0; i < reasons->count; i++) {
        if (reasons->list[i].open) {
            continue;
        }
        cds_buf_word(buf, at == 0 ? "" : at + 1 < count ? "; " : "; and ");
        put_reason(buf, evaluation, &reasons->list[i]);
        at++;
    }
}

// What an answer would be about, whichever way it would matter.
static void put_topic(cds_buf *buf, const cds_condition *leaf)
{
    if (leaf->word == CDS_COMPARE) {
        cds_buf_text(buf, leaf->value->says);
    } else if (leaf->field != NULL) {
        cds_aloud_title(buf, leaf->field->title);
    } else {
        cds_buf_word(buf, "whether ");
        cds_buf_text(buf, leaf->says);
    }
}

static void put_open(cds_buf *buf, const cds_reasons *reasons)
{
    size_t count = count_open(reasons);
    size_t at = 0;
    cds_buf_word(buf, "nobody has yet asked about ");
    for (size_t i = 0; i < reasons->count; i++) {
        if (reasons->list[i].open) {
            cds_buf_word(buf, cds_aloud_between(at++, count));
            put_topic(buf, reasons->list[i].leaf);
        }
    }
}

void cds_told_reasons(cds_buf *buf, const cds_evaluation *evaluation,
                      const cds_reasons *reasons)
{
    put_known(buf, evaluation, reasons);
    if (count_open(reasons) > 0) {
        cds_buf_word(buf, count_open(reasons) < reasons->count ? "; and " : "");
        put_open(buf, reasons);
    }
}
