// SPDX-License-Identifier: Apache-2.0
// A leaf that a rule cannot hold without gives bounds; of a rule's bounds those are kept that
// the fewest people reach.
#include "engine/rules/sieve.h"

#include "engine/base/arena.h"

#define HALF 0.5 // how many reach a number, where the schema does not say what lies beyond

// A number that must be reached, and the share of people who are thought to reach it.
typedef struct bound {
    size_t way; // field index * 2, and 1 more on the way down
    double number;
    double share;
} bound;

typedef struct bounds {
    bound list[CDS_BOUNDS]; // the smallest share first
    size_t count;
} bounds;

typedef struct making {
    const cds_ruleset_view *rules;
    uint32_t *scale_of; // of each way; 0: no rule reads it
    cds_scale *scales;
    size_t scale_count;
    double *numbers[CDS_BOUNDS];
    uint32_t *places[CDS_BOUNDS]; // of the scales; until they are numbered a way, and 1 more
} making;

static void keep(bounds *all, bound one)
{
    size_t at = all->count < CDS_BOUNDS ? all->count++ : CDS_BOUNDS;
    while (at > 0 && one.share < all->list[at - 1].share) {
        if (at < CDS_BOUNDS) {
            all->list[at] = all->list[at - 1];
        }
        at--;
    }
    if (at < CDS_BOUNDS) {
        all->list[at] = one;
    }
}

// The smallest and the largest number the field can have. False: nobody says.
static bool span_of(const cds_field *field, double *low, double *high)
{
    *low = field->minimum;
    *high = field->maximum;
    switch (field->kind) {
    case CDS_YESNO:
        *low = 0;
        *high = 1;
        return true;
    case CDS_CHOICE:
        *low = 0;
        *high = (double)field->option_count - 1;
        return true;
    default:
        return field->has_minimum && field->has_maximum;
    }
}

static void add_low(bounds *all, const cds_field *field, double number)
{
    double low;
    double high;
    bool spans = span_of(field, &low, &high);
    double share = spans ? (high - number + 1) / (high - low + 1) : HALF;
    if (share < 1) {
        keep(all, (bound){field->index * 2, number, share});
    }
}

static void add_high(bounds *all, const cds_field *field, double number)
{
    double low;
    double high;
    bool spans = span_of(field, &low, &high);
    double share = spans ? (number - low + 1) / (high - low + 1) : HALF;
    if (share < 1) {
        keep(all, (bound){field->index * 2 + 1, -number, share});
    }
}

static void add_choice(bounds *all, const cds_condition *leaf)
{
    if (leaf->field->kind == CDS_CHOICE && leaf->options != 0) {
        add_low(all, leaf->field, __builtin_ctzll(leaf->options));
        add_high(all, leaf->field, 63 - __builtin_clzll(leaf->options));
    }
}

// Ends that a comparison excludes are bounds too, if weaker ones than could be.
static void add_compared(bounds *all, const cds_condition *leaf)
{
    if (leaf->value->kind != CDS_OF_FIELD) {
        return;
    }
    if (leaf->range.has_low) {
        add_low(all, leaf->value->field, leaf->range.low);
    }
    if (leaf->range.has_high) {
        add_high(all, leaf->value->field, leaf->range.high);
    }
}

// Of every leaf without which the condition is false.
static void collect(bounds *all, const cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
    case CDS_UNLESS_RULED_OUT:
        for (size_t i = 0; i < condition->part_count; i++) {
            collect(all, condition->parts[i]);
        }
        return;
    case CDS_FINDING:
        collect(all, condition->finding->when);
        return;
    case CDS_YES:
        add_low(all, condition->field, 1);
        return;
    case CDS_NO:
        add_high(all, condition->field, 0);
        return;
    case CDS_IS_ONE_OF:
        add_choice(all, condition);
        return;
    case CDS_COMPARE:
        add_compared(all, condition);
        return;
    default:
        return;
    }
}

static void add_rule(making *m, const cds_rule *rule)
{
    bounds all = {.count = 0};
    collect(&all, rule->when);
    for (size_t i = 0; i < all.count; i++) {
        m->numbers[i][rule->index] = all.list[i].number;
        m->places[i][rule->index] = (uint32_t)all.list[i].way + 1;
        m->scale_of[all.list[i].way] = 1;
    }
}

// In the fields' order, so that a person's facts are gone through once.
static void number_scales(making *m)
{
    for (size_t way = 0; way < m->rules->fields->count * 2; way++) {
        if (m->scale_of[way] != 0) {
            const cds_field *field = &m->rules->fields->list[way / 2];
            m->scales[m->scale_count] = (cds_scale){.field = field->index,
                                                    .kind = field->kind,
                                                    .request = field->request,
                                                    .down = way % 2 != 0};
            m->scale_of[way] = (uint32_t)m->scale_count++;
        }
    }
    for (size_t i = 0; i < CDS_BOUNDS; i++) {
        for (size_t rule = 0; rule < m->rules->rule_count; rule++) {
            uint32_t *place = &m->places[i][rule];
            *place = *place == 0 ? 0 : m->scale_of[*place - 1];
        }
    }
}

// Every scale there could be, and one more on which nothing falls short.
static size_t scales_most(const cds_ruleset_view *rules)
{
    size_t by_fields = rules->fields->count * 2;
    size_t by_rules = rules->rule_count * CDS_BOUNDS;
    return (by_fields < by_rules ? by_fields : by_rules) + 1;
}

static bool make_room(making *m, cds_arena *mem, cds_arena *scratch)
{
    const cds_ruleset_view *rules = m->rules;
    bool fits = true;
    m->scale_of = cds_alloc(scratch, rules->fields->count * 2 * sizeof *m->scale_of);
    m->scales = cds_alloc(mem, scales_most(rules) * sizeof *m->scales);
    for (size_t i = 0; i < CDS_BOUNDS && fits; i++) {
        m->numbers[i] = cds_alloc(mem, rules->rule_count * sizeof(double));
        m->places[i] = cds_alloc(mem, rules->rule_count * sizeof(uint32_t));
        fits = m->numbers[i] != NULL && m->places[i] != NULL;
    }
    return fits && m->scale_of != NULL && m->scales != NULL;
}

cds_status cds_sieve_make(cds_ctx *ctx, cds_arena *scratch, const cds_ruleset_view *rules,
                          const cds_sieve **out)
{
    cds_sieve *sieve = cds_alloc(ctx->mem, sizeof *sieve);
    making m = {.rules = rules, .scale_count = 1};
    if (sieve == NULL || !make_room(&m, ctx->mem, scratch)) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < rules->rule_count; i++) {
        add_rule(&m, &rules->rules[i]);
    }
    number_scales(&m);
    sieve->scales = m.scales;
    sieve->scale_count = m.scale_count;
    for (size_t i = 0; i < CDS_BOUNDS; i++) {
        sieve->meshes[i] = (cds_mesh){m.numbers[i], m.places[i]};
    }
    *out = sieve;
    return CDS_OK;
}
