// SPDX-License-Identifier: Apache-2.0
// tendon evaluate: one assessment in, the advice out; nothing is recorded.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/api/envelope.h"
#include "server/api/service.h"
#include "server/command/command.h"
#include "server/command/table.h"

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
    for (size_t i = 0; i < faults->count; i++)
        fprintf(stderr, "  %.*s: %.*s\n", (int)faults->list[i].pointer.length,
                faults->list[i].pointer.data, (int)faults->list[i].detail.length,
                faults->list[i].detail.data);
}

static cds_status print(cds_ctx *ctx, const srv_options *options, const srv_release *release,
                        const srv_assessed *assessed)
{
    cds_text body;
    if (!options->json)
        return srv_table_print(ctx, assessed->decision, options->color, stdout);
    cds_status status =
        srv_envelope_of_rehearsal(ctx, release, assessed, assessed->decision, &body);
    if (status == CDS_OK) {
        (void)fwrite(body.data, 1, body.length, stdout);
        fputc('\n', stdout);
    }
    return status;
}

static cds_status evaluate(cds_ctx *ctx, const srv_options *options, srv_service *service)
{
    srv_release *release = srv_releases_retain(service->releases);
    cds_sandbox *sandbox = NULL;
    cds_text input = {0};
    srv_assessed *assessed = cds_alloc(ctx->mem, sizeof *assessed);
    CDS_PROMISE(assessed != NULL);
    cds_status status = cds_sandbox_open(ctx, release->rules, cds_default_budget, &sandbox);
    if (status == CDS_OK)
        status = read_input(ctx, options->word, &input);
    if (status == CDS_OK)
        status = srv_assess(ctx, sandbox, (srv_assessment){input, srv_service_today(service)},
                            assessed);
    if (status == CDS_OK)
        status = print(ctx, options, release, assessed);
    if (status == CDS_INVALID) {
        fprintf(stderr, "tendon: the assessment does not fit its schema:\n");
        say_faults(&assessed->faults);
    } else if (status != CDS_OK) {
        srv_say_error(ctx);
    }
    cds_sandbox_close(sandbox);
    srv_release_drop(release);
    return status;
}

int srv_command_evaluate(const srv_options *options)
{
    static srv_service service; // the program has one
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    cds_status status = CDS_FAILED;
    CDS_PROMISE(ctx.mem != NULL);
    service.folder = options->folder;
    service.releases = srv_releases_new();
    if (srv_service_load(&ctx, &service) == CDS_OK)
        status = evaluate(&ctx, options, &service);
    else
        srv_say_error(&ctx);
    srv_releases_free(service.releases);
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? SRV_DONE : SRV_FAILED;
}
