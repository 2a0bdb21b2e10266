// SPDX-License-Identifier: Apache-2.0
// The main thread: starts the workers, hears signals, and waits for the end.
#include "server/http/server.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "server/http/listener.h"
#include "server/http/worker.h"

#define WORKERS_MAX 256
#define TICK_MS 1000

typedef struct server {
    uv_loop_t loop;
    uv_signal_t term, interrupt, hang_up;
    uv_timer_t timer;
    uv_async_t soon; // a tick before its time
    const srv_app *app;
    srv_limits limits;
    size_t count;
    srv_worker *workers[WORKERS_MAX];
} server;

/** For srv_server_counts; the program serves once at a time. */
static _Atomic(server *) the_server;

/** For srv_server_tick_soon: the running server's, for as long as its loop is open. */
static uv_async_t *the_soon;
static pthread_mutex_t the_soon_lock = PTHREAD_MUTEX_INITIALIZER;

srv_http_counts srv_server_counts(void)
{
    srv_http_counts sum = {0};
    server *running = atomic_load(&the_server);
    for (size_t i = 0; running != NULL && i < running->count; i++) {
        srv_worker *worker = running->workers[i];
        sum.connections_open += srv_counted(&worker->open);
        sum.connections_total += srv_counted(&worker->total);
        sum.requests_in_flight += srv_counted(&worker->in_flight);
        sum.refused_busy += srv_counted(&worker->busy);
        sum.refused_malformed += srv_counted(&worker->malformed);
    }
    return sum;
}

static void on_stop(uv_signal_t *handle, int number)
{
    server *running = handle->data;
    (void)number;
    uv_stop(&running->loop);
    for (size_t i = 0; i < running->count; i++) {
        srv_worker_drain(running->workers[i]);
    }
}

static void on_hang_up(uv_signal_t *handle, int number)
{
    server *running = handle->data;
    (void)number;
    if (running->app->reload != NULL) {
        running->app->reload(running->app->state);
    }
}

static void on_tick(uv_timer_t *timer)
{
    server *running = timer->data;
    running->app->tick(running->app->state);
}

static void on_soon(uv_async_t *handle)
{
    server *running = handle->data;
    running->app->tick(running->app->state);
}

void srv_server_tick_soon(void)
{
    CDS_PROMISE(pthread_mutex_lock(&the_soon_lock) == 0);
    if (the_soon != NULL) {
        (void)uv_async_send(the_soon);
    }
    CDS_PROMISE(pthread_mutex_unlock(&the_soon_lock) == 0);
}

static void publish_soon(uv_async_t *soon)
{
    CDS_PROMISE(pthread_mutex_lock(&the_soon_lock) == 0);
    the_soon = soon;
    CDS_PROMISE(pthread_mutex_unlock(&the_soon_lock) == 0);
}

static void open_loop(server *made)
{
    CDS_PROMISE(uv_loop_init(&made->loop) == 0);
    CDS_PROMISE(uv_async_init(&made->loop, &made->soon, on_soon) == 0);
    CDS_PROMISE(uv_signal_init(&made->loop, &made->term) == 0);
    CDS_PROMISE(uv_signal_init(&made->loop, &made->interrupt) == 0);
    CDS_PROMISE(uv_signal_init(&made->loop, &made->hang_up) == 0);
    CDS_PROMISE(uv_timer_init(&made->loop, &made->timer) == 0);
    made->term.data = made->interrupt.data = made->hang_up.data = made->timer.data = made;
    made->soon.data = made;
    CDS_PROMISE(uv_signal_start(&made->term, on_stop, SIGTERM) == 0);
    CDS_PROMISE(uv_signal_start(&made->interrupt, on_stop, SIGINT) == 0);
    CDS_PROMISE(uv_signal_start(&made->hang_up, on_hang_up, SIGHUP) == 0);
    if (made->app->tick != NULL) {
        CDS_PROMISE(uv_timer_start(&made->timer, on_tick, TICK_MS, TICK_MS) == 0);
        publish_soon(&made->soon);
    }
}

static void close_loop(server *made)
{
    publish_soon(NULL);
    uv_close((uv_handle_t *)&made->term, NULL);
    uv_close((uv_handle_t *)&made->interrupt, NULL);
    uv_close((uv_handle_t *)&made->hang_up, NULL);
    uv_close((uv_handle_t *)&made->timer, NULL);
    uv_close((uv_handle_t *)&made->soon, NULL);
    (void)uv_run(&made->loop, UV_RUN_DEFAULT);
    CDS_PROMISE(uv_loop_close(&made->loop) == 0);
}

/** A worker whose exchange a handler still holds is never freed: it would be written to. */
static void end_all(server *made)
{
    bool all_done = true;
    for (size_t i = 0; i < made->count; i++) {
        all_done = srv_worker_join(made->workers[i]) && all_done;
    }
    close_loop(made); // a second signal changed nothing until now
    if (!all_done) {
        return;
    }
    atomic_store(&the_server, NULL);
    for (size_t i = 0; i < made->count; i++) {
        srv_worker_free(made->workers[i]);
    }
    free(made);
}

static cds_status start_all(cds_ctx *ctx, server *made, const int *fds, size_t count)
{
    const size_t share = made->limits.spare_descriptors / count;
    for (size_t i = 0; i < count; i++) {
        made->workers[i] = srv_worker_new(made->app, &made->limits, fds[i], share);
        CDS_PROMISE(made->workers[i] != NULL);
    }
    made->count = count;
    atomic_store(&the_server, made);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        good = srv_worker_start(made->workers[i]) && good;
    }
    if (good) {
        return CDS_OK;
    }
    for (size_t i = 0; i < count; i++) {
        if (!made->workers[i]->failed) {
            srv_worker_drain(made->workers[i]);
        }
    }
    return cds_fail(ctx, CDS_FAILED, "", "A worker could not be started.");
}

/** A quarter of each worker's is one at least. */
static void make_spare_enough(srv_limits *limits, size_t workers)
{
    const size_t least = workers * 4;
    if (limits->spare_descriptors < least) {
        limits->spare_descriptors = least;
    }
}

cds_status srv_server_run(cds_ctx *ctx, const srv_app *app, const srv_listen *listen)
{
    int fds[WORKERS_MAX];
    int port = 0;
    if (listen->workers < 1 || listen->workers > WORKERS_MAX) {
        return cds_fail(ctx, CDS_FAILED, "", "There are 1 to %d workers.", WORKERS_MAX);
    }
    cds_status status = srv_listener_open(ctx, listen, fds, &port);
    if (status != CDS_OK) {
        return status;
    }
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN);
    server *made = calloc(1, sizeof *made);
    CDS_PROMISE(made != NULL);
    made->app = app;
    made->limits = listen->limits;
    make_spare_enough(&made->limits, (size_t)listen->workers);
    open_loop(made);
    if (app->bound != NULL) {
        app->bound(app->state, listen->host, port);
    }
    status = start_all(ctx, made, fds, (size_t)listen->workers);
    if (status == CDS_OK) {
        if (app->ready != NULL) {
            app->ready(app->state, listen->host, port);
        }
        (void)uv_run(&made->loop, UV_RUN_DEFAULT);
    }
    end_all(made);
    return status;
}
