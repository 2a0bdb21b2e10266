// SPDX-License-Identifier: Apache-2.0
// Opening and closing: the folder is held, then the database below it is connected.
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/record/data_dir.h"
#include "server/record/erasure.h"
#include "server/record/logs.h"
#include "server/record/place.h"
#include "server/record/store_inner.h"

const char *srv_statement_text(srv_statement statement)
{
    static const char *const texts[] = {
#define STATEMENT_TEXT(name, reader, sql) sql,
        SRV_STATEMENTS(STATEMENT_TEXT)
#undef STATEMENT_TEXT
    };
    return texts[statement];
}

bool srv_statement_reads(srv_statement statement)
{
    static const bool reads[] = {
#define STATEMENT_READS(name, reader, sql) reader,
        SRV_STATEMENTS(STATEMENT_READS)
#undef STATEMENT_READS
    };
    return reads[statement];
}

/** NULL in *url: in the folder itself. */
static cds_status find_place(cds_ctx *ctx, const char *data_dir, const char *replica,
                             const char **url)
{
    const cds_status status = srv_place_read(ctx, data_dir, url);
    if (status != CDS_OK || replica == NULL)
        return status;
    if (*url == NULL || !srv_place_is_postgres(replica))
        return cds_fail(ctx, CDS_FAILED, "--read-from",
                        "a replica is named as postgresql://user@host/database, and is one of "
                        "the PostgreSQL database that --store names");
    *url = replica;
    return CDS_OK;
}

static cds_status connect_as(cds_ctx *ctx, srv_store *store, srv_standing as,
                             const char *replica)
{
    const char *url = NULL;
    cds_status status = find_place(ctx, store->data_dir, replica, &url);
    if (status == CDS_OK && as == SRV_HOLDS_FOLDER)
        status = srv_data_dir_lock(ctx, store->data_dir, &store->lock);
    if (status != CDS_OK)
        return status;
    store->driver = url == NULL ? &srv_sqlite : &srv_postgres;
    return url == NULL ? srv_sqlite_open(ctx, store) : srv_postgres_open(ctx, store, url);
}

static cds_status open_as(cds_ctx *ctx, const char *data_dir, srv_standing as,
                          const char *replica, srv_store **out)
{
    srv_store *store = calloc(1, sizeof *store);
    CDS_PROMISE(store != NULL);
    *store = (srv_store){.lock = -1,
                         .writable = as >= SRV_WRITES_BESIDE,
                         .on_loop = as == SRV_READS_ON_LOOP,
                         .data_dir = strdup(data_dir)};
    CDS_PROMISE(store->data_dir != NULL);
    const cds_status status = connect_as(ctx, store, as, replica);
    if (status == CDS_OK)
        *out = store;
    else
        srv_store_close(store);
    return status;
}

cds_status srv_store_open(cds_ctx *ctx, const char *data_dir, bool writable, srv_store **out)
{
    const cds_status status = writable ? srv_data_dir_make(ctx, data_dir) : CDS_OK;
    return status == CDS_OK
               ? open_as(ctx, data_dir, writable ? SRV_HOLDS_FOLDER : SRV_READS, NULL, out)
               : status;
}

cds_status srv_store_open_beside(cds_ctx *ctx, const char *data_dir, srv_store **out)
{
    return open_as(ctx, data_dir, SRV_WRITES_BESIDE, NULL, out);
}

cds_status srv_store_open_replica(cds_ctx *ctx, const char *data_dir, const char *url,
                                  srv_store **out)
{
    return open_as(ctx, data_dir, SRV_READS, url, out);
}

cds_status srv_store_open_on_loop(cds_ctx *ctx, const char *data_dir, srv_store **out)
{
    return open_as(ctx, data_dir, SRV_READS_ON_LOOP, NULL, out);
}

void srv_store_close(srv_store *store)
{
    if (store == NULL)
        return;
    if (store->driver != NULL)
        store->driver->close(store);
    if (store->lock >= 0)
        (void)close(store->lock);
    free(store->data_dir);
    free(store);
}

cds_text srv_store_node(const srv_store *store)
{
    return cds_text_of(store->node);
}

bool srv_store_is_shared(const srv_store *store)
{
    return store->driver->many_logs;
}

bool srv_store_await_step(srv_store *store, int wake, int wait_ms)
{
    if (store != NULL && store->driver->await != NULL)
        return store->driver->await(store, wake, wait_ms);
    struct pollfd ready = {.fd = wake, .events = POLLIN};
    (void)poll(&ready, 1, wait_ms);
    return false;
}

bool srv_store_is_there(const srv_store *store)
{
    return store->driver->is_there(store);
}

cds_status srv_store_probe(cds_ctx *ctx, srv_store *store)
{
    CDS_PROMISE(store->writable);
    return store->driver->probe(ctx, store);
}

void srv_store_tidy(srv_store *store, bool idle)
{
    store->driver->tidy(store, idle);
}

cds_status srv_store_scrub(cds_ctx *ctx, srv_store *store, bool whole)
{
    return store->driver->scrub(ctx, store, whole);
}
