// SPDX-License-Identifier: Apache-2.0
// Host and Origin of each request, before anything else is made of it.
#include "server/api/origins.h"

#include <string.h>

#include "server/api/service.h"
#include "server/http/head.h"

#define PREFLIGHT_SECONDS "7200" // as long as browsers keep it

static const char other_host[] =
    "Without a clients file this service answers to localhost, 127.0.0.1 and [::1]: call it by "
    "one of these, or start it with --public-url and the address that is called.";
static const char other_page[] =
    "Without a clients file no other site's page may call this service: list the page's origin "
    "in a clients file (`origins`) and start the service with --clients.";

static cds_text without_scheme(cds_text origin)
{
    const size_t scheme = cds_text_starts(origin, "https://")  ? 8
                          : cds_text_starts(origin, "http://") ? 7
                                                               : origin.length;
    return (cds_text){origin.data + scheme, origin.length - scheme};
}

/** The name or address of a Host's value, without its port. */
static cds_text without_port(cds_text host)
{
    size_t length = 0;
    if (host.data == NULL)
        return host;
    const bool v6 = host.length > 0 && host.data[0] == '[';
    while (length < host.length && host.data[length] != (v6 ? ']' : ':'))
        length++;
    return (cds_text){host.data, v6 && length < host.length ? length + 1 : length};
}

static cds_text without_default_port(cds_text host)
{
    const cds_text name = without_port(host);
    const cds_text port = {host.data + name.length, host.length - name.length};
    return cds_text_is(port, ":80") || cds_text_is(port, ":443") ? name : host;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

static bool is_same(cds_text a, cds_text b)
{
    bool same = a.length == b.length && a.data != NULL && b.data != NULL;
    for (size_t i = 0; i < a.length && same; i++)
        same = lower(a.data[i]) == lower(b.data[i]);
    return same;
}

/** 127.0.0.0/8, written as four numbers. */
static bool is_loopback_v4(cds_text name)
{
    size_t dots = 0;
    for (size_t i = 0; i < name.length; i++) {
        if (name.data[i] == '.')
            dots++;
        else if (name.data[i] < '0' || name.data[i] > '9')
            return false;
    }
    return dots == 3 && cds_text_starts(name, "127.");
}

bool srv_host_is_own(cds_text host, cds_text origin)
{
    const cds_text name = without_port(host);
    if (name.length == 0)
        return false;
    if (name.data[0] == '[')
        return cds_text_is(name, "[::1]");
    return memchr(name.data, '.', name.length) == NULL || is_loopback_v4(name) ||
           is_same(name, without_port(without_scheme(origin)));
}

bool srv_origin_is_own(cds_text origin, cds_text host, cds_text own)
{
    const cds_text page = without_scheme(origin);
    return page.length > 0 &&
           (is_same(without_default_port(page), without_default_port(host)) ||
            is_same(origin, own));
}

/** Of a service without a clients file. */
static srv_refusal judge_local(const srv_request *request, const srv_public_url *url)
{
    const cds_text host = srv_request_header(request, "host");
    const cds_text origin = srv_request_header(request, "origin");
    const cds_text own = srv_public_url_origin(url);
    if (host.data != NULL && !srv_host_is_own(host, own))
        return (srv_refusal){421, other_host};
    if (origin.data != NULL && !srv_origin_is_own(origin, host, own))
        return (srv_refusal){403, other_page};
    return (srv_refusal){0};
}

/** What a browser asks before it lets a page ask. */
static void answer_preflight(srv_exchange *exchange)
{
    srv_exchange_header(exchange, "Access-Control-Allow-Methods", CDS_TEXT("GET, HEAD, POST"));
    srv_exchange_header(exchange, "Access-Control-Allow-Headers",
                        CDS_TEXT("Authorization, Content-Type, Idempotency-Key"));
    srv_exchange_header(exchange, "Access-Control-Max-Age", CDS_TEXT(PREFLIGHT_SECONDS));
}

static void welcome(srv_exchange *exchange, cds_text origin)
{
    const srv_request *request = srv_exchange_request(exchange);
    srv_caller *caller = srv_exchange_caller(exchange);
    CDS_PROMISE(origin.length <= SRV_ORIGIN_MAX);
    memcpy(caller->origin, origin.data, origin.length);
    caller->origin[origin.length] = '\0';
    srv_exchange_header(exchange, "Access-Control-Allow-Origin",
                        (cds_text){caller->origin, origin.length});
    if (request->method == SRV_OPTIONS &&
        srv_request_header(request, "access-control-request-method").data != NULL)
        answer_preflight(exchange);
    else
        srv_exchange_header(exchange, "Access-Control-Expose-Headers",
                            CDS_TEXT("Allow, Location, Retry-After, WWW-Authenticate"));
}

srv_refusal srv_origins_greet(void *service, srv_exchange *exchange)
{
    const srv_service *state = service;
    const srv_request *request = srv_exchange_request(exchange);
    if (!srv_access_has_file(state->access))
        return judge_local(request, &state->public_url);
    const cds_text origin = srv_request_header(request, "origin");
    const srv_visitor visitor = srv_access_origin(state->access, origin);
    if (visitor != SRV_NO_LIST)
        srv_exchange_header(exchange, "Vary", CDS_TEXT("Origin"));
    if (visitor == SRV_LISTED)
        welcome(exchange, origin);
    return (srv_refusal){0};
}
