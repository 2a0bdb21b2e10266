// SPDX-License-Identifier: Apache-2.0
// Constant memory: the input holds the head and one line; what is answered leaves before more
// is read.
#include "server/http/lines.h"

#include <string.h>

#include "server/http/connection.h"
#include "server/http/dialogue.h"
#include "server/http/exchanges.h"
#include "server/http/response.h"

void srv_exchange_lines(srv_exchange *exchange, srv_media media,
                        void (*on_line)(srv_exchange *exchange, cds_text line))
{
    srv_connection *connection = exchange->connection;
    CDS_PROMISE(connection->working && connection->phase == SRV_AT_HANDLER);
    CDS_PROMISE((exchange->route->flags & SRV_STREAMED_BODY) != 0);
    exchange->lines.on_line = on_line;
    exchange->lines.media = media;
    connection->phase = SRV_AT_LINES;
    if (exchange->request.minor == 0) {
        exchange->request.keep_alive = false; // its end is the end of the answer
    }
}

/** The head of the answer waits for the first line: a body broken before is still a 400. */
static bool begin_answer(srv_exchange *exchange)
{
    if (exchange->lines.begun) {
        return true;
    }
    exchange->lines.begun = true;
    return srv_response_write(exchange->connection,
                              &(srv_answer){.status = 200,
                                            .media = exchange->lines.media,
                                            .streamed = true,
                                            .closes = !exchange->request.keep_alive,
                                            .minor = exchange->request.minor,
                                            .headers = exchange->headers,
                                            .header_count = exchange->header_count});
}

/** A stream that cannot go on ends without its last chunk, which tells the client. */
static bool break_off(srv_connection *connection, srv_refusal refusal)
{
    if (connection->exchange->lines.begun) {
        srv_exchange_drop(connection);
        srv_connection_end(connection);
    } else {
        srv_dialogue_refuse(connection, refusal);
    }
    return false;
}

static bool finish(srv_exchange *exchange)
{
    srv_connection *connection = exchange->connection;
    bool closes = srv_exchange_closes(exchange);
    if (!begin_answer(exchange) || !srv_response_last(connection, exchange->request.minor)) {
        srv_connection_abort(connection);
        return false;
    }
    srv_exchange_count(exchange, 200);
    srv_exchange_end(exchange, closes);
    return true;
}

/** The line is [body.at .. end); `skipped` bytes of it came and went before. */
static bool deliver(srv_connection *connection, size_t end, size_t next)
{
    srv_exchange *exchange = connection->exchange;
    srv_body *body = &exchange->body;
    const char *data = connection->in.data + body->at;
    size_t length = end - body->at;
    size_t whole_length = exchange->lines.skipped + length;
    if (exchange->lines.skipped == 0 && length > 0 && data[length - 1] == '\r') {
        whole_length = --length;
    }
    exchange->lines.skipped = 0;
    body->at = exchange->lines.looked = next;
    if (whole_length == 0) {
        return true;
    }
    exchange->lines.pending = true;
    cds_arena_reset(exchange->ctx.mem);
    cds_error_clear(&exchange->ctx);
    bool fits = whole_length <= exchange->worker->limits->body_bytes;
    exchange->lines.on_line(exchange, (cds_text){fits ? data : NULL, whole_length});
    return true;
}

/** Moves the beginning of a line down to where the body began. */
static bool make_room(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    srv_body *body = &exchange->body;
    srv_block *in = &connection->in;
    size_t length = body->to - body->at;
    if (length > exchange->worker->limits->body_bytes) {
        exchange->lines.skipped += length;
        body->at = body->to;
        length = 0;
    }
    memmove(in->data + body->base, in->data + body->at, length);
    body->at = body->base;
    body->to = body->from = exchange->lines.looked = in->length = body->base + length;
    size_t used = in->length - connection->start;
    return in->length < in->capacity || srv_connection_reserve(connection, used * 2);
}

static bool wait_for_more(srv_connection *connection)
{
    if (connection->peer_ended) {
        return break_off(connection, (srv_refusal){400, "The body ended early."});
    }
    if (!make_room(connection)) {
        return break_off(connection, (srv_refusal){503, "There is no memory for this now."});
    }
    return false;
}

bool srv_lines_step(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    srv_body *body = &exchange->body;
    srv_refusal refusal;
    if (exchange->lines.pending) {
        return false;
    }
    if (srv_dialogue_take_body(connection, &refusal) == SRV_REFUSED) {
        return break_off(connection, refusal);
    }
    const char *data = connection->in.data;
    size_t looked = exchange->lines.looked;
    const char *end =
        looked == body->to ? NULL : memchr(data + looked, '\n', body->to - looked);
    if (end != NULL) {
        return deliver(connection, (size_t)(end - data), (size_t)(end - data) + 1);
    }
    if (!body->whole) {
        return wait_for_more(connection);
    }
    if (body->at < body->to || exchange->lines.skipped > 0) {
        return deliver(connection, body->to, body->to);
    }
    return finish(exchange);
}

void srv_exchange_line_done(srv_exchange *exchange, cds_text answer)
{
    srv_connection *connection = exchange->connection;
    CDS_PROMISE(exchange->lines.pending);
    exchange->lines.pending = false;
    if (connection->phase == SRV_AT_NOTHING) {
        srv_exchange_drop(connection);
        srv_connection_let_go(connection);
        return;
    }
    if (!begin_answer(exchange) ||
        !srv_response_line(connection, answer, exchange->request.minor)) {
        srv_connection_abort(connection);
        return;
    }
    srv_dialogue_go_on(connection);
}
