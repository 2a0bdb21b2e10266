// SPDX-License-Identifier: Apache-2.0
// One function for each kind of word.
#include "engine/compare/code.h"

static void quoted(cds_buf *buf, cds_text text)
{
    cds_buf_char(buf, '"');
    cds_buf_text(buf, text);
    cds_buf_char(buf, '"');
}

void cds_code_expression(cds_buf *buf, const cds_expression *expression)
{
    static const char *const words[] = {
        [CDS_PLUS] = " + ", [CDS_MINUS] = " - ", [CDS_TIMES] = " * ", [CDS_OVER] = " / "};
    switch (expression->kind) {
    case CDS_OF_FIELD:
        cds_buf_text(buf, expression->field->path);
        return;
    case CDS_OF_MEASURE:
        cds_buf_word(buf, "measure ");
        quoted(buf, expression->measure->name);
        return;
    case CDS_OF_NUMBER:
        cds_buf_number(buf, expression->number);
        return;
    case CDS_OF_ARITHMETIC:
        cds_buf_char(buf, '(');
        cds_code_expression(buf, expression->left);
        cds_buf_word(buf, words[expression->word]);
        cds_code_expression(buf, expression->right);
        cds_buf_char(buf, ')');
        return;
    }
}

const char *cds_code_comparison(const cds_range *range)
{
    if (range->has_low && range->has_high) {
        return "between";
    }
    if (range->has_low) {
        return range->above ? "more_than" : "at_least";
    }
    return range->below ? "less_than" : "at_most";
}

static void comparison(cds_buf *buf, const cds_condition *leaf)
{
    const cds_range *range = &leaf->range;
    cds_code_expression(buf, leaf->value);
    cds_buf_format(buf, ":%s(", cds_code_comparison(range));
    if (range->has_low) {
        cds_buf_number(buf, range->low);
    }
    cds_buf_word(buf, range->has_low && range->has_high ? ", " : "");
    if (range->has_high) {
        cds_buf_number(buf, range->high);
    }
    cds_buf_char(buf, ')');
}

static cds_text option_of(const cds_condition *leaf, size_t i)
{
    return leaf->word == CDS_DECIDED ? leaf->decision->answers[i].name
                                     : leaf->field->options[i].value;
}

static void options(cds_buf *buf, const cds_condition *leaf)
{
    const char *between = " { ";
    bool marked = leaf->word == CDS_DECIDED || leaf->words == NULL;
    for (size_t i = 0; marked && i < CDS_OPTIONS_MAX; i++) {
        if ((leaf->options >> i & 1) != 0) {
            cds_buf_word(buf, between);
            quoted(buf, option_of(leaf, i));
            between = ", ";
        }
    }
    for (size_t i = 0; !marked && i < leaf->word_count; i++) {
        cds_buf_word(buf, i == 0 ? between : ", ");
        quoted(buf, leaf->words[i]);
    }
    cds_buf_word(buf, " }");
}

static void members(cds_buf *buf, const cds_condition *leaf)
{
    for (size_t i = 0; i < leaf->member_count; i++) {
        cds_buf_word(buf, i == 0 ? " { " : ", ");
        cds_buf_text(buf, leaf->members[i].name);
        cds_buf_word(buf, " = ");
        cds_json_write(buf, leaf->members[i].value);
    }
    cds_buf_word(buf, " }");
}

static void named(cds_buf *buf, const cds_condition *leaf)
{
    bool decided = leaf->word == CDS_DECIDED;
    cds_buf_word(buf, decided ? "decided(" : "");
    if (decided) {
        quoted(buf, leaf->decision->name);
    } else {
        cds_buf_text(buf, leaf->field->path);
    }
    cds_buf_word(buf, decided ? ")" : "");
    cds_buf_char(buf, ':');
    cds_buf_word(buf, decided ? "is_one_of" : cds_word_name(leaf->word));
}

static void parts(cds_buf *buf, const cds_condition *condition)
{
    cds_buf_word(buf, cds_word_name(condition->word));
    if (condition->word == CDS_AT_LEAST_OF) {
        cds_buf_format(buf, "(%u)", condition->count);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_buf_word(buf, i == 0 ? " { " : ", ");
        cds_code_condition(buf, condition->parts[i]);
    }
    cds_buf_word(buf, " }");
}

static void leaf(cds_buf *buf, const cds_condition *one)
{
    switch (one->word) {
    case CDS_COMPARE:
        comparison(buf, one);
        return;
    case CDS_IS_ONE_OF:
    case CDS_INCLUDES_ANY:
    case CDS_INCLUDES_NONE:
    case CDS_DECIDED:
        named(buf, one);
        options(buf, one);
        return;
    case CDS_HAS:
        named(buf, one);
        members(buf, one);
        return;
    case CDS_COUNTS_AT_LEAST:
        named(buf, one);
        cds_buf_format(buf, "(%u)", one->count);
        return;
    default:
        cds_buf_format(buf, "%s(%.*s)", cds_word_name(one->word), (int)one->field->path.length,
                       one->field->path.data);
    }
}

void cds_code_condition(cds_buf *buf, const cds_condition *condition)
{
    if (condition->word == CDS_FINDING) {
        cds_buf_word(buf, "finding ");
        quoted(buf, condition->finding->name);
    } else if (cds_word_is_leaf(condition->word)) {
        leaf(buf, condition);
    } else {
        parts(buf, condition);
    }
}

// Words of one subject: a leaf may turn from one into another.
static const char *family(cds_word word)
{
    switch (word) {
    case CDS_YES:
    case CDS_NO:
        return "yes or no";
    case CDS_INCLUDES_ANY:
    case CDS_INCLUDES_NONE:
        return "includes";
    case CDS_KNOWN:
    case CDS_GIVEN:
    case CDS_NOT_GIVEN:
        return "given";
    default:
        return cds_word_name(word);
    }
}

void cds_code_subject(cds_buf *buf, const cds_condition *leaf, bool closely)
{
    if (leaf->word == CDS_FINDING) {
        cds_code_condition(buf, leaf);
        return;
    }
    cds_buf_format(buf, "%s ", family(leaf->word));
    if (leaf->word == CDS_COMPARE) {
        cds_code_expression(buf, leaf->value);
        cds_buf_word(buf, closely ? cds_code_comparison(&leaf->range) : "");
    } else if (leaf->word == CDS_DECIDED) {
        cds_buf_text(buf, leaf->decision->name);
    } else {
        cds_buf_text(buf, leaf->field->path);
        cds_buf_word(buf, closely ? cds_word_name(leaf->word) : "");
    }
}
