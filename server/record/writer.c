// SPDX-License-Identifier: Apache-2.0
// A queue under one lock and a thread that empties it group by group. While the store is
// broken what comes is refused at once, and about every second the store is opened anew.
#include "server/record/writer_inner.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/record/entry.h"
#include "server/record/keys.h"
#include "server/record/logs.h"
#include "server/record/place.h"

#define GROUP_BYTES ((size_t)8 << 20) // a group ends with the entry that goes beyond

static void forget_error(srv_writer *writer)
{
    cds_error_clear(&writer->ctx);
    cds_arena_reset(writer->ctx.mem);
}

// Says once what is wrong, and once that it is over.
static void turn(srv_writer *writer, bool works)
{
    const bool worked = atomic_exchange(&writer->healthy, works);
    if (worked && !works)
        srv_writer_say_broken(&writer->ctx);
    else if (!worked && works)
        fputs("tendon: the record can be written again\n", stderr);
}

// Opens the store it began with, and never another: a new one would be a second log.
static bool open_again(srv_writer *writer)
{
    cds_ctx *ctx = &writer->ctx;
    if (!srv_place_is_begun(ctx, writer->data_dir) ||
        srv_store_open(ctx, writer->data_dir, true, &writer->store) != CDS_OK)
        return false;
    srv_store_know_keys(writer->store, writer->keys);
    return cds_text_is(srv_store_node(writer->store), writer->node) &&
           srv_store_probe(ctx, writer->store) == CDS_OK;
}

// Closes the store and opens it anew: what SQLite held in memory may no longer be true.
static void reopen_store(srv_writer *writer)
{
    srv_store_close(writer->store);
    writer->store = NULL;
    forget_error(writer);
    turn(writer, open_again(writer));
    forget_error(writer);
    writer->retry_ms = srv_time_monotonic_ms() + SRV_RETRY_MS;
    writer->sign_ms = srv_time_monotonic_ms();
}

/** A database that was started anew, say: found out before anything is lost by it. */
static bool has_lost_store(const srv_writer *writer)
{
    return atomic_load(&writer->healthy) && srv_store_is_shared(writer->store) &&
           !srv_store_is_there(writer->store);
}

static srv_group sort_group(srv_writer *writer, size_t count)
{
    srv_group all = {.entries = writer->entries, .claims = writer->claims};
    for (size_t i = 0; i < count; i++) {
        if (writer->group[i]->claim != NULL)
            writer->claims[all.claim_count++] = writer->group[i]->claim;
        else
            writer->entries[all.entry_count++] = &writer->group[i]->entry;
    }
    return all;
}

static bool keep_group(srv_writer *writer, const srv_group *all)
{
    if (!atomic_load(&writer->healthy))
        return false;
    const bool kept = srv_store_keep(&writer->ctx, writer->store, all) == CDS_OK;
    if (!kept) {
        turn(writer, false);
        writer->retry_ms = 0;
    }
    return kept;
}

static srv_signing *take_signings(srv_writer *writer)
{
    (void)pthread_mutex_lock(&writer->lock);
    srv_signing *first = writer->signings;
    writer->signings = NULL;
    (void)pthread_mutex_unlock(&writer->lock);
    return first;
}

static void tell_signed(srv_signing *first)
{
    while (first != NULL) {
        srv_signing *next = first->next; // `done` gives it away
        first->done(first);
        first = next;
    }
}

// A store that cannot be signed is as broken as one that cannot be written.
static void sign_log(srv_writer *writer)
{
    atomic_store(&writer->sign_now, false);
    srv_signing *waiting = take_signings(writer);
    writer->sign_ms =
        srv_time_monotonic_ms() + SRV_SIGN_MS; // commands and other nodes append here too
    if (srv_store_sign(&writer->ctx, writer->store, &writer->key) != CDS_OK) {
        turn(writer, false);
        writer->retry_ms = srv_time_monotonic_ms() + SRV_RETRY_MS;
        writer->sign_ms = writer->retry_ms;
    }
    forget_error(writer);
    tell_signed(waiting);
}

static bool is_sign_due(srv_writer *writer)
{
    return atomic_load(&writer->sign_now) || srv_time_monotonic_ms() >= writer->sign_ms;
}

static void write_group(srv_writer *writer, size_t count)
{
    const srv_group all = sort_group(writer, count);
    const bool kept = keep_group(writer, &all);
    atomic_fetch_add(kept ? &writer->kept : &writer->failed, all.entry_count);
    atomic_fetch_add(&writer->groups, 1);
    for (size_t i = 0; i < count; i++) {
        writer->group[i]->done(writer->group[i], kept && !writer->group[i]->entry.elsewhere);
    }
}

