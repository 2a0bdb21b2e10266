// SPDX-License-Identifier: Apache-2.0
// A question is its field, as the schema describes it, and what an answer could change.
#include "engine/decide/asking.h"

#include "engine/decide/questions.h"

static void put_name(cds_buf *buf, const cds_decision *decision, unsigned answer)
{
    cds_buf_comma(buf);
    cds_buf_json(buf, decision->answers[answer].name);
}

void cds_answers_write(cds_buf *buf, const cds_decision *decision, uint64_t answers)
{
    cds_buf_char(buf, '[');
    for (unsigned i = 0; i < decision->answer_count; i++) {
        if (i != decision->otherwise && (answers >> i & 1) != 0) {
            put_name(buf, decision, i);
        }
    }
    if ((answers >> decision->otherwise & 1) != 0) {
        put_name(buf, decision, decision->otherwise);
    }
    cds_buf_char(buf, ']');
}

static const char *type_of(cds_field_kind kind)
{
    switch (kind) {
    case CDS_YESNO:
        return "boolean";
    case CDS_WHOLE:
        return "integer";
    case CDS_NUMBER:
        return "number";
    case CDS_DAY:
    case CDS_CHOICE:
    case CDS_WORD:
        return "string";
    case CDS_CHOICES:
    case CDS_WORDS:
    case CDS_ITEMS:
        return "array";
    }
    return "string";
}

static void put_options(cds_buf *buf, const cds_field *field)
{
    cds_buf_text(buf, CDS_TEXT(",\"options\":["));
    for (size_t i = 0; i < field->option_count; i++) {
        cds_buf_comma(buf);
        cds_buf_text(buf, CDS_TEXT("{\"value\":"));
        cds_buf_json(buf, field->options[i].value);
        cds_buf_text(buf, CDS_TEXT(",\"title\":"));
        cds_buf_json(buf, field->options[i].title);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

static void put_bound(cds_buf *buf, const char *name, bool has, double bound)
{
    if (has) {
        cds_buf_word(buf, name);
        cds_buf_number(buf, bound);
    }
}

static void put_field(cds_buf *buf, const cds_field *field)
{
    cds_buf_text(buf, CDS_TEXT("\"pointer\":"));
    cds_buf_json(buf, field->pointer);
    cds_buf_text(buf, CDS_TEXT(",\"ask\":"));
    cds_buf_json(buf, field->ask);
    cds_buf_text(buf, CDS_TEXT(",\"asked_of\":"));
    cds_buf_word(buf, field->asked_of_examiner ? "\"examiner\"" : "\"patient\"");
    cds_buf_text(buf, CDS_TEXT(",\"type\":\""));
    cds_buf_word(buf, type_of(field->kind));
    cds_buf_char(buf, '"');
    if (field->option_count > 0) {
        put_options(buf, field);
    }
    if (field->unit.length > 0) {
        cds_buf_text(buf, CDS_TEXT(",\"unit\":"));
        cds_buf_json(buf, field->unit);
    }
    put_bound(buf, ",\"minimum\":", field->has_minimum, field->minimum);
    put_bound(buf, ",\"maximum\":", field->has_maximum, field->maximum);
}

static void put_changes(cds_buf *buf, const cds_question *question)
{
    cds_buf_text(buf, CDS_TEXT(",\"could_change\":["));
    for (size_t i = 0; i < question->change_count; i++) {
        const cds_change_to *change = &question->changes[i];
        cds_buf_comma(buf);
        cds_buf_text(buf, CDS_TEXT("{\"decision\":"));
        cds_buf_json(buf, change->decision->name);
        cds_buf_text(buf, CDS_TEXT(",\"to\":"));
        cds_answers_write(buf, change->decision, change->answers);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

cds_status cds_asking_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf)
{
    cds_questions questions = {NULL, 0};
    if (cds_questions_collect(ctx, evaluation, &questions) != CDS_OK) {
        return ctx->error.status;
    }
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < questions.count; i++) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        put_field(buf, questions.list[i].field);
        put_changes(buf, &questions.list[i]);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}
