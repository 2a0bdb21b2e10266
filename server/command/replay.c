// SPDX-License-Identifier: Apache-2.0
// tendon replay: recorded evaluations decided again under their own releases.
#include <inttypes.h>
#include <stdio.h>

#include "server/command/command.h"
#include "server/command/progress.h"
#include "server/governance/replay.h"

static int say_all(const srv_replayed *found)
{
    for (size_t i = 0; i < found->named_count; i++)
        printf("%s differs\n", found->named[i]);
    printf("replayed %" PRId64 " evaluations, %" PRId64 " differ\n",
           found->same + found->different, found->different);
    return found->different == 0 ? SRV_DONE : SRV_FAILED;
}

static int replay_all(cds_ctx *ctx, const srv_options *options)
{
    srv_progress progress = srv_progress_begin();
    const srv_sweep sweep = {.data_dir = options->data_dir,
                             .read_from = options->read_from,
                             .watcher = {srv_progress_tell, &progress}};
    srv_replayed found;
    const cds_status status = srv_replay_all(ctx, &sweep, &found);
    srv_progress_end(&progress);
    if (status != CDS_OK) {
        srv_say_error(ctx);
        return SRV_FAILED;
    }
    return say_all(&found);
}

static cds_status replay_entry(cds_ctx *ctx, const srv_options *options, srv_store *store,
                               bool *same)
{
    srv_entry entry;
    cds_status status = srv_store_find(ctx, store, cds_text_of(options->word), &entry);
    if (status == CDS_OK && entry.assessment.data == NULL)
        status = cds_fail(ctx, CDS_NOT_FOUND, options->word,
                          "it is no evaluation, or was erased; nothing is left to replay");
    if (status != CDS_OK)
        return status;
    srv_library *library = srv_library_new(options->data_dir);
    srv_rerunner *rerunner = srv_rerunner_new(library);
    status = srv_replay_one(ctx, rerunner, &entry, same);
    srv_rerunner_free(rerunner);
    srv_library_free(library);
    return status;
}

static int replay_one(cds_ctx *ctx, const srv_options *options, srv_store *store)
{
    bool same = false;
    if (replay_entry(ctx, options, store, &same) != CDS_OK) {
        srv_say_error(ctx);
        return SRV_FAILED;
    }
    printf("%s %s\n", options->word, same ? "comes out the same, byte by byte" : "differs");
    return same ? SRV_DONE : SRV_FAILED;
}

int srv_command_replay(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    srv_store *store = NULL;
    CDS_PROMISE(ctx.mem != NULL);
    int result = SRV_USAGE;
    if (options->all == (options->word_count > 0))
        fprintf(stderr, "usage: tendon replay ID | --all\n");
    else if (srv_store_open(&ctx, options->data_dir, false, &store) != CDS_OK)
        srv_say_error(&ctx);
    else
        result = options->all ? replay_all(&ctx, options) : replay_one(&ctx, options, store);
    srv_store_close(store);
    cds_arena_free(ctx.mem);
    return result;
}
