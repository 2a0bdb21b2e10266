// SPDX-License-Identifier: Apache-2.0
// The clients in force stand under a lock many may read; what a request needs is copied out.
#include "server/api/access.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "engine/base/buf.h"
#include "server/api/sign_in.h"
#include "server/http/head.h"

#define PEERS ((size_t)4096) // addresses that share a counter are strangers to each other
#define BAD_SIGNATURES_A_SECOND 10
#define BAD_SIGNATURES_AT_ONCE 50

struct srv_access {
    pthread_rwlock_t lock;
    srv_clients *clients; // NULL: no clients file
    srv_pacer *pacers;    // one a client
    srv_pace pace;        // of a client's requests
    srv_pace peer_pace;   // of an address's signatures that do not hold
    uint64_t seed;        // which counter is whose, nobody outside knows
    const char *path;
    srv_pacer peers[PEERS];
};

srv_access *srv_access_new(const char *clients_file, unsigned rate)
{
    srv_access *access = calloc(1, sizeof *access);
    CDS_PROMISE(access != NULL);
    CDS_PROMISE(pthread_rwlock_init(&access->lock, NULL) == 0);
    CDS_PROMISE(getrandom(&access->seed, sizeof access->seed, 0) == sizeof access->seed);
    access->pace = srv_pace_of(rate, rate);
    access->peer_pace = srv_pace_of(BAD_SIGNATURES_A_SECOND, BAD_SIGNATURES_AT_ONCE);
    access->path = clients_file;
    return access;
}

void srv_access_free(srv_access *access)
{
    if (access == NULL)
        return;
    srv_clients_free(access->clients);
    free(access->pacers);
    (void)pthread_rwlock_destroy(&access->lock);
    free(access);
}

cds_status srv_access_load(cds_ctx *ctx, srv_access *access)
{
    srv_clients *clients = NULL;
    if (access->path == NULL)
        return CDS_OK;
    cds_status status = srv_clients_read(ctx, access->path, &clients);
    if (status != CDS_OK)
        return status;
    srv_pacer *pacers = calloc(clients->count + 1, sizeof *pacers);
    CDS_PROMISE(pacers != NULL);
    CDS_PROMISE(pthread_rwlock_wrlock(&access->lock) == 0);
    srv_clients *before = access->clients;
    free(access->pacers);
    access->clients = clients;
    access->pacers = pacers;
    CDS_PROMISE(pthread_rwlock_unlock(&access->lock) == 0);
    srv_clients_free(before);
    return CDS_OK;
}

/** `Bearer TOKEN`, the scheme in any case; data NULL: something else. */
static cds_text bearer_token(cds_text authorization)
{
    static const char scheme[] = "bearer ";
    size_t length = sizeof scheme - 1;
    if (authorization.length <= length ||
        !srv_text_is_caseless((cds_text){authorization.data, length}, scheme))
        return (cds_text){0};
    cds_text token = {authorization.data + length, authorization.length - length};
    return srv_text_trim(token);
}

void srv_caller_become(cds_text name, unsigned roles, srv_caller *out)
{
    CDS_PROMISE(name.length <= SRV_CALLER_NAME_MAX);
    memcpy(out->name, name.data, name.length);
    out->name[name.length] = '\0';
    out->roles = roles;
}

const srv_clients *srv_access_hold(srv_access *access)
{
    CDS_PROMISE(pthread_rwlock_rdlock(&access->lock) == 0);
    return access->clients;
}

void srv_access_let_go(srv_access *access)
{
    CDS_PROMISE(pthread_rwlock_unlock(&access->lock) == 0);
}

uint64_t srv_access_turn(srv_access *access, const srv_client *client, uint64_t now_ns)
{
    srv_pacer *pacer = &access->pacers[client - access->clients->list];
    return srv_pace_take(pacer, &access->pace, now_ns);
}

static srv_pacer *pacer_of(srv_access *access, cds_text peer)
{
    const cds_text parts[] = {{(const char *)&access->seed, sizeof access->seed}, peer};
    const cds_sha256 digest = cds_digest(parts, 2);
    uint16_t place;
    memcpy(&place, digest.bytes, sizeof place);
    return &access->peers[place % PEERS];
}