// Takes what waits, up to a group's bounds. Under the lock.
static size_t take_group(srv_writer *writer)
{
    size_t count = 0;
    size_t bytes = 0;
    while (writer->first != NULL && count < SRV_GROUP_MAX && bytes < GROUP_BYTES) {
        srv_pending *pending = writer->first;
        bytes += pending->entry.assessment.length + pending->entry.decision.length +
                 pending->entry.detail.length;
        writer->first = pending->next;
        writer->group[count++] = pending;
    }
    atomic_fetch_sub(&writer->queued, count);
    return count;
}

static void wait_until(srv_writer *writer, int64_t deadline_ms)
{
    const struct timespec deadline = {.tv_sec = (time_t)(deadline_ms / 1000),
                                      .tv_nsec = (long)(deadline_ms % 1000) * 1000000};
    (void)pthread_cond_timedwait(&writer->wake, &writer->lock, &deadline);
}

// Waits for work: entries, the end, or the time to try a broken store again.
static size_t await_group(srv_writer *writer, bool *out_stopping)
{
    (void)pthread_mutex_lock(&writer->lock);
    while (writer->first == NULL && !writer->stopping) {
        if (atomic_load(&writer->healthy) && is_sign_due(writer)) {
            break;
        }
        if (atomic_load(&writer->healthy)) {
            wait_until(writer, writer->sign_ms);
        } else if (srv_time_monotonic_ms() < writer->retry_ms) {
            wait_until(writer, writer->retry_ms);
        } else {
            break;
        }
    }
    const size_t count = take_group(writer);
    *out_stopping = writer->stopping && count == 0;
    (void)pthread_mutex_unlock(&writer->lock);
    return count;
}

static bool is_idle(srv_writer *writer)
{
    (void)pthread_mutex_lock(&writer->lock);
    const bool idle = writer->first == NULL;
    (void)pthread_mutex_unlock(&writer->lock);
    return idle;
}

void *srv_writer_run(void *user)
{
    srv_writer *writer = user;
    bool stopping = false;
    while (!stopping) {
        const size_t count = await_group(writer, &stopping);
        if (has_lost_store(writer))
            reopen_store(writer);
        if (!atomic_load(&writer->healthy) && srv_time_monotonic_ms() >= writer->retry_ms)
            reopen_store(writer);
        if (count > 0)
            write_group(writer, count);
        if (atomic_load(&writer->healthy) && (stopping || is_sign_due(writer)))
            sign_log(writer);
        if (atomic_load(&writer->healthy))
            srv_store_tidy(writer->store, is_idle(writer));
        else
            tell_signed(take_signings(writer));
    }
    tell_signed(take_signings(writer));
    srv_store_close(writer->store);
    return NULL;
}

bool srv_writer_submit(srv_writer *writer, srv_pending *pending)
{
    pending->next = NULL;
    (void)pthread_mutex_lock(&writer->lock);
    const bool taken = !writer->stopping && atomic_load(&writer->queued) < SRV_WRITER_QUEUE_MAX;
    if (taken) {
        if (writer->first == NULL) {
            writer->first = pending;
            (void)pthread_cond_signal(&writer->wake);
        } else {
            writer->last->next = pending;
        }
        writer->last = pending;
        atomic_fetch_add(&writer->queued, 1);
    }
    (void)pthread_mutex_unlock(&writer->lock);
    return taken;
}

bool srv_writer_healthy(const srv_writer *writer)
{
    return atomic_load(&writer->healthy);
}

void srv_writer_sign_now(srv_writer *writer)
{
    (void)pthread_mutex_lock(&writer->lock);
    atomic_store(&writer->sign_now, true);
    (void)pthread_cond_signal(&writer->wake);
    (void)pthread_mutex_unlock(&writer->lock);
}

bool srv_writer_sign_for(srv_writer *writer, srv_signing *signing)
{
    (void)pthread_mutex_lock(&writer->lock);
    const bool taken = !writer->stopping;
    if (taken) {
        signing->next = writer->signings;
        writer->signings = signing;
        atomic_store(&writer->sign_now, true);
        (void)pthread_cond_signal(&writer->wake);
    }
    (void)pthread_mutex_unlock(&writer->lock);
    return taken;
}

const srv_signer *srv_writer_signer(const srv_writer *writer)
{
    return &writer->key.signer;
}

srv_key_filter *srv_writer_keys(const srv_writer *writer)
{
    return writer->keys;
}

cds_text srv_writer_node(const srv_writer *writer)
{
    return cds_text_of(writer->node);
}

srv_writer_counts srv_writer_counted(const srv_writer *writer)
{
    return (srv_writer_counts){.kept = atomic_load(&writer->kept),
                               .groups = atomic_load(&writer->groups),
                               .failed = atomic_load(&writer->failed),
                               .queued = atomic_load(&writer->queued)};
}

void srv_writer_stop(srv_writer *writer)
{
    if (writer == NULL)
        return;
    (void)pthread_mutex_lock(&writer->lock);
    writer->stopping = true;
    (void)pthread_cond_signal(&writer->wake);
    (void)pthread_mutex_unlock(&writer->lock);
    (void)pthread_join(writer->thread, NULL);
    srv_writer_free(writer);
}
