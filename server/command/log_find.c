// SPDX-License-Identifier: Apache-2.0
// tendon log find: evaluations by day, rule, answer and reference, newest first.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "server/api/finding.h"
#include "server/api/upkeep.h"
#include "server/command/log.h"
#include "server/governance/library.h"
#include "server/governance/register.h"

#define DAY_SECONDS 86400
#define SAID(text) (int)(text).length, (text).data

/** Days are those of the clinic: by the release in force, else by the machine. */
static cds_status use_clinic_zone(srv_log *log)
{
    const srv_rule_of_choice choice = {.today = {(int32_t)(time(NULL) / DAY_SECONDS)}};
    srv_register reg;
    cds_ruleset *rules = NULL;
    cds_status status = srv_register_read(&log->ctx, log->store, &reg);
    const srv_step *ruling = status == CDS_OK ? srv_register_ruling(&reg, &choice) : NULL;
    if (ruling == NULL)
        return status;
    srv_library *library = srv_library_new(log->options->data_dir);
    status = srv_library_get(&log->ctx, library, ruling->digest, &rules);
    if (status == CDS_OK)
        srv_use_time_zone(rules);
    cds_ruleset_drop(rules);
    srv_library_free(library);
    return status;
}

static const char *value_of(const srv_options *options, const char *name)
{
    const struct {
        const char *name, *value;
    } given[] = {{"day", options->day},
                 {"rule", options->rule},
                 {"answer", options->answer},
                 {"reference", options->reference}};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        if (strcmp(given[i].name, name) == 0)
            return given[i].value;
    }
    return NULL;
}

/** False: one of the options is wrong, and that has been said. */
static bool read_finding(const srv_options *options, srv_finding *out)
{
    for (size_t i = 0; i < SRV_FINDING_WORDS; i++) {
        const srv_finding_word *word = &srv_finding_words[i];
        const char *value = value_of(options, word->name);
        if (value == NULL || word->take(out, cds_text_of(value)))
            continue;
        fprintf(stderr, "tendon log find: --%s takes %s\n", word->name, word->takes);
        return false;
    }
    return true;
}

static cds_text text_at(const cds_json *object, const char *name)
{
    const cds_json *found = cds_json_member(object, cds_text_of(name));
    return found == NULL ? CDS_TEXT("") : found->text;
}

static void print_hit(const cds_json *hit)
{
    const char *before = "    ";
    printf("%.*s  %.*s  %.*s\n", SAID(text_at(hit, "id")), SAID(text_at(hit, "evaluated_at")),
           SAID(text_at(hit, "reference")));
    for (const cds_json *one = cds_json_member(hit, CDS_TEXT("answers"))->child; one != NULL;
         one = one->next) {
        printf("%s%.*s %.*s", before, SAID(one->name), SAID(one->text));
        before = "; ";
    }
    putchar('\n');
}

/** A page as programs get it, between the brackets, or read again for people. */
static cds_status print_page(srv_log *log, cds_text page, int64_t *count)
{
    const cds_json *hits = NULL;
    const cds_status status = cds_json_parse(&log->ctx, page, &hits);
    if (status != CDS_OK || hits->count == 0)
        return status;
    if (log->options->json)
        printf("%s%.*s", *count > 0 ? "," : "", (int)page.length - 2, page.data + 1);
    for (const cds_json *one = hits->child; one != NULL && !log->options->json; one = one->next)
        print_hit(one);
    *count += (int64_t)hits->count;
    return CDS_OK;
}

static cds_status next_page(srv_log *log, const srv_finding *finding, srv_hits *hits,
                            cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, log->ctx.mem);
    cds_buf_char(&buf, '[');
    const cds_status status = srv_finding_page(&log->ctx, log->store, finding, hits, &buf);
    cds_buf_char(&buf, ']');
    return status == CDS_OK ? cds_buf_end(&log->ctx, &buf, out) : status;
}

static cds_status print_pages(srv_log *log, srv_finding *finding)
{
    srv_hits hits = {.more = true};
    int64_t count = 0;
    cds_status status = CDS_OK;
    fputs(log->options->json ? "{\"evaluations\":[" : "", stdout);
    while (status == CDS_OK && hits.more) {
        cds_text page;
        cds_arena_reset(log->ctx.mem);
        status = next_page(log, finding, &hits, &page);
        if (status == CDS_OK)
            status = print_page(log, page, &count);
        CDS_PROMISE(!hits.more || srv_finding_after(finding, cds_text_of(hits.last_id)));
    }
    if (log->options->json)
        fputs("]}\n", stdout);
    else
        printf("%" PRId64 " evaluations\n", count);
    return status;
}

int srv_log_word_find(srv_log *log)
{
    const srv_caller everything = {.roles = SRV_AUDITOR};
    srv_finding finding = {.caller = &everything};
    if (log->options->day != NULL && use_clinic_zone(log) != CDS_OK)
        return srv_log_failed(log);
    if (!read_finding(log->options, &finding))
        return SRV_USAGE;
    return print_pages(log, &finding) == CDS_OK ? SRV_DONE : srv_log_failed(log);
}
