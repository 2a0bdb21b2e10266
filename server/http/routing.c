// SPDX-License-Identifier: Apache-2.0
// 404, 405, 406, 415, what the app does not admit, and the answer to OPTIONS; the body of such
// a request is read and dropped.
#include "server/http/routing.h"

#include "engine/base/arena.h"
#include "server/http/exchanges.h"
#include "server/http/head.h"
#include "server/http/media.h"

/** For a path without a route for the method. */
static srv_refusal refusal_of_none(const srv_exchange *exchange)
{
    const srv_request *request = &exchange->request;
    bool is_asking = request->method == SRV_OPTIONS;
    bool is_known = exchange->match.methods != 0 || cds_text_is(request->path, "*");
    return !is_known   ? (srv_refusal){404, "There is nothing at this path."}
           : is_asking ? (srv_refusal){204, NULL}
                       : (srv_refusal){405, "This path does not know the method."};
}

/** A body comes as it is: there is nothing here that unpacks it. */
static bool is_body_taken(const srv_request *request, const srv_route *route)
{
    cds_text coding = srv_request_header(request, "content-encoding");
    bool plain = coding.length == 0 || srv_text_is_caseless(coding, "identity");
    bool any = (route->flags & (SRV_TAKES_JSON | SRV_TAKES_NDJSON)) == 0;
    return (plain || any) &&
           srv_media_taken(route->flags, srv_request_header(request, "content-type"));
}

/** Accept may come in several lines; one that lets the answer through is enough. */
static bool is_accepted(const srv_request *request, srv_media media)
{
    bool asked = false;
    for (size_t i = 0; i < request->header_count; i++) {
        const srv_header *header = &request->headers[i];
        if (!cds_text_is(header->name, "accept")) {
            continue;
        }
        if (srv_media_accepted(media, header->value)) {
            return true;
        }
        asked = true;
    }
    return !asked;
}

static srv_refusal refusal_of_media(const srv_exchange *exchange)
{
    const srv_request *request = &exchange->request;
    const srv_route *route = exchange->route;
    if (!is_body_taken(request, route)) {
        return (srv_refusal){415,
                             "The body's media type or coding is not one this path takes."};
    }
    if (!is_accepted(request, SRV_GIVEN(route->flags))) {
        return (srv_refusal){406, "What this path answers is excluded by Accept."};
    }
    return (srv_refusal){0};
}

static srv_refusal refusal_of(srv_exchange *exchange)
{
    const srv_app *app = exchange->worker->app;
    srv_refusal refusal = {0};
    if (app->greet != NULL) {
        refusal = app->greet(app->state, exchange);
    }
    if (refusal.status != 0) {
        return refusal;
    }
    if (exchange->route == NULL) {
        return refusal_of_none(exchange);
    }
    if (app->admit != NULL) {
        refusal = app->admit(app->state, exchange, exchange->route);
    }
    return refusal.status == 0 ? refusal_of_media(exchange) : refusal;
}

static bool make_room(srv_exchange *exchange)
{
    const srv_limits *limits = exchange->worker->limits;
    exchange->body.limit = limits->body_bytes;
    if (exchange->refusal.status == 0 && (exchange->route->flags & SRV_LARGE_BODY) != 0) {
        exchange->body.limit = limits->large_body_bytes;
        return srv_exchange_enlarge(exchange);
    }
    return true;
}

bool srv_routing_choose(srv_exchange *exchange)
{
    exchange->match = srv_router_find(exchange->worker->app, &exchange->request);
    exchange->route = exchange->match.route;
    exchange->refusal = refusal_of(exchange);
    return exchange->refusal.status == SRV_LATER || make_room(exchange);
}

bool srv_routing_admit(srv_exchange *exchange, srv_refusal refusal)
{
    exchange->refusal = refusal.status == 0 ? refusal_of_media(exchange) : refusal;
    return make_room(exchange);
}

void srv_routing_refuse(srv_exchange *exchange)
{
    int status = exchange->refusal.status;
    if (status == 405 || status == 204) {
        unsigned methods = exchange->match.methods;
        if (cds_text_is(exchange->request.path, "*")) {
            methods = 1u << SRV_GET | 1u << SRV_POST;
        }
        char *allow = cds_alloc(exchange->ctx.mem, SRV_ALLOW_LENGTH);
        CDS_PROMISE(allow != NULL); // the first piece of a fresh request's memory
        srv_exchange_header(exchange, "Allow", srv_router_allow(methods, allow));
    }
    if (status == 204) {
        srv_exchange_answer(exchange, status, SRV_TEXT, (cds_text){"", 0});
    } else {
        srv_exchange_problem(exchange, status, exchange->refusal.detail);
    }
}
