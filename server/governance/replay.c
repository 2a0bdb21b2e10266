// SPDX-License-Identifier: Apache-2.0
// The sweep that compares.
#include "server/governance/replay.h"

#include <stdlib.h>
#include <string.h>

#include "engine/decide/reply.h"

typedef struct replaying {
    srv_library *library;
    srv_replayed *all;
} replaying;

typedef struct thread_state {
    srv_rerunner *rerunner;
    srv_replayed found;
} thread_state;

cds_status srv_replay_one(cds_ctx *ctx, srv_rerunner *rerunner, const srv_entry *entry,
                          bool *same)
{
    srv_assessed again = {0};
    cds_status status = srv_rerun(ctx, rerunner, entry->release, entry, &again);
    if (status == CDS_OK)
        status = cds_reply_write(ctx, again.evaluation, &again.decision);
    if (status == CDS_OK)
        *same = cds_text_equal(again.decision, entry->decision);
    return status;
}

static void *open_state(cds_ctx *ctx, void *user)
{
    const replaying *work = user;
    thread_state *state = calloc(1, sizeof *state);
    if (state == NULL) {
        (void)cds_fail_memory(ctx);
        return NULL;
    }
    state->rerunner = srv_rerunner_new(work->library);
    return state;
}

static void name(srv_replayed *found, const char *id)
{
    if (found->named_count < SRV_REPLAY_NAMED_MAX)
        memcpy(found->named[found->named_count++], id, SRV_ID_LENGTH + 1);
}

static cds_status visit(cds_ctx *ctx, void *of, const srv_entry *entry)
{
    thread_state *state = of;
    bool same = false;
    const cds_status status = srv_replay_one(ctx, state->rerunner, entry, &same);
    if (status != CDS_OK)
        return status;
    state->found.same += same ? 1 : 0;
    state->found.different += same ? 0 : 1;
    if (!same)
        name(&state->found, entry->id);
    return CDS_OK;
}

static void close_state(void *user, void *of)
{
    replaying *work = user;
    thread_state *state = of;
    work->all->same += state->found.same;
    work->all->different += state->found.different;
    for (size_t i = 0; i < state->found.named_count; i++)
        name(work->all, state->found.named[i]);
    srv_rerunner_free(state->rerunner);
    free(state);
}

cds_status srv_replay_all(cds_ctx *ctx, const srv_sweep *sweep, srv_replayed *out)
{
    *out = (srv_replayed){0};
    replaying work = {srv_library_new(sweep->data_dir), out};
    const srv_sweep_work parts = {&work, true, open_state, visit, close_state};
    const cds_status status = srv_sweep_run(ctx, sweep, &parts);
    srv_library_free(work.library);
    return status;
}
