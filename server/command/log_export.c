// SPDX-License-Identifier: Apache-2.0
// tendon log export: every entry as a line of JSON, in short reads; --de-identified: every
// evaluation, as it may leave the clinic.
#include <stdio.h>
#include <string.h>

#include "server/command/log.h"
#include "server/command/progress.h"
#include "server/record/deidentify.h"
#include "server/record/entry.h"
#include "server/record/proof.h"

static cds_status print_entry(srv_log *log, const srv_entry *entry, const uint8_t *secret)
{
    const bool plain = !log->options->de_identified;
    if (!plain && strcmp(entry->kind, SRV_KIND_EVALUATION) != 0)
        return CDS_OK;
    cds_buf buf;
    cds_text line;
    cds_buf_init(&buf, log->ctx.mem);
    cds_status status = plain ? srv_entry_show(&log->ctx, entry, &buf)
                              : srv_entry_deidentify(&log->ctx, entry, secret, &buf);
    cds_buf_char(&buf, '\n');
    if (status == CDS_OK)
        status = cds_buf_end(&log->ctx, &buf, &line);
    if (status == CDS_OK && fwrite(line.data, 1, line.length, stdout) != line.length)
        status = cds_fail(&log->ctx, CDS_FAILED, "", "the export could not be written");
    return status;
}

int srv_log_word_export(srv_log *log)
{
    srv_page page = {.count = 1};
    srv_progress progress = srv_progress_begin();
    uint8_t secret[SRV_SECRET_BYTES];
    int64_t next = 0;
    int64_t count;
    srv_random(secret, sizeof secret);
    cds_status status = srv_store_count(&log->ctx, log->store, &count);
    while (status == CDS_OK && page.count > 0 && next < count) {
        status = srv_store_page(&log->ctx, log->store, next, &page);
        for (size_t i = 0; i < page.count && status == CDS_OK; i++) {
            status = print_entry(log, &page.entries[i], secret);
            next = page.entries[i].number + 1;
        }
        srv_progress_tell(&progress, next, count);
        cds_arena_reset(log->ctx.mem);
    }
    srv_progress_end(&progress);
    return status == CDS_OK ? SRV_DONE : srv_log_failed(log);
}
