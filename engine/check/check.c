// SPDX-License-Identifier: Apache-2.0
// Goes through the rules, the decisions and what they rest on.
#include "engine/check/check.h"

#include <string.h>

#include "engine/check/lock.h"
#include "engine/check/retired.h"
#include "engine/check/winning.h"

#define SAID(text) (int)(text).length, (text).data

typedef struct checker {
    cds_gaps *gaps;
    const cds_ruleset *rules;
    const cds_ruleset_view *view;
    cds_date today;
} checker;

bool cds_gap_refuses(cds_gap_kind kind)
{
    switch (kind) {
    case CDS_GAP_CASE:
    case CDS_GAP_TURNED:
    case CDS_GAP_EDGE:
    case CDS_GAP_NAMED:
    case CDS_GAP_LINT:
    case CDS_GAP_LOCK:
        return true;
    case CDS_GAP_RULE:
    case CDS_GAP_LEAF:
    case CDS_GAP_ANSWER:
    case CDS_GAP_PRESUMPTION:
    case CDS_GAP_SWAPPED:
    case CDS_GAP_WARNING:
        return false;
    }
    return false;
}

static const cds_file *find_file(const checker *check, cds_text stem, const char *end)
{
    const size_t length = strlen(end);
    for (size_t i = 0; i < check->view->file_count; i++) {
        const cds_text path = check->view->files[i].path;
        if (path.length == stem.length + length &&
            memcmp(path.data, stem.data, stem.length) == 0 &&
            memcmp(path.data + stem.length, end, length) == 0)
            return &check->view->files[i];
    }
    return NULL;
}

/** A file without a case, or that cannot be read, is told by the trials. */
static void check_tests(const checker *check, const cds_rule *rule)
{
    if (find_file(check, rule->id, ".test.lua") == NULL)
        cds_gaps_add(check->gaps, CDS_GAP_LINT, rule->place,
                     "no test file beside it: write %.*s.test.lua", SAID(rule->id));
}

static void check_review(const checker *check, const cds_rule *rule)
{
    if (rule->review_due.days < check->today.days)
        cds_gaps_add(check->gaps, CDS_GAP_LINT, rule->place,
                     "its review is overdue; review it and move review.due");
    else if (rule->review_due.days - check->today.days <= CDS_REVIEW_WARNING_DAYS)
        cds_gaps_add(check->gaps, CDS_GAP_WARNING, rule->place,
                     "warning: its review is due within %d days", CDS_REVIEW_WARNING_DAYS);
}

static void check_history(const checker *check, const cds_rule *rule)
{
    for (size_t i = 0; i < rule->history_count; i++) {
        if (cds_text_equal(rule->history[i].version, rule->version))
            return;
    }
    cds_gaps_add(check->gaps, CDS_GAP_LINT, rule->place,
                 "its history has no line for version %.*s", SAID(rule->version));
}

static void check_title(const checker *check, const cds_place *place, cds_text title)
{
    if (cds_text_points(title) > CDS_TITLE_POINTS_MAX)
        cds_gaps_add(check->gaps, CDS_GAP_LINT, *place,
                     "the title is over %d characters; clients cut it off there: %.*s",
                     CDS_TITLE_POINTS_MAX, SAID(title));
}

static bool is_placeholder(cds_text text)
{
    for (size_t i = 0; i + 3 <= text.length; i++) {
        if (memcmp(text.data + i, "???", 3) == 0)
            return true;
    }
    return false;
}

/** A rule begun from the template says ??? where somebody has to think. */
static void check_filled_in(const checker *check, const cds_rule *rule)
{
    const cds_text texts[] = {rule->title.source, rule->owner, rule->purpose,
                              rule->clinician.source, rule->patient.source};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (is_placeholder(texts[i])) {
            cds_gaps_add(check->gaps, CDS_GAP_LINT, rule->place,
                         "it still has ??? from the template; write what is meant");
            return;
        }
    }
}

static void check_each_rule(const checker *check)
{
    for (size_t i = 0; i < check->view->rule_count; i++) {
        const cds_rule *rule = &check->view->rules[i];
        check_history(check, rule);
        check_filled_in(check, rule);
        check_title(check, &rule->place, rule->title.source);
        if (rule->status == CDS_RETIRED)
            cds_gaps_add(check->gaps, CDS_GAP_LINT, rule->place,
                         "it is retired: move it and its cases to retired/, with date, reason "
                         "and successor in its history");
        if (rule->status != CDS_ACTIVE)
            continue;
        check_tests(check, rule);
        check_review(check, rule);
    }
}

