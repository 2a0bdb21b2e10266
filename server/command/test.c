// SPDX-License-Identifier: Apache-2.0
// tendon test: runs the cases that stand beside the rules, says what they reach, and whether
// they would notice a slip of the pen.
#include <stdio.h>
#include <time.h>

#include "engine/decide/coverage.h"
#include "engine/decide/mutation.h"
#include "server/command/command.h"

#define RULES_BYTES ((size_t)128 << 20)
#define TRIALS_BYTES ((size_t)512 << 20)

static double seconds_now(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_gaps(const cds_gaps *gaps)
{
    for (size_t i = 0; i < gaps->count; i++) {
        const cds_gap *gap = &gaps->list[i];
        printf("%.*s:%d: %.*s\n", (int)gap->place.file.length, gap->place.file.data,
               gap->place.line, (int)gap->says.length, gap->says.data);
    }
}

static void print_share(const char *before, const char *what, cds_share share)
{
    printf("%s%s %zu of %zu", before, what, share.reached, share.of);
}

static void print_coverage(const cds_coverage *coverage)
{
    print_share("reached: ", "rules", coverage->rules);
    print_share(", ", "leaves", coverage->leaves);
    print_share(", ", "answers", coverage->answers);
    printf("\n");
}

static void print_mutation(const cds_mutation *mutation)
{
    printf("noticed: %zu of %zu changes; survivors named with a reason: %zu\n",
           mutation->killed, mutation->mutants, mutation->named);
}

/** Each step adds its gaps; changes are tried when all cases pass, and only if wanted. */
static cds_status run_steps(cds_ctx *ctx, cds_sandbox *sandbox, bool mutate, cds_gaps *gaps)
{
    cds_trials trials;
    cds_coverage coverage;
    cds_mutation mutation = {0};
    cds_status status = cds_trials_run(ctx, sandbox, gaps, &trials);
    if (status == CDS_OK)
        status = cds_coverage_of(cds_sandbox_ruleset(sandbox), &trials, gaps, &coverage);
    mutate = mutate && status == CDS_OK && trials.failed == 0;
    if (mutate)
        status = cds_mutation_run(ctx, sandbox, &trials, gaps, &mutation);
    if (status != CDS_OK)
        return status;
    print_gaps(gaps);
    if (trials.count + trials.failed == 0)
        return cds_fail(ctx, CDS_NOT_FOUND, "",
                        "there is no case to run; write RULE.test.lua "
                        "beside a rule");
    print_coverage(&coverage);
    if (mutate)
        print_mutation(&mutation);
    printf("%zu passed, %zu failed", trials.count - trials.failed, trials.failed);
    return CDS_OK;
}

/** True: nothing is left open. */
static bool run_all(cds_ctx *ctx, cds_ruleset *rules, bool mutate)
{
    double began = seconds_now();
    cds_sandbox *sandbox = NULL;
    cds_gaps gaps;
    cds_gaps_init(&gaps, ctx);
    cds_status status = cds_sandbox_open(ctx, rules, cds_default_budget, &sandbox);
    if (status == CDS_OK)
        status = run_steps(ctx, sandbox, mutate, &gaps);
    cds_sandbox_close(sandbox);
    if (status != CDS_OK) {
        srv_say_error(ctx);
        return false;
    }
    printf(", in %.1f s\n", seconds_now() - began);
    return gaps.count == 0;
}

int srv_command_test(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(RULES_BYTES)};
    cds_ctx trials = {.mem = cds_arena_new(TRIALS_BYTES)};
    cds_ruleset *rules = NULL;
    CDS_PROMISE(ctx.mem != NULL && trials.mem != NULL);
    bool complete =
        srv_load_rules(&ctx, options, &rules) && run_all(&trials, rules, !options->no_mutation);
    cds_ruleset_drop(rules);
    cds_arena_free(trials.mem);
    cds_arena_free(ctx.mem);
    return complete ? SRV_DONE : SRV_FAILED;
}
