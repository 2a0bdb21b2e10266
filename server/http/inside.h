// SPDX-License-Identifier: Apache-2.0
// What the files of this folder share and nobody else sees: worker and connection.
#pragma once

#include <stdatomic.h>
#include <uv.h>

#include "server/http/block.h"
#include "server/http/chunked.h"
#include "server/http/guard.h"
#include "server/http/request.h"
#include "server/http/router.h"
#include "server/http/server.h"
#include "server/http/tls.h"
#include "server/http/under_way.h"

#define SRV_SCRATCH_BYTES ((size_t)16 << 10)

typedef enum srv_phase {
    SRV_AT_HEAD,
    SRV_AT_DOOR, // the app has it, to find out whether it may go on
    SRV_AT_BODY,
    SRV_AT_HANDLER, // the handler has it
    SRV_AT_LINES,
    SRV_AT_RESERVE, // no descriptor is left for it: it is told so when its handshake is over
    SRV_AT_END,     // nothing more is read as HTTP; the answer leaves, then the connection
    SRV_AT_NOTHING  // closed, or closing
} srv_phase;

typedef enum srv_waiting {
    SRV_WAITS_ANEW,
    SRV_WAITS_IDLE,
    SRV_WAITS_HEAD,
    SRV_WAITS_BODY,
    SRV_WAITS_HANDLER,
    SRV_WAITS_WRITE,
    SRV_WAITS_RESERVE,
    SRV_WAITS_LINGER
} srv_waiting;

struct srv_connection {
    uv_tcp_t tcp;
    uv_write_t write;
    srv_tls *tls; // NULL: what is read and written is plain
    srv_worker *worker;
    srv_connection *next, *before;
    srv_connection *next_unsent;
    srv_exchange *exchange; // NULL while there is none
    srv_block in;
    size_t start;      // in.data[start..in.length) is not yet answered
    srv_block out;     // being filled
    srv_block sending; // being written by libuv
    srv_guard guard;
    srv_phase phase;
    srv_waiting waiting;
    uint64_t deadline_ms; // on the loop's clock; 0: none
    uint64_t patience_ms; // what is left of the body's deadline
    size_t unsent;        // at the last look, of what libuv writes
    bool working;         // srv_connection_work is running
    bool reading;
    bool writing;
    bool is_unsent;  // in the worker's list
    bool peer_ended; // it sent FIN: no request will follow
    bool hung_up;    // we sent FIN
    bool is_closed;  // libuv has let go of the handle
};

typedef struct srv_post {
    void (*fn)(void *user);
    void *user;
} srv_post;

typedef struct srv_posts {
    srv_post *list;
    size_t count, capacity;
} srv_posts;

struct srv_worker {
    uv_loop_t loop;
    uv_tcp_t listener;
    uv_async_t wake;
    uv_timer_t timer;
    uv_prepare_t before_waiting;
    uv_thread_t thread;
    const srv_app *app;
    const srv_limits *limits;
    void *slot;
    cds_arena *mem; // for one problem at a time
    srv_connection *connections;
    srv_connection *unsent; // with something to send before the loop waits
    srv_exchange *free_exchanges;
    size_t free_exchange_count;
    srv_line *free_lines;
    size_t free_line_count;
    size_t line_count, line_bytes; // under way, of all exchanges
    srv_blocks blocks;
    uv_mutex_t lock; // of the next two
    srv_posts posts;
    bool closed;
    srv_posts running;
    time_t date_s;
    char date[32];
    int fd;               // of the listening socket
    int fd_limit;         // a connection with a number from here on is turned away
    size_t arrivals;      // let in during this turn of the loop
    bool has_knocked;     // one waits to be let in
    size_t reserve_count; // connections at SRV_AT_RESERVE
    size_t reserve_most;
    uv_sem_t opened;
    bool failed, draining, is_cut;
    uint64_t drain_until_ms;
    _Atomic uint64_t open, total, in_flight, busy, malformed;
    char scratch[SRV_SCRATCH_BYTES]; // where bytes nobody wants are read to
};
