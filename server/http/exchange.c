// SPDX-License-Identifier: Apache-2.0
// What a handler may ask of its request, and how it answers.
#include "server/http/exchange.h"

#include <string.h>

#include "server/http/connection.h"
#include "server/http/exchanges.h"
#include "server/http/problem.h"
#include "server/http/response.h"
#include "server/http/worker.h"

const srv_request *srv_exchange_request(const srv_exchange *exchange)
{
    return &exchange->request;
}

cds_ctx *srv_exchange_ctx(srv_exchange *exchange)
{
    return &exchange->ctx;
}

cds_text srv_exchange_segment(const srv_exchange *exchange, size_t index)
{
    CDS_PROMISE(index < SRV_SEGMENTS_MAX);
    return exchange->match.segments[index];
}

srv_caller *srv_exchange_caller(srv_exchange *exchange)
{
    return &exchange->caller;
}

cds_text srv_exchange_peer(srv_exchange *exchange)
{
    struct sockaddr_storage address = {0};
    int room = sizeof address;
    size_t length = 0;
    (void)uv_tcp_getpeername(&exchange->connection->tcp, (struct sockaddr *)&address, &room);
    if (address.ss_family == AF_INET6) {
        length = sizeof exchange->peer;
        memcpy(exchange->peer, &((struct sockaddr_in6 *)&address)->sin6_addr, length);
    } else if (address.ss_family == AF_INET) {
        length = sizeof(struct in_addr);
        memcpy(exchange->peer, &((struct sockaddr_in *)&address)->sin_addr, length);
    }
    return (cds_text){(const char *)exchange->peer, length};
}

srv_worker *srv_exchange_worker(const srv_exchange *exchange)
{
    return exchange->worker;
}

void srv_exchange_header(srv_exchange *exchange, const char *name, cds_text value)
{
    CDS_PROMISE(exchange->header_count < SRV_ANSWER_HEADERS_MAX);
    exchange->headers[exchange->header_count++] = (srv_answer_header){name, value};
}

void srv_exchange_answer(srv_exchange *exchange, int status, srv_media media, cds_text body)
{
    srv_exchange_answer_parts(exchange, status, media, &(srv_body_parts){.inside = body});
}

void srv_exchange_answer_parts(srv_exchange *exchange, int status, srv_media media,
                               const srv_body_parts *parts)
{
    srv_connection *connection = exchange->connection;
    bool closes = srv_exchange_closes(exchange);
    srv_answer answer = {.status = status,
                         .media = media,
                         .body = {parts->before, parts->inside, parts->after},
                         .closes = closes,
                         .head_only = exchange->request.method == SRV_HEAD,
                         .minor = exchange->request.minor,
                         .headers = exchange->headers,
                         .header_count = exchange->header_count};
    CDS_PROMISE(connection->phase == SRV_AT_HANDLER || connection->phase == SRV_AT_NOTHING);
    if (connection->phase == SRV_AT_HANDLER && !srv_response_write(connection, &answer)) {
        srv_connection_abort(connection);
    }
    srv_exchange_count(exchange, status);
    srv_exchange_end(exchange, closes);
}

static void answer_problem(srv_exchange *exchange, const srv_problem *problem)
{
    srv_media media;
    cds_text body = srv_worker_problem(exchange->worker, problem, &media);
    srv_exchange_answer(exchange, problem->status, media, body);
}

void srv_exchange_fail(srv_exchange *exchange)
{
    const cds_error *error = &exchange->ctx.error;
    cds_faults faults;
    if (error->status == CDS_OK) {
        srv_exchange_problem(exchange, 500, "Something failed.");
        return;
    }
    srv_problem problem = {.status = cds_status_http(error->status),
                           .detail = error->what,
                           .instance = exchange->request.path,
                           .offset = error->offset};
    if (problem.status == 422 && error->where[0] != '\0') {
        faults.count = 1;
        faults.list[0] = (cds_fault){cds_text_of(error->where), cds_text_of(error->what)};
        problem.faults = &faults;
    }
    answer_problem(exchange, &problem);
}

void srv_exchange_problem(srv_exchange *exchange, int status, const char *detail)
{
    answer_problem(exchange, &(srv_problem){.status = status,
                                            .detail = detail,
                                            .instance = exchange->request.path,
                                            .offset = -1});
}

void srv_exchange_faults(srv_exchange *exchange, int status, const char *detail,
                         const cds_faults *faults)
{
    const srv_problem problem = {.status = status,
                                 .detail = detail,
                                 .instance = exchange->request.path,
                                 .offset = -1,
                                 .faults = faults};
    cds_text body;
    cds_buf buf;
    cds_error_clear(&exchange->ctx);
    cds_buf_init(&buf, exchange->ctx.mem);
    const srv_media media = srv_worker_write_problem(exchange->worker, &buf, &problem);
    if (cds_buf_end(&exchange->ctx, &buf, &body) == CDS_OK) {
        srv_exchange_answer(exchange, status, media, body);
    } else {
        srv_exchange_fail(exchange);
    }
}
