// SPDX-License-Identifier: Apache-2.0
// tendon log erase: takes a person, or one evaluation without a reference, out of the record;
// tendon log scrub: takes what erasing left in files out of them.
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

/** What one log says of it; another node's log is named. */
static cds_status say_one(srv_log *log, const srv_entry *erasure, int64_t *total)
{
    const srv_erased *list;
    size_t count;
    const bool is_own = cds_text_equal(erasure->node, srv_store_node(log->store));
    const cds_status status = srv_erasure_read(&log->ctx, erasure->detail, &list, &count);
    if (status != CDS_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        printf("erased entry %" PRId64 ", %s\n", list[i].number, list[i].id);
    printf("%zu erased; entry %" PRId64 " of the log%s%.*s says so\n", count, erasure->number,
           is_own ? "" : " of node ", is_own ? 0 : (int)erasure->node.length,
           erasure->node.data);
    *total += (int64_t)count;
    return CDS_OK;
}

static int say_erased(srv_log *log, const srv_erasures *erased)
{
    int64_t total = 0;
    cds_status status = CDS_OK;
    for (size_t i = 0; i < erased->count && status == CDS_OK; i++)
        status = say_one(log, &erased->list[i], &total);
    if (status != CDS_OK)
        return srv_log_failed(log);
    if (erased->count > 1)
        printf("%" PRId64 " erased in %zu logs\n", total, erased->count);
    return SRV_DONE;
}

/** What is left in files, and how it goes too. */
static void say_left(const srv_log *log)
{
    if (!srv_store_is_shared(log->store))
        return;
    fprintf(
        stderr,
        "tendon log erase: no query finds it any more. Its bytes may stay in free pages of "
        "the database's files until they are filled again, or `tendon log scrub` writes the "
        "tables anew; write-ahead log, replicas and copies keep it for as long as they are "
        "kept\n");
}

int srv_log_word_erase(srv_log *log)
{
    const srv_options *options = log->options;
    const srv_erasing what = {.reference = text_or_none(options->patient),
                              .id = text_or_none(options->evaluation),
                              .reason = text_or_none(options->reason)};
    srv_erasures erased;
    if ((options->patient == NULL) == (options->evaluation == NULL) ||
        options->reason == NULL) {
        fprintf(stderr, "tendon log erase: --patient REF (or --evaluation ID) and --reason "
                        "TEXT are needed: whom, and why\n");
        return SRV_USAGE;
    }
    cds_status status = srv_store_open_beside(&log->ctx, options->data_dir, &log->store);
    if (status == CDS_OK)
        status = srv_store_erase(&log->ctx, log->store, &what, &erased);
    if (status != CDS_OK)
        return srv_log_failed(log);
    const int result = say_erased(log, &erased);
    if (sign(log) == CDS_OK && srv_store_scrub(&log->ctx, log->store, false) == CDS_OK) {
        say_left(log);
        return result;
    }
    fprintf(stderr, "tendon log erase: it is erased, but traces may stay in the write-ahead "
                    "log until `tendon log scrub` has done its work\n");
    return srv_log_failed(log);
}

int srv_log_word_scrub(srv_log *log)
{
    cds_status status = srv_store_open_beside(&log->ctx, log->options->data_dir, &log->store);
    if (status == CDS_OK)
        status = srv_store_scrub(&log->ctx, log->store, true);
    if (status != CDS_OK)
        return srv_log_failed(log);
    puts("nothing of what was erased is left in the store's files");
    return SRV_DONE;
}
