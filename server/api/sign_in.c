// SPDX-License-Identifier: Apache-2.0
// What costs nothing is looked at first, then how often this happens, then the signature, and
// last whether the token has been used.
#include "server/api/sign_in.h"

#include <time.h>

#include "engine/base/arena.h"
#include "server/http/server.h"
#include "server/record/entry.h"
#include "server/token/claims.h"
#include "server/token/jws.h"

#define SECOND_NS UINT64_C(1000000000)

static const char unknown[] = "Sign in: send `Authorization: Bearer` and the client's token.";
static const char too_fast[] = "This is more than one client may ask in a second; go on after "
                               "the seconds that Retry-After says.";
static const char unkept[] = "The record cannot be written now. Ask again with a new token.";

static uint64_t monotonic_ns(void)
{
    struct timespec now;
    CDS_PROMISE(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (uint64_t)now.tv_sec * SECOND_NS + (uint64_t)now.tv_nsec;
}

static srv_refusal refuse(srv_exchange *exchange)
{
    srv_exchange_header(exchange, "WWW-Authenticate", CDS_TEXT("Bearer"));
    return (srv_refusal){401, unknown};
}

static srv_refusal put_off(srv_exchange *exchange, uint64_t wait_ns)
{
    cds_buf buf;
    cds_text seconds;
    cds_ctx own = {.mem = srv_exchange_ctx(exchange)->mem};
    cds_buf_init(&buf, own.mem);
    cds_buf_int(&buf, (int64_t)((wait_ns + SECOND_NS - 1) / SECOND_NS));
    if (cds_buf_end(&own, &buf, &seconds) == CDS_OK)
        srv_exchange_header(exchange, "Retry-After", seconds);
    return (srv_refusal){429, too_fast};
}

/** Who signed in, if it is its turn. */
static srv_refusal let_in(srv_access *access, srv_exchange *exchange, const srv_client *client)
{
    const uint64_t wait_ns = srv_access_turn(access, client, monotonic_ns());
    if (wait_ns > 0)
        return put_off(exchange, wait_ns);
    srv_caller_become(client->name, client->role, srv_exchange_caller(exchange));
    return (srv_refusal){0};
}

/** A token on its way to be used once. Lives: in the request's memory. */
typedef struct use {
    srv_pending pending;
    srv_claim claim;
    srv_exchange *exchange;
    srv_access *access;
    unsigned may; // of the route
    bool kept;
} use;

static srv_refusal outcome(const use *it)
{
    if (!it->kept) {
        srv_exchange_header(it->exchange, "Retry-After", CDS_TEXT("1"));
        return (srv_refusal){503, unkept};
    }
    if (!it->claim.is_first)
        return refuse(it->exchange);
    return srv_access_judge(srv_exchange_ctx(it->exchange), it->access,
                            srv_exchange_caller(it->exchange), it->may);
}

/** On the worker's thread again. */
static void finished(void *user)
{
    const use *it = user;
    srv_exchange_admit(it->exchange, outcome(it));
}

/** On the writer's thread: hands over. */
static void written(srv_pending *pending, bool kept)
{
    use *it = pending->user;
    it->kept = kept;
    srv_worker_post(srv_exchange_worker(it->exchange), finished, it);
}

static cds_sha256 digest_of(const srv_claims *claims)
{
    const cds_text parts[] = {claims->issuer, {"", 1}, claims->id};
    return cds_digest(parts, sizeof parts / sizeof *parts);
}

static srv_refusal use_once(srv_service *service, srv_exchange *exchange,
                            const srv_route *route, const srv_claims *claims)
{
    use *it = cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof *it);
    CDS_PROMISE(it != NULL); // among the first pieces of a fresh request's memory
    it->exchange = exchange;
    it->access = service->access;
    it->may = route->may;
    it->claim.token = digest_of(claims);
    it->claim.now_s = srv_time_now_ms() / 1000;
    it->claim.expires_s = (int64_t)claims->expires_s + SRV_TOKEN_SKEW_S + 1;
    it->pending.claim = &it->claim;
    it->pending.done = written;
    it->pending.user = it;
    return srv_writer_submit(service->writer, &it->pending) ? (srv_refusal){SRV_LATER, NULL}
                                                            : outcome(it);
}

