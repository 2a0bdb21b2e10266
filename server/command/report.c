// SPDX-License-Identifier: Apache-2.0
// tendon report: what the record tells about the rules as they are used, and whose evaluations
// have been kept longer than they must be.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "server/command/report.h"
#include "server/record/overrides.h"

#define REPORT_BYTES ((size_t)256 << 20)
#define SAID(text) (int)(text).length, (text).data

static int rule_width(const srv_overrides *overrides)
{
    size_t width = strlen("rule");
    for (size_t i = 0; i < overrides->count; i++) {
        const size_t length = overrides->rows[i].rule.length;
        width = length > width ? length : width;
    }
    return (int)width;
}

/** Of those somebody answered: advice that nobody said anything about is neither. */
static void print_rate(const srv_override *row)
{
    const int64_t answered = row->accepted + row->overridden;
    if (answered == 0)
        printf("  %6s", "-");
    else
        printf("  %5.1f%%", 100.0 * (double)row->overridden / (double)answered);
}

static void print_row(const srv_override *row, int width)
{
    printf("%-*.*s  %-8.*s %8" PRId64 " %9" PRId64 " %10" PRId64, width, SAID(row->rule),
           SAID(row->version), row->shown, row->accepted, row->overridden);
    print_rate(row);
    const char *before = "  ";
    for (const srv_reason *one = row->reasons; one != NULL; one = one->next) {
        printf("%s%.*s %" PRId64, before, SAID(one->code), one->count);
        before = ", ";
    }
    putchar('\n');
}

static void print_table(const srv_overrides *overrides)
{
    const int width = rule_width(overrides);
    printf("%-*s  %-8s %8s %9s %10s  %6s  %s\n", width, "rule", "version", "shown", "accepted",
           "overridden", "rate", "reasons");
    for (size_t i = 0; i < overrides->count; i++)
        print_row(&overrides->rows[i], width);
    puts("\nrate: overridden, of those accepted or overridden");
}

static cds_status print_json(cds_ctx *ctx, const srv_overrides *overrides)
{
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, ctx->mem);
    srv_overrides_json(&buf, overrides);
    cds_buf_char(&buf, '\n');
    const cds_status status = cds_buf_end(ctx, &buf, &text);
    if (status == CDS_OK)
        (void)fwrite(text.data, 1, text.length, stdout);
    return status;
}

static int report_overrides(cds_ctx *ctx, const srv_options *options, srv_store *store)
{
    srv_overrides overrides;
    cds_status status = srv_overrides_count(ctx, store, &overrides);
    if (status == CDS_OK && options->json)
        status = print_json(ctx, &overrides);
    else if (status == CDS_OK)
        print_table(&overrides);
    if (status != CDS_OK)
        srv_say_error(ctx);
    return status == CDS_OK ? SRV_DONE : SRV_FAILED;
}

static const struct {
    const char *word;
    int (*run)(cds_ctx *ctx, const srv_options *options, srv_store *store);
} reports[] = {{"overrides", report_overrides}, {"retention", srv_report_retention}};

#define REPORTS (sizeof reports / sizeof *reports)

int srv_command_report(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(REPORT_BYTES)};
    srv_store *store = NULL;
    size_t at = 0;
    CDS_PROMISE(ctx.mem != NULL);
    int result = SRV_USAGE;
    while (at < REPORTS && strcmp(options->word, reports[at].word) != 0)
        at++;
    if (at == REPORTS)
        fprintf(stderr,
                "tendon report: overrides or retention; `tendon report --help` shows how\n");
    else if (srv_store_open(&ctx, options->data_dir, false, &store) != CDS_OK)
        srv_say_error(&ctx);
    else
        result = reports[at].run(&ctx, options, store);
    srv_store_close(store);
    cds_arena_free(ctx.mem);
    return result;
}
