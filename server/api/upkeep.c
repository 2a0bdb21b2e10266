// SPDX-License-Identifier: Apache-2.0
// What the main thread looks after: which release rules, the clinic's day, the clients.
#include "server/api/upkeep.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/governance/watch.h"
#include "server/http/tls.h"
#include "server/record/entry.h"

#define RETRY_MS 1000
#define RETRY_DOUBLED 5

void srv_use_time_zone(const cds_ruleset *rules)
{
    const cds_json *setting =
        cds_json_member(cds_ruleset_look(rules)->clinic, CDS_TEXT("time_zone"));
    char zone[80];
    char path[128];
    if (setting == NULL || setting->kind != CDS_JSON_STRING ||
        setting->text.length >= sizeof zone)
        return;
    (void)snprintf(zone, sizeof zone, "%.*s", (int)setting->text.length, setting->text.data);
    (void)snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", zone);
    if (access(path, R_OK) != 0)
        fprintf(
            stderr,
            "tendon: time zone %s is not on this machine (Debian: tzdata); days are counted "
            "in UTC\n",
            zone);
    (void)setenv("TZ", zone, 1);
    tzset();
}

static void set_today(srv_service *service)
{
    time_t now = time(NULL);
    struct tm local;
    char text[CDS_DATE_LENGTH + 1];
    cds_date today;
    CDS_PROMISE(localtime_r(&now, &local) != NULL);
    (void)strftime(text, sizeof text, "%Y-%m-%d", &local);
    if (cds_date_parse(cds_text_of(text), &today))
        atomic_store_explicit(&service->today, today.days, memory_order_relaxed);
}

static cds_status adopt(cds_ctx *ctx, const srv_service *service, srv_adopted *out)
{
    const srv_adopting with = {.store = service->store,
                               .writer = service->writer,
                               .choice = srv_service_choice(service)};
    return service->governed ? srv_adopt_ruling(ctx, &with, service->library, out)
                             : srv_adopt_folder(ctx, &with, &service->folder, out);
}

void srv_service_settle_day(srv_service *service)
{
    srv_release *release = srv_releases_retain(service->releases);
    if (release != NULL)
        srv_use_time_zone(release->rules);
    srv_release_drop(release);
    set_today(service);
}

/** By the register another release rules than the one in force, or nobody can tell: then this
 *  node answers with none. A folder that can't be loaded leaves those in force. */
static const char *why_none(cds_status status, const srv_adopted *adopted)
{
    if (adopted->is_known)
        return "The release that is active could not be loaded by this node; its log says why. "
               "Ask another node.";
    return status == CDS_FAILED || status == CDS_NOT_FOUND
               ? NULL
               : "The register of releases can't be understood by this node; its log says why. "
                 "Ask another node.";
}

static cds_status load(cds_ctx *ctx, srv_service *service)
{
    srv_adopted adopted = {0};
    cds_status status = adopt(ctx, service, &adopted);
    if (status == CDS_OK)
        status = srv_releases_put(ctx, service->releases, &adopted);
    if (status != CDS_OK && service->governed && why_none(status, &adopted) != NULL)
        srv_releases_withdraw(service->releases, why_none(status, &adopted));
    srv_service_settle_day(service);
    return status;
}

static void say_in_force(const srv_service *service)
{
    srv_release *release = srv_releases_retain(service->releases);
    fprintf(stderr, "tendon: release %s %s is in force\n", release->name,
            cds_ruleset_look(release->rules)->digest_text);
    srv_release_drop(release);
}

static bool is_in_force(const srv_service *service)
{
    srv_release *release = srv_releases_retain(service->releases);
    srv_release_drop(release);
    return release != NULL;
}

static void say_refused(srv_service *service, const cds_error *error)
{
    atomic_fetch_add(&service->metrics.failed_reloads, 1);
    fprintf(stderr, "tendon: %s%s: %s%s%s\n",
            service->governed ? "the release that rules cannot be loaded"
                              : "these rules are refused",
            is_in_force(service) ? ", those in force stay" : "", error->where,
            error->where[0] == '\0' ? "" : ": ", error->what);
}

