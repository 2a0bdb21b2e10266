// SPDX-License-Identifier: Apache-2.0
// The five members in their order; the decisions and the short lists are written here.
#include "engine/decide/reply.h"

#include "engine/decide/advice.h"
#include "engine/decide/asking.h"
#include "engine/decide/because.h"
#include "engine/decide/fill.h"
#include "engine/decide/recommend.h"

// Most replies are shorter; a longer one grows.
#define FEW_BYTES ((size_t)8 << 10)
#define MANY_BYTES ((size_t)32 << 10)
#define RULE_BYTES 128

/** Rules to be named, sorted by id. */
typedef struct names {
    const cds_rule **list;
    size_t count;
} names;

static cds_status names_new(cds_ctx *ctx, size_t room, names *out)
{
    names made = {cds_alloc(ctx->mem, room * sizeof *made.list), 0};
    if (made.list == NULL) {
        return cds_fail_memory(ctx);
    }
    *out = made;
    return CDS_OK;
}

static void names_add(names *to, const cds_rule *rule)
{
    size_t at = to->count++;
    while (at > 0 && cds_text_compare(rule->id, to->list[at - 1]->id) < 0) {
        to->list[at] = to->list[at - 1];
        at--;
    }
    to->list[at] = rule;
}

// What is said of one decision after another.
typedef struct saying {
    cds_buf *buf;
    const cds_evaluation *evaluation;
    names weaker; // rules of the decision that hold, but not for its answer
} saying;

// True rules weaker than the winning answer. An answer that is only given when final may have
// won and be withheld: its own rules are not named then.
static void find_weaker(saying *it, const cds_outcome *outcome)
{
    const cds_standing *standing = &it->evaluation->standing;
    const cds_rule *rules = it->evaluation->rules->rules;
    const cds_truth *truths = it->evaluation->truths;
    const size_t *first = &it->evaluation->rules->first_rule[outcome->decision->index];
    const unsigned nobody = (unsigned)outcome->decision->answer_count;
    unsigned winner = nobody;
    it->weaker.count = 0;
    for (size_t i = cds_standing_before(standing, first[0]);
         i < standing->count && standing->list[i] < first[1]; i++) {
        const cds_rule *rule = &rules[standing->list[i]];
        const cds_truth truth = truths[standing->list[i]];
        if (winner == nobody && (truth == CDS_TRUE || truth == CDS_PRESUMED)) {
            winner = rule->answer;
        }
        if (truth == CDS_TRUE && rule->answer != winner && rule->answer != outcome->answer) {
            names_add(&it->weaker, rule);
        }
    }
}

static void put_also(cds_buf *buf, const names *also)
{
    if (also->count == 0) {
        return;
    }
    cds_buf_text(buf, CDS_TEXT(",\"also\":["));
    for (size_t i = 0; i < also->count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, also->list[i]->id);
    }
    cds_buf_char(buf, ']');
}

static void put_could_become(cds_buf *buf, const cds_outcome *outcome)
{
    uint64_t others = outcome->possible & ~((uint64_t)1 << outcome->own);
    if (others != 0) {
        cds_buf_text(buf, CDS_TEXT(",\"could_become\":"));
        cds_answers_write(buf, outcome->decision, others);
    }
}

static void put_decision(saying *it, const cds_outcome *outcome)
{
    cds_buf *buf = it->buf;
    const cds_answer *answer = &outcome->decision->answers[outcome->answer];
    cds_buf_comma(buf);
    cds_buf_text(buf, outcome->decision->json);
    cds_buf_text(buf, CDS_TEXT(":{\"answer\":"));
    cds_buf_text(buf, answer->json);
    cds_buf_text(buf, outcome->final ? CDS_TEXT(",\"status\":\"final\"")
                                     : CDS_TEXT(",\"status\":\"provisional\""));
    cds_fill_member(buf, it->evaluation,
                    (cds_filling){CDS_TEXT(",\"title\":\""), &answer->title, NULL});
    cds_fill_member(buf, it->evaluation,
                    (cds_filling){CDS_TEXT(",\"clinician\":\""), &answer->clinician, NULL});
    cds_fill_member(buf, it->evaluation,
                    (cds_filling){CDS_TEXT(",\"patient\":\""), &answer->patient, NULL});
    if (outcome->by != NULL) {
        cds_buf_text(buf, CDS_TEXT(",\"by\":"));
        cds_buf_text(buf, outcome->by->json);
    } else {
        put_could_become(buf, outcome);
        find_weaker(it, outcome);
        put_also(buf, &it->weaker);
    }
    cds_buf_char(buf, '}');
}

static cds_status put_decisions(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf)
{
    const size_t room = evaluation->standing.count;
    saying it = {.buf = buf, .evaluation = evaluation};
    if (names_new(ctx, room, &it.weaker) != CDS_OK) {
        return ctx->error.status;
    }
    cds_buf_char(buf, '{');
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        put_decision(&it, &evaluation->outcomes[i]);
    }
    cds_buf_char(buf, '}');
    return CDS_OK;
}