uint64_t srv_access_patience(srv_access *access, cds_text peer, uint64_t now_ns)
{
    return srv_pace_wait(pacer_of(access, peer), &access->peer_pace, now_ns);
}

void srv_access_try(srv_access *access, cds_text peer, uint64_t now_ns)
{
    (void)srv_pace_take(pacer_of(access, peer), &access->peer_pace, now_ns);
}

bool srv_access_key(srv_access *access, const srv_caller *caller,
                    uint8_t out[SRV_ED25519_BYTES])
{
    bool found = false;
    const srv_clients *clients = srv_access_hold(access);
    for (size_t i = 0; clients != NULL && i < clients->count; i++) {
        const srv_client *one = &clients->list[i];
        if (one->has_key && cds_text_is(one->name, caller->name)) {
            memcpy(out, one->key, SRV_ED25519_BYTES);
            found = true;
        }
    }
    srv_access_let_go(access);
    return found;
}

bool srv_access_has_file(const srv_access *access)
{
    return access->path != NULL;
}

srv_visitor srv_access_origin(srv_access *access, cds_text origin)
{
    const srv_clients *clients = srv_access_hold(access);
    srv_visitor visitor = clients->origin_count == 0 ? SRV_NO_LIST : SRV_NOT_LISTED;
    for (size_t i = 0; i < clients->origin_count; i++) {
        if (origin.data != NULL && cds_text_equal(clients->origins[i], origin))
            visitor = SRV_LISTED;
    }
    srv_access_let_go(access);
    return visitor;
}

/** "client, physio or auditor" */
static void write_roles(cds_buf *buf, unsigned may)
{
    static const char *const words[] = {
#define ROLE_WORD(name, word, bit) word,
        SRV_ROLES(ROLE_WORD)
#undef ROLE_WORD
    };
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++) {
        unsigned left = may >> i;
        if ((left & 1) == 0)
            continue;
        cds_buf_word(buf, words[i]);
        may &= ~(1U << i);
        if (may != 0)
            cds_buf_word(buf, (may & (may - 1)) == 0 ? " or " : ", ");
    }
}

static const char *lacking_role(cds_ctx *ctx, const srv_access *access, unsigned may)
{
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "This needs the role ");
    write_roles(&buf, may);
    cds_buf_word(&buf, access->path != NULL ? "."
                                            : ", which nobody has without a clients file; "
                                              "start `tendon serve` with --clients FILE.");
    cds_buf_char(&buf, '\0');
    cds_ctx own = {.mem = ctx->mem};
    return cds_buf_end(&own, &buf, &text) == CDS_OK ? text.data : "This needs another role.";
}

srv_refusal srv_access_judge(cds_ctx *ctx, const srv_access *access, const srv_caller *caller,
                             unsigned may)
{
    if ((caller->roles & may) != 0)
        return (srv_refusal){0};
    if (may == 0)
        return (srv_refusal){403, "No role may do this."};
    return (srv_refusal){403, lacking_role(ctx, access, may)};
}

srv_refusal srv_access_admit(void *service, srv_exchange *exchange, const srv_route *route)
{
    srv_access *access = ((srv_service *)service)->access;
    srv_caller *caller = srv_exchange_caller(exchange);
    srv_refusal refusal = {0};
    if ((route->may & SRV_EVERYONE) != 0)
        return refusal;
    if (access->path == NULL)
        srv_caller_become(CDS_TEXT(SRV_LOCAL_NAME), SRV_CLIENT | SRV_PHYSIO | SRV_AUDITOR,
                          caller);
    else
        refusal = srv_sign_in(
            service, exchange, route,
            bearer_token(srv_request_header(srv_exchange_request(exchange), "authorization")));
    return refusal.status == 0
               ? srv_access_judge(srv_exchange_ctx(exchange), access, caller, route->may)
               : refusal;
}

bool srv_caller_sees(const srv_caller *caller, cds_text owner)
{
    return (caller->roles & SRV_AUDITOR) != 0 || cds_text_is(owner, caller->name);
}
