// SPDX-License-Identifier: Apache-2.0
// The HTTP service: workers with a loop each share one port (SO_REUSEPORT). Signals and
// draining are handled here; what is answered is the app's.
#pragma once

#include "server/http/exchange.h"
#include "server/http/guard.h"
#include "server/http/problem.h"

/** What the app brings. All of it must live until srv_server_run returns. */
typedef struct srv_app {
    const srv_route *routes;
    size_t route_count;
    void *state;                // srv_worker_app
    struct srv_tls_server *tls; // NULL: plain HTTP
    /** Called on each worker's thread before its first and after its last request. A NULL from
     *  open_worker stops the start. */
    void *(*open_worker)(void *state, srv_worker *worker);
    void (*close_worker)(void *state, void *slot);
    /** Called for each request whose head has been read, before it is known whether there is a
     *  route for it; may add headers, which then go with whatever is answered. Status 0: it may
     *  go on; else as `admit`. NULL: all may. */
    srv_refusal (*greet)(void *state, srv_exchange *exchange);
    /** May this request go on to its route? Called once, before its body is read, on the
     *  worker's thread; fills in the exchange's caller. Status 0: it may; SRV_LATER:
     * srv_exchange_admit will say; else what is answered, its detail in the request's memory or
     * for ever. NULL: all may. */
    srv_refusal (*admit)(void *state, srv_exchange *exchange, const srv_route *route);
    /** Writes an error in the form it takes at `problem->instance` (data NULL: the path is not
     *  known), and says its media type. NULL: all are problem documents. */
    srv_media (*write_problem)(cds_buf *buf, const srv_problem *problem);
    void (*reload)(void *state);                            // SIGHUP; on the main thread
    void (*bound)(void *state, const char *host, int port); // before the workers start, or NULL
    void (*ready)(void *state, const char *host, int port); // listening; on the main thread
    void (*tick)(void *state); // once a second on the main thread, or NULL
    /** Counts an answer: on the worker's thread, when it is handed to the socket. The route is
     *  NULL where none fitted. May be NULL. */
    void (*answered)(void *state, const srv_route *route, int status, uint64_t microseconds);
} srv_app;

typedef struct srv_listen {
    const char *host; // an address, not a name
    int port;         // 0: the system picks one
    int workers;
    srv_limits limits;
} srv_listen;

/** Serves until SIGTERM or SIGINT, drains, returns. Fails: CDS_FAILED with the reason (the
 *  address is taken, say). Thread: the main one. */
cds_status srv_server_run(cds_ctx *ctx, const srv_app *app, const srv_listen *listen);

/** For an exchange the app's `admit` answered SRV_LATER for: goes on with it, or refuses it.
 *  Once, never before `admit` has returned. Thread: the worker's. */
void srv_exchange_admit(srv_exchange *exchange, srv_refusal refusal);

/** Runs `fn(user)` on the worker's thread soon, in the order posted. Thread: any. Once. */
void srv_worker_post(srv_worker *worker, void (*fn)(void *user), void *user);

/** Runs the app's tick on the main thread soon, once for calls that come close together;
 * without a running server nothing. Thread: any. */
void srv_server_tick_soon(void);

typedef struct srv_http_counts {
    uint64_t connections_open, connections_total, requests_in_flight, refused_busy,
        refused_malformed;
} srv_http_counts;

/** Sums over the workers. Thread: any, while srv_server_run runs. */
srv_http_counts srv_server_counts(void);
