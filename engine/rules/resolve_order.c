// SPDX-License-Identifier: Apache-2.0
// Which decision reads which, through rules and findings, and an order in which each is
// decided before it is read.
#include "engine/rules/resolve.h"

#include "engine/base/arena.h"
#include "engine/rules/form.h"

enum { WHITE, GREY, BLACK };

typedef struct ordering {
    cds_resolving *all;
    cds_pointers *reads;    // of each decision: those it reads
    unsigned *condition_by; // decision + 1 that looked at the condition last
    unsigned char *colours;
    const cds_decision **order;
    size_t count;
} ordering;

static bool collect(ordering *at, const cds_condition *condition, size_t reader)
{
    if (condition == NULL || at->condition_by[condition->index] == reader + 1) {
        return true;
    }
    at->condition_by[condition->index] = (unsigned)reader + 1;
    for (size_t i = 0; i < condition->part_count; i++) {
        if (!collect(at, condition->parts[i], reader)) {
            return false;
        }
    }
    if (condition->finding != NULL) {
        return collect(at, condition->finding->when, reader);
    }
    return condition->decision == NULL ||
           cds_pointers_add(at->all->builder->scratch, &at->reads[reader],
                            (void *)condition->decision);
}

static cds_status collect_all(ordering *at)
{
    const cds_ruleset_view *view = at->all->view;
    for (size_t i = 0; i < view->decision_count; i++) {
        bool fits = collect(at, view->decisions[i].suppressed_when, i);
        for (size_t r = view->first_rule[i]; r < view->first_rule[i + 1] && fits; r++) {
            bool retired = view->rules[r].status == CDS_RETIRED;
            fits = retired || collect(at, view->rules[r].when, i);
        }
        if (!fits) {
            return cds_fail_memory(at->all->builder->ctx);
        }
    }
    return CDS_OK;
}

static cds_status visit(ordering *at, const cds_decision *decision)
{
    unsigned char *colour = &at->colours[decision->index];
    if (*colour == BLACK) {
        return CDS_OK;
    }
    *colour = GREY;
    const cds_pointers *reads = &at->reads[decision->index];
    for (size_t i = 0; i < reads->count; i++) {
        const cds_decision *read = reads->list[i];
        if (at->colours[read->index] == GREY) {
            return cds_refuse_place(at->all->builder->ctx, decision->place,
                                    "decision '%.*s' reads '%.*s', which reads it in turn: a "
                                    "circle",
                                    CDS_SAID(decision->name), CDS_SAID(read->name));
        }
        cds_status status = visit(at, read);
        if (status != CDS_OK) {
            return status;
        }
    }
    *colour = BLACK;
    at->order[at->count++] = decision;
    return CDS_OK;
}

cds_status cds_resolve_order(cds_resolving *all)
{
    cds_builder *builder = all->builder;
    size_t count = all->view->decision_count;
    ordering at = {
        .all = all,
        .reads = cds_alloc(builder->scratch, count * sizeof *at.reads),
        .condition_by = cds_alloc(builder->scratch, all->condition_count * sizeof(unsigned)),
        .colours = cds_alloc(builder->scratch, count),
        .order = cds_keep(builder, count, sizeof *at.order),
    };
    if (at.reads == NULL || at.condition_by == NULL || at.colours == NULL || at.order == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    cds_status status = collect_all(&at);
    for (size_t i = 0; i < count && status == CDS_OK; i++) {
        status = visit(&at, &all->decisions[i]);
    }
    all->view->evaluation_order = at.order;
    return status;
}
