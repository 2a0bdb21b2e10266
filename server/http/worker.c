// SPDX-License-Identifier: Apache-2.0
// The life of a worker: open, serve, drain, close.
#include "server/http/worker.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/http/arrival.h"
#include "server/http/connection.h"
#include "server/http/dialogue.h"
#include "server/http/exchanges.h"
#include "server/http/lines.h"
#include "server/http/posts.h"

#define STACK_BYTES ((size_t)8 << 20)
#define BLOCK_BYTES ((size_t)32 << 10)
#define PROBLEM_BYTES ((size_t)128 << 10)
#define TICK_MS 100
#define BACKLOG 4096

void *srv_worker_app(const srv_worker *worker)
{
    return worker->app->state;
}

void *srv_worker_slot(const srv_worker *worker)
{
    return worker->slot;
}

srv_media srv_worker_write_problem(const srv_worker *worker, cds_buf *buf,
                                   const srv_problem *problem)
{
    if (worker->app->write_problem != NULL) {
        return worker->app->write_problem(buf, problem);
    }
    srv_problem_write(buf, problem);
    return SRV_PROBLEM;
}

cds_text srv_worker_problem(srv_worker *worker, const srv_problem *problem, srv_media *media)
{
    cds_ctx ctx = {.mem = worker->mem};
    cds_buf buf;
    cds_text text = CDS_TEXT("{}");
    cds_arena_reset(worker->mem);
    cds_buf_init(&buf, worker->mem);
    *media = srv_worker_write_problem(worker, &buf, problem);
    (void)cds_buf_end(&ctx, &buf, &text);
    return text;
}

static void close_unless_closing(uv_handle_t *handle)
{
    if (!uv_is_closing(handle)) {
        uv_close(handle, NULL);
    }
}

/** The loop ends by itself when nothing is open any more. */
static void close_if_done(srv_worker *worker)
{
    if (!worker->draining || worker->connections != NULL) {
        return;
    }
    srv_posts_close(worker);
    close_unless_closing((uv_handle_t *)&worker->wake);
    close_unless_closing((uv_handle_t *)&worker->timer);
    close_unless_closing((uv_handle_t *)&worker->before_waiting);
}

/** Waited long enough: what is still open is cut; a tick later, what handlers still hold is
 *  left to them. */
static void cut_off(srv_worker *worker)
{
    srv_connection *next = NULL;
    if (worker->is_cut) {
        srv_posts_close(worker);
        uv_stop(&worker->loop);
        return;
    }
    worker->is_cut = true;
    for (srv_connection *at = worker->connections; at != NULL; at = next) {
        next = at->next;
        srv_connection_abort(at);
    }
}

static void on_tick(uv_timer_t *timer)
{
    srv_worker *worker = timer->data;
    uint64_t now = uv_now(&worker->loop);
    srv_connection *next = NULL;
    for (srv_connection *at = worker->connections; at != NULL; at = next) {
        next = at->next;
        srv_connection_tick(at, now);
    }
    if (worker->draining && now >= worker->drain_until_ms) {
        cut_off(worker);
    }
}

void srv_worker_remember(srv_worker *worker, srv_connection *connection)
{
    if (worker->connections == NULL) {
        (void)uv_timer_start(&worker->timer, on_tick, TICK_MS, TICK_MS);
    } else {
        worker->connections->before = connection;
    }
    connection->next = worker->connections;
    worker->connections = connection;
    srv_count(&worker->open, 1);
    srv_count(&worker->total, 1);
}

void srv_worker_forget(srv_worker *worker, srv_connection *connection)
{
    if (connection->before != NULL) {
        connection->before->next = connection->next;
    } else {
        worker->connections = connection->next;
    }
    if (connection->next != NULL) {
        connection->next->before = connection->before;
    }
    srv_count(&worker->open, -1);
    if (worker->connections == NULL && !worker->draining) {
        (void)uv_timer_stop(&worker->timer);
    }
    close_if_done(worker);
}

static void before_waiting(uv_prepare_t *prepare)
{
    srv_worker *worker = prepare->data;
    srv_arrival_turn(worker);
    srv_connections_send(worker);
}

static void on_connection(uv_stream_t *listener, int status)
{
    if (status == 0) {
        srv_arrival_knock(listener->data);
    }
}

