// SPDX-License-Identifier: Apache-2.0
// {"schema": S, "value": V}: S is refused or loaded, V fits it or breaks it with faults that
// point into it.
#include "engine/facts/schema.h"

#include "fuzz.h"

static void check(cds_ctx *ctx, const cds_schema *schema, const cds_json *value)
{
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    FUZZ_EXPECT(faults != NULL);
    const cds_status status = cds_schema_check(ctx, schema, value, faults);
    FUZZ_EXPECT(status == CDS_OK || status == CDS_INVALID || status == CDS_TOO_LARGE);
    FUZZ_EXPECT(status != CDS_INVALID || faults->count > 0);
    for (size_t i = 0; status == CDS_INVALID && i < faults->count; i++) {
        FUZZ_EXPECT(faults->list[i].detail.length > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cds_ctx ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    const cds_json *both = NULL;
    const cds_schema *schema = NULL;
    if (cds_json_parse(&ctx, fuzz_text(data, size), &both) == CDS_OK &&
        both->kind == CDS_JSON_OBJECT) {
        const cds_json *document = cds_json_member(both, CDS_TEXT("schema"));
        const cds_json *value = cds_json_member(both, CDS_TEXT("value"));
        if (document != NULL && cds_schema_load(&ctx, document, &schema) == CDS_OK) {
            check(&ctx, schema, value == NULL ? both : value);
            cds_schema_close(schema);
        }
    }
    cds_arena_free(ctx.mem);
    return 0;
}
