// SPDX-License-Identifier: Apache-2.0
// Constant memory: the input holds the head and a line, and as many lines are under way as a
// count and their bytes allow; a line's memory goes with its answer.
#include "server/http/lines.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/http/connection.h"
#include "server/http/dialogue.h"
#include "server/http/exchanges.h"
#include "server/http/response.h"

#define UNDER_WAY_MAX 16                           // of one stream
#define WORKER_UNDER_WAY_MAX 64                    // of all, but each stream may have one
#define WORKER_UNDER_WAY_BYTES ((size_t)512 << 10) // that they hold, likewise
#define LINES_KEPT 16
#define FIRST_BLOCK_BYTES ((size_t)8 << 10) // most lines, and what stands beside their answer

cds_ctx *srv_line_ctx(srv_line *line)
{
    return &line->ctx;
}

srv_exchange *srv_line_exchange(const srv_line *line)
{
    return line->exchange;
}

void srv_exchange_lines(srv_exchange *exchange, srv_media media, srv_line_handler on_line,
                        void *user)
{
    srv_connection *connection = exchange->connection;
    CDS_PROMISE(connection->working && connection->phase == SRV_AT_HANDLER);
    CDS_PROMISE((exchange->route->flags & SRV_STREAMED_BODY) != 0);
    exchange->lines.on_line = on_line;
    exchange->lines.user = user;
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

/** A stream that cannot go on ends without its last chunk, which tells the client. What is
 *  under way is answered first. */
static bool break_off(srv_connection *connection, srv_refusal refusal)
{
    srv_lines *lines = &connection->exchange->lines;
    if (lines->count > 0) {
        lines->refusal = refusal;
    } else if (lines->begun) {
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

static srv_line *line_new(srv_exchange *exchange)
{
    const srv_limits *limits = exchange->worker->limits;
    srv_line *line = calloc(1, sizeof *line);
    cds_arena *mem =
        cds_arena_new_with(limits->arena_bytes + limits->body_bytes, FIRST_BLOCK_BYTES);
    if (line == NULL || mem == NULL) {
        cds_arena_free(mem);
        free(line);
        return NULL;
    }
    line->exchange = exchange;
    line->ctx.mem = mem;
    return line;
}

static srv_line *line_take(srv_exchange *exchange)
{
    srv_worker *worker = exchange->worker;
    srv_line *line = worker->free_lines;
    if (line == NULL) {
        return line_new(exchange);
    }
    worker->free_lines = line->next;
    worker->free_line_count--;
    *line = (srv_line){.exchange = exchange, .ctx.mem = line->ctx.mem};
    return line;
}

static void line_free(srv_line *line)
{
    cds_arena_free(line->ctx.mem);
    free(line);
}

/** One that needed more than its first block is not kept: it would hold that much while it
 *  does nothing. */
static void line_give_back(srv_line *line)
{
    srv_worker *worker = line->exchange->worker;
    if (worker->free_line_count == LINES_KEPT ||
        cds_arena_used_bytes(line->ctx.mem) > FIRST_BLOCK_BYTES) {
        line_free(line);
        return;
    }
    cds_arena_reset(line->ctx.mem);
    line->next = worker->free_lines;
    worker->free_lines = line;
    worker->free_line_count++;
}

void srv_lines_release(srv_worker *worker)
{
    while (worker->free_lines != NULL) {
        srv_line *line = worker->free_lines;
        worker->free_lines = line->next;
        line_free(line);
    }
}

static void enqueue(srv_line *line)
{
    srv_lines *lines = &line->exchange->lines;
    if (lines->first == NULL) {
        lines->first = line;
    } else {
        lines->last->next = line;
    }
    lines->last = line;
    lines->count++;
    lines->bytes += line->length;
    line->exchange->worker->line_count++;
}

static srv_line *dequeue(srv_exchange *exchange)
{
    srv_lines *lines = &exchange->lines;
    srv_line *line = lines->first;
    lines->first = line->next;
    lines->count--;
    lines->bytes -= line->length;
    exchange->worker->line_count--;
    exchange->worker->line_bytes -= line->held;
    return line;
}

static bool is_front_done(const srv_lines *lines)
{
    return lines->first != NULL && lines->first->answer.data != NULL;
}

/** What a line holds that its handler has seen; one that was answered at once is gone, and its
 *  stream may be too. */
static void weigh(srv_connection *connection, srv_line *line)
{
    if (connection->phase != SRV_AT_LINES) {
        return;
    }
    const srv_lines *lines = &connection->exchange->lines;
    if (lines->count > 0 && lines->last == line) {
        line->held = cds_arena_used_bytes(line->ctx.mem);
        connection->worker->line_bytes += line->held;
    }
}

/** To its handler. False: no memory. A line of data NULL is too long. */
static bool handle(srv_exchange *exchange, cds_text text)
{
    srv_line *line = line_take(exchange);
    cds_text copy = text;
    if (line == NULL) {
        return false;
    }
    if (text.data != NULL && cds_text_copy(&line->ctx, text, &copy) != CDS_OK) {
        line_give_back(line);
        return false;
    }
    line->length = text.data == NULL ? 0 : text.length;
    srv_connection *connection = exchange->connection;
    enqueue(line);
    exchange->lines.on_line(line, copy, exchange->lines.user);
    weigh(connection, line);
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
    const bool fits = whole_length <= exchange->worker->limits->body_bytes;
    if (whole_length == 0) {
        return true;
    }
    if (!srv_exchange_enter(exchange)) {
        return break_off(connection, (srv_refusal){503, srv_too_many});
    }
    if (!handle(exchange, (cds_text){fits ? data : NULL, whole_length})) {
        return break_off(connection, (srv_refusal){503, "There is no memory for this now."});
    }
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

static bool is_full(const srv_exchange *exchange)
{
    const srv_lines *lines = &exchange->lines;
    const srv_worker *worker = exchange->worker;
    return lines->count == UNDER_WAY_MAX || lines->bytes >= worker->limits->body_bytes ||
           (lines->count > 0 && (worker->line_count >= WORKER_UNDER_WAY_MAX ||
                                 worker->line_bytes >= WORKER_UNDER_WAY_BYTES));
}

/** An answer waits in its line's memory while the client reads those before it. */
static bool takes_answers(srv_connection *connection)
{
    srv_connection_relieve(connection);
    return !connection->writing && connection->phase != SRV_AT_NOTHING;
}

/** Those at the front that are done leave. False: the connection is no more. */
static bool answer_front(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    while (is_front_done(&exchange->lines) && takes_answers(connection)) {
        srv_line *line = dequeue(exchange);
        const bool written =
            begin_answer(exchange) &&
            srv_response_line(connection, line->answer, exchange->request.minor);
        line_give_back(line);
        if (!written) {
            srv_connection_abort(connection);
            return false;
        }
    }
    return connection->phase != SRV_AT_NOTHING;
}

bool srv_lines_step(srv_connection *connection)
{
    srv_exchange *exchange = connection->exchange;
    srv_body *body = &exchange->body;
    srv_lines *lines = &exchange->lines;
    srv_refusal refusal;
    if (!answer_front(connection)) {
        return false;
    }
    if (lines->refusal.status != 0) {
        return lines->count == 0 && break_off(connection, lines->refusal);
    }
    if (is_full(exchange)) {
        return false;
    }
    if (srv_dialogue_take_body(connection, &refusal) == SRV_REFUSED) {
        return break_off(connection, refusal);
    }
    const char *data = connection->in.data;
    size_t looked = lines->looked;
    const char *end =
        looked == body->to ? NULL : memchr(data + looked, '\n', body->to - looked);
    if (end != NULL) {
        return deliver(connection, (size_t)(end - data), (size_t)(end - data) + 1);
    }
    if (!body->whole) {
        return wait_for_more(connection);
    }
    if (body->at < body->to || lines->skipped > 0) {
        return deliver(connection, body->to, body->to);
    }
    return lines->count == 0 && finish(exchange);
}

bool srv_lines_leave(srv_exchange *exchange)
{
    while (is_front_done(&exchange->lines)) {
        line_give_back(dequeue(exchange));
    }
    return exchange->lines.count == 0;
}

void srv_line_done(srv_line *line, cds_text answer)
{
    srv_exchange *exchange = line->exchange;
    srv_connection *connection = exchange->connection;
    CDS_PROMISE(line->answer.data == NULL && answer.data != NULL);
    line->answer = answer;
    if (connection->phase != SRV_AT_NOTHING) {
        if (answer_front(connection)) {
            srv_dialogue_go_on(connection);
        }
    } else if (srv_lines_leave(exchange)) { // nobody is there to be answered
        srv_exchange_drop(connection);
        srv_connection_let_go(connection);
    }
}
