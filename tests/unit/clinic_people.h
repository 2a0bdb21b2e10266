// SPDX-License-Identifier: Apache-2.0
// Random persons for the clinic's rules: numbers lie on and beside the rules' own edges.
#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "clinic_rules.h"
#include "engine/decide/evaluate.h"

#define PEOPLE_FIELDS_MAX 256
#define PEOPLE_EDGES_MAX 40

/** Where the rules' comparisons of each field change. */
typedef struct people {
    const cds_ruleset_view *view;
    double edges[PEOPLE_FIELDS_MAX][PEOPLE_EDGES_MAX];
    size_t edge_counts[PEOPLE_FIELDS_MAX];
    uint64_t seed;
} people;

/** A value for every field, and which of them are known. */
typedef struct person {
    cds_fact *facts;
    cds_facts known;
    cds_ctx ctx;
} person;

static inline size_t below(people *all, size_t count)
{
    all->seed ^= all->seed << 13; // xorshift64
    all->seed ^= all->seed >> 7;
    all->seed ^= all->seed << 17;
    return all->seed % count;
}

static inline void people_edge(people *all, const cds_field *field, double edge)
{
    size_t *count = &all->edge_counts[field->index];
    if (*count < PEOPLE_EDGES_MAX) {
        all->edges[field->index][(*count)++] = edge;
    }
}

/** Prints the seed: SEED of the environment, else the time's. */
static inline void people_open(people *all, const cds_ruleset_view *view, const char *test)
{
    const char *given = getenv("SEED");
    ck_assert_uint_lt(view->fields->count, PEOPLE_FIELDS_MAX);
    *all = (people){.view = view};
    all->seed =
        given != NULL ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 2654435761u + 1;
    printf("%s: SEED=%llu\n", test, (unsigned long long)all->seed);
    fflush(stdout);
    for (size_t i = 0; i < view->condition_count; i++) {
        const cds_condition *one = view->conditions[i];
        if (one->word != CDS_COMPARE || one->value->kind != CDS_OF_FIELD) {
            continue;
        }
        if (one->range.has_low) {
            people_edge(all, one->value->field, one->range.low);
        }
        if (one->range.has_high) {
            people_edge(all, one->value->field, one->range.high);
        }
    }
}

/** How many persons: LIVES of the environment, else as many as fit a test run. */
static inline size_t people_wanted(size_t usual)
{
    const char *wanted = getenv("LIVES");
    return wanted != NULL ? strtoull(wanted, NULL, 10) : usual;
}

static inline const cds_json *json_of(person *who, cds_json value)
{
    cds_json *json = cds_alloc(who->ctx.mem, sizeof *json);
    *json = value;
    return json;
}

static inline const cds_json *chosen(person *who, const cds_field *field, uint64_t options)
{
    cds_json list = {.kind = CDS_JSON_ARRAY};
    for (size_t i = field->option_count; i-- > 0;) {
        if ((options >> i & 1) != 0) {
            cds_json item = {.kind = CDS_JSON_STRING, .text = field->options[i].value};
            item.next = list.child;
            list.child = json_of(who, item);
            list.count++;
        }
    }
    return json_of(who, list);
}

static inline double random_number(people *all, const cds_field *field)
{
    double low = field->has_minimum ? field->minimum : 0;
    double high = field->has_maximum ? field->maximum : 100;
    double step = field->kind == CDS_WHOLE ? 1 : 0.1;
    size_t count = all->edge_counts[field->index];
    if (count > 0 && below(all, 2) == 0) { // on an edge, or one step beside it
        double number =
            all->edges[field->index][below(all, count)] + step * ((double)below(all, 3) - 1);
        return number < low ? low : number > high ? high : number;
    }
    double wide = below(all, 3) == 0 || high - low < 30 ? high - low : 30;
    return low + step * (double)below(all, (size_t)(wide / step) + 1);
}

static inline cds_fact random_fact(people *all, person *who, const cds_field *field)
{
    cds_fact fact = {.known = true};
    cds_json value = {.kind = CDS_JSON_STRING, .text = CDS_TEXT("x")};
    switch (field->kind) {
    case CDS_YESNO:
        fact.yes = below(all, 6) == 0;
        value.kind = fact.yes ? CDS_JSON_TRUE : CDS_JSON_FALSE;
        break;
    case CDS_WHOLE:
    case CDS_NUMBER:
        value = (cds_json){.kind = CDS_JSON_NUMBER, .number = random_number(all, field)};
        fact.number = value.number;
        break;
    case CDS_CHOICE:
        fact.option = (unsigned)(below(all, 2) == 0 ? 0 : below(all, field->option_count));
        value.text = field->options[fact.option].value;
        break;
    case CDS_CHOICES:
        for (size_t i = below(all, 3); i > 0; i--) {
            fact.options |= (uint64_t)1 << below(all, field->option_count);
        }
        fact.json = chosen(who, field, fact.options);
        return fact;
    case CDS_DAY:
        fact.day.days = 20700 + (int32_t)below(all, 200);
        value.text = CDS_TEXT("2026-11-22");
        break;
    case CDS_WORD:
        break;
    case CDS_WORDS:
    case CDS_ITEMS:
        value = (cds_json){.kind = CDS_JSON_ARRAY};
        break;
    }
    fact.json = json_of(who, value);
    return fact;
}

/** What is asked for, and the day: said before anything else, and never taken back. */
static inline bool is_given(const cds_field *field)
{
    return field->request || cds_text_is(field->path, "assessed_on");
}

/** Knows the day, and half of what may be asked for. */
static inline person person_new(people *all)
{
    person who = {.ctx = {.mem = cds_arena_new((size_t)256 << 20)}};
    size_t count = all->view->fields->count;
    who.facts = cds_alloc(who.ctx.mem, count * sizeof *who.facts);
    who.known = (cds_facts){all->view->fields, who.facts};
    for (size_t i = 0; i < count; i++) {
        const cds_field *field = &all->view->fields->list[i];
        if (is_given(field) && (!field->request || below(all, 2) == 0)) {
            who.facts[i] = random_fact(all, &who, field);
        }
    }
    return who;
}

static inline const cds_evaluation *person_evaluate(cds_ctx *ctx, cds_sandbox *sandbox,
                                                    const cds_facts *known)
{
    const cds_evaluation *evaluation = NULL;
    ck_assert_int_eq(cds_evaluate(ctx, sandbox, known, &evaluation), CDS_OK);
    return evaluation;
}
