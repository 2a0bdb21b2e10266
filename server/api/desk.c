// SPDX-License-Identifier: Apache-2.0
// A queue, a thread, and the way back.
#include "server/api/desk.h"

#include <pthread.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "server/http/problem.h"
#include "server/http/server.h"

#define JOB_BYTES ((size_t)256 << 20)
#define WAITING_MAX 32

typedef struct task task;
struct task {
    srv_job job;
    srv_job_run run;
    srv_exchange *exchange; // touched on its worker's thread only
    srv_worker *worker;
    srv_desk *desk;
    cds_ctx ctx;
    cds_status status;
    srv_job_answer answer;
    bool begun;
    task *next; // all that are not answered yet, oldest first
};

struct srv_desk {
    srv_service *service;
    pthread_t thread;
    pthread_mutex_t lock; // of what follows
    pthread_cond_t wake;
    task *first;
    size_t count;
    bool stopping;
};

static void free_task(task *one)
{
    cds_arena_free(one->ctx.mem);
    free(one);
}

static void unlink_task(srv_desk *desk, task *one)
{
    CDS_PROMISE(pthread_mutex_lock(&desk->lock) == 0);
    task **place = &desk->first;
    while (*place != one)
        place = &(*place)->next;
    *place = one->next;
    desk->count--;
    CDS_PROMISE(pthread_mutex_unlock(&desk->lock) == 0);
}

/** On the worker's thread again: the answer goes into the exchange's own memory. */
static void answer(void *user)
{
    task *one = user;
    srv_exchange *exchange = one->exchange;
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text body;
    if (one->status != CDS_OK)
        ctx->error = one->ctx.error;
    const srv_job_answer got = one->answer;
    const bool good = one->status == CDS_OK && cds_text_copy(ctx, got.body, &body) == CDS_OK;
    unlink_task(one->desk, one);
    free_task(one);
    if (good)
        srv_exchange_answer(exchange, got.status, got.media, body);
    else
        srv_exchange_fail(exchange);
}

static task *next_task(srv_desk *desk)
{
    task *one = desk->first;
    while (one != NULL && one->begun)
        one = one->next;
    return one;
}

static task *await_task(srv_desk *desk)
{
    CDS_PROMISE(pthread_mutex_lock(&desk->lock) == 0);
    task *one = next_task(desk);
    while (one == NULL && !desk->stopping) {
        CDS_PROMISE(pthread_cond_wait(&desk->wake, &desk->lock) == 0);
        one = next_task(desk);
    }
    if (desk->stopping)
        one = NULL;
    if (one != NULL)
        one->begun = true;
    CDS_PROMISE(pthread_mutex_unlock(&desk->lock) == 0);
    return one;
}

static void *work(void *user)
{
    srv_desk *desk = user;
    for (task *one = await_task(desk); one != NULL; one = await_task(desk)) {
        srv_store *store = NULL;
        one->status = srv_store_open(&one->ctx, desk->service->data_dir, false, &store);
        one->job.store = store;
        if (one->status == CDS_OK)
            one->status = one->run(&one->ctx, &one->job, &one->answer);
        srv_store_close(store);
        srv_worker_post(one->worker, answer, one);
    }
    return NULL;
}

srv_desk *srv_desk_new(srv_service *service)
{
    srv_desk *desk = calloc(1, sizeof *desk);
    CDS_PROMISE(desk != NULL);
    desk->service = service;
    CDS_PROMISE(pthread_mutex_init(&desk->lock, NULL) == 0);
    CDS_PROMISE(pthread_cond_init(&desk->wake, NULL) == 0);
    CDS_PROMISE(pthread_create(&desk->thread, NULL, work, desk) == 0);
    return desk;
}

void srv_desk_free(srv_desk *desk)
{
    if (desk == NULL)
        return;
    CDS_PROMISE(pthread_mutex_lock(&desk->lock) == 0);
    desk->stopping = true;
    CDS_PROMISE(pthread_cond_signal(&desk->wake) == 0);
    CDS_PROMISE(pthread_mutex_unlock(&desk->lock) == 0);
    CDS_PROMISE(pthread_join(desk->thread, NULL) == 0);
    for (task *one = desk->first; one != NULL;) {
        task *next = one->next;
        free_task(one);
        one = next;
    }
    (void)pthread_cond_destroy(&desk->wake);
    (void)pthread_mutex_destroy(&desk->lock);
    free(desk);
}

static cds_status copy_request(task *one, srv_exchange *exchange)
{
    const srv_request *request = srv_exchange_request(exchange);
    cds_status status = cds_text_copy(&one->ctx, request->path, &one->job.path);
    if (status == CDS_OK && request->query.data != NULL)
        status = cds_text_copy(&one->ctx, request->query, &one->job.query);
    if (status == CDS_OK)
        status = cds_text_copy(&one->ctx, request->body, &one->job.body);
    for (size_t i = 0; i < 2 && status == CDS_OK; i++) {
        const cds_text segment = srv_exchange_segment(exchange, i);
        if (segment.data != NULL)
            status = cds_text_copy(&one->ctx, segment, &one->job.segments[i]);
    }
    return status;
}

static bool enqueue(srv_desk *desk, task *one)
{
    CDS_PROMISE(pthread_mutex_lock(&desk->lock) == 0);
    const bool room = desk->count < WAITING_MAX && !desk->stopping;
    if (room) {
        task **place = &desk->first;
        while (*place != NULL)
            place = &(*place)->next;
        *place = one;
        desk->count++;
        CDS_PROMISE(pthread_cond_signal(&desk->wake) == 0);
    }
    CDS_PROMISE(pthread_mutex_unlock(&desk->lock) == 0);
    return room;
}

void srv_desk_submit(srv_exchange *exchange, srv_job_run run)
{
    srv_service *service = srv_worker_app(srv_exchange_worker(exchange));
    srv_desk *desk = service->desk;
    task *one = calloc(1, sizeof *one);
    CDS_PROMISE(one != NULL);
    one->ctx.mem = cds_arena_new(JOB_BYTES);
    CDS_PROMISE(one->ctx.mem != NULL);
    one->job.service = desk->service;
    one->job.caller = *srv_exchange_caller(exchange);
    one->run = run;
    one->exchange = exchange;
    one->worker = srv_exchange_worker(exchange);
    one->desk = desk;
    if (copy_request(one, exchange) == CDS_OK && enqueue(desk, one))
        return;
    free_task(one);
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("5"));
    srv_exchange_problem(exchange, 503, "Too much of this kind waits already; ask again.");
}

cds_status srv_job_problem(cds_ctx *ctx, const srv_job *job, int status, const char *detail,
                           srv_job_answer *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    srv_problem_write(
        &buf, &(srv_problem){
                  .status = status, .detail = detail, .instance = job->path, .offset = -1});
    *out = (srv_job_answer){.status = status, .media = SRV_PROBLEM};
    return cds_buf_end(ctx, &buf, &out->body);
}

cds_status srv_job_parameter(cds_ctx *ctx, const srv_job *job, const char *name, cds_text *out)
{
    const srv_request request = {.query = job->query};
    *out = (cds_text){0};
    (void)srv_request_query(ctx, &request, name, out);
    return ctx->error.status;
}
