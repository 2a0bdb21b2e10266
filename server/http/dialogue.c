// SPDX-License-Identifier: Apache-2.0
// A request is guarded, read, routed, given its body, handled. What is broken is answered once
// and ends the connection: its bytes are never read a second time.
#include "server/http/dialogue.h"

#include "server/http/arrival.h"
#include "server/http/connection.h"
#include "server/http/exchanges.h"
#include "server/http/head.h"
#include "server/http/lines.h"
#include "server/http/problem.h"
#include "server/http/response.h"
#include "server/http/routing.h"
#include "server/http/waiting.h"
#include "server/http/worker.h"

static const cds_text continue_line = {"HTTP/1.1 100 Continue\r\n\r\n", 25};

/** With the headers its exchange has by now, if there is one. */
static bool write_refusal(srv_connection *connection, srv_refusal refusal)
{
    static const srv_answer_header later = {"Retry-After", {"1", 1}};
    srv_exchange *exchange = connection->exchange;
    srv_problem problem = {.status = refusal.status, .detail = refusal.detail, .offset = -1};
    srv_answer answer = {.status = refusal.status,
                         .closes = true,
                         .minor = 1,
                         .headers = &later,
                         .header_count = refusal.status == 503 ? 1 : 0};
    if (exchange != NULL) {
        problem.instance = exchange->request.path;
        if (refusal.status == 503) {
            srv_exchange_header(exchange, later.name, later.value);
        }
        answer.headers = exchange->headers;
        answer.header_count = exchange->header_count;
    }
    answer.body[0] = srv_worker_problem(connection->worker, &problem, &answer.media);
    return srv_response_write(connection, &answer);
}

void srv_dialogue_refuse(srv_connection *connection, srv_refusal refusal)
{
    srv_worker *worker = connection->worker;
    const srv_app *app = worker->app;
    bool written = write_refusal(connection, refusal);
    if (connection->exchange != NULL) {
        srv_exchange_drop(connection);
    }
    srv_count(refusal.status == 503 ? &worker->busy : &worker->malformed, 1);
    srv_connection_end(connection);
    if (!written) {
        srv_connection_abort(connection);
    }
    if (app->answered != NULL) {
        app->answered(app->state, NULL, refusal.status, 0);
    }
}

void srv_dialogue_time_out(srv_connection *connection)
{
    if (connection->phase == SRV_AT_LINES && connection->exchange->lines.begun) {
        srv_exchange_drop(connection);
        srv_connection_end(connection);
    } else {
        srv_dialogue_refuse(connection, (srv_refusal){408, "The request came too slowly."});
    }
    srv_connection_settle(connection);
}

srv_progress srv_dialogue_take_body(srv_connection *connection, srv_refusal *out)
{
    srv_block *in = &connection->in;
    srv_body *body = &connection->exchange->body;
    if (body->whole) {
        return SRV_WHOLE;
    }
    if (!connection->exchange->request.chunked) {
        size_t length = in->length - body->from;
        length = length < body->left ? length : (size_t)body->left;
        body->from += length;
        body->to = body->from;
        body->left -= length;
        body->whole = body->left == 0;
        return body->whole ? SRV_WHOLE : SRV_MORE;
    }
    srv_body_span span = {in->data, body->to, body->from, in->length};
    srv_progress progress = srv_chunked_read(&body->chunked, &span, out);
    body->to = span.to;
    body->from = span.from;
    body->whole = progress == SRV_WHOLE;
    if (progress == SRV_MORE) {
        body->from = body->to; // all was taken: what comes next comes right after
        in->length = body->to;
    }
    return progress;
}

static bool refuse_and_stop(srv_connection *connection, int status, const char *detail)
{
    srv_dialogue_refuse(connection, (srv_refusal){status, detail});
    return false;
}

/** A stream is worked on from its first line. */
static bool is_admitted(srv_exchange *exchange)
{
    return exchange->refusal.status != 0 || (exchange->route->flags & SRV_STREAMED_BODY) != 0 ||
           srv_exchange_enter(exchange);
}

/** The handler has it, or the refusal is answered; either way once. */
static bool dispatch(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    if (!is_admitted(exchange)) {
        return refuse_and_stop(connection, 503, srv_too_many);
    }
    connection->phase = SRV_AT_HANDLER;
    if (exchange->refusal.status != 0) {
        srv_routing_refuse(exchange);
    } else {
        exchange->route->handler(exchange);
    }
    return true;
}

static bool wait_for_body(srv_connection *connection)
{
    const srv_block *in = &connection->in;
    size_t length = in->length - connection->start;
    if (connection->peer_ended) {
        return refuse_and_stop(connection, 400, "The body ended early.");
    }
    if (in->length == in->capacity && !srv_connection_reserve(connection, length * 2)) {
        return refuse_and_stop(connection, 503, "There is no memory for this request now.");
    }
    return false;
}

static bool step_body(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    srv_body *body = &exchange->body;
    srv_refusal refusal;
    if (srv_dialogue_take_body(connection, &refusal) == SRV_REFUSED) {
        return refuse_and_stop(connection, refusal.status, refusal.detail);
    }
    if (body->to - body->at > body->limit) {
        return refuse_and_stop(connection, 413, "The body is too large.");
    }
    if (!body->whole) {
        return wait_for_body(connection);
    }
    exchange->request.body = (cds_text){connection->in.data + body->at, body->to - body->at};
    return dispatch(connection);
}

