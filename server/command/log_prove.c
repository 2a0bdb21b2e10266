// SPDX-License-Identifier: Apache-2.0
// tendon log prove, check-proof, show, checkpoint: single entries and the signed note.
#include <inttypes.h>
#include <stdio.h>

#include "server/command/log.h"
#include "server/record/proof.h"

static int print_line(cds_text text)
{
    (void)fwrite(text.data, 1, text.length, stdout);
    fputc('\n', stdout);
    return SRV_DONE;
}

int srv_log_word_prove(srv_log *log)
{
    int64_t number;
    cds_text proof;
    if (!srv_log_number(log, &number))
        return SRV_USAGE;
    return srv_proof_make(&log->ctx, log->store, &log->signer, number, &proof) == CDS_OK
               ? print_line(proof)
               : srv_log_failed(log);
}

int srv_log_word_check_proof(srv_log *log)
{
    int64_t number;
    cds_text proof;
    if (srv_small_file_read(&log->ctx, log->options->words[1], &proof) != CDS_OK) {
        srv_say_error(&log->ctx);
        return SRV_USAGE;
    }
    if (srv_proof_check(&log->ctx, proof, &log->signer, &number) != CDS_OK)
        return srv_log_failed(log);
    printf("entry %" PRId64 " is in the log %s\n", number, log->signer.name);
    return SRV_DONE;
}

int srv_log_word_show(srv_log *log)
{
    int64_t number;
    srv_entry entry;
    cds_buf buf;
    cds_text text;
    if (!srv_log_number(log, &number))
        return SRV_USAGE;
    cds_buf_init(&buf, log->ctx.mem);
    cds_status status = srv_store_entry(&log->ctx, log->store, number, &entry);
    if (status == CDS_OK)
        status = srv_entry_show(&log->ctx, &entry, &buf);
    if (status == CDS_OK)
        status = cds_buf_end(&log->ctx, &buf, &text);
    return status == CDS_OK ? print_line(text) : srv_log_failed(log);
}

int srv_log_word_checkpoint(srv_log *log)
{
    srv_checkpoint latest;
    if (srv_store_latest_checkpoint(&log->ctx, log->store, &latest) != CDS_OK)
        return srv_log_failed(log);
    (void)fwrite(latest.note.data, 1, latest.note.length, stdout);
    return SRV_DONE;
}
