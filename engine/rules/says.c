// SPDX-License-Identifier: Apache-2.0
// One function a word: what it says when it holds, and when it doesn't.
#include "engine/rules/says.h"

#include <string.h>

#include "engine/rules/rule.h"

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// "I race", "MRI", "VISA-H score", "X-ray": the capital is the word.
static bool keeps_capital(cds_text title)
{
    if (title.length < 2) {
        return false;
    }
    return is_capital(title.data[1]) || title.data[1] == '-' ||
           (title.data[0] == 'I' && (title.data[1] == ' ' || title.data[1] == '\''));
}

void cds_says_title(cds_buf *buf, cds_text title)
{
    if (title.length == 0 || !is_capital(title.data[0]) || keeps_capital(title)) {
        cds_buf_text(buf, title);
        return;
    }
    cds_buf_char(buf, (char)(title.data[0] - 'A' + 'a'));
    cds_buf_text(buf, (cds_text){title.data + 1, title.length - 1});
}

void cds_says_named(cds_buf *buf, cds_text title)
{
    cds_says_title(buf, title);
    bool asks = title.length > 0 && title.data[title.length - 1] == '?';
    cds_buf_word(buf, asks ? " " : ": ");
}

static size_t option_count(const cds_condition *leaf)
{
    if (leaf->words != NULL || leaf->field == NULL) {
        return leaf->word_count;
    }
    return (size_t)__builtin_popcountll(leaf->options);
}

// The i-th of what the leaf chose: a word, or an option's title; data NULL: not chosen.
static cds_text choice_at(const cds_condition *leaf, size_t i)
{
    if (leaf->words != NULL) {
        return i < leaf->word_count ? leaf->words[i] : (cds_text){NULL, 0};
    }
    bool chosen = i < leaf->field->option_count && (leaf->options >> i & 1) != 0;
    return chosen ? leaf->field->options[i].title : (cds_text){NULL, 0};
}

static bool holds_comma_or_or(cds_text text)
{
    for (size_t i = 0; i + 4 <= text.length; i++) {
        if (text.data[i] == ',' || memcmp(text.data + i, " or ", 4) == 0) {
            return true;
        }
    }
    return false;
}

// Titles with a comma or an "or" of their own are kept apart by semicolons.
static bool needs_semicolons(const cds_condition *leaf)
{
    for (size_t i = 0; i < CDS_OPTIONS_MAX; i++) {
        cds_text choice = choice_at(leaf, i);
        if (choice.data != NULL && holds_comma_or_or(choice)) {
            return true;
        }
    }
    return false;
}

// "a, b or c" when any of them will do; "a, b, c" else.
static void choices(cds_buf *buf, const cds_condition *leaf, bool any)
{
    size_t count = option_count(leaf);
    bool semicolons = needs_semicolons(leaf);
    size_t at = 0;
    for (size_t i = 0; i < CDS_OPTIONS_MAX && at < count; i++) {
        cds_text choice = choice_at(leaf, i);
        if (choice.data == NULL) {
            continue;
        }
        if (at > 0) {
            bool last = any && at + 1 == count;
            cds_buf_word(buf, semicolons ? "; " : last ? " or " : ", ");
            cds_buf_word(buf, semicolons && last ? "or " : "");
        }
        if (leaf->words == NULL) {
            cds_says_title(buf, choice);
        } else {
            cds_buf_text(buf, choice);
        }
        at++;
    }
}

static void chosen(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_says_named(buf, leaf->field->title);
    bool any = holds != (leaf->word == CDS_INCLUDES_NONE);
    if (!any) {
        cds_buf_word(buf, option_count(leaf) == 1 ? "not " : "none of ");
    }
    choices(buf, leaf, any);
}

static void yes_no(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_says_named(buf, leaf->field->title);
    cds_buf_word(buf, holds == (leaf->word == CDS_YES) ? "yes" : "no");
}

static void counted(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_says_named(buf, leaf->field->title);
    if (leaf->count == 1) {
        cds_buf_word(buf, holds ? "at least one" : "none");
        return;
    }
    cds_buf_word(buf, holds ? "at least " : "fewer than ");
    cds_buf_int(buf, leaf->count);
}

static void member(cds_buf *buf, const cds_member *one)
{
    cds_buf_text(buf, one->name);
    cds_buf_char(buf, ' ');
    if (one->value->kind == CDS_JSON_STRING) {
        cds_buf_text(buf, one->value->text);
    } else {
        cds_json_write(buf, one->value);
    }
}

static void has(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_says_named(buf, leaf->field->title);
    cds_buf_word(buf, holds ? "one with " : "none with ");
    for (size_t i = 0; i < leaf->member_count; i++) {
        cds_buf_word(buf, i == 0 ? "" : " and ");
        member(buf, &leaf->members[i]);
    }
}

static void state_of(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    bool positive = holds != (leaf->word == CDS_NOT_GIVEN);
    cds_says_title(buf, leaf->field->title);
    cds_buf_word(buf, positive ? " is " : " is not ");
    cds_buf_word(buf, leaf->word == CDS_KNOWN ? "known" : "given");
}

static char small(char c)
{
    return is_capital(c) ? (char)(c - 'A' + 'a') : c;
}

