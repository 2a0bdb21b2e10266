// SPDX-License-Identifier: Apache-2.0
// The sweep that compares two releases. Whom none of what differs concerns is not decided
// twice.
#include "server/governance/impact.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/compare/suspects.h"

#define LOST_AT_FIRST 64
#define SUSPECTS_BYTES ((size_t)64 << 20)

typedef struct impacting {
    srv_library *library;
    const srv_impact_of *of;
    const cds_suspects *suspects;
    srv_impact *all;
} impacting;

/** One release, as a thread runs it. */
typedef struct side {
    cds_sandbox *sandbox;
    const cds_ruleset_view *rules;
    const cds_players *players;
} side;

typedef struct thread_state {
    const impacting *work;
    srv_rerunner *rerunner;
    side before, after;
    srv_impact found;
    size_t lost_room;
} thread_state;

static cds_status open_side(cds_ctx *ctx, srv_rerunner *rerunner, cds_text digest, side *out)
{
    const cds_status status = srv_rerunner_sandbox(ctx, rerunner, digest, &out->sandbox);
    if (status == CDS_OK)
        out->rules = cds_ruleset_look(cds_sandbox_ruleset(out->sandbox));
    return status;
}

static void *open_state(cds_ctx *ctx, void *user)
{
    const impacting *work = user;
    thread_state *state = calloc(1, sizeof *state);
    CDS_PROMISE(state != NULL);
    state->work = work;
    state->rerunner = srv_rerunner_new(work->library);
    state->before.players = &work->suspects->before;
    state->after.players = &work->suspects->after;
    cds_status status = open_side(ctx, state->rerunner, work->of->before, &state->before);
    if (status == CDS_OK)
        status = open_side(ctx, state->rerunner, work->of->after, &state->after);
    if (status == CDS_OK)
        return state;
    srv_rerunner_free(state->rerunner);
    free(state);
    return NULL;
}

/** Every lost emergency is kept: each is somebody's. */
static void add_lost(srv_impact *to, size_t *room, const char *id)
{
    if (to->lost_count == *room) {
        *room = *room == 0 ? LOST_AT_FIRST : *room * 2;
        to->lost = realloc(to->lost, *room * sizeof *to->lost);
        CDS_PROMISE(to->lost != NULL);
    }
    memcpy(to->lost[to->lost_count++], id, SRV_ID_LENGTH + 1);
}

/** The earliest, in their order: the same ones whichever thread comes first. */
static void add_example(srv_impact_group *to, const char *id)
{
    size_t at = to->example_count;
    if (at == SRV_IMPACT_EXAMPLES && strcmp(id, to->examples[at - 1]) > 0)
        return;
    if (at == SRV_IMPACT_EXAMPLES)
        at--;
    else
        to->example_count++;
    for (; at > 0 && strcmp(id, to->examples[at - 1]) < 0; at--)
        memcpy(to->examples[at], to->examples[at - 1], SRV_ID_LENGTH + 1);
    memcpy(to->examples[at], id, SRV_ID_LENGTH + 1);
}

static void count(thread_state *state, srv_change change, const char *id)
{
    srv_impact_group *group = &state->found.groups[change];
    state->found.replayable++;
    group->count++;
    if (change == SRV_CHANGE_LOST)
        add_lost(&state->found, &state->lost_room, id);
    if (change != SRV_CHANGE_NONE)
        add_example(group, id);
}

/** An assessment that one of the schemas refuses can't be compared; all else ends the sweep. */
static cds_status set_aside(cds_ctx *ctx, cds_status status)
{
    if (status != CDS_INVALID && status != CDS_MALFORMED)
        return status;
    cds_error_clear(ctx);
    return CDS_OK;
}

/** The facts as each release has them. */
typedef struct both {
    const cds_facts *before, *after;
} both;

static cds_status read_both(cds_ctx *ctx, const thread_state *state, const srv_entry *entry,
                            both *out)
{
    const srv_assessment assessment = srv_assessment_of(entry);
    srv_assessed read = {0};
    const cds_status status =
        srv_read_facts(ctx, state->before.rules, assessment, &read, &out->before);
    if (status != CDS_OK)
        return status;
    return state->work->suspects->same_schema
               ? cds_facts_under(ctx, out->before, state->after.rules->fields, &out->after)
               : srv_read_facts(ctx, state->after.rules, assessment, &read, &out->after);
}

static cds_inputs inputs_of(const side *it, const cds_facts *facts)
{
    return (cds_inputs){it->rules, it->sandbox, facts};
}

