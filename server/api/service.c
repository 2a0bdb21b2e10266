// SPDX-License-Identifier: Apache-2.0
// What each worker has of its own, following the release in force.
#include "server/api/service.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/decide/advice.h"

#define WORK_BYTES ((size_t)384 << 10) // a large decision; untouched pages cost nothing

void *srv_slot_open(void *service, srv_worker *worker)
{
    (void)worker;
    srv_slot *slot = calloc(1, sizeof *slot);
    if (slot == NULL)
        return NULL;
    slot->service = service;
    slot->work.mem = cds_arena_new_with(CDS_REQUEST_ARENA_BYTES, WORK_BYTES);
    CDS_PROMISE(slot->work.mem != NULL);
    (void)srv_store_open_on_loop(srv_slot_work(slot), slot->service->data_dir, &slot->store);
    return slot;
}

void srv_slot_close(void *service, void *slot_of_worker)
{
    srv_service *of = service;
    srv_slot *slot = slot_of_worker;
    cds_sandbox_close(slot->sandbox);
    srv_release_drop(slot->release);
    srv_readers_cancel(of->readers, &slot->order);
    srv_store_close(slot->store);
    cds_arena_free(slot->work.mem);
    free(slot);
}

cds_ctx *srv_slot_work(srv_slot *slot)
{
    cds_arena_reset(slot->work.mem);
    cds_error_clear(&slot->work);
    return &slot->work;
}

/** Moves the slot to the release in force; on failure it has none, and the next request tries
 *  again: another than the one in force would answer wrongly. */
static void move(cds_ctx *ctx, srv_slot *slot, uint64_t generation)
{
    srv_release *release = srv_releases_retain(slot->service->releases);
    cds_sandbox_close(slot->sandbox);
    srv_release_drop(slot->release);
    slot->sandbox = NULL;
    slot->release = NULL;
    if (release != NULL &&
        cds_sandbox_open(ctx, release->rules, cds_serving_budget, &slot->sandbox) != CDS_OK) {
        srv_release_drop(release);
        cds_error_clear(ctx);
        return;
    }
    slot->release = release;
    slot->generation = generation;
}

bool srv_slot_follow(cds_ctx *ctx, srv_slot *slot)
{
    const uint64_t generation = srv_releases_generation(slot->service->releases);
    if (slot->generation != generation)
        move(ctx, slot, generation);
    return slot->release != NULL;
}

srv_slot *srv_slot_ready(srv_exchange *exchange)
{
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    if (srv_slot_follow(srv_exchange_ctx(exchange), slot))
        return slot;
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("5"));
    srv_exchange_problem(exchange, 503, srv_releases_why_none(slot->service->releases));
    return NULL;
}

void srv_slot_count(srv_slot *slot, const cds_evaluation *evaluation)
{
    srv_metrics *metrics = &slot->service->metrics;
    const cds_ruleset_view *rules = evaluation->rules;
    atomic_fetch_add_explicit(&metrics->evaluations, 1, memory_order_relaxed);
    const bool any = cds_any_incomplete(evaluation);
    for (size_t i = 0; any && i < rules->rule_count; i++) {
        cds_incomplete why = cds_rule_incomplete(evaluation, &rules->rules[i]);
        if (why == CDS_WHY_BUDGET || why == CDS_WHY_ERROR)
            atomic_fetch_add_explicit(&slot->release->incomplete[i], 1, memory_order_relaxed);
    }
}

cds_date srv_service_today(const srv_service *service)
{
    return (cds_date){atomic_load_explicit(&service->today, memory_order_relaxed)};
}

srv_rule_of_choice srv_service_choice(const srv_service *service)
{
    return (srv_rule_of_choice){.today = srv_service_today(service),
                                .governed = service->governed,
                                .needed = service->approvals};
}
