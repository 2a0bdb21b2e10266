// SPDX-License-Identifier: Apache-2.0
// Of the spare descriptors a quarter is for those who were told and linger, a quarter for
// handshakes in order to be told, a quarter for who waits to come in; the last is for files.
#include "server/http/arrival.h"

#include <stdlib.h>

#include "server/http/connection.h"
#include "server/http/response.h"
#include "server/http/worker.h"

#define A_TURN 16

static const char no_descriptor[] = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n"
                                    "Content-Length: 0\r\nConnection: close\r\n\r\n";

/** Nobody else is let in while all handshakes there may be are under way: none is cut short
 *  for another. */
static bool has_place(const srv_worker *worker)
{
    return worker->arrivals < A_TURN && worker->reserve_count < worker->reserve_most;
}

static void tell(srv_connection *connection)
{
    uv_os_fd_t fd = 0;
    const srv_worker *worker = connection->worker;
    const int lingering = (int)worker->limits->spare_descriptors / 4;
    const bool is_said = srv_response_append(connection, cds_text_of(no_descriptor));
    srv_connection_end(connection);
    if (!is_said || uv_fileno((uv_handle_t *)&connection->tcp, &fd) != 0 ||
        fd >= worker->fd_limit + lingering) {
        srv_connection_flush(connection);
        srv_connection_abort(connection);
    }
}

void srv_arrival_tell(srv_connection *connection)
{
    if (srv_tls_is_agreed(connection->tls)) {
        tell(connection);
    } else if (connection->peer_ended) {
        srv_connection_end(connection);
    }
}

void srv_arrival_leave(srv_connection *connection)
{
    if (connection->phase == SRV_AT_RESERVE) {
        connection->worker->reserve_count--;
    }
}

static void turn_away(srv_connection *connection)
{
    srv_worker *worker = connection->worker;
    srv_count(&worker->busy, 1);
    if (connection->tls == NULL) {
        tell(connection);
    } else {
        connection->phase = SRV_AT_RESERVE;
        worker->reserve_count++;
    }
}

static srv_connection *connection_new(srv_worker *worker)
{
    srv_connection *connection = calloc(1, sizeof *connection);
    CDS_PROMISE(connection != NULL);
    connection->worker = worker;
    CDS_PROMISE(uv_tcp_init(&worker->loop, &connection->tcp) == 0);
    connection->tcp.data = connection;
    connection->tls = worker->app->tls == NULL ? NULL : srv_tls_begin(worker->app->tls);
    srv_guard_begin(&connection->guard);
    srv_worker_remember(worker, connection);
    return connection;
}

static void let_in(srv_worker *worker)
{
    uv_os_fd_t fd = 0;
    srv_connection *connection = connection_new(worker);
    const bool has_tls = worker->app->tls == NULL || connection->tls != NULL;
    worker->arrivals++;
    if (uv_accept((uv_stream_t *)&worker->listener, (uv_stream_t *)&connection->tcp) != 0 ||
        !has_tls || uv_fileno((uv_handle_t *)&connection->tcp, &fd) != 0) {
        srv_connection_abort(connection);
        return;
    }
    if (fd >= worker->fd_limit) {
        turn_away(connection);
    }
    srv_connection_settle(connection);
}

void srv_arrival_knock(srv_worker *worker)
{
    worker->has_knocked = !has_place(worker);
    if (!worker->has_knocked) {
        let_in(worker);
    }
}

void srv_arrival_turn(srv_worker *worker)
{
    worker->arrivals = 0;
    if (worker->has_knocked && !worker->draining) {
        srv_arrival_knock(worker);
    }
}
