// SPDX-License-Identifier: Apache-2.0
// Loads rules for the commands that are not the service.
#include <stdio.h>

#include "server/api/upkeep.h"
#include "server/command/command.h"

void srv_say_error(const cds_ctx *ctx)
{
    const cds_error *error = &ctx->error;
    fprintf(stderr, "tendon: %s%s%s", error->where, error->where[0] == '\0' ? "" : ": ",
            error->what);
    if (error->offset >= 0)
        fprintf(stderr, " (byte %lld)", error->offset);
    fputc('\n', stderr);
}

srv_release *srv_load_release(cds_ctx *ctx, const srv_options *options, cds_date *today)
{
    static srv_service service; // the program has one
    srv_adopted adopted = {0};
    service.releases = srv_releases_new();
    cds_status status = srv_adopt_alone(ctx, &options->folder, &adopted);
    if (status == CDS_OK)
        status = srv_releases_put(ctx, service.releases, &adopted);
    if (status == CDS_OK)
        srv_service_settle_day(&service);
    else
        srv_say_error(ctx);
    srv_release *release = srv_releases_retain(service.releases);
    *today = srv_service_today(&service);
    srv_releases_free(service.releases);
    return release;
}

bool srv_load_rules(cds_ctx *ctx, const srv_options *options, cds_ruleset **out)
{
    srv_files files;
    cds_status status = srv_folder_read(ctx, &options->folder, &files);
    if (status == CDS_OK)
        status = cds_ruleset_load(ctx, files.list, files.count, out);
    if (status != CDS_OK)
        srv_say_error(ctx);
    return status == CDS_OK;
}
