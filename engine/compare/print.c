// SPDX-License-Identifier: Apache-2.0
// Everything goes by its length or its count, so that no two things are written alike; findings
// and measures are written out where they stand, decisions and fields go by their names.
#include "engine/compare/print.h"

#include "engine/rules/scanner.h"

typedef struct printer {
    cds_buf *buf;
    const cds_ruleset_view *rules;
} printer;

static void print_int(const printer *to, int64_t value)
{
    cds_buf_int(to->buf, value);
    cds_buf_char(to->buf, ' ');
}

static void print_text(const printer *to, cds_text text)
{
    print_int(to, (int64_t)text.length);
    cds_buf_text(to->buf, text);
}

static void print_bytes(const printer *to, const void *bytes, size_t length)
{
    print_text(to, (cds_text){bytes, length});
}

static void print_field(const printer *to, const cds_field *field)
{
    print_text(to, field == NULL ? CDS_TEXT("") : field->path);
}

static void print_json(const printer *to, const cds_json *value)
{
    cds_json_write(to->buf, value);
    cds_buf_char(to->buf, ' ');
}

static bool names_settings(cds_text source)
{
    cds_scanner scan = cds_scan(source);
    for (cds_token token = cds_scan_next(&scan); token.kind != CDS_TOKEN_END;
         token = cds_scan_next(&scan)) {
        if (cds_text_is(token.text, "clinic")) {
            return true;
        }
    }
    return false;
}

// A function goes by its fingerprint, which leaves out the settings; it reads them by name
// only.
static void print_function(const printer *to, const cds_sha256 *fingerprint, cds_text file)
{
    print_bytes(to, fingerprint->bytes, sizeof fingerprint->bytes);
    for (size_t i = 0; i < to->rules->file_count; i++) {
        const cds_file *one = &to->rules->files[i];
        if (cds_text_equal(one->path, file) && names_settings(one->bytes)) {
            print_json(to, to->rules->clinic);
        }
    }
}

static void print_expression(const printer *to, const cds_expression *value);

static void print_measure(const printer *to, const cds_measure *measure)
{
    print_text(to, measure->name);
    print_text(to, measure->unit);
    print_text(to, measure->says);
    print_int(to, measure->has_range);
    print_bytes(to, &measure->low, sizeof measure->low);
    print_bytes(to, &measure->high, sizeof measure->high);
    if (measure->value != NULL) {
        print_expression(to, measure->value);
    } else {
        print_function(to, &measure->function, measure->place.file);
    }
}

static void print_expression(const printer *to, const cds_expression *value)
{
    print_int(to, (int64_t)value->kind);
    print_text(to, value->says);
    switch (value->kind) {
    case CDS_OF_FIELD:
        print_field(to, value->field);
        return;
    case CDS_OF_MEASURE:
        print_measure(to, value->measure);
        return;
    case CDS_OF_NUMBER:
        print_bytes(to, &value->number, sizeof value->number);
        return;
    case CDS_OF_ARITHMETIC:
        print_int(to, (int64_t)value->word);
        print_expression(to, value->left);
        print_expression(to, value->right);
        return;
    }
}

static void print_comparison(const printer *to, const cds_condition *condition)
{
    const cds_range *range = &condition->range;
    const bool flags[] = {range->has_low, range->has_high, range->above, range->below};
    print_expression(to, condition->value);
    print_bytes(to, &range->low, sizeof range->low);
    print_bytes(to, &range->high, sizeof range->high);
    print_bytes(to, flags, sizeof flags);
}

static void print_lists(const printer *to, const cds_condition *condition)
{
    print_int(to, (int64_t)condition->word_count);
    for (size_t i = 0; i < condition->word_count; i++) {
        print_text(to, condition->words[i]);
    }
    print_int(to, (int64_t)condition->member_count);
    for (size_t i = 0; i < condition->member_count; i++) {
        print_text(to, condition->members[i].name);
        print_json(to, condition->members[i].value);
    }
}

static void print_condition(const printer *to, const cds_condition *condition)
{
    print_int(to, (int64_t)condition->word);
    print_text(to, condition->says);
    print_text(to, condition->says_not);
    print_int(to, condition->count);
    print_field(to, condition->field);
    print_bytes(to, &condition->options, sizeof condition->options);
    print_lists(to, condition);
    if (condition->value != NULL) {
        print_comparison(to, condition);
    }
    if (condition->decision != NULL) {
        print_text(to, condition->decision->name);
    }
    if (condition->finding != NULL) {
        print_text(to, condition->finding->name);
        print_text(to, condition->finding->says);
        print_condition(to, condition->finding->when);
    }
    print_int(to, (int64_t)condition->part_count);
    for (size_t i = 0; i < condition->part_count; i++) {
        print_condition(to, condition->parts[i]);
    }
}

static void print_when(const printer *to, const cds_condition *condition)
{
    print_int(to, condition != NULL);
    if (condition != NULL) {
        print_condition(to, condition);
    }
}

static void print_template(const printer *to, const cds_template *text)
{
    print_text(to, text->json);
    print_int(to, (int64_t)text->count);
    for (size_t i = 0; i < text->count; i++) {
        print_text(to, text->pieces[i].text);
        print_field(to, text->pieces[i].field);
        print_text(to, text->pieces[i].fill);
    }
}

void cds_print_rule(cds_buf *buf, const cds_ruleset_view *rules, const cds_rule *rule)
{
    const printer to = {buf, rules};
    print_int(&to, (int64_t)rule->status);
    print_text(&to, rule->id);
    print_text(&to, rule->head_json);
    print_text(&to, rule->tail_json);
    print_template(&to, &rule->title);
    print_template(&to, &rule->clinician);
    print_template(&to, &rule->patient);
    print_int(&to, rule->advises);
    if (rule->advises) {
        print_function(&to, &rule->function, rule->place.file);
    }
    print_condition(&to, rule->when);
}

static void print_answer(const printer *to, const cds_answer *answer)
{
    print_text(to, answer->name);
    print_template(to, &answer->title);
    print_template(to, &answer->clinician);
    print_template(to, &answer->patient);
    print_int(to, answer->only_when_final);
}

void cds_print_decision(cds_buf *buf, const cds_ruleset_view *rules,
                        const cds_decision *decision)
{
    const printer to = {buf, rules};
    print_text(&to, decision->name);
    print_int(&to, (int64_t)decision->declared_count);
    print_int(&to, (int64_t)decision->answer_count);
    for (size_t i = 0; i < decision->answer_count; i++) {
        print_answer(&to, &decision->answers[i]);
    }
    print_int(&to, decision->otherwise);
    print_int(&to, decision->while_unknown);
    print_int(&to, decision->not_asked);
    print_int(&to, decision->suppressed);
    print_int(&to, (int64_t)decision->at_most);
    print_int(&to, decision->suppresses);
    print_when(&to, decision->applies_when);
    print_when(&to, decision->suppressed_when);
}

void cds_print_contradiction(cds_buf *buf, const cds_ruleset_view *rules,
                             const cds_contradiction *one)
{
    const printer to = {buf, rules};
    print_text(&to, one->id);
    print_template(&to, &one->say);
    print_text(&to, one->ask);
    print_condition(&to, one->when);
}
