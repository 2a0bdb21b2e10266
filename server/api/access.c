// SPDX-License-Identifier: Apache-2.0
// The clients in force stand under a lock many may read; what a request needs is copied out.
#include "server/api/access.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/buf.h"
#include "server/api/service.h"
#include "server/http/head.h"

struct srv_access {
    pthread_rwlock_t lock;
    srv_clients *clients; // NULL: no clients file
    const char *path;
};

srv_access *srv_access_new(const char *clients_file)
{
    srv_access *access = calloc(1, sizeof *access);
    CDS_PROMISE(access != NULL);
    CDS_PROMISE(pthread_rwlock_init(&access->lock, NULL) == 0);
    access->path = clients_file;
    return access;
}

void srv_access_free(srv_access *access)
{
    if (access == NULL)
        return;
    srv_clients_free(access->clients);
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
    CDS_PROMISE(pthread_rwlock_wrlock(&access->lock) == 0);
    srv_clients *before = access->clients;
    access->clients = clients;
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

static void identify_as(cds_text name, unsigned roles, srv_caller *out)
{
    CDS_PROMISE(name.length <= SRV_CALLER_NAME_MAX);
    memcpy(out->name, name.data, name.length);
    out->name[name.length] = '\0';
    out->roles = roles;
}

bool srv_access_identify(srv_access *access, cds_text authorization, srv_caller *out)
{
    if (access->path == NULL) {
        identify_as(CDS_TEXT(SRV_LOCAL_NAME), SRV_CLIENT | SRV_PHYSIO | SRV_AUDITOR, out);
        return true;
    }
    cds_text token = bearer_token(authorization);
    if (token.data == NULL)
        return false;
    CDS_PROMISE(pthread_rwlock_rdlock(&access->lock) == 0);
    const srv_client *client = srv_clients_by_token(access->clients, token);
    if (client != NULL)
        identify_as(client->name, client->role, out);
    CDS_PROMISE(pthread_rwlock_unlock(&access->lock) == 0);
    return client != NULL;
}

bool srv_access_key(srv_access *access, const srv_caller *caller,
                    uint8_t out[SRV_ED25519_BYTES])
{
    bool found = false;
    CDS_PROMISE(pthread_rwlock_rdlock(&access->lock) == 0);
    for (size_t i = 0; access->clients != NULL && i < access->clients->count; i++) {
        const srv_client *one = &access->clients->list[i];
        if (one->has_key && cds_text_is(one->name, caller->name)) {
            memcpy(out, one->key, SRV_ED25519_BYTES);
            found = true;
        }
    }
    CDS_PROMISE(pthread_rwlock_unlock(&access->lock) == 0);
    return found;
}

bool srv_access_has_file(const srv_access *access)
{
    return access->path != NULL;
}

srv_visitor srv_access_origin(srv_access *access, cds_text origin)
{
    CDS_PROMISE(pthread_rwlock_rdlock(&access->lock) == 0);
    const srv_clients *clients = access->clients;
    srv_visitor visitor = clients->origin_count == 0 ? SRV_NO_LIST : SRV_NOT_LISTED;
    for (size_t i = 0; i < clients->origin_count; i++) {
        if (origin.data != NULL && cds_text_equal(clients->origins[i], origin))
            visitor = SRV_LISTED;
    }
    CDS_PROMISE(pthread_rwlock_unlock(&access->lock) == 0);
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
    cds_text authorization =
        srv_request_header(srv_exchange_request(exchange), "authorization");
    if ((route->may & SRV_EVERYONE) != 0)
        return (srv_refusal){0};
    if (srv_access_identify(access, authorization, caller))
        return srv_access_judge(srv_exchange_ctx(exchange), access, caller, route->may);
    srv_exchange_header(exchange, "WWW-Authenticate", CDS_TEXT("Bearer"));
    return (srv_refusal){401, "Sign in: send `Authorization: Bearer` and the client's token."};
}

bool srv_caller_sees(const srv_caller *caller, cds_text owner)
{
    return (caller->roles & SRV_AUDITOR) != 0 || cds_text_is(owner, caller->name);
}
