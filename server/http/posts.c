// SPDX-License-Identifier: Apache-2.0
// Two lists: one is filled under the lock while the other is run without it.
#include "server/http/posts.h"

#include <stdlib.h>

static void add(srv_posts *posts, srv_post post)
{
    if (posts->count == posts->capacity) {
        size_t capacity = posts->capacity == 0 ? 64 : posts->capacity * 2;
        srv_post *list = realloc(posts->list, capacity * sizeof *list);
        CDS_PROMISE(list != NULL);
        posts->list = list;
        posts->capacity = capacity;
    }
    posts->list[posts->count++] = post;
}

void srv_worker_post(srv_worker *worker, void (*fn)(void *user), void *user)
{
    uv_mutex_lock(&worker->lock);
    if (!worker->closed) {
        add(&worker->posts, (srv_post){fn, user});
        if (worker->posts.count == 1) {
            (void)uv_async_send(&worker->wake);
        }
    }
    uv_mutex_unlock(&worker->lock);
}

void srv_posts_run(uv_async_t *wake)
{
    srv_worker *worker = wake->data;
    srv_posts empty = worker->running;
    uv_mutex_lock(&worker->lock);
    worker->running = worker->posts;
    worker->posts = empty;
    uv_mutex_unlock(&worker->lock);
    for (size_t i = 0; i < worker->running.count; i++) {
        worker->running.list[i].fn(worker->running.list[i].user);
    }
    worker->running.count = 0;
}

void srv_posts_close(srv_worker *worker)
{
    uv_mutex_lock(&worker->lock);
    worker->closed = true;
    uv_mutex_unlock(&worker->lock);
}

void srv_posts_release(srv_worker *worker)
{
    free(worker->posts.list);
    free(worker->running.list);
}
