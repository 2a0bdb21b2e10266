// SPDX-License-Identifier: Apache-2.0
// A reader, a pipe to end its waiting, and what was seen last.
#include "server/governance/watch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/record/entry.h"

#define ARENA_BYTES ((size_t)1 << 20)

struct srv_watch {
    pthread_t thread;
    const char *data_dir;
    void (*changed)(void);
    int ends[2]; // the reading one is closed last
    atomic_bool stopping;
    atomic_bool shared;
    _Atomic int64_t step;
    _Atomic int64_t read_ms; // when the step was read, on the monotonic clock
    srv_store *store;        // the thread's own
    atomic_bool failed;      // the last look
};

int64_t srv_watch_step(const srv_watch *watch)
{
    return atomic_load(&watch->step);
}

bool srv_watch_is_stale(const srv_watch *watch)
{
    return atomic_load(&watch->shared) &&
           srv_time_monotonic_ms() - atomic_load(&watch->read_ms) > SRV_WATCH_STALE_MS;
}

bool srv_watch_sees(const srv_watch *watch)
{
    return !atomic_load(&watch->shared) ||
           (!atomic_load(&watch->failed) && !srv_watch_is_stale(watch));
}

/** One that was moved or lost is opened anew. */
static cds_status ready_store(cds_ctx *ctx, srv_watch *watch)
{
    if (watch->store != NULL && !srv_store_is_there(watch->store)) {
        srv_store_close(watch->store);
        watch->store = NULL;
    }
    const cds_status status = watch->store != NULL
                                  ? CDS_OK
                                  : srv_store_open(ctx, watch->data_dir, false, &watch->store);
    if (status == CDS_OK)
        atomic_store(&watch->shared, srv_store_is_shared(watch->store));
    return status;
}

static void look(cds_ctx *ctx, srv_watch *watch)
{
    int64_t step = 0;
    cds_status status = ready_store(ctx, watch);
    if (status == CDS_OK)
        status = srv_store_last_step(ctx, watch->store, &step);
    const bool failed = status != CDS_OK;
    const bool news = atomic_exchange(&watch->failed, failed) != failed ||
                      (!failed && step != atomic_load(&watch->step));
    if (status == CDS_OK) {
        atomic_store(&watch->step, step);
        atomic_store(&watch->read_ms, srv_time_monotonic_ms());
    }
    if (news && watch->changed != NULL)
        watch->changed();
    cds_error_clear(ctx);
    cds_arena_reset(ctx->mem);
}

static void *run_watch(void *user)
{
    srv_watch *watch = user;
    cds_ctx ctx = {.mem = cds_arena_new(ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    while (!atomic_load(&watch->stopping)) {
        look(&ctx, watch);
        (void)srv_store_await_step(watch->store, watch->ends[0], SRV_WATCH_MS);
    }
    srv_store_close(watch->store);
    cds_arena_free(ctx.mem);
    return NULL;
}

srv_watch *srv_watch_start(const char *data_dir, void (*changed)(void))
{
    srv_watch *watch = calloc(1, sizeof *watch);
    CDS_PROMISE(watch != NULL);
    watch->data_dir = data_dir;
    watch->changed = changed;
    atomic_store(&watch->step, INT64_MIN);
    atomic_store(&watch->read_ms, srv_time_monotonic_ms());
    CDS_PROMISE(pipe(watch->ends) == 0);
    CDS_PROMISE(pthread_create(&watch->thread, NULL, run_watch, watch) == 0);
    return watch;
}

void srv_watch_stop(srv_watch *watch)
{
    if (watch == NULL)
        return;
    atomic_store(&watch->stopping, true);
    (void)close(watch->ends[1]);
    CDS_PROMISE(pthread_join(watch->thread, NULL) == 0);
    (void)close(watch->ends[0]);
    free(watch);
}
