// SPDX-License-Identifier: Apache-2.0
// tendon report retention: whose evaluations are due to go; it deletes nothing.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/command/report.h"
#include "server/record/entry.h"
#include "server/record/retention.h"

#define DAY_MS INT64_C(86400000)

/** The same day that many years before; 28 February for a 29th that was not. */
static cds_date years_before(cds_date date, int years)
{
    char day[CDS_DATE_LENGTH + 1];
    cds_date_format(date, day);
    long year = strtol(day, NULL, 10) - years;
    for (size_t i = 4; i-- > 0; year /= 10)
        day[i] = (char)('0' + year % 10);
    cds_date before;
    if (!cds_date_parse((cds_text){day, CDS_DATE_LENGTH}, &before)) {
        day[CDS_DATE_LENGTH - 1] = '8';
        CDS_PROMISE(cds_date_parse((cds_text){day, CDS_DATE_LENGTH}, &before));
    }
    return before;
}

typedef struct tally {
    const srv_options *options;
    int64_t people, evaluations;
} tally;

static void write_day(int64_t time_ms, char out[CDS_DATE_LENGTH + 1])
{
    cds_date_format((cds_date){(int32_t)(time_ms / DAY_MS)}, out);
}

static void print_due(tally *it, const srv_due *due)
{
    char first[CDS_DATE_LENGTH + 1];
    char last[CDS_DATE_LENGTH + 1];
    write_day(due->first_ms, first);
    write_day(due->last_ms, last);
    printf("%s  %s  %8" PRId64 "  %.*s\n", first, last, due->count,
           due->reference.data == NULL ? 22 : (int)due->reference.length,
           due->reference.data == NULL ? "(without a reference)" : due->reference.data);
    it->people += due->reference.data != NULL;
    it->evaluations += due->count;
}

static cds_status print_due_json(cds_ctx *ctx, const srv_due *due)
{
    char first[CDS_DATE_LENGTH + 1];
    char last[CDS_DATE_LENGTH + 1];
    cds_buf buf;
    cds_text line;
    write_day(due->first_ms, first);
    write_day(due->last_ms, last);
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    if (due->reference.data != NULL) {
        cds_buf_word(&buf, "\"reference\":");
        cds_buf_json(&buf, due->reference);
        cds_buf_char(&buf, ',');
    }
    cds_buf_format(&buf, "\"evaluations\":%" PRId64 ",\"first\":\"%s\",\"last\":\"%s\"}\n",
                   due->count, first, last);
    const cds_status status = cds_buf_end(ctx, &buf, &line);
    if (status == CDS_OK)
        (void)fwrite(line.data, 1, line.length, stdout);
    return status;
}

static cds_status tell(cds_ctx *ctx, tally *it, const srv_due *due)
{
    if (it->options->json)
        return print_due_json(ctx, due);
    print_due(it, due);
    return CDS_OK;
}

static cds_status tell_all(cds_ctx *ctx, srv_store *store, int64_t before_ms, tally *it)
{
    srv_due_page page = {.count = 1};
    srv_due unnamed;
    cds_text after = {NULL, 0};
    cds_status status = CDS_OK;
    while (status == CDS_OK && page.count > 0) {
        status = srv_store_due(ctx, store, before_ms, after, &page);
        for (size_t i = 0; i < page.count && status == CDS_OK; i++) {
            after = page.list[i].reference;
            status = tell(ctx, it, &page.list[i]);
        }
    }
    if (status == CDS_OK)
        status = srv_store_due_unnamed(ctx, store, before_ms, &unnamed);
    return status == CDS_OK && unnamed.count > 0 ? tell(ctx, it, &unnamed) : status;
}

int srv_report_retention(cds_ctx *ctx, const srv_options *options, srv_store *store)
{
    const cds_date today = {(int32_t)(srv_time_now_ms() / DAY_MS)};
    const cds_date before = years_before(today, options->years);
    char day[CDS_DATE_LENGTH + 1];
    tally it = {.options = options};
    cds_date_format(before, day);
    if (!options->json)
        puts("first       last        evaluations  reference");
    if (tell_all(ctx, store, before.days * DAY_MS, &it) != CDS_OK) {
        srv_say_error(ctx);
        return SRV_FAILED;
    }
    if (!options->json)
        printf("%" PRId64 " people and %" PRId64 " evaluations are due: none since %s.\n"
               "Nothing is deleted by itself; `tendon log erase --patient REF --reason TEXT` "
               "does it.\n",
               it.people, it.evaluations, day);
    return SRV_DONE;
}
