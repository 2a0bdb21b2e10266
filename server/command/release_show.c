// SPDX-License-Identifier: Apache-2.0
// tendon release list, show, impact: what the register holds, and whose advice a release
// changes.
#include <stdio.h>
#include <time.h>

#include "server/command/progress.h"
#include "server/command/release.h"
#include "server/governance/impact.h"
#include "server/governance/register.h"
#include "server/record/entry.h"

#define SHOW_BYTES ((size_t)512 << 20)
#define DAY_MS INT64_C(86400000)
#define SAID(text) (int)(text).length, (text).data

/** The register as it is read for one command. */
typedef struct reading {
    cds_ctx ctx;
    const srv_options *options;
    srv_store *store;
    srv_register reg;
    srv_rule_of_choice choice;
} reading;

/** A service in development activates without approvals; what rules is told by what it did. */
static bool open_reading(const srv_options *options, reading *out)
{
    *out = (reading){.ctx = {.mem = cds_arena_new(SHOW_BYTES)}, .options = options};
    CDS_PROMISE(out->ctx.mem != NULL);
    out->choice = (srv_rule_of_choice){.today = {(int32_t)(time(NULL) / 86400)},
                                       .needed = (size_t)options->approvals};
    cds_status status = srv_store_open(&out->ctx, options->data_dir, false, &out->store);
    if (status == CDS_OK)
        status = srv_register_read(&out->ctx, out->store, &out->reg);
    if (status != CDS_OK)
        srv_say_error(&out->ctx);
    return status == CDS_OK;
}

static void close_reading(reading *read)
{
    srv_store_close(read->store);
    cds_arena_free(read->ctx.mem);
}

static void print_line(const reading *read, const srv_step *proposal)
{
    const srv_standing standing =
        srv_register_standing(&read->reg, proposal->digest, &read->choice);
    printf("%.*s  %-10s  %-12.*s %.*s\n", SAID(proposal->digest), srv_standing_word(standing),
           SAID(proposal->name), SAID(proposal->reason));
}

int srv_release_list(const srv_options *options)
{
    reading read;
    const bool good = open_reading(options, &read);
    for (size_t i = good ? read.reg.count : 0; i-- > 0;) {
        const srv_step *step = &read.reg.steps[i];
        if (srv_register_proposal(&read.reg, step->digest) == step)
            print_line(&read, step);
    }
    close_reading(&read);
    return good ? SRV_DONE : SRV_FAILED;
}

static void print_step(const srv_step *step)
{
    char at[SRV_TIME_LENGTH + 1];
    srv_time_format(step->kept_ms, at);
    printf("%s  %-8s  %-12.*s %s  %.*s\n", at, srv_step_action(step->kind), SAID(step->client),
           step->is_signed ? "signed" : "unsigned", SAID(step->reason));
    if (step->from.data != NULL)
        printf("    from %.*s\n", SAID(step->from));
    if (step->accepted.data != NULL)
        printf("    emergencies may be lost: %.*s\n", SAID(step->accepted));
}

static const srv_step *find(const reading *read, const char *digest)
{
    const srv_step *proposal = srv_register_proposal(&read->reg, cds_text_of(digest));
    if (proposal == NULL)
        fprintf(stderr,
                "tendon release: there is no release %s; `tendon release list` shows them\n",
                digest);
    return proposal;
}

int srv_release_show(const srv_options *options)
{
    reading read;
    const bool good = open_reading(options, &read);
    const srv_step *proposal = good ? find(&read, options->words[1]) : NULL;
    if (proposal != NULL) {
        print_line(&read, proposal);
        for (size_t i = 0; i < read.reg.count; i++) {
            if (cds_text_equal(read.reg.steps[i].digest, proposal->digest))
                print_step(&read.reg.steps[i]);
        }
        if (proposal->checks.data != NULL)
            printf("%.*s\n", SAID(proposal->checks));
    }
    close_reading(&read);
    return proposal != NULL ? SRV_DONE : SRV_FAILED;
}

static bool read_question(const reading *read, srv_impact_of *of, srv_sweep *sweep)
{
    const srv_options *options = read->options;
    const srv_step *ruling = srv_register_ruling(&read->reg, &read->choice);
    cds_date day = {0};
    of->after = cds_text_of(options->words[1]);
    of->before = options->against != NULL ? cds_text_of(options->against)
                 : ruling != NULL         ? ruling->digest
                                          : (cds_text){0};
    if (of->before.data == NULL)
        fprintf(stderr,
                "tendon release: no release is active; name one with --against DIGEST\n");
    if (options->since != NULL && !cds_date_parse(cds_text_of(options->since), &day)) {
        fprintf(stderr, "tendon release: --since takes a day, as in 2026-12-01\n");
        return false;
    }
    *sweep = (srv_sweep){.data_dir = options->data_dir,
                         .read_from = options->read_from,
                         .since_ms = day.days * DAY_MS};
    return of->before.data != NULL;
}

static bool print_impact(reading *read, const srv_impact_of *of, const srv_impact *impact)
{
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, read->ctx.mem);
    if (read->options->json) {
        srv_impact_json(&buf, of, impact);
        cds_buf_char(&buf, '\n');
    } else {
        srv_impact_tell(&buf, impact);
    }
    if (cds_buf_end(&read->ctx, &buf, &text) != CDS_OK)
        return false;
    return fwrite(text.data, 1, text.length, stdout) == text.length;
}

static bool run_impact(reading *read)
{
    srv_progress progress = srv_progress_begin();
    srv_impact_of of = {0};
    srv_sweep sweep;
    srv_impact impact;
    if (find(read, read->options->words[1]) == NULL || !read_question(read, &of, &sweep))
        return false;
    sweep.watcher = (srv_watcher){srv_progress_tell, &progress};
    const cds_status status = srv_impact_run(&read->ctx, &sweep, &of, &impact);
    srv_progress_end(&progress);
    if (status != CDS_OK) {
        srv_say_error(&read->ctx);
        return false;
    }
    const bool told = print_impact(read, &of, &impact);
    srv_impact_free(&impact);
    return told;
}

int srv_release_impact(const srv_options *options)
{
    reading read;
    const bool done = open_reading(options, &read) && run_impact(&read);
    close_reading(&read);
    return done ? SRV_DONE : SRV_FAILED;
}
