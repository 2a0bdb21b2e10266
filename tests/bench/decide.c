// SPDX-License-Identifier: Apache-2.0
// The path from bytes to decision bytes in one process, for counting instructions and for the
// clock: decide RULES SCHEMA TIMES BODY... With 0 times each decision is printed instead.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/api/assess.h"
#include "server/command/command.h"

#define BODY_BYTES ((size_t)256 << 10)
#define BODIES 512

static cds_text read_body(const char *name)
{
    FILE *file = fopen(name, "rbe");
    char *bytes = malloc(BODY_BYTES);
    if (file == NULL || bytes == NULL) {
        fprintf(stderr, "%s cannot be read\n", name);
        exit(1);
    }
    size_t length = fread(bytes, 1, BODY_BYTES, file);
    (void)fclose(file);
    return (cds_text){bytes, length};
}

static size_t decide(cds_arena *mem, cds_sandbox *sandbox, srv_assessment one, FILE *out)
{
    cds_ctx ctx = {.mem = mem};
    srv_assessed assessed = {0};
    cds_status status = srv_assess(&ctx, sandbox, one, &assessed);
    if (out != NULL) {
        fprintf(out, "%d %s\n", (int)status, status == CDS_OK ? "" : ctx.error.what);
        (void)fwrite(assessed.decision.data, 1, assessed.decision.length, out);
        fputc('\n', out);
    }
    cds_arena_reset(mem);
    return assessed.decision.length;
}

static void time_bodies(cds_arena *mem, cds_sandbox *sandbox, const cds_text *bodies,
                        size_t count, size_t times)
{
    cds_date today = {0};
    struct timespec from;
    struct timespec to;
    size_t written = 0;
    (void)cds_date_parse(CDS_TEXT("2026-01-01"), &today);
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    for (size_t i = 0; i < times * count; i++) {
        written += decide(mem, sandbox, (srv_assessment){bodies[i % count], today}, NULL);
    }
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    for (size_t i = 0; i < count && times == 0; i++) {
        (void)decide(mem, sandbox, (srv_assessment){bodies[i], today}, stdout);
    }
    if (times > 0) {
        double ns =
            (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
        printf("%.2f us an assessment, %zu bytes out\n", ns / 1e3 / (double)(times * count),
               written / (times * count));
    }
}

int main(int argc, char **argv)
{
    static cds_text bodies[BODIES];
    cds_ctx ctx = {.mem = cds_arena_new((size_t)256 << 20)};
    cds_arena *mem = cds_arena_new_with((size_t)8 << 20, (size_t)64 << 10);
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    srv_options options = {0};
    if (argc < 5 || argc - 4 > BODIES) {
        fprintf(stderr, "usage: decide RULES SCHEMA TIMES BODY...\n");
        return 2;
    }
    options.folder.rules_dir = argv[1];
    options.folder.schema_file = argv[2];
    for (int i = 4; i < argc; i++) {
        bodies[i - 4] = read_body(argv[i]);
    }
    if (!srv_load_rules(&ctx, &options, &rules) ||
        cds_sandbox_open(&ctx, rules, cds_default_budget, &sandbox) != CDS_OK) {
        return 1;
    }
    time_bodies(mem, sandbox, bodies, (size_t)(argc - 4), strtoul(argv[3], NULL, 10));
    cds_sandbox_close(sandbox);
    cds_ruleset_drop(rules);
    cds_arena_free(mem);
    cds_arena_free(ctx.mem);
    return 0;
}
