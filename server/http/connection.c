// SPDX-License-Identifier: Apache-2.0
// Reads while there is room, writes once a batch, and ends with a half close: an answer sent
// on a socket with unread bytes would be lost by a reset.
#include "server/http/connection.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "server/http/arrival.h"
#include "server/http/dialogue.h"
#include "server/http/exchanges.h"
#include "server/http/head.h"
#include "server/http/lines.h"
#include "server/http/sealing.h"
#include "server/http/waiting.h"
#include "server/http/worker.h"

#define MUCH_BYTES ((size_t)32 << 10)

static uv_stream_t *stream_of(srv_connection *connection)
{
    return (uv_stream_t *)&connection->tcp;
}

static bool has_room(const srv_connection *connection)
{
    const srv_block *in = &connection->in;
    return connection->phase == SRV_AT_END || in->length < in->capacity || in->data == NULL ||
           (connection->exchange == NULL && connection->start > 0);
}

/** No room: on_read is told so, and reading stops. */
static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    srv_connection *connection = handle->data;
    (void)suggested;
    if (connection->phase >= SRV_AT_END || (connection->tls != NULL && has_room(connection))) {
        *out = uv_buf_init(connection->worker->scratch, SRV_SCRATCH_BYTES);
        return;
    }
    srv_connection_make_room(connection);
    srv_block *in = &connection->in;
    *out = uv_buf_init(in->data == NULL ? NULL : in->data + in->length,
                       (unsigned)(in->capacity - in->length));
}

static void stop_reading(srv_connection *connection)
{
    (void)uv_read_stop(stream_of(connection));
    connection->reading = false;
}

static void on_end_of_input(srv_connection *connection)
{
    connection->peer_ended = true;
    stop_reading(connection);
    if (connection->hung_up) {
        srv_connection_abort(connection);
    } else {
        srv_dialogue_go_on(connection);
    }
}

/** Plain bytes of what was taken, as far as there is room; the rest when there is again. */
static void unseal(srv_connection *connection)
{
    switch (srv_sealing_open(connection)) {
    case SRV_TLS_ENDED:
        on_end_of_input(connection);
        break;
    case SRV_TLS_BROKEN:
        srv_connection_flush(connection); // the alert that says why
        srv_connection_abort(connection);
        break;
    default:
        srv_dialogue_go_on(connection);
    }
}

static void take_sealed(srv_connection *connection, const char *bytes, size_t count)
{
    if (srv_tls_take(connection->tls, bytes, count)) {
        unseal(connection);
    } else {
        srv_connection_abort(connection);
    }
}

static void on_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buf)
{
    srv_connection *connection = stream->data;
    if (connection->phase == SRV_AT_NOTHING) {
        return;
    }
    if (count == UV_EOF) {
        on_end_of_input(connection);
    } else if (count == UV_ENOBUFS) {
        stop_reading(connection);
    } else if (count < 0) {
        srv_connection_abort(connection);
    } else if (connection->phase == SRV_AT_END) {
        return;
    } else if (connection->tls != NULL) {
        srv_waiting_credit(connection, (size_t)count);
        take_sealed(connection, buf->base, (size_t)count);
    } else {
        connection->in.length += (size_t)count;
        srv_waiting_credit(connection, (size_t)count);
        srv_dialogue_go_on(connection);
    }
}

static void on_written(uv_write_t *write, int status)
{
    srv_connection *connection = write->data;
    connection->writing = false;
    srv_block_give_back(&connection->worker->blocks, &connection->sending);
    if (connection->phase == SRV_AT_NOTHING) {
        srv_connection_let_go(connection);
    } else if (status < 0) {
        srv_connection_abort(connection);
    } else {
        srv_dialogue_go_on(connection);
    }
}

static void write_rest(srv_connection *connection, size_t sent)
{
    connection->sending = connection->out;
    connection->out = (srv_block){0};
    connection->unsent = connection->sending.length - sent;
    connection->write.data = connection;
    uv_buf_t rest = uv_buf_init(connection->sending.data + sent, (unsigned)connection->unsent);
    connection->writing = true;
    if (uv_write(&connection->write, stream_of(connection), &rest, 1, on_written) < 0) {
        connection->writing = false;
        srv_connection_abort(connection);
    }
}

void srv_connection_flush(srv_connection *connection)
{
    srv_block *out = &connection->out;
    if (connection->writing || connection->phase == SRV_AT_NOTHING) {
        return;
    }
    if (connection->tls != NULL && !srv_sealing_close(connection)) {
        srv_connection_abort(connection);
        return;
    }
    if (out->length == 0) {
        return;
    }
    uv_buf_t all = uv_buf_init(out->data, (unsigned)out->length);
    int sent = uv_try_write(stream_of(connection), &all, 1);
    if (sent < 0 && sent != UV_EAGAIN) {
        srv_connection_abort(connection);
    } else if (sent == (int)out->length) {
        out->length = 0;
    } else {
        write_rest(connection, sent < 0 ? 0 : (size_t)sent);
    }
}

void srv_connection_relieve(srv_connection *connection)
{
    const srv_block *out = &connection->out;
    const size_t much = out->kind == SRV_WIDE ? SRV_WIDE_BYTES - MUCH_BYTES : MUCH_BYTES;
    if (out->length >= much) {
        srv_connection_flush(connection);
    }
}

static void give_back_buffers(srv_connection *connection)
{
    srv_blocks *blocks = &connection->worker->blocks;
    srv_block *in = &connection->in;
    if (connection->out.data != NULL && connection->out.length == 0) {
        srv_block_give_back(blocks, &connection->out);
    }
    if (in->data != NULL && connection->exchange == NULL && connection->start == in->length) {
        srv_block_give_back(blocks, in);
        connection->start = 0;
    }
}

