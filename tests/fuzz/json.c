// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON: refused with a place, or read; and what was read is written and read
// alike.
#include "engine/facts/json.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cds_ctx ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    const cds_json *value = NULL;
    const cds_json *again = NULL;
    cds_text written = {0};
    cds_buf buf;
    if (cds_json_parse(&ctx, fuzz_text(data, size), &value) == CDS_OK) {
        cds_buf_init(&buf, ctx.mem);
        cds_json_write(&buf, value);
        FUZZ_EXPECT(cds_buf_end(&ctx, &buf, &written) == CDS_OK);
        FUZZ_EXPECT(cds_json_parse(&ctx, written, &again) == CDS_OK);
        FUZZ_EXPECT(cds_json_equal(value, again));
    } else {
        FUZZ_EXPECT(ctx.error.status != CDS_OK && ctx.error.what[0] != '\0');
    }
    cds_arena_free(ctx.mem);
    return 0;
}
