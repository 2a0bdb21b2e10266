// SPDX-License-Identifier: Apache-2.0
// From a file's bytes to an evaluation, for the commands that look at one person.
#include "server/command/rehearsal.h"

#include <stdio.h>
#include <string.h>

#define INPUT_BYTES_MAX ((size_t)256 << 10)

static const char unreadable[] = "cannot be read; name a JSON file, or - for standard input";

static cds_status read_input(cds_ctx *ctx, const char *name, cds_text *out)
{
    bool standard = strcmp(name, "-") == 0;
    FILE *file = standard ? stdin : fopen(name, "rbe");
    char *bytes = cds_alloc(ctx->mem, INPUT_BYTES_MAX + 1);
    if (file == NULL)
        return cds_fail(ctx, CDS_FAILED, name, unreadable);
    if (bytes == NULL) {
        if (!standard)
            (void)fclose(file);
        return cds_fail_memory(ctx);
    }
    size_t length = fread(bytes, 1, INPUT_BYTES_MAX + 1, file);
    bool broken = ferror(file) != 0;
    if (!standard)
        (void)fclose(file);
    if (broken)
        return cds_fail(ctx, CDS_FAILED, name, unreadable);
    if (length > INPUT_BYTES_MAX)
        return cds_fail(ctx, CDS_TOO_LARGE, name,
                        "is over 256 KiB, the limit for an assessment");
    *out = (cds_text){bytes, length};
    return CDS_OK;
}

static void say_faults(const cds_faults *faults)
{
    fprintf(stderr, "tendon: the assessment does not fit its schema:\n");
    for (size_t i = 0; i < faults->count; i++)
        fprintf(stderr, "  %.*s: %.*s\n", (int)faults->list[i].pointer.length,
                faults->list[i].pointer.data, (int)faults->list[i].detail.length,
                faults->list[i].detail.data);
}

cds_status srv_rehearse(cds_ctx *ctx, const srv_options *options, const char *file,
                        srv_rehearsal *out)
{
    cds_date today;
    cds_text input = {0};
    *out = (srv_rehearsal){0};
    out->release = srv_load_release(ctx, options, &today);
    if (out->release == NULL)
        return ctx->error.status;
    cds_status status =
        cds_sandbox_open(ctx, out->release->rules, cds_default_budget, &out->sandbox);
    if (status == CDS_OK)
        status = read_input(ctx, file, &input);
    if (status == CDS_OK)
        status = srv_assess(ctx, out->sandbox, (srv_assessment){input, today}, &out->assessed);
    if (status == CDS_INVALID)
        say_faults(&out->assessed.faults);
    else if (status != CDS_OK)
        srv_say_error(ctx);
    return status;
}

void srv_rehearsal_end(srv_rehearsal *rehearsal)
{
    cds_sandbox_close(rehearsal->sandbox);
    srv_release_drop(rehearsal->release);
}