// "weeks since the last run is at least 26" needs no second "weeks".
static bool names_unit(cds_text says, cds_text unit)
{
    for (size_t at = 0; at + unit.length <= says.length; at++) {
        size_t same = 0;
        while (same < unit.length && small(says.data[at + same]) == small(unit.data[same])) {
            same++;
        }
        if (same == unit.length) {
            return true;
        }
    }
    return false;
}

static cds_text unit_of(const cds_expression *value)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        return value->field->unit;
    case CDS_OF_MEASURE:
        return value->measure->unit;
    case CDS_OF_NUMBER:
    case CDS_OF_ARITHMETIC:
        break;
    }
    return CDS_TEXT("");
}

static const char *bound_word(const cds_range *range, bool holds)
{
    bool lower = range->has_low == holds;
    bool strict = range->has_low ? range->above == holds : range->below == holds;
    if (lower) {
        return strict ? "over " : "at least ";
    }
    return strict ? "under " : "at most ";
}

static void bounds(cds_buf *buf, const cds_range *range, bool holds)
{
    if (range->has_low && range->has_high && range->low == range->high) {
        cds_buf_word(buf, holds ? "" : "not ");
        cds_buf_number(buf, range->low);
        return;
    }
    if (range->has_low && range->has_high) {
        cds_buf_word(buf, holds ? "between " : "not between ");
        cds_buf_number(buf, range->low);
        cds_buf_word(buf, " and ");
        cds_buf_number(buf, range->high);
        return;
    }
    cds_buf_word(buf, bound_word(range, holds));
    cds_buf_number(buf, range->has_low ? range->low : range->high);
}

static void compared(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_text unit = unit_of(leaf->value);
    cds_buf_text(buf, leaf->value->says);
    cds_buf_word(buf, " is ");
    bounds(buf, &leaf->range, holds);
    if (unit.length > 0 && !names_unit(leaf->value->says, unit)) {
        bool one = !(leaf->range.has_low && leaf->range.has_high) &&
                   (leaf->range.has_low ? leaf->range.low : leaf->range.high) == 1;
        bool plural = unit.length > 2 && unit.data[unit.length - 1] == 's';
        cds_buf_char(buf, ' ');
        cds_buf_text(buf, (cds_text){unit.data, unit.length - (one && plural ? 1 : 0)});
    }
}

static void decided(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_buf_text(buf, leaf->decision->name);
    cds_buf_word(buf, holds ? " is decided as " : " is not decided as ");
    choices(buf, leaf, true);
}

static void found(cds_buf *buf, const cds_condition *leaf, bool holds)
{
    cds_buf_word(buf, holds ? "" : "not so: ");
    cds_buf_text(buf, leaf->finding->says);
}

typedef void say_fn(cds_buf *buf, const cds_condition *leaf, bool holds);

static say_fn *const sayings[] = {
    [CDS_FINDING] = found,
    [CDS_YES] = yes_no,
    [CDS_NO] = yes_no,
    [CDS_IS_ONE_OF] = chosen,
    [CDS_INCLUDES_ANY] = chosen,
    [CDS_INCLUDES_NONE] = chosen,
    [CDS_COUNTS_AT_LEAST] = counted,
    [CDS_HAS] = has,
    [CDS_COMPARE] = compared,
    [CDS_KNOWN] = state_of,
    [CDS_GIVEN] = state_of,
    [CDS_NOT_GIVEN] = state_of,
    [CDS_DECIDED] = decided,
};

static bool needs_no_escape(const cds_builder *builder, cds_text text)
{
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    cds_buf_json_inside(&buf, text);
    return buf.length == text.length && !buf.failed;
}

// Both in one buffer, copied once its length is known.
cds_status cds_says_leaf(const cds_builder *builder, cds_condition *leaf)
{
    cds_buf buf;
    cds_text both;
    cds_buf_init(&buf, builder->scratch);
    sayings[leaf->word](&buf, leaf, true);
    size_t length = buf.length;
    sayings[leaf->word](&buf, leaf, false);
    cds_status status = cds_buf_keep(builder, &buf, &both);
    if (status != CDS_OK) {
        return status;
    }
    leaf->says = (cds_text){both.data, length};
    leaf->says_not = (cds_text){both.data + length, both.length - length};
    leaf->says_plain = needs_no_escape(builder, both);
    return CDS_OK;
}

static void arithmetic(cds_buf *buf, const cds_expression *expression)
{
    static const char *const words[] = {
        [CDS_PLUS] = " plus ",
        [CDS_MINUS] = " minus ",
        [CDS_TIMES] = " times ",
        [CDS_OVER] = " divided by ",
    };
    cds_buf_text(buf, expression->left->says);
    cds_buf_word(buf, words[expression->word]);
    cds_buf_text(buf, expression->right->says);
}

cds_status cds_says_expression(const cds_builder *builder, cds_expression *expression)
{
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    switch (expression->kind) {
    case CDS_OF_FIELD:
        cds_says_title(&buf, expression->field->title);
        break;
    case CDS_OF_MEASURE:
        cds_says_title(&buf, expression->measure->says);
        break;
    case CDS_OF_NUMBER:
        cds_buf_number(&buf, expression->number);
        break;
    case CDS_OF_ARITHMETIC:
        arithmetic(&buf, expression);
        break;
    }
    return cds_buf_keep(builder, &buf, &expression->says);
}
