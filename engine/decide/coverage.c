// SPDX-License-Identifier: Apache-2.0
// Counting over what the passing cases saw.
#include "engine/decide/coverage.h"

#include "engine/decide/reach.h"

#define SAID(text) (int)(text).length, (text).data

// What has been seen of each condition, a bit each truth; and of each rule, that it answered.
typedef struct survey {
    const cds_ruleset_view *view;
    cds_gaps *gaps;
    uint8_t *truths;
    uint8_t *answering;
    uint64_t *given; // of each decision, a bit an answer
    uint8_t *counts; // conditions that active rules and decisions read
} survey;

static uint8_t bit(cds_truth truth)
{
    return (uint8_t)(1u << truth);
}

static void note_answer(survey *s, const cds_decides *one)
{
    for (size_t i = 0; i < s->view->decision_count; i++) {
        const cds_decision *decision = &s->view->decisions[i];
        for (size_t j = 0; j < decision->answer_count; j++) {
            if (cds_text_equal(decision->name, one->decision) &&
                cds_text_equal(decision->answers[j].name, one->answer)) {
                s->given[i] |= (uint64_t)1 << j;
            }
        }
    }
}

static void note_case(survey *s, const cds_tried *tried)
{
    const cds_case *one = tried->one;
    for (size_t i = 0; i < s->view->condition_count; i++) {
        s->truths[i] |= tried->seen[i] == 0 ? 0 : bit((cds_truth)(tried->seen[i] - 1));
    }
    if (one->expect == CDS_EXPECT_ANSWER || one->expect == CDS_EXPECT_PRESUMED) {
        s->answering[tried->file->rule->index] = 1;
    }
    for (size_t i = 0; i < one->decides_count; i++) {
        note_answer(s, &one->decides[i]);
    }
}

static void count_rules(survey *s, cds_share *share)
{
    for (size_t i = 0; i < s->view->rule_count; i++) {
        const cds_rule *rule = &s->view->rules[i];
        if (rule->status != CDS_ACTIVE) {
            continue;
        }
        share->of++;
        share->reached += s->answering[i];
        if (s->answering[i] == 0) {
            cds_gaps_add(s->gaps, CDS_GAP_RULE, rule->place, "no case makes %.*s answer",
                         SAID(rule->id));
        }
    }
}

static void say_leaf(survey *s, const cds_condition *leaf, const char *missing)
{
    cds_gaps_add(s->gaps, CDS_GAP_LEAF, leaf->place, "no case sees this %s: %.*s", missing,
                 SAID(leaf->says));
}

static bool leaf_is_reached(survey *s, const cds_condition *leaf)
{
    uint8_t seen = s->truths[leaf->index];
    if ((seen & bit(CDS_TRUE)) == 0) {
        say_leaf(s, leaf, "true");
        return false;
    }
    cds_truth other = leaf->word == CDS_KNOWN ? CDS_IS_UNKNOWN : CDS_FALSE;
    if ((seen & bit(other)) == 0) {
        say_leaf(s, leaf, leaf->word == CDS_KNOWN ? "unknown" : "false");
        return false;
    }
    return true;
}

static bool presumption_is_reached(survey *s, const cds_condition *condition)
{
    uint8_t seen = s->truths[condition->index];
    bool reached = (seen & bit(CDS_PRESUMED)) != 0 && (seen & ~bit(CDS_PRESUMED)) != 0;
    if (!reached) {
        cds_gaps_add(s->gaps, CDS_GAP_LEAF, condition->place,
                     "no case sees this unless_ruled_out %s",
                     (seen & bit(CDS_PRESUMED)) == 0 ? "presumed" : "settled");
    }
    return reached;
}

static void count_leaves(survey *s, cds_share *share)
{
    for (size_t i = 0; i < s->view->condition_count; i++) {
        const cds_condition *condition = s->view->conditions[i];
        if (s->counts[i] == 0) {
            continue;
        }
        if (cds_word_is_leaf(condition->word)) {
            share->of++;
            share->reached += leaf_is_reached(s, condition);
        } else if (condition->word == CDS_UNLESS_RULED_OUT) {
            share->of++;
            share->reached += presumption_is_reached(s, condition);
        }
    }
}

static void count_answers(survey *s, cds_share *share)
{
    for (size_t i = 0; i < s->view->decision_count; i++) {
        const cds_decision *decision = &s->view->decisions[i];
        for (size_t j = 0; j < decision->answer_count; j++) {
            bool given = (s->given[i] >> j & 1) != 0;
            share->of++;
            share->reached += given;
            if (!given) {
                cds_gaps_add(s->gaps, CDS_GAP_ANSWER, decision->place,
                             "no case decides { [\"%.*s\"] = \"%.*s\" }", SAID(decision->name),
                             SAID(decision->answers[j].name));
            }
        }
    }
}

static cds_status survey_init(cds_ctx *ctx, survey *s)
{
    s->truths = cds_alloc(ctx->mem, s->view->condition_count + 1);
    s->counts = cds_alloc(ctx->mem, s->view->condition_count + 1);
    s->answering = cds_alloc(ctx->mem, s->view->rule_count + 1);
    s->given = cds_alloc(ctx->mem, (s->view->decision_count + 1) * sizeof *s->given);
    if (s->truths == NULL || s->counts == NULL || s->answering == NULL || s->given == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < s->view->decision_count; i++) {
        cds_reach_decision(s->view, &s->view->decisions[i], s->counts);
    }
    return CDS_OK;
}

cds_status cds_coverage_of(const cds_ruleset *rules, const cds_trials *trials, cds_gaps *gaps,
                           cds_coverage *out)
{
    survey s = {.view = cds_ruleset_look(rules), .gaps = gaps};
    cds_coverage made = {0};
    cds_status status = survey_init(gaps->ctx, &s);
    if (status != CDS_OK) {
        return status;
    }
    for (size_t i = 0; i < trials->count; i++) {
        if (trials->list[i].passed) {
            note_case(&s, &trials->list[i]);
        }
    }
    count_rules(&s, &made.rules);
    count_leaves(&s, &made.leaves);
    count_answers(&s, &made.answers);
    *out = made;
    return cds_gaps_end(gaps);
}