static void hang_up(srv_connection *connection)
{
    uv_os_fd_t fd;
    if (connection->phase != SRV_AT_END || connection->hung_up || connection->writing) {
        return;
    }
    if (connection->tls != NULL) {
        srv_tls_say_end(connection->tls);
        srv_connection_flush(connection);
        if (connection->writing || connection->phase == SRV_AT_NOTHING) {
            return;
        }
    }
    connection->hung_up = true;
    if (connection->peer_ended || uv_fileno((uv_handle_t *)&connection->tcp, &fd) != 0 ||
        shutdown(fd, SHUT_WR) != 0) {
        srv_connection_abort(connection);
    }
}

/** All that a turn of the loop answered is sent at its end: a client that reads many answers is
 *  woken once. */
static bool can_wait(const srv_connection *connection)
{
    return connection->tls == NULL && connection->phase != SRV_AT_NOTHING &&
           !connection->writing && connection->out.length > 0;
}

static void settle_now(srv_connection *connection)
{
    srv_connection_flush(connection);
    give_back_buffers(connection);
    hang_up(connection);
    if (connection->phase == SRV_AT_NOTHING) {
        srv_connection_let_go(connection);
        return;
    }
    if (connection->tls != NULL && connection->phase < SRV_AT_END && !connection->peer_ended &&
        !srv_tls_is_dry(connection->tls) && has_room(connection)) {
        unseal(connection);
        return;
    }
    if (!connection->reading && !connection->peer_ended && has_room(connection)) {
        connection->reading = uv_read_start(stream_of(connection), on_alloc, on_read) == 0;
    }
    srv_waiting_update(connection);
}

void srv_connection_settle(srv_connection *connection)
{
    srv_worker *worker = connection->worker;
    if (connection->is_unsent) {
        return;
    }
    if (!can_wait(connection)) {
        settle_now(connection);
        return;
    }
    connection->is_unsent = true;
    connection->next_unsent = worker->unsent;
    worker->unsent = connection;
}

void srv_connections_send(srv_worker *worker)
{
    while (worker->unsent != NULL) {
        srv_connection *connection = worker->unsent;
        worker->unsent = connection->next_unsent;
        connection->is_unsent = false;
        settle_now(connection);
    }
}

void srv_connection_end(srv_connection *connection)
{
    srv_arrival_leave(connection);
    connection->phase = SRV_AT_END;
    connection->start = connection->in.length;
    connection->waiting = SRV_WAITS_ANEW;
}

static void on_closed(uv_handle_t *handle)
{
    srv_connection *connection = handle->data;
    connection->is_closed = true;
    srv_connection_let_go(connection);
}

void srv_connection_abort(srv_connection *connection)
{
    if (connection->phase == SRV_AT_NOTHING) {
        return;
    }
    bool is_held =
        connection->phase == SRV_AT_HANDLER || connection->phase == SRV_AT_DOOR ||
        (connection->phase == SRV_AT_LINES && !srv_lines_leave(connection->exchange));
    srv_arrival_leave(connection);
    connection->phase = SRV_AT_NOTHING;
    if (connection->exchange != NULL && !is_held) {
        srv_exchange_drop(connection);
    }
    uv_close((uv_handle_t *)&connection->tcp, on_closed);
}

void srv_connection_let_go(srv_connection *connection)
{
    srv_worker *worker = connection->worker;
    if (!connection->is_closed || connection->exchange != NULL || connection->writing ||
        connection->is_unsent) {
        return;
    }
    srv_block_give_back(&worker->blocks, &connection->in);
    srv_block_give_back(&worker->blocks, &connection->out);
    srv_worker_forget(worker, connection);
    srv_tls_end(connection->tls);
    free(connection);
}

/** Also tells the request, what its path was matched with, and its body where they are now. */
static void take_place(srv_connection *connection, char *to)
{
    srv_exchange *exchange = connection->exchange;
    const size_t start = connection->start;
    if (exchange != NULL) {
        const char *from = connection->in.data + start;
        srv_request_move(&exchange->request, from, to);
        for (size_t i = 0; i < SRV_SEGMENTS_MAX; i++) {
            srv_text_move(&exchange->match.segments[i], from, to);
        }
        exchange->body.base -= start;
        exchange->body.at -= start;
        exchange->body.to -= start;
        exchange->body.from -= start;
        exchange->lines.looked -= start;
    }
    connection->start = 0;
}

void srv_connection_make_room(srv_connection *connection)
{
    srv_block *in = &connection->in;
    if (in->data == NULL) {
        (void)srv_block_reserve(&connection->worker->blocks, in, 1);
        return;
    }
    if (connection->exchange == NULL && connection->start > 0) {
        in->length -= connection->start;
        memmove(in->data, in->data + connection->start, in->length);
        connection->start = 0;
    }
}

bool srv_connection_reserve(srv_connection *connection, size_t bytes)
{
    srv_block *in = &connection->in;
    srv_block larger = {0};
    const char *from = in->data + connection->start;
    size_t length = in->length - connection->start;
    if (in->capacity - connection->start >= bytes) {
        return true;
    }
    if (in->capacity >= bytes) {
        memmove(in->data, from, length);
        take_place(connection, in->data);
        in->length = length;
        return true;
    }
    if (!srv_block_reserve(&connection->worker->blocks, &larger, bytes)) {
        return false;
    }
    memcpy(larger.data, from, length);
    larger.length = length;
    take_place(connection, larger.data);
    srv_block_give_back(&connection->worker->blocks, in);
    *in = larger;
    return true;
}
