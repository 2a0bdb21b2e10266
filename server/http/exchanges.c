// SPDX-License-Identifier: Apache-2.0
// The pool of exchanges, and how one begins and ends.
#include "server/http/exchanges.h"

#include <stdlib.h>

#include "engine/base/poison.h"
#include "server/http/connection.h"
#include "server/http/dialogue.h"
#include "server/http/worker.h"

#define FIRST_BLOCK_BYTES ((size_t)64 << 10) // a usual request; untouched pages cost nothing

const char srv_too_many[] = "Too many requests are under way.";

static srv_exchange *exchange_new(const srv_limits *limits)
{
    srv_exchange *exchange = calloc(1, sizeof *exchange);
    if (exchange == NULL) {
        return NULL;
    }
    exchange->usual = cds_arena_new_with(limits->arena_bytes, FIRST_BLOCK_BYTES);
    if (exchange->usual == NULL) {
        free(exchange);
        return NULL;
    }
    return exchange;
}

static void exchange_free(srv_exchange *exchange)
{
    cds_arena_free(exchange->usual);
    free(exchange);
}

void srv_exchanges_release(srv_worker *worker)
{
    while (worker->free_exchanges != NULL) {
        srv_exchange *exchange = worker->free_exchanges;
        CDS_UNPOISON(exchange, sizeof *exchange);
        worker->free_exchanges = exchange->next;
        exchange_free(exchange);
    }
}

static srv_exchange *take_free(srv_worker *worker)
{
    srv_exchange *exchange = worker->free_exchanges;
    if (exchange == NULL) {
        return exchange_new(worker->limits);
    }
    CDS_UNPOISON(exchange, sizeof *exchange);
    worker->free_exchanges = exchange->next;
    worker->free_exchange_count--;
    return exchange;
}

static bool is_full(srv_worker *worker)
{
    return srv_counted(&worker->in_flight) >= worker->limits->in_flight;
}

bool srv_exchange_enter(srv_exchange *exchange)
{
    if (exchange->entered) {
        return true;
    }
    if (is_full(exchange->worker)) {
        return false;
    }
    exchange->entered = true;
    srv_count(&exchange->worker->in_flight, 1);
    return true;
}

srv_exchange *srv_exchange_take(srv_connection *connection)
{
    srv_worker *worker = connection->worker;
    srv_exchange *exchange = is_full(worker) ? NULL : take_free(worker);
    if (exchange == NULL) {
        return NULL;
    }
    exchange->connection = connection;
    exchange->worker = worker;
    exchange->entered = false;
    exchange->route = NULL;
    exchange->ctx.mem = exchange->usual;
    cds_error_clear(&exchange->ctx);
    exchange->request.path = (cds_text){0};
    exchange->refusal = (srv_refusal){0};
    exchange->body = (srv_body){0};
    exchange->lines = (srv_lines){0};
    exchange->caller = (srv_caller){0};
    exchange->header_count = 0;
    exchange->started_ns = uv_hrtime();
    connection->exchange = exchange;
    return exchange;
}

static void give_back(srv_worker *worker, srv_exchange *exchange)
{
    if (exchange->entered) {
        srv_count(&worker->in_flight, -1);
    }
    cds_arena_free(exchange->large);
    exchange->large = NULL;
    cds_arena_reset(exchange->usual);
    if (worker->free_exchange_count == SRV_EXCHANGES_KEPT) {
        exchange_free(exchange);
        return;
    }
    exchange->next = worker->free_exchanges;
    worker->free_exchanges = exchange;
    worker->free_exchange_count++;
    CDS_POISON(exchange, sizeof *exchange);
}

void srv_exchange_drop(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    connection->exchange = NULL;
    give_back(connection->worker, exchange);
}

bool srv_exchange_enlarge(srv_exchange *exchange)
{
    exchange->large = cds_arena_new(exchange->worker->limits->large_arena_bytes);
    if (exchange->large == NULL) {
        return false;
    }
    exchange->ctx.mem = exchange->large;
    return true;
}

bool srv_exchange_closes(const srv_exchange *exchange)
{
    return !exchange->request.keep_alive || exchange->worker->draining || !exchange->body.whole;
}

void srv_exchange_count(const srv_exchange *exchange, int status)
{
    const srv_app *app = exchange->worker->app;
    if (app->answered != NULL) {
        uint64_t microseconds = (uv_hrtime() - exchange->started_ns) / 1000;
        app->answered(app->state, exchange->route, status, microseconds);
    }
}

void srv_exchange_end(srv_exchange *exchange, bool closes)
{
    srv_connection *connection = exchange->connection;
    connection->start = exchange->body.from;
    srv_exchange_drop(connection);
    if (connection->phase == SRV_AT_NOTHING) {
        srv_connection_let_go(connection);
        return;
    }
    connection->phase = SRV_AT_HEAD;
    connection->waiting = SRV_WAITS_ANEW;
    srv_guard_begin(&connection->guard);
    if (closes) {
        srv_connection_end(connection);
    }
    srv_dialogue_go_on(connection);
}
