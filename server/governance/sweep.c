// SPDX-License-Identifier: Apache-2.0
// Threads that take stretches of the log until there are none.
#include "server/governance/sweep.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/arena.h"

#define STRETCH 256 // entries that a thread takes at a time
#define READ_BYTES ((size_t)32 << 20)
#define READ_FIRST_BYTES (SRV_PAGE_BYTES + ((size_t)1 << 20)) // holds nearly every page
#define VISIT_BYTES ((size_t)32 << 20)
#define VISIT_FIRST_BYTES ((size_t)256 << 10) // holds nearly every evaluation
#define THREADS_MAX 64
#define LOOK_MS 250

typedef struct sweeping {
    const srv_sweep *sweep;
    const srv_sweep_work *work;
    int64_t count;         // entries of the log as it was at the beginning
    _Atomic int64_t next;  // the first that nobody has taken
    _Atomic int64_t done;  // entries looked at
    _Atomic unsigned busy; // threads at work
    atomic_bool broken;
    pthread_mutex_t lock; // of what follows, and around `close`
    cds_error error;
} sweeping;

typedef struct thread {
    pthread_t id;
    sweeping *all;
    cds_ctx reading, visiting;
    srv_store *store;
    void *state;
    srv_page page;
} thread;

static void fail_with(sweeping *all, const cds_error *error)
{
    CDS_PROMISE(pthread_mutex_lock(&all->lock) == 0);
    if (all->error.status == CDS_OK)
        all->error = *error;
    CDS_PROMISE(pthread_mutex_unlock(&all->lock) == 0);
    atomic_store(&all->broken, true);
}

static bool wanted(const sweeping *all, const srv_entry *entry)
{
    return cds_text_is(cds_text_of(entry->kind), "evaluation") &&
           entry->assessment.data != NULL && entry->time_ms >= all->sweep->since_ms;
}

/** The entries of one page, after the short read that brought them. */
static cds_status visit_page(cds_ctx *visiting, sweeping *all, void *state,
                             const srv_page *page)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < page->count && status == CDS_OK; i++) {
        if (wanted(all, &page->entries[i]))
            status = all->work->visit(visiting, state, &page->entries[i]);
        if (status != CDS_OK)
            fail_with(all, &visiting->error);
        cds_arena_reset(visiting->mem);
    }
    atomic_fetch_add(&all->done, (int64_t)page->count);
    return status;
}

static cds_status visit_stretch(thread *one)
{
    sweeping *all = one->all;
    const int64_t from = atomic_fetch_add(&all->next, STRETCH);
    const int64_t end = from + STRETCH < all->count ? from + STRETCH : all->count;
    cds_status status = CDS_OK;
    for (int64_t at = from; at < end && status == CDS_OK;) {
        status = all->work->decisions
                     ? srv_store_page(&one->reading, one->store, at, &one->page)
                     : srv_store_page_asked(&one->reading, one->store, at, &one->page);
        if (status != CDS_OK)
            fail_with(all, &one->reading.error);
        if (one->page.count == 0)
            break;
        if ((int64_t)one->page.count > end - at)
            one->page.count = (size_t)(end - at);
        if (status == CDS_OK)
            status = visit_page(&one->visiting, all, one->state, &one->page);
        at += (int64_t)one->page.count;
        cds_arena_reset(one->reading.mem);
    }
    return status;
}

static void visit_all(thread *one)
{
    sweeping *all = one->all;
    one->state = all->work->open(&one->reading, all->work->user);
    if (one->state == NULL) {
        fail_with(all, &one->reading.error);
        return;
    }
    cds_arena_reset(one->reading.mem);
    while (!atomic_load(&all->broken) && atomic_load(&all->next) < all->count &&
           visit_stretch(one) == CDS_OK)
        continue;
    CDS_PROMISE(pthread_mutex_lock(&all->lock) == 0);
    all->work->close(all->work->user, one->state);
    CDS_PROMISE(pthread_mutex_unlock(&all->lock) == 0);
}

static void *run_thread(void *user)
{
    thread *one = user;
    one->reading.mem = cds_arena_new_with(READ_BYTES, READ_FIRST_BYTES);
    one->visiting.mem = cds_arena_new_with(VISIT_BYTES, VISIT_FIRST_BYTES);
    CDS_PROMISE(one->reading.mem != NULL && one->visiting.mem != NULL);
    if (srv_store_open(&one->reading, one->all->sweep->data_dir, false, &one->store) == CDS_OK)
        visit_all(one);
    else
        fail_with(one->all, &one->reading.error);
    srv_store_close(one->store);
    cds_arena_free(one->visiting.mem);
    cds_arena_free(one->reading.mem);
    atomic_fetch_sub(&one->all->busy, 1);
    return NULL;
}

static void watch(const sweeping *all)
{
    const struct timespec look = {.tv_nsec = LOOK_MS * 1000000L};
    const srv_watcher *watcher = &all->sweep->watcher;
    if (watcher->tell == NULL)
        return;
    while (atomic_load(&all->busy) > 0) {
        watcher->tell(watcher->user, atomic_load(&all->done), all->count);
        (void)nanosleep(&look, NULL);
    }
    watcher->tell(watcher->user, atomic_load(&all->done), all->count);
}

static unsigned thread_count(const srv_sweep *sweep)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    const unsigned wished = sweep->threads > 0 ? sweep->threads
                            : cores < 1        ? 1
                                               : (unsigned)cores;
    return wished > THREADS_MAX ? THREADS_MAX : wished;
}

static cds_status count_entries(cds_ctx *ctx, const srv_sweep *sweep, int64_t *out)
{
    srv_store *store = NULL;
    cds_status status = srv_store_open(ctx, sweep->data_dir, false, &store);
    if (status == CDS_OK)
        status = srv_store_count(ctx, store, out);
    srv_store_close(store);
    return status;
}

cds_status srv_sweep_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_sweep_work *work)
{
    sweeping all = {.sweep = sweep, .work = work, .lock = PTHREAD_MUTEX_INITIALIZER};
    const unsigned count = thread_count(sweep);
    cds_status status = count_entries(ctx, sweep, &all.count);
    if (status != CDS_OK)
        return status;
    thread *threads = calloc(count, sizeof *threads);
    CDS_PROMISE(threads != NULL);
    atomic_store(&all.busy, count);
    for (unsigned i = 0; i < count; i++) {
        threads[i].all = &all;
        CDS_PROMISE(pthread_create(&threads[i].id, NULL, run_thread, &threads[i]) == 0);
    }
    watch(&all);
    for (unsigned i = 0; i < count; i++)
        CDS_PROMISE(pthread_join(threads[i].id, NULL) == 0);
    free(threads);
    if (all.error.status != CDS_OK)
        ctx->error = all.error;
    return all.error.status;
}
