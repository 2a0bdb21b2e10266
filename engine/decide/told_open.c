// SPDX-License-Identifier: Apache-2.0
// What is still open of a condition: its unknown parts in words, and the facts behind them.
#include "engine/decide/aloud.h"
#include "engine/decide/questions.h"
#include "engine/decide/told.h"

#define NEEDS_NAMED 4

// Where the words go, and for whom.
typedef struct opening {
    cds_buf *buf;
    const cds_evaluation *evaluation;
} opening;

static bool is_open(const opening *to, const cds_condition *condition)
{
    cds_truth truth = cds_evaluation_truth(to->evaluation, condition);
    return truth == CDS_IS_UNKNOWN || truth == CDS_PRESUMED;
}

static size_t count_open(const opening *to, const cds_condition *condition)
{
    size_t count = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        count += is_open(to, condition->parts[i]);
    }
    return count;
}

static void put(const opening *to, const cds_condition *condition, bool negated);

static void put_part(const opening *to, const cds_condition *part, bool negated)
{
    bool bracket = count_open(to, part) > 1;
    cds_buf_word(to->buf, bracket ? "(" : "");
    put(to, part, negated);
    cds_buf_word(to->buf, bracket ? ")" : "");
}

static void put_parts(const opening *to, const cds_condition *condition, bool negated)
{
    bool any = (condition->word == CDS_ANY || condition->word == CDS_NONE) != negated;
    size_t count = count_open(to, condition);
    size_t at = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        if (!is_open(to, condition->parts[i])) {
            continue;
        }
        cds_buf_word(to->buf, at == 0 ? "" : "; ");
        cds_buf_word(to->buf, at > 0 && at + 1 == count ? any ? "or " : "and " : "");
        put_part(to, condition->parts[i], negated);
        at++;
    }
}

// Of the parts that hold already none is named, so fewer are still needed.
static void put_enough(const opening *to, const cds_condition *condition, bool negated)
{
    size_t holding = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        holding += cds_evaluation_truth(to->evaluation, condition->parts[i]) == CDS_TRUE;
    }
    cds_buf_word(to->buf, negated ? "fewer than " : "at least ");
    cds_buf_int(to->buf, (int64_t)(condition->count - holding));
    cds_buf_word(to->buf, holding > 0 ? " more of: " : " of: ");
    put_parts(to, condition, false);
}

static void put(const opening *to, const cds_condition *condition, bool negated)
{
    switch (condition->word) {
    case CDS_NONE:
        put_parts(to, condition, !negated);
        return;
    case CDS_AT_LEAST_OF:
        put_enough(to, condition, negated);
        return;
    case CDS_ALL:
    case CDS_ANY:
    case CDS_UNLESS_RULED_OUT:
        put_parts(to, condition, negated);
        return;
    case CDS_FINDING:
        cds_buf_word(to->buf, negated ? "not: " : "");
        cds_buf_text(to->buf, condition->finding->says);
        return;
    default:
        cds_buf_text(to->buf, negated ? condition->says_not : condition->says);
    }
}

void cds_told_open(cds_buf *buf, const cds_evaluation *evaluation,
                   const cds_condition *condition)
{
    put(&(opening){buf, evaluation}, condition, false);
}

static void put_titles(cds_buf *buf, const cds_fields *fields, const uint8_t *open)
{
    size_t count = 0;
    size_t at = 0;
    for (size_t i = 0; i < fields->count; i++) {
        count += open[i];
    }
    size_t named = count > NEEDS_NAMED + 1 ? NEEDS_NAMED : count;
    for (size_t i = 0; i < fields->count && at < named; i++) {
        if (open[i] != 0) {
            cds_buf_word(buf, named < count && at > 0 ? ", " : cds_aloud_between(at, named));
            cds_aloud_title(buf, fields->list[i].title);
            at++;
        }
    }
    if (named < count) {
        cds_buf_word(buf, " and ");
        cds_buf_int(buf, (int64_t)(count - named));
        cds_buf_word(buf, " more");
    }
}

cds_status cds_told_needs(cds_ctx *ctx, const cds_evaluation *evaluation,
                          const cds_condition *condition, cds_buf *buf)
{
    const cds_fields *fields = evaluation->rules->fields;
    uint8_t *open = cds_alloc(ctx->mem, fields->count + 1);
    if (open == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_questions_of_condition(evaluation, condition, open);
    put_titles(buf, fields, open);
    return CDS_OK;
}
