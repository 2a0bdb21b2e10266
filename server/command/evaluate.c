// SPDX-License-Identifier: Apache-2.0
// tendon evaluate: one assessment in, the advice out; nothing is recorded.
#include <stdio.h>

#include "server/api/envelope.h"
#include "server/command/rehearsal.h"
#include "server/command/table.h"

static cds_status print(cds_ctx *ctx, const srv_options *options,
                        const srv_rehearsal *rehearsal)
{
    const srv_assessed *assessed = &rehearsal->assessed;
    cds_text body;
    if (!options->json)
        return srv_table_print(ctx, assessed->decision, options->color, stdout);
    cds_status status =
        srv_envelope_of_rehearsal(ctx, rehearsal->release, assessed, assessed->decision, &body);
    if (status == CDS_OK) {
        (void)fwrite(body.data, 1, body.length, stdout);
        fputc('\n', stdout);
    }
    return status;
}

int srv_command_evaluate(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    srv_rehearsal rehearsal;
    CDS_PROMISE(ctx.mem != NULL);
    cds_status status = srv_rehearse(&ctx, options, options->word, &rehearsal);
    if (status == CDS_OK) {
        status = print(&ctx, options, &rehearsal);
        if (status != CDS_OK)
            srv_say_error(&ctx);
    }
    srv_rehearsal_end(&rehearsal);
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? SRV_DONE : SRV_FAILED;
}
