// SPDX-License-Identifier: Apache-2.0
// Mesh after mesh: what passes the first is tried on the second.
#include "engine/decide/sift.h"

#include <math.h>

#include "engine/base/arena.h"

static double number_of(const cds_fact *fact, cds_field_kind kind)
{
    switch (kind) {
    case CDS_YESNO:
        return fact->yes ? 1 : 0;
    case CDS_CHOICE:
        return fact->option;
    default:
        return fact->number;
    }
}

// How far the fact reaches. Unknown is no number: it falls short of nothing; what nobody asked
// for falls short of everything.
static double reach_of(const cds_facts *facts, const cds_scale *scale)
{
    const cds_fact *fact = &facts->list[scale->field];
    if (!fact->known) {
        return scale->request ? -INFINITY : NAN;
    }
    double number = number_of(fact, scale->kind);
    return scale->down ? -number : number;
}

static bool passes(const cds_mesh *mesh, const double *reaches, size_t rule)
{
    return !(reaches[mesh->scales[rule]] < mesh->numbers[rule]);
}

// Without a branch, which would be guessed wrong as often as right.
static size_t pass_all(const cds_mesh *mesh, const double *reaches, uint32_t *list,
                       size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        list[kept] = (uint32_t)i;
        kept += passes(mesh, reaches, i);
    }
    return kept;
}

static size_t pass(const cds_mesh *mesh, const double *reaches, uint32_t *list, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        list[kept] = list[i];
        kept += passes(mesh, reaches, list[i]);
    }
    return kept;
}

static double *measure(cds_ctx *ctx, const cds_sieve *sieve, const cds_facts *facts)
{
    double *reaches = cds_alloc_raw(ctx->mem, sieve->scale_count * sizeof *reaches);
    if (reaches != NULL) {
        reaches[0] = NAN;
    }
    for (size_t i = 1; reaches != NULL && i < sieve->scale_count; i++) {
        reaches[i] = reach_of(facts, &sieve->scales[i]);
    }
    return reaches;
}

cds_status cds_sift_none(cds_ctx *ctx, const cds_ruleset_view *rules, cds_standing *out)
{
    uint32_t *list = cds_alloc_raw(ctx->mem, rules->rule_count * sizeof *list);
    if (list == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < rules->rule_count; i++) {
        list[i] = (uint32_t)i;
    }
    *out = (cds_standing){list, rules->rule_count};
    return CDS_OK;
}

cds_status cds_sift(cds_ctx *ctx, const cds_ruleset_view *rules, const cds_facts *facts,
                    cds_standing *out)
{
    const cds_sieve *sieve = rules->sieve;
    if (sieve == NULL) {
        return cds_sift_none(ctx, rules, out);
    }
    uint32_t *list = cds_alloc_raw(ctx->mem, rules->rule_count * sizeof *list);
    const double *reaches = measure(ctx, sieve, facts);
    if (list == NULL || reaches == NULL) {
        return cds_fail_memory(ctx);
    }
    size_t count = pass_all(&sieve->meshes[0], reaches, list, rules->rule_count);
    for (size_t i = 1; i < CDS_BOUNDS; i++) {
        count = pass(&sieve->meshes[i], reaches, list, count);
    }
    *out = (cds_standing){list, count};
    return CDS_OK;
}

size_t cds_standing_before(const cds_standing *standing, size_t rule)
{
    size_t low = 0;
    size_t high = standing->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (standing->list[middle] < rule) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