/** What a request still has to send if it waits for our word first. */
static void say_continue(srv_connection *connection)
{
    const srv_exchange *exchange = connection->exchange;
    bool has_come = connection->in.length > exchange->body.from;
    if (exchange->request.expects_continue && !exchange->body.whole && !has_come) {
        (void)srv_response_append(connection, continue_line);
    }
}

static bool open_body(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    srv_request *request = &exchange->request;
    srv_body *body = &exchange->body;
    bool refused = exchange->refusal.status != 0;
    bool streamed = !refused && (exchange->route->flags & SRV_STREAMED_BODY) != 0;
    if (!streamed && body->left > body->limit) {
        return refused ? dispatch(connection)
                       : refuse_and_stop(connection, 413, "The body is too large.");
    }
    if (refused && request->expects_continue) {
        return dispatch(connection);
    }
    say_continue(connection);
    if (streamed) {
        return dispatch(connection);
    }
    size_t needed = body->at - connection->start + (size_t)body->left;
    if (!srv_connection_reserve(connection, needed)) {
        return refuse_and_stop(connection, 503, "There is no memory for this request now.");
    }
    connection->phase = SRV_AT_BODY;
    return true;
}

static bool open_exchange(srv_connection *connection)
{
    const srv_guard *guard = &connection->guard;
    srv_refusal refusal;
    srv_exchange *exchange = srv_exchange_take(connection);
    if (exchange == NULL) {
        return refuse_and_stop(connection, 503, srv_too_many);
    }
    srv_bytes head = {connection->in.data + connection->start + guard->start,
                      guard->at - guard->start};
    if (!srv_head_read(&exchange->request, head, &refusal)) {
        return refuse_and_stop(connection, refusal.status, refusal.detail);
    }
    srv_body *body = &exchange->body;
    body->base = body->at = body->to = body->from = connection->start + guard->at;
    body->left = exchange->request.content_length;
    body->whole = !exchange->request.chunked && body->left == 0;
    exchange->request.body = (cds_text){"", 0};
    exchange->lines.looked = body->at;
    srv_chunked_begin(&body->chunked);
    srv_waiting_begin(connection);
    if (!srv_routing_choose(exchange)) {
        return refuse_and_stop(connection, 503, "There is no memory for this request now.");
    }
    if (exchange->refusal.status == SRV_LATER) {
        CDS_PROMISE(srv_exchange_enter(exchange)); // there was room when it was taken
        connection->phase = SRV_AT_DOOR;
        return false;
    }
    return open_body(connection);
}

void srv_exchange_admit(srv_exchange *exchange, srv_refusal refusal)
{
    srv_connection *connection = exchange->connection;
    CDS_PROMISE(exchange->refusal.status == SRV_LATER);
    if (connection->phase == SRV_AT_NOTHING) {
        srv_exchange_drop(connection);
        srv_connection_let_go(connection);
        return;
    }
    exchange->refusal = refusal;
    srv_dialogue_go_on(connection);
}

static bool step_door(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    if (exchange->refusal.status == SRV_LATER) {
        return false;
    }
    if (!srv_routing_admit(exchange, exchange->refusal)) {
        return refuse_and_stop(connection, 503, "There is no memory for this request now.");
    }
    return open_body(connection);
}

/** Nothing of a request has come, or a part of its head. */
static bool wait_for_head(srv_connection *connection)
{
    srv_guard *guard = &connection->guard;
    if (connection->peer_ended) {
        srv_connection_end(connection);
        return false;
    }
    if (!srv_guard_begun(guard) && guard->at == guard->start) {
        connection->start += guard->start; // blank lines only: the connection is idle
        guard->at = guard->start = 0;
        if (connection->worker->draining) {
            srv_connection_end(connection);
        }
    }
    return false;
}

static bool step_head(srv_connection *connection)
{
    const srv_block *in = &connection->in;
    srv_guard *guard = &connection->guard;
    srv_refusal refusal;
    cds_text bytes = {"", 0};
    if (in->length > connection->start) {
        bytes = (cds_text){in->data + connection->start, in->length - connection->start};
    }
    switch (srv_guard_scan(guard, bytes, connection->worker->limits, &refusal)) {
    case SRV_MORE:
        return wait_for_head(connection);
    case SRV_REFUSED:
        return refuse_and_stop(connection, refusal.status, refusal.detail);
    case SRV_WHOLE:
        break;
    }
    return open_exchange(connection);
}

static bool step(srv_connection *connection)
{
    srv_connection_relieve(connection);
    switch (connection->phase) {
    case SRV_AT_HEAD:
        return !connection->writing && step_head(connection);
    case SRV_AT_DOOR:
        return step_door(connection);
    case SRV_AT_BODY:
        return step_body(connection);
    case SRV_AT_LINES:
        return !connection->writing && srv_lines_step(connection);
    case SRV_AT_RESERVE:
        srv_arrival_tell(connection);
        break;
    case SRV_AT_HANDLER:
    case SRV_AT_END:
    case SRV_AT_NOTHING:
        break;
    }
    return false;
}

void srv_dialogue_go_on(srv_connection *connection)
{
    if (connection->working) {
        return;
    }
    connection->working = true;
    while (step(connection)) {
    }
    connection->working = false;
    srv_connection_settle(connection);
}