static void drain(void *user)
{
    srv_worker *worker = user;
    srv_connection *next = NULL;
    if (worker->draining) {
        return;
    }
    worker->draining = true;
    worker->drain_until_ms = uv_now(&worker->loop) + worker->limits->drain_ms;
    uv_close((uv_handle_t *)&worker->listener, NULL);
    for (srv_connection *at = worker->connections; at != NULL; at = next) {
        next = at->next;
        if (at->phase == SRV_AT_HEAD) {
            srv_dialogue_go_on(at);
        }
    }
    close_if_done(worker);
}

void srv_worker_drain(srv_worker *worker)
{
    srv_worker_post(worker, drain, worker);
}

/** The number of a descriptor says how many are open: the lowest free one is given. */
static int find_fd_limit(const srv_limits *limits)
{
    struct rlimit most;
    if (getrlimit(RLIMIT_NOFILE, &most) != 0 || most.rlim_cur > INT32_MAX) {
        return INT32_MAX / 2;
    }
    long long limit = (long long)most.rlim_cur - (long long)limits->spare_descriptors;
    return limit < 0 ? 0 : (int)limit;
}

srv_worker *srv_worker_new(const srv_app *app, const srv_limits *limits, int fd, size_t share)
{
    srv_worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL) {
        return NULL;
    }
    worker->app = app;
    worker->limits = limits;
    worker->fd = fd;
    worker->fd_limit = find_fd_limit(limits);
    worker->reserve_most = share / 4;
    worker->blocks.size =
        limits->header_bytes * 2 < BLOCK_BYTES ? BLOCK_BYTES : limits->header_bytes * 2;
    worker->mem = cds_arena_new(PROBLEM_BYTES);
    bool is_ready = worker->mem != NULL && uv_loop_init(&worker->loop) == 0;
    CDS_PROMISE(is_ready && uv_mutex_init(&worker->lock) == 0);
    CDS_PROMISE(uv_sem_init(&worker->opened, 0) == 0);
    CDS_PROMISE(uv_async_init(&worker->loop, &worker->wake, srv_posts_run) == 0);
    CDS_PROMISE(uv_timer_init(&worker->loop, &worker->timer) == 0);
    CDS_PROMISE(uv_tcp_init(&worker->loop, &worker->listener) == 0);
    CDS_PROMISE(uv_prepare_init(&worker->loop, &worker->before_waiting) == 0);
    CDS_PROMISE(uv_prepare_start(&worker->before_waiting, before_waiting) == 0);
    worker->wake.data = worker->timer.data = worker->listener.data = worker;
    worker->before_waiting.data = worker;
    return worker;
}

static bool is_listening(srv_worker *worker)
{
    uv_stream_t *listener = (uv_stream_t *)&worker->listener;
    if (uv_tcp_open(&worker->listener, worker->fd) != 0) {
        (void)close(worker->fd);
        return false;
    }
    return uv_tcp_nodelay(&worker->listener, 1) == 0 &&
           uv_listen(listener, BACKLOG, on_connection) == 0;
}

static void work(void *user)
{
    srv_worker *worker = user;
    const srv_app *app = worker->app;
    bool has_slot = app->open_worker != NULL;
    worker->slot = has_slot ? app->open_worker(app->state, worker) : NULL;
    worker->failed = (has_slot && worker->slot == NULL) || !is_listening(worker);
    bool failed = worker->failed;
    uv_sem_post(&worker->opened);
    if (failed) {
        drain(worker);
    }
    (void)uv_run(&worker->loop, UV_RUN_DEFAULT);
    if (app->close_worker != NULL && worker->slot != NULL) {
        app->close_worker(app->state, worker->slot);
    }
}

bool srv_worker_start(srv_worker *worker)
{
    uv_thread_options_t options = {.flags = UV_THREAD_HAS_STACK_SIZE,
                                   .stack_size = STACK_BYTES};
    CDS_PROMISE(uv_thread_create_ex(&worker->thread, &options, work, worker) == 0);
    uv_sem_wait(&worker->opened);
    return !worker->failed;
}

bool srv_worker_join(srv_worker *worker)
{
    (void)uv_thread_join(&worker->thread);
    return worker->connections == NULL;
}

void srv_worker_free(srv_worker *worker)
{
    CDS_PROMISE(uv_loop_close(&worker->loop) == 0);
    srv_exchanges_release(worker);
    srv_lines_release(worker);
    srv_blocks_release(&worker->blocks);
    srv_posts_release(worker);
    uv_mutex_destroy(&worker->lock);
    uv_sem_destroy(&worker->opened);
    cds_arena_free(worker->mem);
    free(worker);
}
