// SPDX-License-Identifier: Apache-2.0
// A question is its field, as the schema describes it, and what an answer could change.
#include "engine/decide/asking.h"

#include "engine/decide/questions.h"

static void put_name(cds_buf *buf, const cds_decision *decision, unsigned answer)
{
    cds_buf_comma(buf);
    cds_buf_text(buf, decision->answers[answer].json);
}

void cds_answers_write(cds_buf *buf, const cds_decision *decision, uint64_t answers)
{
    cds_buf_char(buf, '[');
    uint64_t otherwise = answers & (uint64_t)1 << decision->otherwise;
    for (uint64_t left = answers & ~otherwise; left != 0; left &= left - 1) {
        put_name(buf, decision, (unsigned)__builtin_ctzll(left));
    }
    if (otherwise != 0) {
        put_name(buf, decision, decision->otherwise);
    }
    cds_buf_char(buf, ']');
}

static void put_changes(cds_buf *buf, const cds_question *question)
{
    cds_buf_text(buf, CDS_TEXT(",\"could_change\":["));
    for (size_t i = 0; i < question->change_count; i++) {
        const cds_change_to *change = &question->changes[i];
        cds_buf_comma(buf);
        cds_buf_text(buf, CDS_TEXT("{\"decision\":"));
        cds_buf_text(buf, change->decision->json);
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
        cds_buf_text(buf, questions.list[i].field->asked_json);
        put_changes(buf, &questions.list[i]);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}
