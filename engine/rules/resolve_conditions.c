// SPDX-License-Identifier: Apache-2.0
// One walk through everything that holds a condition; whatever is reached gets its number
// after what it is made of.
#include "engine/rules/resolve.h"

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/least.h"
#include "engine/rules/says.h"

#define NESTING_MAX 64
#define SIZE_OUT_MAX 100000
#define UNSEEN SIZE_MAX

enum { WHITE, GREY, BLACK };

typedef struct walk {
    cds_resolving *all;
    cds_ctx *ctx;
    unsigned char *finding_colours, *measure_colours;
    int depth;
} walk;

static cds_status visit_condition(walk *at, cds_condition *condition);
static cds_status visit_expression(walk *at, cds_expression *expression, cds_place place);

static cds_status refuse_circle(walk *at, const char *noun, cds_text name, cds_place place)
{
    return cds_refuse_place(at->ctx, place, "%s '%.*s' depends on itself: a circle", noun,
                            CDS_SAID(name));
}

static cds_status visit_finding(walk *at, const cds_finding *finding)
{
    unsigned char *colour = &at->finding_colours[finding->index];
    if (*colour == BLACK) {
        return CDS_OK;
    }
    if (*colour == GREY) {
        return refuse_circle(at, "finding", finding->name, finding->place);
    }
    *colour = GREY;
    cds_status status = visit_condition(at, (cds_condition *)finding->when);
    *colour = BLACK;
    return status;
}

static cds_status visit_measure(walk *at, const cds_measure *measure)
{
    unsigned char *colour = &at->measure_colours[measure->index];
    if (*colour == BLACK || measure->value == NULL) {
        return CDS_OK;
    }
    if (*colour == GREY) {
        return refuse_circle(at, "measure", measure->name, measure->place);
    }
    *colour = GREY;
    cds_status status = visit_expression(at, (cds_expression *)measure->value, measure->place);
    *colour = BLACK;
    return status;
}

static cds_status visit_operands(walk *at, const cds_expression *expression, cds_place place)
{
    cds_status status = CDS_OK;
    if (expression->kind == CDS_OF_MEASURE) {
        status = visit_measure(at, expression->measure);
    }
    if (expression->kind == CDS_OF_ARITHMETIC) {
        status = visit_expression(at, (cds_expression *)expression->left, place);
        if (status == CDS_OK) {
            status = visit_expression(at, (cds_expression *)expression->right, place);
        }
    }
    return status;
}

static cds_status visit_expression(walk *at, cds_expression *expression, cds_place place)
{
    if (expression->says.data != NULL) {
        return CDS_OK;
    }
    if (++at->depth > NESTING_MAX) {
        return cds_refuse_place(at->ctx, place, "measures stand on measures too deeply");
    }
    cds_status status = visit_operands(at, expression, place);
    at->depth--;
    return status == CDS_OK ? cds_says_expression(at->all->builder, expression) : status;
}

static cds_status visit_parts(walk *at, const cds_condition *condition, size_t *size)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < condition->part_count && status == CDS_OK; i++) {
        status = visit_condition(at, (cds_condition *)condition->parts[i]);
        *size += status == CDS_OK ? at->all->sizes[condition->parts[i]->index] : 0;
    }
    if (status == CDS_OK && condition->finding != NULL) {
        status = visit_finding(at, condition->finding);
        *size += status == CDS_OK ? at->all->sizes[condition->finding->when->index] : 0;
    }
    if (status == CDS_OK && condition->value != NULL) {
        status = visit_expression(at, (cds_expression *)condition->value, condition->place);
    }
    return status;
}

static bool has_words(const cds_condition *condition)
{
    return cds_word_is_leaf(condition->word) || condition->word == CDS_FINDING;
}

static cds_status check_range(walk *at, const cds_condition *condition)
{
    const cds_expression *value = condition->value;
    if (value == NULL || value->kind != CDS_OF_MEASURE || !value->measure->has_range) {
        return CDS_OK;
    }
    const cds_measure *measure = value->measure;
    const cds_range *range = &condition->range;
    bool low_outside =
        range->has_low && (range->low < measure->low || range->low > measure->high);
    bool high_outside =
        range->has_high && (range->high < measure->low || range->high > measure->high);
    if (low_outside || high_outside) {
        return cds_refuse_place(at->ctx, condition->place,
                                "the number is outside the range of measure '%.*s'",
                                CDS_SAID(measure->name));
    }
    return CDS_OK;
}

