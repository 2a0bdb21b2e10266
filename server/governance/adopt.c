// SPDX-License-Identifier: Apache-2.0
// Follows the folder or the register.
#include "server/governance/adopt.h"

#include <string.h>

#include "server/governance/keep.h"
#include "server/record/entry.h"

#define LOCAL CDS_TEXT("local")
#define WHY CDS_TEXT("Loaded from a folder, in development.")

void srv_adopted_name(cds_text name, srv_adopted *out)
{
    const size_t length =
        name.length < SRV_RELEASE_NAME_MAX ? name.length : SRV_RELEASE_NAME_MAX;
    memcpy(out->name, name.data, length);
    out->name[length] = '\0';
}

static cds_status enter_release(cds_ctx *ctx, const srv_adopting *with, const srv_files *files,
                                const srv_step *proposal, srv_adopted *out)
{
    const cds_text digest = cds_text_of(cds_ruleset_look(out->rules)->digest_text);
    srv_step step = {.kind = SRV_STEP_PROPOSE,
                     .digest = digest,
                     .client = LOCAL,
                     .name = cds_text_of(out->name),
                     .reason = WHY};
    cds_status status =
        proposal != NULL ? CDS_OK : srv_step_keep(ctx, with->writer, files, &step);
    step.kind = SRV_STEP_ACTIVATE;
    if (status == CDS_OK)
        status = srv_step_keep(ctx, with->writer, NULL, &step);
    out->activated_ms = step.kept_ms;
    return status;
}

static cds_status enter(cds_ctx *ctx, const srv_adopting *with, const srv_files *files,
                        srv_adopted *out)
{
    const cds_text digest = cds_text_of(cds_ruleset_look(out->rules)->digest_text);
    srv_register reg;
    const cds_status status = srv_register_read(ctx, with->store, &reg);
    if (status != CDS_OK)
        return status;
    const srv_step *proposal = srv_register_proposal(&reg, digest);
    const srv_step *ruling = srv_register_ruling(&reg, &with->choice);
    if (proposal != NULL)
        srv_adopted_name(proposal->name, out);
    else
        srv_register_next_name(&reg, out->name);
    if (ruling == NULL || !cds_text_equal(ruling->digest, digest))
        return enter_release(ctx, with, files, proposal, out);
    out->activated_ms = ruling->kept_ms;
    return CDS_OK;
}

cds_status srv_adopt_alone(cds_ctx *ctx, const srv_folder *folder, srv_adopted *out)
{
    const srv_register none = {0};
    srv_files files = {0};
    cds_status status = srv_folder_read(ctx, folder, &files);
    srv_register_next_name(&none, out->name);
    out->activated_ms = srv_time_now_ms();
    return status == CDS_OK ? cds_ruleset_load(ctx, files.list, files.count, &out->rules)
                            : status;
}

cds_status srv_adopt_folder(cds_ctx *ctx, const srv_adopting *with, const srv_folder *folder,
                            srv_adopted *out)
{
    srv_files files = {0};
    srv_adopted adopted = {0};
    cds_status status = srv_folder_read(ctx, folder, &files);
    if (status == CDS_OK)
        status = cds_ruleset_load(ctx, files.list, files.count, &adopted.rules);
    if (status != CDS_OK)
        return status;
    files.release = cds_text_of(cds_ruleset_look(adopted.rules)->digest_text);
    status = enter(ctx, with, &files, &adopted);
    if (status == CDS_OK)
        *out = adopted;
    else
        cds_ruleset_drop(adopted.rules);
    return status;
}

cds_status srv_adopt_ruling(cds_ctx *ctx, const srv_adopting *with, srv_library *library,
                            srv_adopted *out)
{
    srv_register reg;
    cds_status status = srv_register_read(ctx, with->store, &reg);
    if (status != CDS_OK)
        return status;
    const srv_step *ruling = srv_register_ruling(&reg, &with->choice);
    if (ruling == NULL)
        return cds_fail(ctx, CDS_NOT_FOUND, "",
                        "no release is active; propose, approve and activate one");
    const srv_step *proposal = srv_register_proposal(&reg, ruling->digest);
    out->is_known = true;
    status = srv_library_get(ctx, library, ruling->digest, &out->rules);
    if (status != CDS_OK)
        return status;
    srv_adopted_name(proposal->name, out);
    out->activated_ms = ruling->kept_ms;
    return CDS_OK;
}
