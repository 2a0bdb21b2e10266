// SPDX-License-Identifier: Apache-2.0
// One deadline a connection; a worker's timer looks at all of them in turn.
#include "server/http/waiting.h"

#include "server/http/connection.h"
#include "server/http/dialogue.h"

#define LINGER_MS 2000
#define RESERVE_MS 1000 // for a handshake that is to end with a refusal
#define LINGER_DRAINING_MS 500

/** A part of a head has come, sealed or not. */
static bool has_begun(const srv_connection *connection)
{
    return connection->start < connection->in.length ||
           (connection->tls != NULL && srv_tls_is_amid(connection->tls));
}

static srv_waiting waits_for(const srv_connection *connection)
{
    if (connection->phase == SRV_AT_RESERVE) {
        return SRV_WAITS_RESERVE;
    }
    if (connection->writing) {
        return SRV_WAITS_WRITE;
    }
    switch (connection->phase) {
    case SRV_AT_HEAD:
        return has_begun(connection) ? SRV_WAITS_HEAD : SRV_WAITS_IDLE;
    case SRV_AT_BODY:
        return SRV_WAITS_BODY;
    case SRV_AT_LINES:
        return connection->exchange->lines.count > 0 ? SRV_WAITS_HANDLER : SRV_WAITS_BODY;
    case SRV_AT_DOOR:
    case SRV_AT_HANDLER:
        return SRV_WAITS_HANDLER;
    case SRV_AT_RESERVE:
    case SRV_AT_END:
    case SRV_AT_NOTHING:
        break;
    }
    return SRV_WAITS_LINGER;
}

static uint64_t patience_for(const srv_connection *connection, srv_waiting waiting)
{
    const srv_limits *limits = connection->worker->limits;
    switch (waiting) {
    case SRV_WAITS_IDLE:
    case SRV_WAITS_WRITE:
        return limits->idle_ms;
    case SRV_WAITS_HEAD:
        return limits->header_ms;
    case SRV_WAITS_BODY:
        return connection->patience_ms;
    case SRV_WAITS_RESERVE:
        return RESERVE_MS;
    case SRV_WAITS_LINGER:
        return connection->worker->draining ? LINGER_DRAINING_MS : LINGER_MS;
    case SRV_WAITS_ANEW:
    case SRV_WAITS_HANDLER:
        break;
    }
    return 0;
}

void srv_waiting_begin(srv_connection *connection)
{
    connection->patience_ms = connection->worker->limits->body_grace_ms;
    connection->waiting = SRV_WAITS_ANEW;
}

void srv_waiting_update(srv_connection *connection)
{
    uint64_t now = uv_now(&connection->worker->loop);
    srv_waiting waiting = waits_for(connection);
    if (waiting == connection->waiting) {
        return;
    }
    if (connection->waiting == SRV_WAITS_BODY) {
        uint64_t left = connection->deadline_ms > now ? connection->deadline_ms - now : 0;
        connection->patience_ms = left;
    }
    connection->waiting = waiting;
    connection->deadline_ms =
        waiting == SRV_WAITS_HANDLER ? 0 : now + patience_for(connection, waiting);
}

void srv_waiting_credit(srv_connection *connection, size_t bytes)
{
    const srv_limits *limits = connection->worker->limits;
    uint64_t most = uv_now(&connection->worker->loop) + limits->body_grace_ms;
    if (connection->waiting != SRV_WAITS_BODY) {
        return;
    }
    uint64_t earned = connection->deadline_ms + bytes * 1000 / limits->body_rate_bytes;
    connection->deadline_ms = earned < most ? earned : most;
}

/** A slow reader that reads is let be. */
static bool makes_progress(srv_connection *connection)
{
    size_t unsent = uv_stream_get_write_queue_size((uv_stream_t *)&connection->tcp);
    bool is_less = unsent < connection->unsent;
    connection->unsent = unsent;
    return is_less;
}

void srv_connection_tick(srv_connection *connection, uint64_t now_ms)
{
    if (connection->waiting == SRV_WAITS_WRITE && makes_progress(connection)) {
        connection->deadline_ms = now_ms + connection->worker->limits->idle_ms;
    }
    if (connection->deadline_ms == 0 || now_ms < connection->deadline_ms ||
        connection->phase == SRV_AT_NOTHING) {
        return;
    }
    switch (connection->waiting) {
    case SRV_WAITS_IDLE:
        srv_connection_end(connection);
        srv_connection_settle(connection);
        return;
    case SRV_WAITS_HEAD:
    case SRV_WAITS_BODY:
        srv_dialogue_time_out(connection);
        return;
    default:
        srv_connection_abort(connection);
    }
}
