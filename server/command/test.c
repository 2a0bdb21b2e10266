// SPDX-License-Identifier: Apache-2.0
// tendon test: runs the cases that stand beside the rules and says what they cover.
#include <stdio.h>
#include <string.h>

#include "engine/decide/trial.h"
#include "server/command/command.h"

#define TEST_END ".test.lua"

typedef struct test_tally {
    const cds_ruleset *rules;
    cds_sandbox *sandbox;
    cds_arena *mem;   // for one file at a time
    uint8_t *covered; // of each rule: some case makes it fire
    size_t passed, failed;
} test_tally;

static bool is_test(cds_text path)
{
    size_t end = strlen(TEST_END);
    return path.length > end && !cds_text_starts(path, "retired/") &&
           memcmp(path.data + path.length - end, TEST_END, end) == 0;
}

static void say_failed(const cds_casefile *file, const cds_case *one, cds_text got)
{
    printf("%.*s:%d: %.*s: %.*s\n", (int)file->path.length, file->path.data, one->line,
           (int)one->name.length, one->name.data, (int)got.length, got.data);
}

static void run_case(cds_ctx *ctx, test_tally *tally, const cds_casefile *file,
                     const cds_case *one)
{
    cds_trial trial = {0};
    if (cds_trial_run(ctx, tally->sandbox, file, one, &trial) != CDS_OK) {
        trial = (cds_trial){.got = cds_text_of(ctx->error.what)};
    }
    if (!trial.passed)
        say_failed(file, one, trial.got);
    else if (file->rule != NULL &&
             (one->expect == CDS_EXPECT_ANSWER || one->expect == CDS_EXPECT_PRESUMED))
        tally->covered[file->rule->index] = 1;
    tally->passed += trial.passed ? 1 : 0;
    tally->failed += trial.passed ? 0 : 1;
    cds_error_clear(ctx);
}

static void run_file(test_tally *tally, const cds_file *file)
{
    cds_ctx ctx = {.mem = tally->mem};
    cds_casefile cases;
    if (cds_casefile_read(&ctx, tally->rules, file, &cases) != CDS_OK) {
        printf("%s: %s\n", ctx.error.where, ctx.error.what);
        tally->failed++;
    } else {
        for (size_t i = 0; i < cases.count; i++)
            run_case(&ctx, tally, &cases, &cases.cases[i]);
    }
    cds_arena_reset(tally->mem);
}

static void say_coverage(const test_tally *tally)
{
    const cds_ruleset_view *view = cds_ruleset_look(tally->rules);
    size_t covered = 0;
    size_t active = 0;
    for (size_t i = 0; i < view->rule_count; i++) {
        const cds_rule *rule = &view->rules[i];
        if (rule->status != CDS_ACTIVE)
            continue;
        active++;
        covered += tally->covered[i];
        if (tally->covered[i] == 0)
            printf("%.*s: no case makes it answer\n", (int)rule->id.length, rule->id.data);
    }
    printf("rules made to answer: %zu of %zu\n", covered, active);
}

static void run_all(test_tally *tally)
{
    const cds_ruleset_view *view = cds_ruleset_look(tally->rules);
    for (size_t i = 0; i < view->file_count; i++) {
        if (is_test(view->files[i].path))
            run_file(tally, &view->files[i]);
    }
    if (tally->passed + tally->failed == 0) {
        printf("there is no case to run; write RULE.test.lua beside a rule\n");
        tally->failed++;
    }
    say_coverage(tally);
    printf("%zu passed, %zu failed\n", tally->passed, tally->failed);
}

int srv_command_test(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    cds_ruleset *rules = NULL;
    test_tally tally = {.mem = cds_arena_new((size_t)16 << 20)};
    CDS_PROMISE(ctx.mem != NULL && tally.mem != NULL);
    bool ready = srv_load_rules(&ctx, options, &rules);
    if (ready) {
        tally.rules = rules;
        tally.covered = cds_alloc(ctx.mem, cds_ruleset_look(rules)->rule_count + 1);
        CDS_PROMISE(tally.covered != NULL);
        ready = cds_sandbox_open(&ctx, rules, cds_default_budget, &tally.sandbox) == CDS_OK;
        if (!ready)
            srv_say_error(&ctx);
    }
    if (ready)
        run_all(&tally);
    cds_sandbox_close(tally.sandbox);
    cds_ruleset_drop(rules);
    cds_arena_free(tally.mem);
    cds_arena_free(ctx.mem);
    return ready && tally.failed == 0 ? SRV_DONE : SRV_FAILED;
}
