// SPDX-License-Identifier: Apache-2.0
// From bytes to a reply, as the service goes.
#pragma once

#include "engine/decide/reply.h"

#include "fuzz.h"

static inline cds_status fuzz_reply(cds_ctx *ctx, cds_sandbox *sandbox, cds_text bytes,
                                    cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(cds_sandbox_ruleset(sandbox));
    const cds_json *value = NULL;
    const cds_facts *facts = NULL;
    const cds_evaluation *decided = NULL;
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    FUZZ_EXPECT(faults != NULL);
    cds_status status = cds_json_parse(ctx, bytes, &value);
    if (status == CDS_OK) {
        status = cds_schema_check(ctx, view->schema, value, faults);
    }
    if (status == CDS_OK) {
        status = cds_facts_read(ctx, view->fields, value, &facts);
    }
    if (status == CDS_OK) {
        status = cds_evaluate(ctx, sandbox, facts, &decided);
    }
    return status == CDS_OK ? cds_reply_write(ctx, decided, out) : status;
}

/** Twice the same bytes or twice the same refusal, and what is written is JSON. */
static inline void fuzz_check_reply(cds_sandbox *sandbox, cds_text bytes)
{
    cds_ctx first = fuzz_ctx(FUZZ_ARENA_BYTES);
    cds_ctx second = fuzz_ctx(FUZZ_ARENA_BYTES);
    cds_text one = {0};
    cds_text two = {0};
    const cds_json *value = NULL;
    const cds_status status = fuzz_reply(&first, sandbox, bytes, &one);
    FUZZ_EXPECT(fuzz_reply(&second, sandbox, bytes, &two) == status);
    if (status == CDS_OK) {
        FUZZ_EXPECT(cds_text_equal(one, two));
        FUZZ_EXPECT(cds_json_parse(&second, one, &value) == CDS_OK);
    }
    cds_arena_free(first.mem);
    cds_arena_free(second.mem);
}