/** What cannot be put in force is tried again, less and less often. */
static void note_outcome(srv_service *service, bool failed)
{
    service->failures = failed ? service->failures + 1 : 0;
    const unsigned doubled =
        service->failures < RETRY_DOUBLED ? service->failures : RETRY_DOUBLED;
    service->retry_ms = srv_time_monotonic_ms() + (RETRY_MS << doubled);
    service->signature = srv_folder_signature(&service->folder);
    service->settled_on = srv_service_today(service).days;
}

void srv_service_reload(void *of)
{
    srv_service *service = of;
    cds_ctx ctx = {.mem = cds_arena_new(SRV_RELEASE_ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    const uint64_t before = srv_releases_generation(service->releases);
    if (service->watch != NULL) // a step that comes from here on is another change
        service->last_step = srv_watch_step(service->watch);
    const cds_status status = load(&ctx, service);
    if (status == CDS_NOT_FOUND && before == 0)
        fprintf(stderr, "tendon: %s\n", ctx.error.what);
    else if (status != CDS_OK)
        say_refused(service, &ctx.error);
    else if (srv_releases_generation(service->releases) != before) {
        atomic_fetch_add(&service->metrics.reloads, 1);
        say_in_force(service);
    }
    note_outcome(service, status != CDS_OK && status != CDS_NOT_FOUND);
    cds_arena_free(ctx.mem);
    (void)malloc_trim(0); // what loading took goes back: an idle service is small
}

static void reload_clients(srv_service *service)
{
    cds_ctx ctx = {.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    if (srv_access_load(&ctx, service->access) != CDS_OK)
        fprintf(stderr,
                "tendon: this clients file is refused, the clients before stay: %s: %s\n",
                ctx.error.where, ctx.error.what);
    cds_arena_free(ctx.mem);
}

static void reload_certificate(srv_service *service)
{
    cds_ctx ctx = {.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    if (service->tls != NULL && srv_tls_server_reload(&ctx, service->tls) != CDS_OK)
        fprintf(stderr, "tendon: the certificate before stays: %s: %s\n", ctx.error.where,
                ctx.error.what);
    cds_arena_free(ctx.mem);
}

void srv_service_refresh(void *of)
{
    reload_certificate(of);
    reload_clients(of);
    srv_service_reload(of);
}

/** The register has a new step, a day has come that an activation waited for, or what rules
 *  could not be put in force and is tried again. */
static bool is_reload_due(const srv_service *service)
{
    return srv_watch_step(service->watch) != service->last_step ||
           srv_service_today(service).days != service->settled_on ||
           (service->failures > 0 && srv_time_monotonic_ms() >= service->retry_ms);
}

/** Without the register nobody knows which release rules: another may by now. */
static void follow_register(srv_service *service)
{
    if (!srv_watch_is_stale(service->watch)) {
        if (is_reload_due(service))
            srv_service_reload(service);
        return;
    }
    if (is_in_force(service)) {
        fprintf(stderr, "tendon: the register of releases can't be read; until it can, nothing "
                        "is answered\n");
        srv_releases_withdraw(service->releases,
                              "This node can't read which release is active. Ask another node, "
                              "or again later.");
    }
    service->failures = 1; // as soon as it can be read
}

static void follow_folder(srv_service *service)
{
    uint64_t now = srv_folder_signature(&service->folder);
    if (now == service->signature || now == 0) {
        service->changing = 0;
        return;
    }
    // An editor may still be writing: a change counts when it is the same a second later.
    if (service->changing == now)
        srv_service_reload(service);
    service->changing = now;
}

/** What a burst took goes back in the first second without an evaluation. */
static void give_back(srv_service *service)
{
    const uint64_t evaluations = atomic_load(&service->metrics.evaluations);
    if (evaluations != service->evaluations)
        service->is_given_back = false;
    else if (!service->is_given_back) {
        (void)malloc_trim(0);
        service->is_given_back = true;
    }
    service->evaluations = evaluations;
}

void srv_service_tick(void *of)
{
    srv_service *service = of;
    set_today(service);
    give_back(service);
    if (service->governed)
        follow_register(service);
    else
        follow_folder(service);
}