static void mark_number(const cds_expression *value, uint8_t *marks)
{
    if (value->kind == CDS_OF_FIELD) {
        marks[value->field->index] = 1;
    } else if (value->kind == CDS_OF_ARITHMETIC) {
        mark_number(value->left, marks);
        mark_number(value->right, marks);
    } else if (value->kind == CDS_OF_MEASURE && value->measure->value != NULL) {
        mark_number(value->measure->value, marks);
    }
}

// A leaf's facts, or all those of a finding that is named whole.
static void mark_facts(const cds_condition *condition, uint8_t *marks)
{
    if (condition->word == CDS_COMPARE) {
        mark_number(condition->value, marks);
    } else if (condition->word == CDS_FINDING) {
        mark_facts(condition->finding->when, marks);
    } else if (condition->field != NULL) {
        marks[condition->field->index] = 1;
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        mark_facts(condition->parts[i], marks);
    }
}

static cds_status put_contradiction(cds_ctx *ctx, const cds_evaluation *evaluation,
                                    const cds_contradiction *one, cds_buf *buf)
{
    const cds_fields *fields = evaluation->rules->fields;
    uint8_t *marks = cds_alloc(ctx->mem, fields->count + 1);
    cds_reasons because = {NULL, 0};
    if (marks == NULL) {
        return cds_fail_memory(ctx);
    }
    if (cds_because(ctx, evaluation, one->when, &because) != CDS_OK) {
        return ctx->error.status;
    }
    for (size_t i = 0; i < because.count; i++) {
        mark_facts(because.list[i].leaf, marks);
    }
    cds_buf_comma(buf);
    cds_buf_text(buf, CDS_TEXT("{\"id\":"));
    cds_buf_json(buf, one->id);
    cds_fill_member(buf, evaluation, (cds_filling){CDS_TEXT(",\"says\":\""), &one->say, NULL});
    cds_buf_text(buf, CDS_TEXT(",\"ask\":"));
    cds_buf_json(buf, one->ask);
    cds_buf_text(buf, CDS_TEXT(",\"pointers\":["));
    for (size_t i = 0; i < fields->count; i++) {
        if (marks[i] != 0) {
            cds_buf_comma(buf);
            cds_buf_json(buf, fields->list[i].pointer);
        }
    }
    cds_buf_text(buf, CDS_TEXT("]}"));
    return CDS_OK;
}

static cds_status put_contradictions(cds_ctx *ctx, const cds_evaluation *evaluation,
                                     cds_buf *buf)
{
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < evaluation->rules->contradiction_count; i++) {
        const cds_contradiction *one = &evaluation->rules->contradictions[i];
        if (cds_evaluation_truth(evaluation, one->when) == CDS_TRUE &&
            put_contradiction(ctx, evaluation, one, buf) != CDS_OK) {
            return ctx->error.status;
        }
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}

static cds_status put_incomplete(cds_ctx *ctx, const cds_evaluation *evaluation, cds_buf *buf)
{
    static const char *const words[] = {"", "unknown", "budget", "error"};
    const cds_ruleset_view *rules = evaluation->rules;
    names incomplete = {NULL, 0};
    if (!cds_any_incomplete(evaluation)) {
        cds_buf_text(buf, CDS_TEXT("[]"));
        return CDS_OK;
    }
    if (names_new(ctx, rules->rule_count, &incomplete) != CDS_OK) {
        return ctx->error.status;
    }
    for (size_t i = 0; i < rules->rule_count; i++) {
        if (cds_rule_incomplete(evaluation, &rules->rules[i]) != CDS_COMPLETE) {
            names_add(&incomplete, &rules->rules[i]);
        }
    }
    cds_buf_char(buf, '[');
    for (size_t i = 0; i < incomplete.count; i++) {
        cds_buf_comma(buf);
        cds_buf_text(buf, CDS_TEXT("{\"rule\":"));
        cds_buf_json(buf, incomplete.list[i]->id);
        cds_buf_text(buf, CDS_TEXT(",\"why\":\""));
        cds_buf_word(buf, words[cds_rule_incomplete(evaluation, incomplete.list[i])]);
        cds_buf_text(buf, CDS_TEXT("\"}"));
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}

static size_t usual_bytes(const cds_ruleset_view *rules)
{
    const size_t of_rules = rules->rule_count * RULE_BYTES;
    return of_rules < MANY_BYTES - FEW_BYTES ? FEW_BYTES + of_rules : MANY_BYTES;
}

cds_status cds_reply_write(cds_ctx *ctx, const cds_evaluation *evaluation, cds_text *out)
{
    typedef cds_status (*part_fn)(cds_ctx *, const cds_evaluation *, cds_buf *);
    static const struct {
        const char *name;
        part_fn write;
    } parts[] = {
        {"{\"decisions\":", put_decisions},
        {",\"recommendations\":", cds_recommend_write},
        {",\"questions\":", cds_asking_write},
        {",\"contradictions\":", put_contradictions},
        {",\"incomplete_rules\":", put_incomplete},
    };
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    if (cds_buf_reserve(ctx, &buf, usual_bytes(evaluation->rules)) != CDS_OK) {
        return ctx->error.status;
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        cds_buf_word(&buf, parts[i].name);
        if (parts[i].write(ctx, evaluation, &buf) != CDS_OK) {
            return ctx->error.status;
        }
    }
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
