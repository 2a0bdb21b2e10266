// SPDX-License-Identifier: Apache-2.0
// The path from bytes to decision bytes in one process: decide RULES SCHEMA TIMES BODY...
// prints one line of JSON: what the release costs, and the medians of an assessment whole and
// of its conditions alone. With 0 times each decision is printed instead.
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/api/assess.h"
#include "server/command/command.h"

#define BODY_BYTES ((size_t)256 << 10)
#define BODIES 512

typedef struct bench {
    cds_arena *mem; // a request's, as a worker has it
    cds_sandbox *sandbox;
    cds_text bodies[BODIES];
    size_t body_count;
    size_t times;
    cds_date today;
    double *took_us;  // of each assessment
    size_t bytes_out; // of a decision, on average in the last pass
} bench;

static double now_us(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static size_t allocated_bytes(void)
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

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

static void print_decision(bench *b, cds_text body)
{
    cds_ctx ctx = {.mem = b->mem};
    srv_assessed assessed = {0};
    cds_status status =
        srv_assess(&ctx, b->sandbox, (srv_assessment){body, b->today}, &assessed);
    printf("%d %s\n", (int)status, status == CDS_OK ? "" : ctx.error.what);
    (void)fwrite(assessed.decision.data, 1, assessed.decision.length, stdout);
    putchar('\n');
    cds_arena_reset(b->mem);
}

/** From bytes to decision bytes. */
static double time_whole(bench *b, cds_text body)
{
    cds_ctx ctx = {.mem = b->mem};
    srv_assessed assessed = {0};
    const double from = now_us();
    const cds_status status =
        srv_assess(&ctx, b->sandbox, (srv_assessment){body, b->today}, &assessed);
    cds_arena_reset(b->mem);
    const double took = now_us() - from;
    if (status != CDS_OK) {
        fprintf(stderr, "an assessment is refused: %s\n", ctx.error.what);
        exit(1);
    }
    b->bytes_out += assessed.decision.length;
    return took;
}

/** From facts to answers: what stands before and after is not timed. */
static double time_conditions(bench *b, cds_text body)
{
    cds_ctx ctx = {.mem = b->mem};
    srv_assessed assessed = {0};
    const cds_facts *facts = NULL;
    const cds_evaluation *evaluation = NULL;
    const cds_ruleset_view *rules = cds_ruleset_look(cds_sandbox_ruleset(b->sandbox));
    (void)srv_read_facts(&ctx, rules, (srv_assessment){body, b->today}, &assessed, &facts);
    const double from = now_us();
    (void)cds_evaluate(&ctx, b->sandbox, facts, &evaluation);
    const double took = now_us() - from;
    cds_arena_reset(b->mem);
    return took;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(bench *b, const char *name, double (*timed)(bench *, cds_text))
{
    const size_t count = b->times * b->body_count;
    b->bytes_out = 0;
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        b->took_us[i] = timed(b, b->bodies[i % b->body_count]);
    qsort(b->took_us, count, sizeof *b->took_us, ascending);
    printf("\"%s_us\":%.3f,\"%s_p99_us\":%.3f,", name, b->took_us[count / 2], name,
           b->took_us[count * 99 / 100]);
    b->bytes_out /= count;
}

static void read_arguments(bench *b, srv_options *options, int argc, char **argv)
{
    if (argc < 5 || argc - 4 > BODIES) {
        fprintf(stderr, "usage: decide RULES SCHEMA TIMES BODY...\n");
        exit(2);
    }
    options->folder.rules_dir = argv[1];
    options->folder.schema_file = argv[2];
    b->times = strtoul(argv[3], NULL, 10);
    for (int i = 4; i < argc; i++)
        b->bodies[b->body_count++] = read_body(argv[i]);
    b->took_us = calloc(b->times * b->body_count + 1, sizeof *b->took_us);
    b->mem = cds_arena_new_with((size_t)8 << 20, (size_t)64 << 10);
    (void)cds_date_parse(CDS_TEXT("2026-01-01"), &b->today);
}

int main(int argc, char **argv)
{
    static bench b;
    srv_options options = {0};
    read_arguments(&b, &options, argc, argv);

    const size_t before = allocated_bytes();
    const double from = now_us();
    cds_ctx ctx = {.mem = cds_arena_new((size_t)256 << 20)};
    cds_ruleset *rules = NULL;
    if (!srv_load_rules(&ctx, &options, &rules))
        return 1;
    const double load_us = now_us() - from;
    if (cds_sandbox_open(&ctx, rules, cds_default_budget, &b.sandbox) != CDS_OK)
        return 1;
    cds_arena_free(ctx.mem);
    const size_t release_bytes = allocated_bytes() - before;

    if (b.times == 0) {
        for (size_t i = 0; i < b.body_count; i++)
            print_decision(&b, b.bodies[i]);
    } else {
        printf("{\"rules\":%zu,\"load_ms\":%.1f,\"release_bytes\":%zu,",
               cds_ruleset_look(rules)->rule_count, load_us / 1e3, release_bytes);
        measure(&b, "conditions", time_conditions);
        measure(&b, "whole", time_whole);
        printf("\"bytes_out\":%zu}\n", b.bytes_out);
    }
    cds_sandbox_close(b.sandbox);
    cds_ruleset_drop(rules);
    cds_arena_free(b.mem);
    free(b.took_us);
    for (size_t i = 0; i < b.body_count; i++)
        free((char *)b.bodies[i].data);
    return 0;
}
