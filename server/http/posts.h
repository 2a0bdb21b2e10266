// SPDX-License-Identifier: Apache-2.0
// What other threads ask a worker to do, in the order they asked (srv_worker_post).
#pragma once

#include "server/http/inside.h"

/** On the worker's thread, by its loop. */
void srv_posts_run(uv_async_t *wake);

/** From now on a post is dropped: nobody will run it. */
void srv_posts_close(srv_worker *worker);
void srv_posts_release(srv_worker *worker);
