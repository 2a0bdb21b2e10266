// SPDX-License-Identifier: Apache-2.0
// tendon log export: every entry as a line of JSON, in short reads; --fhir: as a Bundle of
// AuditEvents and GuidanceResponses; --de-identified: every evaluation, as it may leave the
// clinic.
#include <stdio.h>
#include <string.h>

#include "server/command/log.h"
#include "server/command/progress.h"
#include "server/fhir/audit_event.h"
#include "server/record/deidentify.h"
#include "server/record/entry.h"
#include "server/record/proof.h"

/** One export on its way. */
typedef struct exporting {
    srv_log *log;
    uint8_t secret[SRV_SECRET_BYTES];
    bool begun; // something has been printed
} exporting;

static cds_status print(srv_log *log, cds_buf *buf)
{
    cds_text text;
    cds_status status = cds_buf_end(&log->ctx, buf, &text);
    if (status == CDS_OK && fwrite(text.data, 1, text.length, stdout) != text.length)
        status = cds_fail(&log->ctx, CDS_FAILED, "", "the export could not be written");
    return status;
}

/** A line of JSON, or items of a Bundle. */
static cds_status write_entry(exporting *it, const srv_entry *entry, cds_buf *buf)
{
    const srv_options *options = it->log->options;
    cds_status status = CDS_OK;
    if (options->fhir) {
        cds_buf_word(buf, it->begun ? ",\n" : "");
        srv_audit_event_write(buf, entry);
    } else {
        status = options->de_identified
                     ? srv_entry_deidentify(&it->log->ctx, entry, it->secret, buf)
                     : srv_entry_show(&it->log->ctx, entry, buf);
        cds_buf_char(buf, '\n');
    }
    it->begun = true;
    return status;
}

static cds_status print_entry(exporting *it, const srv_entry *entry)
{
    const bool is_evaluation = strcmp(entry->kind, SRV_KIND_EVALUATION) == 0;
    if (it->log->options->de_identified && (!is_evaluation || entry->erasure != 0))
        return CDS_OK;
    cds_buf buf;
    cds_buf_init(&buf, it->log->ctx.mem);
    const cds_status status = write_entry(it, entry, &buf);
    return status == CDS_OK ? print(it->log, &buf) : status;
}

static cds_status print_all(exporting *it, int64_t count, srv_progress *progress)
{
    srv_log *log = it->log;
    srv_page page = {.count = 1};
    cds_status status = CDS_OK;
    for (int64_t next = 0; status == CDS_OK && page.count > 0 && next < count;) {
        status = srv_store_page(&log->ctx, log->store, next, &page);
        for (size_t i = 0; i < page.count && status == CDS_OK; i++) {
            status = print_entry(it, &page.entries[i]);
            next = page.entries[i].number + 1;
        }
        srv_progress_tell(progress, next, count);
        cds_arena_reset(log->ctx.mem);
    }
    return status;
}

int srv_log_word_export(srv_log *log)
{
    exporting it = {.log = log};
    srv_progress progress = srv_progress_begin();
    int64_t count;
    if (log->options->fhir && log->options->de_identified) {
        fprintf(stderr, "tendon log export: --fhir or --de-identified, not both\n");
        return SRV_USAGE;
    }
    srv_random(it.secret, sizeof it.secret);
    cds_status status = srv_store_count(&log->ctx, log->store, &count);
    if (log->options->fhir)
        puts("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
    if (status == CDS_OK)
        status = print_all(&it, count, &progress);
    if (log->options->fhir)
        puts("]}");
    srv_progress_end(&progress);
    return status == CDS_OK ? SRV_DONE : srv_log_failed(log);
}
