// SPDX-License-Identifier: Apache-2.0
// tendon log verify: the whole log, and against a checkpoint that was kept elsewhere.
#include <inttypes.h>
#include <stdio.h>

#include "server/command/log.h"
#include "server/command/progress.h"
#include "server/governance/step.h"
#include "server/record/verify.h"

static int say_bad(const srv_log *log)
{
    printf("%s%s%s\n", log->ctx.error.where, log->ctx.error.where[0] == '\0' ? "" : ": ",
           log->ctx.error.what);
    return SRV_FAILED;
}

/** SRV_USAGE: the file cannot be read; SRV_FAILED: it is no checkpoint of this log. */
static int read_against(srv_log *log, srv_root *out)
{
    cds_text note;
    if (srv_small_file_read(&log->ctx, log->options->against, &note) != CDS_OK) {
        srv_say_error(&log->ctx);
        return SRV_USAGE;
    }
    if (srv_note_read(&log->ctx, note, &log->signer, out) == CDS_OK)
        return SRV_DONE;
    printf("entry 0: %s: %s\n", log->options->against, log->ctx.error.what);
    return SRV_FAILED;
}

int srv_log_word_verify(srv_log *log)
{
    srv_root against;
    srv_verified verified;
    srv_progress progress = srv_progress_begin();
    srv_verifying how = {.signer = &log->signer,
                         .judge = srv_step_judge,
                         .progress = srv_progress_tell,
                         .user = &progress};
    if (log->options->all_nodes)
        return srv_log_verify_all(log);
    if (log->options->against != NULL) {
        const int read = read_against(log, &against);
        if (read != SRV_DONE)
            return read;
        how.against = &against;
    }
    const cds_status status = srv_log_verify(&log->ctx, log->store, &how, &verified);
    srv_progress_end(&progress);
    if (status != CDS_OK)
        return say_bad(log);
    printf("verified %" PRId64 " entries, %" PRId64 " checkpoints\n", verified.entries,
           verified.checkpoints);
    return SRV_DONE;
}
