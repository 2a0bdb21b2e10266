// SPDX-License-Identifier: Apache-2.0
// Facts and names change with the schema and the rules; the words stand in types_words.c.
#include "engine/check/types.h"

#include "engine/check/types_words.h"

#define SAID(text) (int)(text).length, (text).data

static const char *class_of(const cds_field *field)
{
    switch (field->kind) {
    case CDS_YESNO:
        return "yesno";
    case CDS_WHOLE:
    case CDS_NUMBER:
        return "number_fact";
    case CDS_DAY:
        return "day";
    case CDS_WORD:
        return "word";
    case CDS_WORDS:
        return "words";
    case CDS_ITEMS:
        return "items";
    case CDS_CHOICE:
    case CDS_CHOICES:
        return NULL;
    }
    return NULL;
}

static bool has_options(const cds_field *field)
{
    return field->kind == CDS_CHOICE || field->kind == CDS_CHOICES;
}

/** patient.sex is patient_sex: a type's name has no dot of its own. */
static void write_type_name(cds_buf *buf, const cds_field *field)
{
    for (size_t i = 0; i < field->path.length; i++)
        cds_buf_char(buf, field->path.data[i] == '.' ? '_' : field->path.data[i]);
}

static void write_options(cds_buf *buf, const cds_field *field)
{
    cds_buf_word(buf, "---@alias ");
    write_type_name(buf, field);
    cds_buf_word(buf, "_value\n");
    for (size_t i = 0; i < field->option_count; i++)
        cds_buf_format(buf, "---| '\"%.*s\"' # %.*s\n", SAID(field->options[i].value),
                       SAID(field->options[i].title));
}

static void write_class(cds_buf *buf, const cds_field *field, const char *body)
{
    cds_buf_word(buf, "\n---@class ");
    write_type_name(buf, field);
    cds_buf_word(buf, " : fact\n");
    for (const char *at = body; *at != '\0'; at++) {
        if (*at != '%') {
            cds_buf_char(buf, *at);
            continue;
        }
        write_type_name(buf, field);
        cds_buf_word(buf, "_value");
    }
}

/** A choice and a list of choices have classes of their own: their words take its values. */
static void write_choice_types(cds_buf *buf, const cds_fields *fields)
{
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        if (!has_options(field))
            continue;
        cds_buf_char(buf, '\n');
        write_options(buf, field);
        write_class(buf, field,
                    field->kind == CDS_CHOICE ? cds_types_choice : cds_types_choices);
    }
}

static void write_about(cds_buf *buf, const cds_field *field)
{
    cds_buf_format(buf, " %.*s. %.*s", SAID(field->title), SAID(field->ask));
    if (field->unit.length > 0)
        cds_buf_format(buf, " In %.*s.", SAID(field->unit));
    if (field->has_minimum && field->has_maximum) {
        cds_buf_word(buf, " From ");
        cds_buf_number(buf, field->minimum);
        cds_buf_word(buf, " to ");
        cds_buf_number(buf, field->maximum);
        cds_buf_char(buf, '.');
    }
    if (field->request)
        cds_buf_word(buf, " Asked for, or not: given(), not_given().");
}

static bool is_in(const cds_field *field, cds_text group)
{
    return field->path.length > group.length + 1 && field->path.data[group.length] == '.' &&
           cds_text_equal((cds_text){field->path.data, group.length}, group);
}

static void write_group(cds_buf *buf, const cds_fields *fields, cds_text group)
{
    cds_buf_format(buf, "\n---@class %.*s_facts\n", SAID(group));
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        if (!is_in(field, group))
            continue;
        const cds_text name = {field->path.data + group.length + 1,
                               field->path.length - group.length - 1};
        cds_buf_format(buf, "---@field %.*s ", SAID(name));
        if (has_options(field))
            write_type_name(buf, field);
        else
            cds_buf_word(buf, class_of(field));
        write_about(buf, field);
        cds_buf_char(buf, '\n');
    }
    cds_buf_format(buf, "---@type %.*s_facts\n%.*s = {}\n", SAID(group), SAID(group));
}

static bool is_alone(const cds_fields *fields, const cds_field *field)
{
    for (size_t i = 0; i < fields->group_count; i++) {
        if (is_in(field, fields->groups[i]))
            return false;
    }
    return true;
}

static void write_facts(cds_buf *buf, const cds_fields *fields)
{
    write_choice_types(buf, fields);
    for (size_t i = 0; i < fields->group_count; i++)
        write_group(buf, fields, fields->groups[i]);
    for (size_t i = 0; i < fields->count; i++) {
        const cds_field *field = &fields->list[i];
        if (!is_alone(fields, field) || has_options(field))
            continue;
        cds_buf_word(buf, "\n---");
        write_about(buf, field);
        cds_buf_format(buf, "\n---@type %s\n%.*s = {}\n", class_of(field), SAID(field->path));
    }
}

static void begin_names(cds_buf *buf, const char *alias)
{
    cds_buf_format(buf, "\n---@alias %s\n", alias);
}

static void write_name(cds_buf *buf, cds_text name, cds_text about)
{
    cds_buf_format(buf, "---| '\"%.*s\"' # %.*s\n", SAID(name), SAID(about));
}

static void write_answers(cds_buf *buf, const cds_ruleset_view *view)
{
    begin_names(buf, "answer_name");
    for (size_t i = 0; i < view->decision_count; i++) {
        const cds_decision *decision = &view->decisions[i];
        for (size_t j = 0; j < decision->answer_count; j++)
            write_name(buf, decision->answers[j].name, decision->name);
    }
}

static void write_names(cds_buf *buf, const cds_ruleset_view *view)
{
    begin_names(buf, "decision_name");
    for (size_t i = 0; i < view->decision_count; i++)
        write_name(buf, view->decisions[i].name, view->decisions[i].question);
    write_answers(buf, view);
    begin_names(buf, "finding_name");
    for (size_t i = 0; i < view->finding_count; i++)
        write_name(buf, view->findings[i].name, view->findings[i].says);
    begin_names(buf, "measure_name");
    for (size_t i = 0; i < view->measure_count; i++)
        write_name(buf, view->measures[i].name, view->measures[i].says);
    begin_names(buf, "source_key");
    for (size_t i = 0; i < view->source_count; i++)
        write_name(buf, view->sources[i].key, view->sources[i].citation);
    begin_names(buf, "suggestion_id");
    for (size_t i = 0; i < view->suggestion_count; i++)
        write_name(buf, view->suggestions[i].id, view->suggestions[i].label);
    begin_names(buf, "fact_path");
    for (size_t i = 0; i < view->fields->count; i++)
        write_name(buf, view->fields->list[i].path, view->fields->list[i].title);
}

void cds_types_write(cds_buf *buf, const cds_ruleset *rules)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_buf_word(buf, cds_types_head);
    write_names(buf, view);
    cds_buf_word(buf, cds_types_words);
    cds_buf_word(buf, cds_types_declarations);
    write_facts(buf, view->fields);
}
