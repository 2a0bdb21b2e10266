// SPDX-License-Identifier: Apache-2.0
// Threads that take stretches of the logs until there are none.
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

/** A log as it was at the beginning. */
typedef struct extent {
    const char *node;
    int64_t count;         // entries
    int64_t first_stretch; // those of all logs count on
} extent;

typedef struct sweeping {
    const srv_sweep *sweep;
    const srv_sweep_work *work;
    extent *logs;
    size_t log_count;
    int64_t count;         // entries of all logs
    int64_t stretches;     // of all logs
    _Atomic int64_t next;  // the first stretch that nobody has taken
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

static cds_status read_page(thread *one, int64_t at)
{
    const cds_status status =
        one->all->work->decisions
            ? srv_store_page(&one->reading, one->store, at, &one->page)
            : srv_store_page_asked(&one->reading, one->store, at, &one->page);
    if (status != CDS_OK)
        fail_with(one->all, &one->reading.error);
    return status;
}

static const extent *log_of(const sweeping *all, int64_t stretch)
{
    size_t i = all->log_count - 1;
    while (i > 0 && all->logs[i].first_stretch > stretch)
        i--;
    return &all->logs[i];
}

/** The reader stands in that log. */
static cds_status turn(thread *one, const char *node)
{
    if (cds_text_is(srv_store_node(one->store), node))
        return CDS_OK;
    const cds_status status = srv_store_turn(&one->reading, one->store, node);
    if (status != CDS_OK)
        fail_with(one->all, &one->reading.error);
    return status;
}

static cds_status visit_stretch(thread *one, int64_t stretch)
{
    sweeping *all = one->all;
    const extent *log = log_of(all, stretch);
    const int64_t from = (stretch - log->first_stretch) * STRETCH;
    const int64_t end = from + STRETCH < log->count ? from + STRETCH : log->count;
    cds_status status = turn(one, log->node);
    for (int64_t at = from; at < end && status == CDS_OK;) {
        status = read_page(one, at);
        if (status != CDS_OK || one->page.count == 0)
            break;
        if ((int64_t)one->page.count > end - at)
            one->page.count = (size_t)(end - at);
        status = visit_page(&one->visiting, all, one->state, &one->page);
        at += (int64_t)one->page.count;
        cds_arena_reset(one->reading.mem);
    }
    return status;
}

/** False: all stretches are taken, or something failed. */
static bool visit_next(thread *one)
{
    sweeping *all = one->all;
    const int64_t stretch = atomic_fetch_add(&all->next, 1);
    return !atomic_load(&all->broken) && stretch < all->stretches &&
           visit_stretch(one, stretch) == CDS_OK;
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
    while (visit_next(one))
        continue;
    CDS_PROMISE(pthread_mutex_lock(&all->lock) == 0);
    all->work->close(all->work->user, one->state);
    CDS_PROMISE(pthread_mutex_unlock(&all->lock) == 0);
}

static cds_status open_store(cds_ctx *ctx, const srv_sweep *sweep, srv_store **out)
{
    return sweep->read_from == NULL
               ? srv_store_open(ctx, sweep->data_dir, false, out)
               : srv_store_open_replica(ctx, sweep->data_dir, sweep->read_from, out);
}

static void *run_thread(void *user)
{
    thread *one = user;
    one->reading.mem = cds_arena_new_with(READ_BYTES, READ_FIRST_BYTES);
    one->visiting.mem = cds_arena_new_with(VISIT_BYTES, VISIT_FIRST_BYTES);
    CDS_PROMISE(one->reading.mem != NULL && one->visiting.mem != NULL);
    if (open_store(&one->reading, one->all->sweep, &one->store) == CDS_OK)
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

static cds_status measure(cds_ctx *ctx, srv_store *store, const srv_log_name *log,
                          sweeping *all)
{
    extent *out = &all->logs[all->log_count];
    *out = (extent){.node = log->node, .first_stretch = all->stretches};
    cds_status status = srv_store_turn(ctx, store, log->node);
    if (status == CDS_OK)
        status = srv_store_count(ctx, store, &out->count);
    if (status != CDS_OK || out->count == 0)
        return status;
    all->count += out->count;
    all->stretches += (out->count + STRETCH - 1) / STRETCH;
    all->log_count++;
    return CDS_OK;
}

/** Which logs there are, and how long each is now. Lives: in ctx->mem. */
static cds_status measure_all(cds_ctx *ctx, sweeping *all)
{
    srv_store *store = NULL;
    srv_logs logs = {0};
    cds_status status = open_store(ctx, all->sweep, &store);
    if (status == CDS_OK)
        status = srv_store_logs(ctx, store, &logs);
    all->logs = cds_alloc(ctx->mem, (logs.count + 1) * sizeof *all->logs);
    if (status == CDS_OK && all->logs == NULL)
        status = cds_fail_memory(ctx);
    for (size_t i = 0; i < logs.count && status == CDS_OK; i++)
        status = measure(ctx, store, &logs.list[i], all);
    srv_store_close(store);
    return status;
}

cds_status srv_sweep_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_sweep_work *work)
{
    sweeping all = {.sweep = sweep, .work = work, .lock = PTHREAD_MUTEX_INITIALIZER};
    const unsigned count = thread_count(sweep);
    const cds_status status = measure_all(ctx, &all);
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
