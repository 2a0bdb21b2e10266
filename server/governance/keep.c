// SPDX-License-Identifier: Apache-2.0
// From a step to a sealed entry, by the service's writer or directly.
#include "server/governance/keep.h"

#include <pthread.h>

#include "server/record/entry.h"

static cds_status fill_entry(cds_ctx *ctx, const srv_step *step, const srv_files *files,
                             srv_entry *out)
{
    *out = (srv_entry){.kind = srv_step_entry_kind(step->kind),
                       .time_ms = srv_time_now_ms(),
                       .client = step->client,
                       .files = files};
    srv_entry_new_id(out->time_ms, out->id);
    return srv_step_detail(ctx, step, &out->detail);
}

/** A pending entry that somebody waits for. */
typedef struct waiting {
    srv_pending pending;
    pthread_mutex_t lock;
    pthread_cond_t woken;
    bool done, kept;
} waiting;

static void wake(srv_pending *pending, bool kept)
{
    waiting *one = pending->user;
    CDS_PROMISE(pthread_mutex_lock(&one->lock) == 0);
    one->kept = kept;
    one->done = true;
    CDS_PROMISE(pthread_cond_signal(&one->woken) == 0);
    CDS_PROMISE(pthread_mutex_unlock(&one->lock) == 0);
}

static bool submit_and_wait(srv_writer *writer, waiting *one)
{
    if (!srv_writer_submit(writer, &one->pending))
        return false;
    CDS_PROMISE(pthread_mutex_lock(&one->lock) == 0);
    while (!one->done)
        CDS_PROMISE(pthread_cond_wait(&one->woken, &one->lock) == 0);
    CDS_PROMISE(pthread_mutex_unlock(&one->lock) == 0);
    return one->kept;
}

static void note_kept(srv_step *step, const srv_entry *entry)
{
    step->entry = entry->number;
    step->kept_ms = entry->time_ms;
}

cds_status srv_step_keep(cds_ctx *ctx, srv_writer *writer, const srv_files *files,
                         srv_step *step)
{
    waiting one = {.lock = PTHREAD_MUTEX_INITIALIZER, .woken = PTHREAD_COND_INITIALIZER};
    cds_status status = fill_entry(ctx, step, files, &one.pending.entry);
    one.pending.entry.node = srv_writer_node(writer);
    if (status == CDS_OK)
        status = srv_entry_seal(ctx, &one.pending.entry);
    if (status != CDS_OK)
        return status;
    one.pending.done = wake;
    one.pending.user = &one;
    if (!submit_and_wait(writer, &one))
        return cds_fail(ctx, CDS_FAILED, "", "the record cannot be written now; ask again");
    note_kept(step, &one.pending.entry);
    srv_writer_sign_now(writer); // a step is worth a checkpoint of its own
    return CDS_OK;
}

cds_status srv_step_append(cds_ctx *ctx, srv_store *store, const srv_files *files,
                           srv_step *step)
{
    srv_entry entry;
    srv_entry *entries[] = {&entry};
    cds_status status = fill_entry(ctx, step, files, &entry);
    entry.node = srv_store_node(store);
    if (status == CDS_OK)
        status = srv_entry_seal(ctx, &entry);
    if (status == CDS_OK)
        status = srv_store_append(ctx, store, entries, 1);
    if (status == CDS_OK)
        note_kept(step, &entry);
    return status;
}
