// SPDX-License-Identifier: Apache-2.0
// The writer's start and end: the store is opened, the log made ready, what is known of its
// keys read, and then the thread begins.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/entry.h"
#include "server/record/keys.h"
#include "server/record/logs.h"
#include "server/record/writer_inner.h"

#define ARENA_BYTES ((size_t)1 << 20)

void srv_writer_say_broken(const cds_ctx *ctx)
{
    fprintf(stderr,
            "tendon: the record cannot be written now, and is tried again by itself: %s\n",
            ctx->error.what);
}

static void make_lock(srv_writer *writer)
{
    pthread_condattr_t monotonic;
    CDS_PROMISE(pthread_condattr_init(&monotonic) == 0);
    CDS_PROMISE(pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) == 0);
    CDS_PROMISE(pthread_cond_init(&writer->wake, &monotonic) == 0);
    CDS_PROMISE(pthread_mutex_init(&writer->lock, NULL) == 0);
    (void)pthread_condattr_destroy(&monotonic);
}

void srv_writer_free(srv_writer *writer)
{
    (void)pthread_cond_destroy(&writer->wake);
    (void)pthread_mutex_destroy(&writer->lock);
    cds_arena_free(writer->ctx.mem);
    srv_key_filter_free(writer->keys);
    free(writer->data_dir);
    free(writer);
}

// The key is there, and a tail that a crash left is signed. A full disk is no reason not to
// start: what is there can be read, and room may come back.
static cds_status ready_log(cds_ctx *ctx, srv_writer *writer)
{
    srv_store *store = writer->store;
    srv_log_key *key = &writer->key;
    const cds_status status =
        srv_log_key_open(ctx, writer->data_dir, srv_store_node(store), key);
    if (status != CDS_OK)
        return status;
    const bool healthy = srv_store_probe(ctx, store) == CDS_OK &&
                         srv_store_note_signer(ctx, store, &key->signer) == CDS_OK;
    if (!healthy)
        srv_writer_say_broken(ctx);
    cds_error_clear(ctx);
    atomic_store(&writer->healthy, healthy);
    return healthy ? srv_store_sign(ctx, store, key) : CDS_OK;
}

// What the log has of the last day. It stays true for a store that is opened anew.
static cds_status ready_keys(cds_ctx *ctx, srv_writer *writer)
{
    if (srv_store_is_shared(writer->store))
        return CDS_OK;
    writer->keys = srv_key_filter_new();
    if (writer->keys == NULL)
        return cds_fail_memory(ctx);
    srv_store_know_keys(writer->store, writer->keys);
    return srv_store_load_keys(ctx, writer->store, srv_time_now_ms() - SRV_IDEMPOTENCY_MS);
}

static srv_writer *new_writer(const char *data_dir)
{
    srv_writer *writer = calloc(1, sizeof *writer);
    CDS_PROMISE(writer != NULL);
    writer->ctx.mem = cds_arena_new(ARENA_BYTES);
    writer->data_dir = strdup(data_dir);
    CDS_PROMISE(writer->ctx.mem != NULL && writer->data_dir != NULL);
    make_lock(writer);
    return writer;
}

static cds_status ready(cds_ctx *ctx, srv_writer *writer)
{
    cds_status status = srv_store_open(ctx, writer->data_dir, true, &writer->store);
    if (status == CDS_OK)
        status = ready_log(ctx, writer);
    if (status == CDS_OK)
        status = ready_keys(ctx, writer);
    if (status != CDS_OK)
        return status;
    memcpy(writer->node, srv_store_node(writer->store).data, sizeof writer->node);
    writer->retry_ms = srv_time_monotonic_ms() + SRV_RETRY_MS;
    writer->sign_ms = srv_time_monotonic_ms() + SRV_SIGN_MS;
    return pthread_create(&writer->thread, NULL, srv_writer_run, writer) == 0
               ? CDS_OK
               : cds_fail(ctx, CDS_FAILED, "", "the writer's thread could not be started");
}

cds_status srv_writer_start(cds_ctx *ctx, const char *data_dir, srv_writer **out)
{
    srv_writer *writer = new_writer(data_dir);
    const cds_status status = ready(ctx, writer);
    if (status == CDS_OK) {
        *out = writer;
    } else {
        srv_store_close(writer->store);
        srv_writer_free(writer);
    }
    return status;
}
