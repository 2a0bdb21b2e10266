// SPDX-License-Identifier: Apache-2.0
// Reads the clients file, and finds a client by token.
#include "server/api/clients.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_BYTES_MAX ((size_t)1 << 20)
#define ARENA_BYTES ((size_t)64 << 20)

static cds_status check_file(cds_ctx *ctx, FILE *file, const char *path)
{
    struct stat about;
    if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode))
        return cds_fail(ctx, CDS_FAILED, path, "is not a file");
    if ((about.st_mode & S_IWOTH) != 0)
        return cds_fail(ctx, CDS_FAILED, path,
                        "can be written by anyone on this machine, who could make themselves a "
                        "client: take that away with chmod o-w");
    if ((size_t)about.st_size > FILE_BYTES_MAX)
        return cds_fail(ctx, CDS_FAILED, path, "is over 1 MiB; is it a clients file?");
    return CDS_OK;
}

static cds_status read_text(cds_ctx *ctx, const char *path, cds_text *out)
{
    FILE *file = fopen(path, "rbe");
    if (file == NULL)
        return cds_fail(ctx, CDS_FAILED, path, "cannot be read: %s", strerrordesc_np(errno));
    cds_status status = check_file(ctx, file, path);
    char *bytes = cds_alloc(ctx->mem, FILE_BYTES_MAX);
    if (status == CDS_OK && bytes == NULL)
        status = cds_fail_memory(ctx);
    if (status == CDS_OK)
        *out = (cds_text){bytes, fread(bytes, 1, FILE_BYTES_MAX, file)};
    (void)fclose(file);
    return status;
}

/** Says the same of the file itself: FILE: /clients/2/role: ... */
static cds_status blame(cds_ctx *ctx, const char *path, const cds_error *error)
{
    char where[sizeof error->where];
    bool named = strcmp(error->where, path) == 0;
    (void)snprintf(where, sizeof where, "%.90s%s%.100s", path,
                   named || error->where[0] == '\0' ? "" : ": ", named ? "" : error->where);
    cds_status status = cds_fail(ctx, error->status, where, "%s", error->what);
    ctx->error.offset = error->offset;
    return status;
}

cds_status srv_clients_read(cds_ctx *ctx, const char *path, srv_clients **out)
{
    cds_ctx own = {.mem = cds_arena_new(ARENA_BYTES)};
    srv_clients *clients = calloc(1, sizeof *clients);
    const cds_json *json = NULL;
    cds_text text = {0};
    CDS_PROMISE(own.mem != NULL && clients != NULL);
    clients->mem = own.mem;
    cds_status status = read_text(&own, path, &text);
    if (status == CDS_OK)
        status = cds_json_parse(&own, text, &json);
    if (status == CDS_OK)
        status = srv_clients_check(&own, json, clients);
    if (status != CDS_OK) {
        srv_clients_free(clients);
        return blame(ctx, path, &own.error);
    }
    *out = clients;
    return CDS_OK;
}

void srv_clients_free(srv_clients *clients)
{
    if (clients == NULL)
        return;
    cds_arena_free(clients->mem);
    free(clients);
}

const srv_client *srv_clients_by_token(const srv_clients *clients, cds_text token)
{
    const srv_client *found = NULL;
    cds_sha256 digest = cds_digest(&token, 1);
    for (size_t i = 0; i < clients->count; i++) {
        const srv_client *client = &clients->list[i];
        bool equal = cds_digest_equal(&client->token, &digest);
        found = equal && client->has_token ? client : found;
    }
    return found;
}

const srv_client *srv_clients_by_issuer(const srv_clients *clients, cds_text issuer)
{
    for (size_t i = 0; i < clients->count; i++) {
        const srv_client *client = &clients->list[i];
        if (client->issuer.data != NULL && cds_text_equal(client->issuer, issuer))
            return client;
    }
    return NULL;
}
