// SPDX-License-Identifier: Apache-2.0
// Holds the service together: workers' slots, the clinic's day, and reloading.
#include "server/api/service.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/decide/advice.h"

void *srv_slot_open(void *service, srv_worker *worker)
{
    (void)worker;
    srv_slot *slot = calloc(1, sizeof *slot);
    if (slot != NULL)
        slot->service = service;
    return slot;
}

void srv_slot_close(void *service, void *slot_of_worker)
{
    (void)service;
    srv_slot *slot = slot_of_worker;
    cds_sandbox_close(slot->sandbox);
    srv_release_drop(slot->release);
    srv_store_close(slot->store);
    free(slot);
}

/** Moves the slot to the release in force; on failure it stays where it is. */
static void follow(cds_ctx *ctx, srv_slot *slot, uint64_t generation)
{
    srv_release *release = srv_releases_retain(slot->service->releases);
    cds_sandbox *sandbox = NULL;
    if (release == NULL)
        return;
    if (cds_sandbox_open(ctx, release->rules, cds_default_budget, &sandbox) != CDS_OK) {
        srv_release_drop(release);
        return;
    }
    cds_sandbox_close(slot->sandbox);
    srv_release_drop(slot->release);
    slot->sandbox = sandbox;
    slot->release = release;
    slot->generation = generation;
}

srv_slot *srv_slot_ready(srv_exchange *exchange)
{
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    uint64_t generation = srv_releases_generation(slot->service->releases);
    if (slot->generation != generation)
        follow(srv_exchange_ctx(exchange), slot, generation);
    if (slot->release != NULL)
        return slot;
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("5"));
    srv_exchange_problem(exchange, 503, "No release of rules is active; activate one.");
    return NULL;
}

void srv_slot_count(srv_slot *slot, const cds_evaluation *evaluation)
{
    srv_metrics *metrics = &slot->service->metrics;
    const cds_ruleset_view *rules = evaluation->rules;
    atomic_fetch_add_explicit(&metrics->evaluations, 1, memory_order_relaxed);
    for (size_t i = 0; i < rules->rule_count; i++) {
        cds_incomplete why = cds_rule_incomplete(evaluation, &rules->rules[i]);
        if (why == CDS_WHY_BUDGET || why == CDS_WHY_ERROR)
            atomic_fetch_add_explicit(&slot->release->incomplete[i], 1, memory_order_relaxed);
    }
}

cds_date srv_service_today(const srv_service *service)
{
    return (cds_date){atomic_load_explicit(&service->today, memory_order_relaxed)};
}

/** Days are counted where the clinic is. */
static void use_time_zone(const srv_release *release)
{
    const cds_json *setting =
        cds_json_member(cds_ruleset_look(release->rules)->clinic, CDS_TEXT("time_zone"));
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

cds_status srv_service_load(cds_ctx *ctx, srv_service *service)
{
    cds_status status = srv_releases_load(ctx, service->releases, &service->folder);
    srv_release *release = srv_releases_retain(service->releases);
    if (release != NULL)
        use_time_zone(release);
    srv_release_drop(release);
    set_today(service);
    return status;
}

static void say_in_force(const srv_service *service)
{
    srv_release *release = srv_releases_retain(service->releases);
    fprintf(stderr, "tendon: release %s %s is in force\n", release->name,
            cds_ruleset_look(release->rules)->digest_text);
    srv_release_drop(release);
}

void srv_service_reload(void *of)
{
    srv_service *service = of;
    cds_ctx ctx = {.mem = cds_arena_new(SRV_RELEASE_ARENA_BYTES)};
    CDS_PROMISE(ctx.mem != NULL);
    service->signature = srv_folder_signature(&service->folder);
    uint64_t before = srv_releases_generation(service->releases);
    if (srv_service_load(&ctx, service) != CDS_OK) {
        atomic_fetch_add(&service->metrics.failed_reloads, 1);
        fprintf(stderr, "tendon: these rules are refused%s: %s: %s\n",
                before > 0 ? ", those in force stay" : "", ctx.error.where, ctx.error.what);
    } else if (srv_releases_generation(service->releases) != before) {
        atomic_fetch_add(&service->metrics.reloads, 1);
        say_in_force(service);
    }
    cds_arena_free(ctx.mem);
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

void srv_service_refresh(void *of)
{
    reload_clients(of);
    srv_service_reload(of);
}

void srv_service_tick(void *of)
{
    srv_service *service = of;
    set_today(service);
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
