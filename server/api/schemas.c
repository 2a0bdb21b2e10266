// SPDX-License-Identifier: Apache-2.0
// Serves the schemas.
#include "server/api/schemas.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "server/api/service.h"
#include "server/http/server.h"

#define FILE_BYTES_MAX ((size_t)1 << 20)

static const char *const published[] = {"openapi.json", "decision.schema.json",
                                        "problem.schema.json", "record.schema.json",
                                        "release.schema.json"};
#define OPENAPI 0
#define PUBLISHED (sizeof published / sizeof *published)

struct srv_schemas {
    cds_arena *mem;
    cds_text texts[PUBLISHED];
};

static cds_status read_text(cds_ctx *ctx, const char *dir, const char *name, cds_text *out)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *file = fopen(path, "rbe");
    char *bytes = cds_alloc(ctx->mem, FILE_BYTES_MAX);
    if (file == NULL || bytes == NULL) {
        if (file != NULL)
            (void)fclose(file);
        return cds_fail(ctx, CDS_FAILED, path, "cannot be read");
    }
    cds_text all = {bytes, fread(bytes, 1, FILE_BYTES_MAX, file)};
    (void)fclose(file);
    *out = all;
    return CDS_OK;
}

cds_status srv_schemas_open(cds_ctx *ctx, const char *schemas_dir, srv_schemas **out)
{
    srv_schemas *schemas = calloc(1, sizeof *schemas);
    CDS_PROMISE(schemas != NULL);
    schemas->mem = cds_arena_new(FILE_BYTES_MAX);
    CDS_PROMISE(schemas->mem != NULL);
    cds_ctx own = {.mem = schemas->mem};
    cds_status status = CDS_OK;
    for (size_t i = 0; i < PUBLISHED && status == CDS_OK; i++) {
        cds_text text = {0};
        status = read_text(ctx, schemas_dir, published[i], &text);
        if (status == CDS_OK)
            status = cds_text_copy(&own, text, &schemas->texts[i]);
    }
    if (status != CDS_OK) {
        srv_schemas_close(schemas);
        return status;
    }
    *out = schemas;
    return CDS_OK;
}

void srv_schemas_close(srv_schemas *schemas)
{
    if (schemas == NULL)
        return;
    cds_arena_free(schemas->mem);
    free(schemas);
}

static bool find(const srv_slot *slot, cds_text name, cds_text *out)
{
    const srv_schemas *schemas = slot->service->schemas;
    const cds_ruleset_view *view = cds_ruleset_look(slot->release->rules);
    for (size_t i = OPENAPI + 1; i < PUBLISHED; i++) {
        if (cds_text_is(name, published[i])) {
            *out = schemas->texts[i];
            return true;
        }
    }
    for (size_t i = 0; i < view->file_count; i++) {
        if (cds_text_is(name, "assessment.schema.json") &&
            cds_text_equal(view->files[i].path, name)) {
            *out = view->files[i].bytes;
            return true;
        }
    }
    return false;
}

void srv_schemas_get(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_slot_ready(exchange);
    cds_text body;
    if (slot == NULL)
        return;
    if (find(slot, srv_exchange_segment(exchange, 0), &body)) {
        srv_exchange_answer(exchange, 200, SRV_SCHEMA, body);
        return;
    }
    (void)cds_fail(ctx, CDS_NOT_FOUND, "",
                   "There is no schema of that name; try assessment.schema.json.");
    srv_exchange_fail(exchange);
}

void srv_openapi_get(srv_exchange *exchange)
{
    const srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    srv_exchange_answer(exchange, 200, SRV_JSON, slot->service->schemas->texts[OPENAPI]);
}
