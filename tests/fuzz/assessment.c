// SPDX-License-Identifier: Apache-2.0
// Any bytes as an assessment under the clinic's own rules: the same decision each time.
#include "server/record/folder.h"

#include "engine.h"

static cds_sandbox *sandbox;

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    cds_ctx ctx = fuzz_ctx((size_t)64 << 20);
    srv_files files;
    cds_ruleset *rules = NULL;
    const srv_folder folder = {SOURCE_DIR "/rules",
                               SOURCE_DIR "/schemas/assessment.schema.json"};
    FUZZ_EXPECT(srv_folder_read(&ctx, &folder, &files) == CDS_OK);
    FUZZ_EXPECT(cds_ruleset_load(&ctx, files.list, files.count, &rules) == CDS_OK);
    FUZZ_EXPECT(cds_sandbox_open(&ctx, rules, cds_default_budget, &sandbox) == CDS_OK);
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_check_reply(sandbox, fuzz_text(data, size));
    return 0;
}
