// SPDX-License-Identifier: Apache-2.0
// tendon log erase: takes a person, or one evaluation without a reference, out of the record.
#include <inttypes.h>
#include <stdio.h>

#include "server/command/log.h"
#include "server/record/erasure.h"

static cds_text text_or_none(const char *text)
{
    return text == NULL ? (cds_text){NULL, 0} : cds_text_of(text);
}

/** The erasure is covered by a checkpoint at once, as the service would do. */
static cds_status sign(srv_log *log)
{
    srv_log_key key;
    const cds_status status =
        srv_log_key_open(&log->ctx, log->options->data_dir, srv_store_node(log->store), &key);
    return status == CDS_OK ? srv_store_sign(&log->ctx, log->store, &key) : status;
}

static int say_erased(srv_log *log, const srv_entry *erasure)
{
    const srv_erased *list;
    size_t count;
    if (srv_erasure_read(&log->ctx, erasure->detail, &list, &count) != CDS_OK)
        return srv_log_failed(log);
    for (size_t i = 0; i < count; i++)
        printf("erased entry %" PRId64 ", %s\n", list[i].number, list[i].id);
    printf("%zu erased; entry %" PRId64 " of the log says so\n", count, erasure->number);
    return SRV_DONE;
}

int srv_log_word_erase(srv_log *log)
{
    const srv_options *options = log->options;
    const srv_erasing what = {.reference = text_or_none(options->patient),
                              .id = text_or_none(options->evaluation),
                              .reason = text_or_none(options->reason)};
    srv_entry erasure;
    if ((options->patient == NULL) == (options->evaluation == NULL) ||
        options->reason == NULL) {
        fprintf(stderr, "tendon log erase: --patient REF (or --evaluation ID) and --reason "
                        "TEXT are needed: whom, and why\n");
        return SRV_USAGE;
    }
    cds_status status = srv_store_open_beside(&log->ctx, options->data_dir, &log->store);
    if (status == CDS_OK)
        status = srv_store_erase(&log->ctx, log->store, &what, &erasure);
    if (status != CDS_OK)
        return srv_log_failed(log);
    const int result = say_erased(log, &erasure);
    if (sign(log) == CDS_OK && srv_store_scrub(&log->ctx, log->store) == CDS_OK)
        return result;
    fprintf(stderr, "tendon log erase: it is erased, but traces may stay in the write-ahead "
                    "log until the service is started anew\n");
    return srv_log_failed(log);
}
