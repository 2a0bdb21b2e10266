// SPDX-License-Identifier: Apache-2.0
// Orders in a list, opened one after the other.
#include "server/api/readers.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "engine/base/arena.h"

#define ARENA_BYTES ((size_t)1 << 20)
#define PAUSE_FIRST_MS 50
#define PAUSE_MAX_MS 2000

struct srv_readers {
    const char *data_dir;
    pthread_t thread;
    pthread_mutex_t lock; // of what follows, and of every order
    pthread_cond_t changed;
    srv_order *first;
    bool stopping;
};

static void lock(srv_readers *readers)
{
    CDS_PROMISE(pthread_mutex_lock(&readers->lock) == 0);
}

static void unlock(srv_readers *readers)
{
    CDS_PROMISE(pthread_mutex_unlock(&readers->lock) == 0);
}

static srv_order *next_order(const srv_readers *readers)
{
    srv_order *one = readers->first;
    while (one != NULL && !one->wanted)
        one = one->next;
    return one;
}

/** Under the lock; ends early when an order comes or the end. */
static void pause_for(srv_readers *readers, int pause_ms)
{
    struct timespec end;
    CDS_PROMISE(clock_gettime(CLOCK_MONOTONIC, &end) == 0);
    end.tv_nsec += (long)(pause_ms % 1000) * 1000000L;
    end.tv_sec += pause_ms / 1000 + end.tv_nsec / 1000000000L;
    end.tv_nsec %= 1000000000L;
    while (!readers->stopping &&
           pthread_cond_timedwait(&readers->changed, &readers->lock, &end) == 0)
        continue;
}

/** Under the lock but while it opens. */
static bool open_one(srv_readers *readers, cds_ctx *ctx, srv_order *order)
{
    srv_store *store = NULL;
    order->under_way = true;
    unlock(readers);
    const bool opened = srv_store_open_on_loop(ctx, readers->data_dir, &store) == CDS_OK;
    cds_error_clear(ctx);
    cds_arena_reset(ctx->mem);
    lock(readers);
    order->store = store;
    order->wanted = !opened;
    order->under_way = false;
    CDS_PROMISE(pthread_cond_broadcast(&readers->changed) == 0);
    return opened;
}

static void *run_readers(void *user)
{
    srv_readers *readers = user;
    cds_ctx ctx = {.mem = cds_arena_new(ARENA_BYTES)};
    int pause_ms = PAUSE_FIRST_MS;
    CDS_PROMISE(ctx.mem != NULL);
    lock(readers);
    while (!readers->stopping) {
        srv_order *order = next_order(readers);
        if (order == NULL) {
            CDS_PROMISE(pthread_cond_wait(&readers->changed, &readers->lock) == 0);
        } else if (open_one(readers, &ctx, order)) {
            pause_ms = PAUSE_FIRST_MS;
        } else {
            pause_for(readers, pause_ms);
            pause_ms = 2 * pause_ms < PAUSE_MAX_MS ? 2 * pause_ms : PAUSE_MAX_MS;
        }
    }
    unlock(readers);
    cds_arena_free(ctx.mem);
    return NULL;
}

srv_readers *srv_readers_new(const char *data_dir)
{
    srv_readers *readers = calloc(1, sizeof *readers);
    pthread_condattr_t monotonic;
    CDS_PROMISE(readers != NULL);
    readers->data_dir = data_dir;
    CDS_PROMISE(pthread_condattr_init(&monotonic) == 0);
    CDS_PROMISE(pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) == 0);
    CDS_PROMISE(pthread_cond_init(&readers->changed, &monotonic) == 0);
    CDS_PROMISE(pthread_mutex_init(&readers->lock, NULL) == 0);
    (void)pthread_condattr_destroy(&monotonic);
    CDS_PROMISE(pthread_create(&readers->thread, NULL, run_readers, readers) == 0);
    return readers;
}

void srv_readers_free(srv_readers *readers)
{
    if (readers == NULL)
        return;
    lock(readers);
    readers->stopping = true;
    CDS_PROMISE(pthread_cond_broadcast(&readers->changed) == 0);
    unlock(readers);
    CDS_PROMISE(pthread_join(readers->thread, NULL) == 0);
    (void)pthread_cond_destroy(&readers->changed);
    (void)pthread_mutex_destroy(&readers->lock);
    free(readers);
}

/** The link that names the order, or the free one at the end. */
static srv_order **link_of(srv_readers *readers, const srv_order *order)
{
    srv_order **link = &readers->first;
    while (*link != NULL && *link != order)
        link = &(*link)->next;
    return link;
}

srv_store *srv_readers_take(srv_readers *readers, srv_order *order)
{
    lock(readers);
    srv_store *store = order->store;
    order->store = NULL;
    if (store == NULL && !order->wanted) {
        order->wanted = true;
        *link_of(readers, order) = order;
        CDS_PROMISE(pthread_cond_broadcast(&readers->changed) == 0);
    }
    unlock(readers);
    return store;
}

void srv_readers_cancel(srv_readers *readers, srv_order *order)
{
    lock(readers);
    while (order->under_way)
        CDS_PROMISE(pthread_cond_wait(&readers->changed, &readers->lock) == 0);
    order->wanted = false;
    srv_order **link = link_of(readers, order);
    if (*link == order)
        *link = order->next;
    unlock(readers);
    srv_store_close(order->store);
    order->store = NULL;
}
