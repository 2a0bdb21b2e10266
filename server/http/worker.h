// SPDX-License-Identifier: Apache-2.0
// A thread with a loop, a listener and the connections it accepted; they never leave it.
#pragma once

#include "server/http/inside.h"
#include "server/http/problem.h"

/** `fd` is a listening socket, which the worker closes; `share` the part of the spare
 * descriptors that is this worker's, of all workers. NULL: no memory. */
srv_worker *srv_worker_new(const srv_app *app, const srv_limits *limits, int fd, size_t share);
void srv_worker_free(srv_worker *worker);

/** Starts the thread; waits until the app's slot is open. False: it could not be. */
bool srv_worker_start(srv_worker *worker);

/** Stops accepting, finishes what is in flight, ends the thread. Thread: any. */
void srv_worker_drain(srv_worker *worker);

/** Waits for the thread's end. False: a handler still holds an exchange, so the worker must
 *  not be freed. */
bool srv_worker_join(srv_worker *worker);

void srv_worker_remember(srv_worker *worker, srv_connection *connection);
void srv_worker_forget(srv_worker *worker, srv_connection *connection);

/** An error in the form the app gives it. */
srv_media srv_worker_write_problem(const srv_worker *worker, cds_buf *buf,
                                   const srv_problem *problem);

/** The same as a text. Lives: until the worker's next problem. */
cds_text srv_worker_problem(srv_worker *worker, const srv_problem *problem, srv_media *media);

static inline void srv_count(_Atomic uint64_t *counter, int step)
{
    atomic_fetch_add_explicit(counter, (uint64_t)(int64_t)step, memory_order_relaxed);
}

static inline uint64_t srv_counted(_Atomic uint64_t *counter)
{
    return atomic_load_explicit(counter, memory_order_relaxed);
}