/** Whether what differs between the releases has any part in what this person is told. */
static cds_status in_question(cds_ctx *ctx, const thread_state *state, const both *facts,
                              bool *out)
{
    *out = state->work->suspects->everything;
    if (*out)
        return CDS_OK;
    cds_status status =
        cds_in_play(ctx, inputs_of(&state->before, facts->before), state->before.players, out);
    if (status == CDS_OK && !*out)
        status =
            cds_in_play(ctx, inputs_of(&state->after, facts->after), state->after.players, out);
    return status;
}

static cds_status compare(cds_ctx *ctx, const thread_state *state, const both *facts,
                          srv_change *out)
{
    const cds_evaluation *before = NULL;
    const cds_evaluation *after = NULL;
    cds_status status = cds_evaluate(ctx, state->before.sandbox, facts->before, &before);
    if (status == CDS_OK)
        status = cds_evaluate(ctx, state->after.sandbox, facts->after, &after);
    return status == CDS_OK ? srv_change_of(ctx, before, after, out) : status;
}

static cds_status visit(cds_ctx *ctx, void *of, const srv_entry *entry)
{
    thread_state *state = of;
    both facts = {0};
    bool differs = false;
    srv_change change = SRV_CHANGE_NONE;
    state->found.recorded++;
    cds_status status = read_both(ctx, state, entry, &facts);
    if (status != CDS_OK)
        return set_aside(ctx, status);
    status = in_question(ctx, state, &facts, &differs);
    if (status == CDS_OK && differs)
        status = compare(ctx, state, &facts, &change);
    if (status == CDS_OK)
        count(state, change, entry->id);
    return status;
}

static void close_state(void *user, void *of)
{
    const impacting *work = user;
    thread_state *state = of;
    srv_impact *all = work->all;
    size_t room = all->lost_count;
    all->recorded += state->found.recorded;
    all->replayable += state->found.replayable;
    for (size_t i = 0; i < SRV_CHANGE_COUNT; i++) {
        const srv_impact_group *group = &state->found.groups[i];
        all->groups[i].count += group->count;
        for (size_t j = 0; j < group->example_count; j++)
            add_example(&all->groups[i], group->examples[j]);
    }
    for (size_t i = 0; i < state->found.lost_count; i++)
        add_lost(all, &room, state->found.lost[i]);
    free(state->found.lost);
    srv_rerunner_free(state->rerunner);
    free(state);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(a, b);
}

/** Threads come in any order; what is told does not. */
static void sort_lost(srv_impact *impact)
{
    if (impact->lost_count > 0)
        qsort(impact->lost, impact->lost_count, sizeof *impact->lost, compare_ids);
}

/** What the releases differ in; both are in the library then. */
static cds_status find_suspects(cds_ctx *ctx, srv_library *library, const srv_impact_of *of,
                                cds_suspects *out)
{
    cds_ruleset *before = NULL;
    cds_ruleset *after = NULL;
    cds_status status = srv_library_get(ctx, library, of->before, &before);
    if (status == CDS_OK)
        status = srv_library_get(ctx, library, of->after, &after);
    if (status == CDS_OK)
        status = cds_suspects_find(ctx, cds_ruleset_look(before), cds_ruleset_look(after), out);
    cds_ruleset_drop(before); // the library holds them
    cds_ruleset_drop(after);
    return status;
}

cds_status srv_impact_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_impact_of *of,
                          srv_impact *out)
{
    cds_ctx own = {.mem = cds_arena_new(SUSPECTS_BYTES)};
    cds_suspects suspects;
    CDS_PROMISE(own.mem != NULL);
    *out = (srv_impact){0};
    impacting work = {srv_library_new(sweep->data_dir), of, &suspects, out};
    const srv_sweep_work parts = {&work, false, open_state, visit, close_state};
    if (of->after_rules != NULL)
        srv_library_put(work.library, of->after_rules);
    cds_status status = find_suspects(&own, work.library, of, &suspects);
    if (status == CDS_OK)
        status = srv_sweep_run(ctx, sweep, &parts);
    else
        ctx->error = own.error;
    srv_library_free(work.library);
    cds_arena_free(own.mem);
    if (status == CDS_OK)
        sort_lost(out);
    else
        srv_impact_free(out);
    return status;
}

void srv_impact_free(srv_impact *impact)
{
    free(impact->lost);
    *impact = (srv_impact){0};
}
