// SPDX-License-Identifier: Apache-2.0
// The answer first, then the reasons, then what is open: the order of a spoken handover.
#include "engine/decide/explain_person.h"

#include "engine/decide/advice.h"
#include "engine/decide/aloud.h"
#include "engine/decide/fill.h"
#include "engine/decide/telling.h"

#define NAMED_MAX 12

static void put_suppressed(const cds_telling *tell)
{
    const cds_decision *by = tell->outcome->by;
    const cds_outcome *first = &tell->evaluation->outcomes[by->index];
    cds_telling before = *tell;
    before.outcome = first;
    cds_buf_word(tell->buf, "Not answered for now. Another question comes first, \"");
    cds_aloud_prose(tell->buf, by->question);
    cds_buf_word(tell->buf, "\", and its answer is ");
    cds_telling_answer(&before, first->answer);
    cds_buf_word(tell->buf, first->final ? ".\n" : ", provisional.\n");
}

static void put_not_asked(const cds_telling *tell)
{
    cds_buf_word(tell->buf, "Nobody asked for this. It is answered only when ");
    cds_aloud_condition(tell->buf, tell->outcome->decision->applies_when);
    cds_buf_word(tell->buf, ".\n");
}

static void put_answer(const cds_telling *tell)
{
    bool final = tell->outcome->final;
    cds_buf_word(tell->buf, final ? "The answer is " : "Not settled yet. For now it is ");
    cds_telling_answer(tell, tell->outcome->answer);
    cds_buf_word(tell->buf, final ? ". It is final: nothing still unasked would change it.\n"
                                  : ", provisional.\n");
}

typedef bool counts_fn(const cds_telling *tell, const cds_rule *rule);

static bool is_weaker_but_true(const cds_telling *tell, const cds_rule *rule)
{
    return tell->evaluation->truths[rule->index] == CDS_TRUE &&
           rule->answer > cds_telling_winner(tell);
}

static bool is_stronger_but_false(const cds_telling *tell, const cds_rule *rule)
{
    return rule->status == CDS_ACTIVE && tell->evaluation->truths[rule->index] == CDS_FALSE &&
           rule->answer < cds_telling_winner(tell);
}

// The rules that count, by their short names, on one line after the label.
static void put_names(const cds_telling *tell, const char *label, counts_fn *counts)
{
    const cds_rule *rules = tell->evaluation->rules->rules;
    size_t count = 0;
    size_t at = 0;
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell); i++) {
        count += counts(tell, &rules[i]);
    }
    if (count == 0) {
        return;
    }
    size_t named = count > NAMED_MAX + 1 ? NAMED_MAX : count;
    cds_buf_word(tell->buf, label);
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell) && at < named; i++) {
        if (counts(tell, &rules[i])) {
            cds_buf_word(tell->buf,
                         named < count && at > 0 ? ", " : cds_aloud_between(at, named));
            cds_aloud_short_name(tell->buf, &rules[i]);
            at++;
        }
    }
    if (named < count) {
        cds_buf_word(tell->buf, " and ");
        cds_buf_int(tell->buf, (int64_t)(count - named));
        cds_buf_word(tell->buf, " more");
    }
    cds_buf_word(tell->buf, ".\n");
}

static void put_contradictions(const cds_telling *tell)
{
    const cds_ruleset_view *rules = tell->evaluation->rules;
    bool any = false;
    for (size_t i = 0; i < rules->contradiction_count; i++) {
        const cds_contradiction *one = &rules->contradictions[i];
        if (cds_evaluation_truth(tell->evaluation, one->when) != CDS_TRUE) {
            continue;
        }
        cds_buf_word(tell->buf, any ? "" : "\nWhat was recorded does not fit together:\n");
        cds_buf_word(tell->buf, "- ");
        cds_fill_text(tell->buf, tell->evaluation, &one->say, NULL);
        cds_buf_word(tell->buf, " ");
        cds_aloud_prose(tell->buf, one->ask);
        cds_buf_char(tell->buf, '\n');
        any = true;
    }
}

static cds_status put_decided(const cds_telling *tell)
{
    put_answer(tell);
    cds_status status = cds_telling_why(tell);
    if (status == CDS_OK && !tell->outcome->final) {
        status = cds_telling_changes(tell);
    }
    if (status == CDS_OK && !tell->outcome->final) {
        status = cds_telling_questions(tell);
    }
    if (status != CDS_OK) {
        return status;
    }
    bool none = cds_telling_winner(tell) == tell->outcome->decision->answer_count;
    put_names(tell, "\nAlso true, but it counts for less: ", is_weaker_but_true);
    put_names(tell, none ? "\nRuled out: " : "\nIt would count for more, but is ruled out: ",
              is_stronger_but_false);
    return CDS_OK;
}

cds_status cds_explain_answer(cds_ctx *ctx, const cds_evaluation *evaluation,
                              const cds_decision *decision, cds_buf *buf)
{
    const cds_outcome *outcome = &evaluation->outcomes[decision->index];
    cds_telling tell = {ctx, evaluation, outcome, buf};
    cds_status status = CDS_OK;
    cds_aloud_prose(buf, decision->question);
    cds_buf_word(buf, "\n\n");
    if (outcome->by != NULL) {
        put_suppressed(&tell);
    } else if (decision->not_asked >= 0 && outcome->answer == (unsigned)decision->not_asked) {
        put_not_asked(&tell);
    } else {
        status = put_decided(&tell);
    }
    put_contradictions(&tell);
    return status;
}
