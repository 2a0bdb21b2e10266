// SPDX-License-Identifier: Apache-2.0
// The sweep that compares two releases.
#include "server/governance/impact.h"

#include <stdlib.h>
#include <string.h>

#define LOST_AT_FIRST 64

typedef struct impacting {
    srv_library *library;
    const srv_impact_of *of;
    srv_impact *all;
} impacting;

typedef struct thread_state {
    const impacting *work;
    srv_rerunner *rerunner;
    srv_impact found;
    size_t lost_room;
} thread_state;

static void *open_state(cds_ctx *ctx, void *user)
{
    const impacting *work = user;
    thread_state *state = calloc(1, sizeof *state);
    if (state == NULL) {
        (void)cds_fail_memory(ctx);
        return NULL;
    }
    state->work = work;
    state->rerunner = srv_rerunner_new(work->library);
    return state;
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

static void add_example(srv_impact_group *to, const char *id)
{
    if (to->example_count < SRV_IMPACT_EXAMPLES)
        memcpy(to->examples[to->example_count++], id, SRV_ID_LENGTH + 1);
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

static cds_status visit(cds_ctx *ctx, void *of, const srv_entry *entry)
{
    thread_state *state = of;
    srv_assessed before = {0};
    srv_assessed after = {0};
    srv_change change;
    state->found.recorded++;
    cds_status status =
        srv_rerun(ctx, state->rerunner, state->work->of->before, entry, &before);
    if (status == CDS_OK)
        status = srv_rerun(ctx, state->rerunner, state->work->of->after, entry, &after);
    if (status != CDS_OK)
        return set_aside(ctx, status);
    status = srv_change_of(ctx, before.evaluation, after.evaluation, &change);
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
static void sort_found(srv_impact *impact)
{
    if (impact->lost_count > 0)
        qsort(impact->lost, impact->lost_count, sizeof *impact->lost, compare_ids);
    for (size_t i = 0; i < SRV_CHANGE_COUNT; i++)
        qsort(impact->groups[i].examples, impact->groups[i].example_count,
              sizeof *impact->groups[i].examples, compare_ids);
}

static cds_status check_releases(cds_ctx *ctx, srv_library *library, const srv_impact_of *of)
{
    const cds_text digests[] = {of->before, of->after};
    cds_status status = CDS_OK;
    for (size_t i = 0; i < 2 && status == CDS_OK; i++) {
        cds_ruleset *rules = NULL;
        status = srv_library_get(ctx, library, digests[i], &rules);
        cds_ruleset_drop(rules);
    }
    return status;
}

cds_status srv_impact_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_impact_of *of,
                          srv_impact *out)
{
    *out = (srv_impact){0};
    impacting work = {srv_library_new(sweep->data_dir), of, out};
    const srv_sweep_work parts = {&work, open_state, visit, close_state};
    if (of->after_rules != NULL)
        srv_library_put(work.library, of->after_rules);
    cds_status status = check_releases(ctx, work.library, of);
    if (status == CDS_OK)
        status = srv_sweep_run(ctx, sweep, &parts);
    srv_library_free(work.library);
    if (status == CDS_OK)
        sort_found(out);
    else
        srv_impact_free(out);
    return status;
}

void srv_impact_free(srv_impact *impact)
{
    free(impact->lost);
    *impact = (srv_impact){0};
}
