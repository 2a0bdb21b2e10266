// SPDX-License-Identifier: Apache-2.0
// tendon check: what must be mended before a release.
#include <stdio.h>
#include <time.h>

#include "engine/check/all.h"
#include "server/command/command.h"

#define RULES_BYTES ((size_t)128 << 20)
#define CHECK_BYTES ((size_t)512 << 20)

static cds_date system_today(void)
{
    return (cds_date){(int32_t)(time(NULL) / 86400)};
}

static void print_gap(const cds_gap *gap)
{
    printf("%.*s:%d: %.*s\n", (int)gap->place.file.length, gap->place.file.data,
           gap->place.line, (int)gap->says.length, gap->says.data);
}

static bool check(cds_ctx *ctx, cds_ruleset *rules)
{
    cds_sandbox *sandbox = NULL;
    cds_gaps gaps;
    cds_checked found = {0};
    cds_gaps_init(&gaps, ctx);
    cds_status status = cds_sandbox_open(ctx, rules, cds_default_budget, &sandbox);
    if (status == CDS_OK)
        status = cds_check_all(ctx, sandbox, system_today(), &gaps, &found);
    cds_sandbox_close(sandbox);
    if (status != CDS_OK) {
        srv_say_error(ctx);
        return false;
    }
    for (size_t i = 0; i < gaps.count; i++) {
        if (cds_gap_refuses(gaps.list[i].kind) || gaps.list[i].kind == CDS_GAP_WARNING)
            print_gap(&gaps.list[i]);
    }
    printf("%zu rules, %zu faults\n", cds_ruleset_look(rules)->rule_count, found.faults);
    return found.faults == 0;
}

int srv_command_check(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(RULES_BYTES)};
    cds_ctx checking = {.mem = cds_arena_new(CHECK_BYTES)};
    cds_ruleset *rules = NULL;
    CDS_PROMISE(ctx.mem != NULL && checking.mem != NULL);
    const bool good = srv_load_rules(&ctx, options, &rules) && check(&checking, rules);
    cds_ruleset_drop(rules);
    cds_arena_free(checking.mem);
    cds_arena_free(ctx.mem);
    return good ? SRV_DONE : SRV_FAILED;
}
