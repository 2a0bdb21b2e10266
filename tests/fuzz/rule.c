// SPDX-License-Identifier: Apache-2.0
// Any bytes as a rule file: refused with a file and a sentence, or loaded; and what is loaded
// decides alike each time.
#include "tests/unit/sandbox_fixture.h"

#include "engine.h"

static void load_and_decide(cds_ctx *ctx, const cds_file *files, size_t count)
{
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    if (cds_ruleset_load(ctx, files, count, &rules) != CDS_OK) {
        FUZZ_EXPECT(ctx->error.status != CDS_OK && ctx->error.what[0] != '\0');
        return;
    }
    if (cds_sandbox_open(ctx, rules, cds_default_budget, &sandbox) == CDS_OK) {
        fuzz_check_reply(sandbox, CDS_TEXT(FACTS));
        cds_sandbox_close(sandbox);
    }
    cds_ruleset_drop(rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const cds_file files[] = {
        {CDS_TEXT("assessment.schema.json"), cds_text_of(release_schema)},
        {CDS_TEXT("care/decision.lua"), cds_text_of(release_decision)},
        {CDS_TEXT("care/one.lua"), fuzz_text(data, size)},
    };
    cds_ctx ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    load_and_decide(&ctx, files, sizeof files / sizeof *files);
    cds_arena_free(ctx.mem);
    return 0;
}
