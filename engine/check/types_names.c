// SPDX-License-Identifier: Apache-2.0
// What the release names: its decisions and their answers, findings, measures, sources,
// suggestions and settings.
#include "engine/check/types_part.h"

#define SAID(text) (int)(text).length, (text).data

static void begin(const cds_types *types, const char *alias)
{
    cds_buf_format(types->buf, "\n---@alias %s\n", alias);
}

static void write_answers(const cds_types *types)
{
    for (size_t i = 0; i < types->view->decision_count; i++) {
        const cds_decision *decision = &types->view->decisions[i];
        cds_buf_format(types->buf, "\n---@alias answer.%.*s\n", SAID(decision->name));
        for (size_t k = 0; k < decision->answer_count; k++) {
            cds_types_literal(types->buf, decision->answers[k].name,
                              decision->answers[k].title.source);
        }
        cds_buf_format(types->buf,
                       "\n---@class decided.%.*s\n"
                       "---@field is fun(self, answer: answer.%.*s): condition\n"
                       "---@field is_one_of fun(self, answers: answer.%.*s[]): condition\n",
                       SAID(decision->name), SAID(decision->name), SAID(decision->name));
    }
}

// One type of all answers, and what decides { } takes.
static void join_answers(const cds_types *types)
{
    begin(types, "answer");
    for (size_t i = 0; i < types->view->decision_count; i++) {
        cds_buf_format(types->buf, "---| answer.%.*s\n", SAID(types->view->decisions[i].name));
    }
    cds_buf_word(types->buf, "\n---@class decides\n");
    for (size_t i = 0; i < types->view->decision_count; i++) {
        const cds_decision *decision = &types->view->decisions[i];
        cds_buf_word(types->buf, "---@field [");
        cds_buf_json(types->buf, decision->name);
        cds_buf_format(types->buf, "] answer.%.*s|nil ", SAID(decision->name));
        cds_types_say(types->buf, decision->question);
        cds_buf_char(types->buf, '\n');
    }
}

static void write_library(const cds_types *types)
{
    const cds_ruleset_view *view = types->view;
    begin(types, "decision.name");
    for (size_t i = 0; i < view->decision_count; i++) {
        cds_types_literal(types->buf, view->decisions[i].name, view->decisions[i].question);
    }
    begin(types, "finding.name");
    for (size_t i = 0; i < view->finding_count; i++) {
        cds_types_literal(types->buf, view->findings[i].name, view->findings[i].says);
    }
    begin(types, "measure.name");
    for (size_t i = 0; i < view->measure_count; i++) {
        cds_types_literal(types->buf, view->measures[i].name, view->measures[i].says);
    }
    begin(types, "source.key");
    for (size_t i = 0; i < view->source_count; i++) {
        cds_types_literal(types->buf, view->sources[i].key, view->sources[i].citation);
    }
    begin(types, "suggestion.id");
    for (size_t i = 0; i < view->suggestion_count; i++) {
        cds_types_literal(types->buf, view->suggestions[i].id, view->suggestions[i].label);
    }
}

static bool is_plain_name(cds_text name)
{
    for (size_t i = 0; i < name.length; i++) {
        const char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && i > 0) || c == '_')) {
            return false;
        }
    }
    return name.length > 0;
}

static void write_type(cds_buf *buf, const cds_json *value);

static void write_table(cds_buf *buf, const cds_json *object)
{
    const char *between = "{ ";
    for (const cds_json *one = object->child; one != NULL; one = one->next) {
        if (is_plain_name(one->name)) {
            cds_buf_format(buf, "%s%.*s: ", between, SAID(one->name));
            write_type(buf, one);
            between = ", ";
        }
    }
    cds_buf_word(buf, between[0] == '{' ? "table" : " }");
}

static void write_type(cds_buf *buf, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_STRING:
        cds_buf_word(buf, "string");
        break;
    case CDS_JSON_NUMBER:
        cds_buf_word(buf, "number");
        break;
    case CDS_JSON_TRUE:
    case CDS_JSON_FALSE:
        cds_buf_word(buf, "boolean");
        break;
    case CDS_JSON_OBJECT:
        write_table(buf, value);
        break;
    case CDS_JSON_ARRAY:
        if (value->child == NULL) {
            cds_buf_word(buf, "any");
        } else {
            write_type(buf, value->child);
        }
        cds_buf_word(buf, "[]");
        break;
    case CDS_JSON_NULL:
        cds_buf_word(buf, "nil");
        break;
    }
}

static void write_settings(const cds_types *types)
{
    cds_buf_word(types->buf, "\n---@class clinic.settings\n"
                             "---@overload fun(settings: table)\n");
    for (const cds_json *one = types->view->clinic->child; one != NULL; one = one->next) {
        if (is_plain_name(one->name)) {
            cds_buf_format(types->buf, "---@field %.*s ", SAID(one->name));
            write_type(types->buf, one);
            cds_buf_char(types->buf, '\n');
        }
    }
}

void cds_types_overloads(const cds_types *types, cds_text word)
{
    if (cds_text_is(word, "finding")) {
        cds_buf_word(types->buf, "---@overload fun(name: string, form: form.finding)\n");
    } else if (cds_text_is(word, "measure")) {
        cds_buf_word(types->buf, "---@overload fun(name: string, form: form.measure)\n");
    } else if (cds_text_is(word, "decided")) {
        for (size_t i = 0; i < types->view->decision_count; i++) {
            const cds_text name = types->view->decisions[i].name;
            cds_buf_format(types->buf, "---@overload fun(decision: \"%.*s\"): decided.%.*s\n",
                           SAID(name), SAID(name));
        }
    }
}

void cds_types_names(const cds_types *types)
{
    write_answers(types);
    join_answers(types);
    write_library(types);
    write_settings(types);
}
