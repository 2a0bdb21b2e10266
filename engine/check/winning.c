// SPDX-License-Identifier: Apache-2.0
// Compares conditions part by part, as they are written.
#include "engine/check/winning.h"

#include "engine/base/arena.h"
#include "engine/compare/code.h"

#define SAID(text) (int)(text).length, (text).data

/** The code of one part; data NULL: no memory. */
static cds_text code_of(cds_ctx *ctx, const cds_condition *condition)
{
    cds_buf buf;
    cds_text code = {0};
    cds_buf_init(&buf, ctx->mem);
    cds_code_condition(&buf, condition);
    return cds_buf_end(ctx, &buf, &code) == CDS_OK ? code : (cds_text){0};
}

static bool asks_for(cds_ctx *ctx, const cds_condition *condition, cds_text code)
{
    if (cds_text_equal(code_of(ctx, condition), code))
        return true;
    if (condition->word != CDS_ALL)
        return false;
    for (size_t i = 0; i < condition->part_count; i++) {
        if (asks_for(ctx, condition->parts[i], code))
            return true;
    }
    return false;
}

/** Does `weaker` ask for every part that `stronger` does? */
static bool includes(cds_ctx *ctx, const cds_condition *weaker, const cds_condition *stronger)
{
    if (asks_for(ctx, weaker, code_of(ctx, stronger)))
        return true;
    if (stronger->word != CDS_ALL || stronger->part_count == 0)
        return false;
    for (size_t i = 0; i < stronger->part_count; i++) {
        if (!includes(ctx, weaker, stronger->parts[i]))
            return false;
    }
    return true;
}

static void check_rule(cds_gaps *gaps, cds_ctx *ctx, const cds_ruleset_view *view,
                       const cds_rule *rule)
{
    const size_t first = view->first_rule[rule->decision->index];
    for (size_t i = first; i < rule->index; i++) {
        const cds_rule *other = &view->rules[i];
        if (other->status == CDS_ACTIVE && other->answer < rule->answer &&
            includes(ctx, rule->when, other->when)) {
            cds_gaps_add(gaps, CDS_GAP_LINT, rule->place,
                         "it can never win: whenever it holds, %.*s does, whose answer is "
                         "stronger",
                         SAID(other->id));
            return;
        }
    }
}

void cds_check_winning(cds_gaps *gaps, const cds_ruleset_view *view)
{
    cds_ctx scratch = {.mem = cds_arena_new((size_t)16 << 20)};
    CDS_PROMISE(scratch.mem != NULL);
    for (size_t i = 0; i < view->rule_count; i++) {
        if (view->rules[i].status == CDS_ACTIVE)
            check_rule(gaps, &scratch, view, &view->rules[i]);
        cds_arena_reset(scratch.mem);
    }
    cds_arena_free(scratch.mem);
}
