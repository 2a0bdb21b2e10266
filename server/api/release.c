// SPDX-License-Identifier: Apache-2.0
// Loads releases and holds the one in force.
#include "server/api/release.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/buf.h"
#include "server/api/catalogue.h"
#include "server/record/entry.h"

struct srv_releases {
    pthread_mutex_t lock;
    srv_release *active;
    _Atomic uint64_t generation;
    const char *_Atomic why_none;
};

srv_releases *srv_releases_new(void)
{
    srv_releases *releases = calloc(1, sizeof *releases);
    CDS_PROMISE(releases != NULL);
    CDS_PROMISE(pthread_mutex_init(&releases->lock, NULL) == 0);
    atomic_store(&releases->why_none, "No release of rules is active; activate one.");
    return releases;
}

void srv_releases_free(srv_releases *releases)
{
    if (releases == NULL)
        return;
    srv_release_drop(releases->active);
    (void)pthread_mutex_destroy(&releases->lock);
    free(releases);
}

void srv_release_drop(srv_release *release)
{
    if (release == NULL || atomic_fetch_sub(&release->count, 1) != 1)
        return;
    cds_ruleset_drop(release->rules);
    cds_arena_free(release->mem);
    free(release);
}

uint64_t srv_releases_generation(const srv_releases *releases)
{
    return atomic_load_explicit(&releases->generation, memory_order_acquire);
}

srv_release *srv_releases_retain(srv_releases *releases)
{
    CDS_PROMISE(pthread_mutex_lock(&releases->lock) == 0);
    srv_release *release = releases->active;
    if (release != NULL)
        atomic_fetch_add(&release->count, 1);
    CDS_PROMISE(pthread_mutex_unlock(&releases->lock) == 0);
    return release;
}

static cds_status write_envelope(cds_ctx *ctx, srv_release *release)
{
    const cds_ruleset_view *view = cds_ruleset_look(release->rules);
    char time[25];
    srv_time_format(release->activated_ms, time);
    cds_buf buf;
    cds_buf_init(&buf, release->mem);
    cds_buf_word(&buf, "\"release\":{\"digest\":\"");
    cds_buf_word(&buf, view->digest_text);
    cds_buf_word(&buf, "\",\"name\":");
    cds_buf_json(&buf, cds_text_of(release->name));
    if (release->activated_ms > 0) {
        cds_buf_word(&buf, ",\"activated_at\":");
        cds_buf_json(&buf, cds_text_of(time));
    }
    cds_buf_word(&buf, "},\"engine\":\"" TENDON_VERSION "\"");
    return cds_buf_end(ctx, &buf, &release->envelope);
}

/** The texts are made in memory of their own, so that only the finished ones are kept. */
static cds_status write_texts(cds_ctx *ctx, srv_release *release)
{
    cds_text catalogue;
    cds_ctx own = {.mem = release->mem};
    cds_status status = write_envelope(&own, release);
    if (status == CDS_OK)
        status = srv_catalogue_write(ctx, release, &catalogue);
    if (status == CDS_OK)
        status = cds_text_copy(&own, catalogue, &release->catalogue);
    if (own.error.status != CDS_OK)
        ctx->error = own.error;
    return status;
}

cds_status srv_release_make(cds_ctx *ctx, const srv_adopted *adopted, srv_release **out)
{
    srv_release *release = calloc(1, sizeof *release);
    CDS_PROMISE(release != NULL);
    release->mem = cds_arena_new(SRV_RELEASE_ARENA_BYTES);
    CDS_PROMISE(release->mem != NULL);
    atomic_store(&release->count, 1);
    release->rules = adopted->rules;
    release->activated_ms = adopted->activated_ms;
    memcpy(release->name, adopted->name, sizeof release->name);
    release->incomplete = cds_alloc(release->mem, cds_ruleset_look(release->rules)->rule_count *
                                                      sizeof *release->incomplete);
    CDS_PROMISE(release->incomplete != NULL); // of a fresh release's memory
    cds_status status = write_texts(ctx, release);
    if (status != CDS_OK) {
        srv_release_drop(release);
        return status;
    }
    *out = release;
    return CDS_OK;
}

static void swap_in(srv_releases *releases, srv_release *release)
{
    CDS_PROMISE(pthread_mutex_lock(&releases->lock) == 0);
    srv_release *old = releases->active;
    releases->active = release;
    CDS_PROMISE(pthread_mutex_unlock(&releases->lock) == 0);
    atomic_fetch_add_explicit(&releases->generation, 1, memory_order_release);
    srv_release_drop(old);
}

void srv_releases_withdraw(srv_releases *releases, const char *why)
{
    atomic_store(&releases->why_none, why);
    if (releases->active != NULL)
        swap_in(releases, NULL);
}

const char *srv_releases_why_none(const srv_releases *releases)
{
    return atomic_load(&releases->why_none);
}

static bool in_force(const srv_releases *releases, const srv_adopted *adopted)
{
    const srv_release *active = releases->active;
    return active != NULL && active->activated_ms == adopted->activated_ms &&
           cds_text_is(cds_text_of(cds_ruleset_look(adopted->rules)->digest_text),
                       cds_ruleset_look(active->rules)->digest_text);
}

cds_status srv_releases_put(cds_ctx *ctx, srv_releases *releases, const srv_adopted *adopted)
{
    srv_release *release = NULL;
    if (in_force(releases, adopted)) {
        cds_ruleset_drop(adopted->rules);
        return CDS_OK;
    }
    cds_status status = srv_release_make(ctx, adopted, &release);
    if (status == CDS_OK)
        swap_in(releases, release);
    return status;
}