static cds_status visit_condition(walk *at, cds_condition *condition)
{
    if (condition->index != UNSEEN) {
        return CDS_OK;
    }
    size_t size = 1;
    if (++at->depth > NESTING_MAX) {
        return cds_refuse_place(at->ctx, condition->place,
                                "findings stand on findings too deeply");
    }
    cds_status status = visit_parts(at, condition, &size);
    at->depth--;
    if (status == CDS_OK && size > SIZE_OUT_MAX) {
        status =
            cds_refuse_place(at->ctx, condition->place,
                             "written out, this condition has over %d words", SIZE_OUT_MAX);
    }
    if (status == CDS_OK) {
        status = check_range(at, condition);
    }
    if (status == CDS_OK && has_words(condition)) {
        status = cds_says_leaf(at->all->builder, condition);
    }
    if (status == CDS_OK) {
        cds_least_set(condition);
    }
    condition->index = at->all->condition_count++;
    at->all->conditions[condition->index] = condition;
    at->all->sizes[condition->index] = size;
    return status;
}

static cds_status visit_optional(walk *at, const cds_condition *condition)
{
    return condition == NULL ? CDS_OK : visit_condition(at, (cds_condition *)condition);
}

static cds_status visit_definitions(walk *at)
{
    const cds_ruleset_view *view = at->all->view;
    cds_status status = CDS_OK;
    for (size_t i = 0; i < view->measure_count && status == CDS_OK; i++) {
        status = visit_measure(at, &view->measures[i]);
    }
    for (size_t i = 0; i < view->finding_count && status == CDS_OK; i++) {
        status = visit_finding(at, &view->findings[i]);
    }
    for (size_t i = 0; i < view->decision_count && status == CDS_OK; i++) {
        status = visit_optional(at, view->decisions[i].applies_when);
        if (status == CDS_OK) {
            status = visit_optional(at, view->decisions[i].suppressed_when);
        }
    }
    return status;
}

static cds_status visit_users(walk *at)
{
    const cds_pointers *drafts = at->all->builder->drafts;
    cds_status status = CDS_OK;
    for (size_t i = 0; i < drafts[CDS_DRAFT_RULE].count && status == CDS_OK; i++) {
        const cds_raw_rule *raw = cds_made_at(at->all->builder, CDS_DRAFT_RULE, i);
        status = visit_condition(at, (cds_condition *)raw->made.when);
    }
    for (size_t i = 0; i < drafts[CDS_DRAFT_CONTRADICTION].count && status == CDS_OK; i++) {
        const cds_raw_contradiction *raw =
            cds_made_at(at->all->builder, CDS_DRAFT_CONTRADICTION, i);
        status = visit_condition(at, (cds_condition *)raw->made.when);
    }
    return status;
}

cds_status cds_resolve_conditions(cds_resolving *all)
{
    cds_builder *builder = all->builder;
    size_t count = builder->conditions.count;
    walk at = {
        .all = all,
        .ctx = builder->ctx,
        .finding_colours = cds_alloc(builder->scratch, all->view->finding_count),
        .measure_colours = cds_alloc(builder->scratch, all->view->measure_count),
    };
    all->conditions = cds_keep(builder, count, sizeof *all->conditions);
    all->sizes = cds_alloc(builder->scratch, count * sizeof *all->sizes);
    if (all->conditions == NULL || all->sizes == NULL || at.finding_colours == NULL ||
        at.measure_colours == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    for (size_t i = 0; i < count; i++) {
        ((cds_condition *)builder->conditions.list[i])->index = UNSEEN;
    }
    cds_status status = visit_definitions(&at);
    if (status == CDS_OK) {
        status = visit_users(&at);
    }
    all->view->conditions = all->conditions;
    all->view->condition_count = all->condition_count;
    return status;
}
