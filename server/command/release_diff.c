// SPDX-License-Identifier: Apache-2.0
// tendon release diff: what differs between two releases, in words.
#include <stdio.h>

#include "engine/compare/written.h"
#include "server/command/release.h"

#define DIFF_BYTES ((size_t)512 << 20)

static void write_asked(cds_buf *buf, const srv_options *options,
                        const cds_difference *difference)
{
    if (options->json) {
        cds_difference_json(buf, difference);
        cds_buf_char(buf, '\n');
    } else if (options->markdown) {
        cds_difference_markdown(buf, difference);
    } else {
        cds_difference_tell(buf, difference, options->color);
    }
}

static cds_status print(cds_ctx *ctx, const srv_options *options, const cds_ruleset *before,
                        const cds_ruleset *after)
{
    cds_difference difference;
    cds_buf buf;
    cds_text text;
    cds_status status = cds_difference_find(ctx, cds_ruleset_look(before),
                                            cds_ruleset_look(after), &difference);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, ctx->mem);
    write_asked(&buf, options, &difference);
    status = cds_buf_end(ctx, &buf, &text);
    if (status == CDS_OK)
        (void)fwrite(text.data, 1, text.length, stdout);
    return status;
}

int srv_release_diff(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(DIFF_BYTES)};
    cds_ruleset *before = NULL;
    cds_ruleset *after = NULL;
    cds_status status = CDS_FAILED;
    CDS_PROMISE(ctx.mem != NULL);
    if (srv_release_source(&ctx, options, options->words[1], &before) &&
        srv_release_source(&ctx, options, options->words[2], &after)) {
        status = print(&ctx, options, before, after);
        if (status != CDS_OK)
            srv_say_error(&ctx);
    }
    cds_ruleset_drop(before);
    cds_ruleset_drop(after);
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? SRV_DONE : SRV_FAILED;
}
