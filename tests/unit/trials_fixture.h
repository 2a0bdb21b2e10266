// SPDX-License-Identifier: Apache-2.0
// A small release with its cases, all tried, and what they leave open as lines of text.
#pragma once

#include "engine/decide/coverage.h"
#include "engine/decide/mutation.h"

#include "release_fixture.h"

typedef struct trials_world {
    release made;
    cds_sandbox *sandbox;
    cds_trials trials;
    cds_gaps gaps;
    char rule[4096], open[8192];
} trials_world;

/** The rule care/one with this condition, and the text of its test file. */
static inline void trials_open(trials_world *world, const char *when, const char *cases)
{
    *world = (trials_world){.made = release_new()};
    snprintf(world->rule, sizeof world->rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, when);
    release_put(&world->made, "care/one.lua", world->rule);
    release_put(&world->made, "care/one.test.lua", cases);
}

static inline void trials_start(trials_world *world)
{
    cds_ctx *ctx = &world->made.ctx;
    release_look(&world->made);
    cds_gaps_init(&world->gaps, ctx);
    ck_assert_int_eq(
        cds_sandbox_open(ctx, world->made.rules, cds_default_budget, &world->sandbox), CDS_OK);
    ck_assert_int_eq(cds_trials_run(ctx, world->sandbox, &world->gaps, &world->trials), CDS_OK);
}

static inline cds_coverage trials_cover(trials_world *world)
{
    cds_coverage coverage;
    ck_assert_int_eq(
        cds_coverage_of(world->made.rules, &world->trials, &world->gaps, &coverage), CDS_OK);
    return coverage;
}

static inline cds_mutation trials_mutate(trials_world *world)
{
    cds_mutation mutation;
    ck_assert_int_eq(cds_mutation_run(&world->made.ctx, world->sandbox, &world->trials,
                                      &world->gaps, &mutation),
                     CDS_OK);
    return mutation;
}

/** "file:line: sentence\n" of each gap of the kinds from `first` to `last`. */
static inline const char *trials_lines(trials_world *world, cds_gap_kind first,
                                       cds_gap_kind last)
{
    size_t at = 0;
    world->open[0] = '\0';
    for (size_t i = 0; i < world->gaps.count; i++) {
        const cds_gap *gap = &world->gaps.list[i];
        if (gap->kind < first || gap->kind > last)
            continue;
        at += (size_t)snprintf(world->open + at, sizeof world->open - at, "%.*s:%d: %.*s\n",
                               (int)gap->place.file.length, gap->place.file.data,
                               gap->place.line, (int)gap->says.length, gap->says.data);
        ck_assert_uint_lt(at, sizeof world->open);
    }
    return world->open;
}

static inline void trials_close(trials_world *world)
{
    cds_sandbox_close(world->sandbox);
    release_free(&world->made);
}
