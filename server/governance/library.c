// SPDX-License-Identifier: Apache-2.0
// Finds or loads a release under one lock; a library holds a handful.
#include "server/governance/library.h"

#include <pthread.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "server/record/steps.h"

#define LOAD_BYTES ((size_t)64 << 20)

typedef struct shelf {
    cds_ruleset *rules;
    struct shelf *next;
} shelf;

struct srv_library {
    const char *data_dir;
    pthread_mutex_t lock; // of the shelves
    shelf *first;
};

srv_library *srv_library_new(const char *data_dir)
{
    srv_library *library = calloc(1, sizeof *library);
    CDS_PROMISE(library != NULL && pthread_mutex_init(&library->lock, NULL) == 0);
    library->data_dir = data_dir;
    return library;
}

void srv_library_free(srv_library *library)
{
    if (library == NULL)
        return;
    for (shelf *one = library->first; one != NULL;) {
        shelf *next = one->next;
        cds_ruleset_drop(one->rules);
        free(one);
        one = next;
    }
    (void)pthread_mutex_destroy(&library->lock);
    free(library);
}

static bool has_digest(const cds_ruleset *rules, cds_text digest)
{
    return cds_text_is(digest, cds_ruleset_look(rules)->digest_text);
}

static cds_ruleset *find(const srv_library *library, cds_text digest)
{
    for (const shelf *one = library->first; one != NULL; one = one->next) {
        if (has_digest(one->rules, digest))
            return one->rules;
    }
    return NULL;
}

static cds_status load(cds_ctx *ctx, const char *data_dir, cds_text digest, cds_ruleset **out)
{
    srv_store *store = NULL;
    srv_files files = {0};
    cds_status status = srv_store_open(ctx, data_dir, false, &store);
    if (status == CDS_OK)
        status = srv_store_files(ctx, store, digest, &files);
    srv_store_close(store);
    if (status == CDS_OK)
        status = cds_ruleset_load(ctx, files.list, files.count, out);
    if (status == CDS_OK && !has_digest(*out, digest)) {
        cds_ruleset_drop(*out);
        *out = NULL;
        status = cds_fail(ctx, CDS_FAILED, "",
                          "the files kept for a release are not those it was made of; "
                          "run `tendon log verify`");
    }
    return status;
}

/** Under the lock; takes the ruleset over. */
static void put(srv_library *library, cds_ruleset *rules)
{
    shelf *one = malloc(sizeof *one);
    CDS_PROMISE(one != NULL);
    *one = (shelf){rules, library->first};
    library->first = one;
}

void srv_library_put(srv_library *library, cds_ruleset *rules)
{
    CDS_PROMISE(pthread_mutex_lock(&library->lock) == 0);
    put(library, cds_ruleset_retain(rules));
    CDS_PROMISE(pthread_mutex_unlock(&library->lock) == 0);
}

/** Under the lock, in memory of its own: the release copies what it needs. */
static cds_status find_or_load(cds_ctx *ctx, srv_library *library, cds_text digest,
                               cds_ruleset **out)
{
    *out = find(library, digest);
    if (*out != NULL)
        return CDS_OK;
    cds_ctx own = {.mem = cds_arena_new(LOAD_BYTES)};
    CDS_PROMISE(own.mem != NULL);
    const cds_status status = load(&own, library->data_dir, digest, out);
    if (status == CDS_OK)
        put(library, *out);
    else
        ctx->error = own.error;
    cds_arena_free(own.mem);
    return status;
}

cds_status srv_library_get(cds_ctx *ctx, srv_library *library, cds_text digest,
                           cds_ruleset **out)
{
    CDS_PROMISE(pthread_mutex_lock(&library->lock) == 0);
    const cds_status status = find_or_load(ctx, library, digest, out);
    if (status == CDS_OK)
        (void)cds_ruleset_retain(*out);
    CDS_PROMISE(pthread_mutex_unlock(&library->lock) == 0);
    return status;
}
