// SPDX-License-Identifier: Apache-2.0
// tendon check: what loading lets pass because a running clinic is never stopped by a date, a
// missing test or a loose end.
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "engine/rules/casefile.h"
#include "server/command/command.h"

#define TITLE_POINTS_MAX 139
#define WARN_DAYS 30

typedef struct checker {
    cds_ctx *ctx;
    const cds_ruleset *rules;
    const cds_ruleset_view *view;
    cds_date today;
    size_t faults;
} checker;

static void fault(checker *check, const cds_place *place, const char *what, cds_text about)
{
    printf("%.*s:%d: %s%.*s\n", (int)place->file.length, place->file.data, place->line, what,
           (int)about.length, about.data);
    check->faults++;
}

static const cds_file *find_file(const checker *check, cds_text stem, const char *end)
{
    for (size_t i = 0; i < check->view->file_count; i++) {
        cds_text path = check->view->files[i].path;
        if (path.length == stem.length + strlen(end) &&
            memcmp(path.data, stem.data, stem.length) == 0 &&
            memcmp(path.data + stem.length, end, strlen(end)) == 0)
            return &check->view->files[i];
    }
    return NULL;
}

static void check_tests(checker *check, const cds_rule *rule)
{
    cds_casefile cases = {0};
    const cds_file *file = find_file(check, rule->id, ".test.lua");
    if (file == NULL) {
        fault(check, &rule->place, "no test file beside it: write ", rule->id);
    } else if (cds_casefile_read(check->ctx, check->rules, file, &cases) != CDS_OK) {
        printf("%s: %s\n", check->ctx->error.where, check->ctx->error.what);
        check->faults++;
        cds_error_clear(check->ctx);
    } else if (cases.count == 0) {
        fault(check, &rule->place, "its test file has no case: ", rule->id);
    }
}

static void check_review(checker *check, const cds_rule *rule)
{
    if (rule->review_due.days < check->today.days)
        fault(check, &rule->place,
              "its review is overdue; review it and move review.due: ", rule->id);
    else if (rule->review_due.days - check->today.days <= WARN_DAYS)
        printf("%.*s:%d: warning: its review is due within %d days\n",
               (int)rule->place.file.length, rule->place.file.data, rule->place.line,
               WARN_DAYS);
}

static void check_history(checker *check, const cds_rule *rule)
{
    for (size_t i = 0; i < rule->history_count; i++) {
        if (cds_text_equal(rule->history[i].version, rule->version))
            return;
    }
    fault(check, &rule->place, "its history has no line for version ", rule->version);
}

static void check_rules(checker *check)
{
    for (size_t i = 0; i < check->view->rule_count; i++) {
        const cds_rule *rule = &check->view->rules[i];
        if (rule->status != CDS_ACTIVE)
            continue;
        check_tests(check, rule);
        check_review(check, rule);
        check_history(check, rule);
        if (cds_text_points(rule->title.source) > TITLE_POINTS_MAX)
            fault(check, &rule->place, "its title is over 139 characters: ", rule->id);
    }
}

static void check_answers(checker *check, const cds_decision *decision)
{
    const cds_ruleset_view *view = check->view;
    uint64_t given = 0;
    for (size_t i = view->first_rule[decision->index];
         i < view->first_rule[decision->index + 1]; i++) {
        if (view->rules[i].status == CDS_ACTIVE)
            given |= (uint64_t)1 << view->rules[i].answer;
    }
    for (size_t i = 0; i < decision->declared_count; i++) {
        bool falls_to = i == decision->otherwise || i == decision->while_unknown;
        if ((given >> i & 1) == 0 && !falls_to)
            fault(check, &decision->place, "no rule can give the answer ",
                  decision->answers[i].name);
        if (cds_text_points(decision->answers[i].title.source) > TITLE_POINTS_MAX)
            fault(check, &decision->place,
                  "a title is over 139 characters: ", decision->answers[i].name);
    }
}

static bool finding_used(const cds_ruleset_view *view, const cds_finding *finding)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        if (view->conditions[i]->word == CDS_FINDING && view->conditions[i]->finding == finding)
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

static void check_loose_ends(checker *check)
{
    const cds_ruleset_view *view = check->view;
    for (size_t i = 0; i < view->finding_count; i++) {
        if (!finding_used(view, &view->findings[i]))
            fault(check, &view->findings[i].place, "nothing uses the finding ",
                  view->findings[i].name);
    }
    for (size_t i = 0; i < view->source_count; i++) {
        if (!source_used(view, &view->sources[i]))
            fault(check, &view->sources[i].place, "nothing cites the source ",
                  view->sources[i].key);
    }
    for (size_t i = 0; i < view->suggestion_count; i++) {
        if (!suggestion_used(view, &view->suggestions[i]))
            fault(check, &view->suggestions[i].place, "nothing offers the suggestion ",
                  view->suggestions[i].id);
    }
}

static cds_date system_today(void)
{
    return (cds_date){(int32_t)(time(NULL) / 86400)};
}

int srv_command_check(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    cds_ruleset *rules = NULL;
    size_t faults = 1;
    CDS_PROMISE(ctx.mem != NULL);
    if (srv_load_rules(&ctx, options, &rules)) {
        checker check = {.ctx = &ctx,
                         .rules = rules,
                         .view = cds_ruleset_look(rules),
                         .today = system_today()};
        check_rules(&check);
        for (size_t i = 0; i < check.view->decision_count; i++)
            check_answers(&check, &check.view->decisions[i]);
        check_loose_ends(&check);
        faults = check.faults;
        printf("%zu rules, %zu faults\n", check.view->rule_count, faults);
    }
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return faults == 0 ? SRV_DONE : SRV_FAILED;
}