/** A signed token, and whose it says it is. */
typedef struct signed_token {
    srv_jws jws;
    srv_claims claims;
    const srv_client *client;
} signed_token;

static bool is_for(cds_ctx *ctx, const srv_claims *claims, cds_text base, cds_text path)
{
    cds_buf buf;
    cds_text address;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, base);
    cds_buf_text(&buf, path);
    return cds_buf_end(ctx, &buf, &address) == CDS_OK && srv_claims_are_for(claims, address);
}

/** For the service as a whole, or exactly for what is called; of a CDS service's feedback also
 *  for that service. */
static bool is_for_us(cds_ctx *ctx, const srv_claims *claims, cds_text base, cds_text path)
{
    static const char feedback[] = "/feedback";
    cds_text service = path;
    if (cds_text_starts(path, "/cds-services/") && path.length > sizeof feedback &&
        cds_text_is(
            (cds_text){path.data + path.length - sizeof feedback + 1, sizeof feedback - 1},
            feedback))
        service.length -= sizeof feedback - 1;
    return is_for(ctx, claims, base, CDS_TEXT("")) || is_for(ctx, claims, base, path) ||
           is_for(ctx, claims, base, service);
}

static bool is_signers_own_url(const srv_client *client, cds_text keys_url)
{
    return keys_url.data == NULL ||
           (client->keys_url.data != NULL && cds_text_equal(client->keys_url, keys_url));
}

/** All that can be said without a look at the signature. */
static bool is_plausible(const srv_service *service, srv_exchange *exchange,
                         const srv_clients *clients, cds_text token, signed_token *out)
{
    cds_ctx own = {.mem = srv_exchange_ctx(exchange)->mem};
    if (srv_jws_read(&own, token, &out->jws) != CDS_OK ||
        srv_claims_read(&own, out->jws.payload, &out->claims) != CDS_OK)
        return false;
    out->client = srv_clients_by_issuer(clients, out->claims.issuer);
    return out->client != NULL && is_signers_own_url(out->client, out->jws.keys_url) &&
           srv_jwks_find(out->client->keys, out->jws.kid, out->jws.algorithm) != NULL &&
           srv_claims_hold_at(&out->claims, srv_time_now_ms() / 1000) &&
           is_for_us(&own, &out->claims, srv_public_url_text(&service->public_url),
                     srv_exchange_request(exchange)->path);
}

/** The address a request came from, as far as it can be trusted. */
static cds_text peer_of(const srv_service *service, srv_exchange *exchange)
{
    cds_text forwarded = {0};
    if (service->behind_proxy)
        forwarded = srv_request_last(srv_exchange_request(exchange), "x-forwarded-for");
    return forwarded.data != NULL ? forwarded : srv_exchange_peer(exchange);
}

static srv_refusal check_signed(srv_service *service, srv_exchange *exchange,
                                const srv_route *route, const signed_token *it)
{
    const uint64_t now_ns = monotonic_ns();
    const cds_text peer = peer_of(service, exchange);
    const uint64_t wait_ns = srv_access_patience(service->access, peer, now_ns);
    if (wait_ns > 0)
        return put_off(exchange, wait_ns);
    const srv_refusal refusal = let_in(service->access, exchange, it->client);
    if (refusal.status != 0)
        return refusal;
    if (srv_jws_holds(&it->jws, it->client->keys))
        return use_once(service, exchange, route, &it->claims);
    srv_access_try(service->access, peer, now_ns);
    return refuse(exchange);
}

srv_refusal srv_sign_in(srv_service *service, srv_exchange *exchange, const srv_route *route,
                        cds_text token)
{
    signed_token it;
    srv_refusal refusal;
    const srv_clients *clients = srv_access_hold(service->access);
    const srv_client *client = token.data == NULL ? NULL : srv_clients_by_token(clients, token);
    if (client != NULL)
        refusal = let_in(service->access, exchange, client);
    else if (srv_jws_looks_like(token) && is_plausible(service, exchange, clients, token, &it))
        refusal = check_signed(service, exchange, route, &it);
    else
        refusal = refuse(exchange);
    srv_access_let_go(service->access);
    return refusal;
}
