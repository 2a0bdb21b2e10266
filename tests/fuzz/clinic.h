// SPDX-License-Identifier: Apache-2.0
// The clinic's own rules, ready to decide.
#pragma once

#include "engine/rules/sandbox.h"
#include "server/record/folder.h"

#include "fuzz.h"

static inline cds_sandbox *fuzz_clinic(void)
{
    cds_ctx ctx = fuzz_ctx((size_t)64 << 20);
    srv_files files;
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    const srv_folder folder = {SOURCE_DIR "/rules",
                               SOURCE_DIR "/schemas/assessment.schema.json"};
    FUZZ_EXPECT(srv_folder_read(&ctx, &folder, &files) == CDS_OK);
    FUZZ_EXPECT(cds_ruleset_load(&ctx, files.list, files.count, &rules) == CDS_OK);
    FUZZ_EXPECT(cds_sandbox_open(&ctx, rules, cds_default_budget, &sandbox) == CDS_OK);
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return sandbox;
}
