// SPDX-License-Identifier: Apache-2.0
// Drafts are sorted and copied into the lists of the release; whoever pointed to a draft now
// points to its copy.
#include "engine/rules/resolve.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"

void *cds_keep(const cds_builder *builder, size_t count, size_t bytes)
{
    void *room = cds_alloc(builder->ctx->mem, count * bytes);
    if (room == NULL) {
        (void)cds_fail_memory(builder->ctx);
    }
    return room;
}

void *cds_made_at(const cds_builder *builder, cds_draft_kind kind, size_t position)
{
    return ((cds_draft *)builder->drafts[kind].list[position])->made;
}

static cds_status refuse_undeclared(const cds_builder *builder, const cds_draft *draft)
{
    const cds_pointers *all = &builder->drafts[draft->kind];
    cds_text *known = cds_alloc(builder->scratch, all->count * sizeof *known);
    if (known == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const cds_draft *other = all->list[i];
        if (other->declared) {
            known[count++] = other->name;
        }
    }
    cds_text nearest = cds_text_nearest(draft->name, known, count);
    return cds_refuse_place(builder->ctx, draft->place, "there is no %s '%.*s'%s%.*s%s",
                            cds_draft_noun(draft->kind), CDS_SAID(draft->name),
                            nearest.data == NULL ? "" : "; did you mean '", (int)nearest.length,
                            nearest.data == NULL ? "" : nearest.data,
                            nearest.data == NULL ? "" : "'?");
}

static cds_status check_declared(const cds_builder *builder)
{
    for (int kind = 0; kind < CDS_DRAFT_KINDS; kind++) {
        for (size_t i = 0; i < builder->drafts[kind].count; i++) {
            const cds_draft *draft = builder->drafts[kind].list[i];
            if (!draft->declared) {
                return refuse_undeclared(builder, draft);
            }
        }
    }
    return CDS_OK;
}

// Those named by `order` stand first, then by name.
static int by_position_and_name(const void *left, const void *right)
{
    const cds_draft *a = *(cds_draft *const *)left;
    const cds_draft *b = *(cds_draft *const *)right;
    if (a->position != b->position) {
        return a->position < b->position ? -1 : 1;
    }
    return cds_text_compare(a->name, b->name);
}

static void sort_drafts(cds_builder *builder)
{
    for (size_t i = 0; i < builder->order_count; i++) {
        builder->order[i]->position = i;
    }
    for (int kind = 0; kind < CDS_DRAFT_KINDS; kind++) {
        cds_pointers *all = &builder->drafts[kind];
        if (all->count > 0) {
            qsort(all->list, all->count, sizeof *all->list, by_position_and_name);
        }
        for (size_t i = 0; i < all->count; i++) {
            ((cds_draft *)all->list[i])->position = i;
        }
    }
}

// The small ones are copied as they are.
static cds_status copy_plain(cds_resolving *all)
{
    const cds_builder *builder = all->builder;
    cds_ruleset_view *view = all->view;
    view->source_count = builder->drafts[CDS_DRAFT_SOURCE].count;
    view->suggestion_count = builder->drafts[CDS_DRAFT_SUGGESTION].count;
    view->finding_count = builder->drafts[CDS_DRAFT_FINDING].count;
    view->measure_count = builder->drafts[CDS_DRAFT_MEASURE].count;
    cds_source *sources = cds_keep(builder, view->source_count, sizeof *sources);
    cds_suggestion *suggestions =
        cds_keep(builder, view->suggestion_count, sizeof *suggestions);
    all->findings = cds_keep(builder, view->finding_count, sizeof *all->findings);
    all->measures = cds_keep(builder, view->measure_count, sizeof *all->measures);
    if (sources == NULL || suggestions == NULL || all->findings == NULL ||
        all->measures == NULL) {
        return builder->ctx->error.status;
    }
    for (size_t i = 0; i < view->source_count; i++) {
        sources[i] = *(cds_source *)cds_made_at(builder, CDS_DRAFT_SOURCE, i);
    }
    for (size_t i = 0; i < view->suggestion_count; i++) {
        suggestions[i] = *(cds_suggestion *)cds_made_at(builder, CDS_DRAFT_SUGGESTION, i);
    }
    view->sources = sources;
    view->suggestions = suggestions;
    view->findings = all->findings;
    view->measures = all->measures;
    return CDS_OK;
}

// Both the draft and its copy know their place, so that pointers can be moved over.
static cds_status copy_indexed(cds_resolving *all)
{
    const cds_builder *builder = all->builder;
    cds_ruleset_view *view = all->view;
    for (size_t i = 0; i < view->finding_count; i++) {
        cds_finding *made = cds_made_at(builder, CDS_DRAFT_FINDING, i);
        made->index = i;
        all->findings[i] = *made;
    }
    for (size_t i = 0; i < view->measure_count; i++) {
        cds_measure *made = cds_made_at(builder, CDS_DRAFT_MEASURE, i);
        made->index = i;
        all->measures[i] = *made;
    }
    view->decision_count = builder->drafts[CDS_DRAFT_DECISION].count;
    all->decisions = cds_keep(builder, view->decision_count, sizeof *all->decisions);
    if (all->decisions == NULL) {
        return builder->ctx->error.status;
    }
    for (size_t i = 0; i < view->decision_count; i++) {
        cds_raw_decision *raw = cds_made_at(builder, CDS_DRAFT_DECISION, i);
        raw->made.index = i;
        all->decisions[i] = raw->made;
    }
    view->decisions = all->decisions;
    return CDS_OK;
}

static void move_pointers(cds_resolving *all)
{
    const cds_builder *builder = all->builder;
    for (size_t i = 0; i < builder->conditions.count; i++) {
        cds_condition *condition = builder->conditions.list[i];
        if (condition->finding != NULL) {
            condition->finding = &all->findings[condition->finding->index];
        }
        if (condition->decision != NULL) {
            condition->decision = &all->decisions[condition->decision->index];
        }
    }
    for (size_t i = 0; i < builder->measures_read.count; i++) {
        cds_expression *expression = builder->measures_read.list[i];
        expression->measure = &all->measures[expression->measure->index];
    }
}

static const cds_json no_settings = {.kind = CDS_JSON_OBJECT};

cds_status cds_builder_resolve(cds_builder *builder, cds_ruleset_view *out)
{
    cds_resolving all = {.builder = builder, .view = out};
    out->clinic = builder->clinic == NULL ? &no_settings : builder->clinic;
    out->codes = builder->codes == NULL ? &no_settings : builder->codes;
    out->clinic_file = builder->clinic_place.file;
    out->order_file = builder->order_place.file;
    cds_status status = check_declared(builder);
    if (status == CDS_OK) {
        sort_drafts(builder);
        status = copy_plain(&all);
    }
    if (status == CDS_OK) {
        status = copy_indexed(&all);
    }
    if (status == CDS_OK) {
        move_pointers(&all);
        status = cds_resolve_conditions(&all);
    }
    if (status == CDS_OK) {
        status = cds_resolve_decisions(&all);
    }
    if (status == CDS_OK) {
        status = cds_resolve_rules(&all);
    }
    return status == CDS_OK ? cds_resolve_order(&all) : status;
}