static void check_answers(const checker *check, const cds_decision *decision)
{
    const cds_ruleset_view *view = check->view;
    uint64_t given = 0;
    for (size_t i = view->first_rule[decision->index];
         i < view->first_rule[decision->index + 1]; i++) {
        if (view->rules[i].status == CDS_ACTIVE)
            given |= (uint64_t)1 << view->rules[i].answer;
    }
    for (size_t i = 0; i < decision->declared_count; i++) {
        const bool falls_to = i == decision->otherwise || i == decision->while_unknown;
        if ((given >> i & 1) == 0 && !falls_to)
            cds_gaps_add(check->gaps, CDS_GAP_LINT, decision->place,
                         "no rule can give the answer %.*s", SAID(decision->answers[i].name));
    }
    for (size_t i = 0; i < decision->answer_count; i++)
        check_title(check, &decision->place, decision->answers[i].title.source);
}

static bool finding_used(const cds_ruleset_view *view, const cds_finding *finding)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        if (view->conditions[i]->word == CDS_FINDING && view->conditions[i]->finding == finding)
            return true;
    }
    return false;
}

static bool expression_reads(const cds_expression *value, const cds_measure *measure)
{
    return value != NULL &&
           (value->measure == measure || expression_reads(value->left, measure) ||
            expression_reads(value->right, measure));
}

static bool measure_used(const cds_ruleset_view *view, const cds_measure *measure)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        if (expression_reads(view->conditions[i]->value, measure))
            return true;
    }
    for (size_t i = 0; i < view->measure_count; i++) {
        if (expression_reads(view->measures[i].value, measure))
            return true;
    }
    return false;
}

static bool source_used(const cds_ruleset_view *view, const cds_source *source)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        for (size_t j = 0; j < view->rules[i].evidence_count; j++) {
            if (view->rules[i].evidence[j].source == source)
                return true;
        }
    }
    return false;
}

static bool suggestion_used(const cds_ruleset_view *view, const cds_suggestion *suggestion)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        for (size_t j = 0; j < view->rules[i].suggestion_count; j++) {
            if (view->rules[i].suggestions[j] == suggestion)
                return true;
        }
    }
    return false;
}

static void loose(const checker *check, const cds_place *place, const char *what, cds_text name)
{
    cds_gaps_add(check->gaps, CDS_GAP_LINT, *place, "%s %.*s; use it or take it out", what,
                 SAID(name));
}

static void check_loose_ends(const checker *check)
{
    const cds_ruleset_view *view = check->view;
    for (size_t i = 0; i < view->finding_count; i++) {
        const cds_finding *one = &view->findings[i];
        if (!finding_used(view, one))
            loose(check, &one->place, "nothing uses the finding", one->name);
    }
    for (size_t i = 0; i < view->measure_count; i++) {
        const cds_measure *one = &view->measures[i];
        if (!measure_used(view, one))
            loose(check, &one->place, "nothing uses the measure", one->name);
    }
    for (size_t i = 0; i < view->source_count; i++) {
        const cds_source *one = &view->sources[i];
        if (!source_used(view, one))
            loose(check, &one->place, "nothing cites the source", one->key);
    }
    for (size_t i = 0; i < view->suggestion_count; i++) {
        const cds_suggestion *one = &view->suggestions[i];
        if (!suggestion_used(view, one))
            loose(check, &one->place, "nothing offers the suggestion", one->id);
    }
}

void cds_check_rules(cds_gaps *gaps, const cds_ruleset *rules, cds_date today)
{
    const checker check = {gaps, rules, cds_ruleset_look(rules), today};
    const cds_text lock = cds_lock_of(rules);
    check_each_rule(&check);
    for (size_t i = 0; i < check.view->decision_count; i++)
        check_answers(&check, &check.view->decisions[i]);
    cds_check_winning(gaps, check.view);
    check_loose_ends(&check);
    cds_check_retired(gaps, rules);
    if (lock.data != NULL)
        cds_lock_compare(gaps, rules, lock, false);
}
