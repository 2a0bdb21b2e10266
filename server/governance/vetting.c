// SPDX-License-Identifier: Apache-2.0
// Runs the checks one after the other and writes down what each found.
#include "server/governance/vetting.h"

#include <inttypes.h>

#include "engine/base/arena.h"
#include "engine/check/all.h"

#define TRIALS_BYTES ((size_t)512 << 20)

/** One vetting under way. */
typedef struct vet {
    cds_ctx *ctx; // what is kept
    const srv_vetting_of *of;
    cds_ctx inner; // of the trials
    cds_gaps gaps;
    cds_checked checked;
    srv_impact impact;
} vet;

/** The cases, what they reach, and whether they would notice a slip: in a ruleset loaded for
 *  this alone, since mutation varies it. */
static cds_status try_cases(vet *v)
{
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    cds_status status =
        cds_ruleset_load(&v->inner, v->of->files.list, v->of->files.count, &rules);
    if (status == CDS_OK)
        status = cds_sandbox_open(&v->inner, rules, cds_default_budget, &sandbox);
    if (status == CDS_OK)
        status = cds_check_all(&v->inner, sandbox, v->of->today, &v->gaps, &v->checked);
    cds_sandbox_close(sandbox);
    cds_ruleset_drop(rules);
    return status;
}

static void write_gap(cds_buf *buf, const cds_gap *gap)
{
    cds_buf_text(buf, gap->place.file);
    cds_buf_format(buf, ":%d: ", gap->place.line);
    cds_buf_text(buf, gap->says);
}

static cds_status write_faults(vet *v, srv_vetting *out)
{
    cds_buf buf;
    cds_buf_init(&buf, v->ctx->mem);
    for (size_t i = 0; i < v->gaps.count; i++) {
        if (cds_gap_refuses(v->gaps.list[i].kind)) {
            write_gap(&buf, &v->gaps.list[i]);
            cds_buf_char(&buf, '\n');
        }
    }
    out->fault_count = v->checked.faults;
    return cds_buf_end(v->ctx, &buf, &out->faults);
}

static void write_share(cds_buf *buf, const char *name, cds_share share)
{
    cds_buf_comma(buf);
    cds_buf_format(buf, "\"%s\":{\"of\":%zu,\"reached\":%zu}", name, share.of, share.reached);
}

/** Members sorted by name, as RFC 8785 has it. */
static cds_status write_checks(const vet *v, const srv_impact_of *impact_of, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, v->ctx->mem);
    cds_buf_format(&buf, "{\"cases\":{\"failed\":%zu,\"passed\":%zu},\"coverage\":{",
                   v->checked.trials.failed,
                   v->checked.trials.count - v->checked.trials.failed);
    write_share(&buf, "answers", v->checked.coverage.answers);
    write_share(&buf, "leaves", v->checked.coverage.leaves);
    write_share(&buf, "rules", v->checked.coverage.rules);
    cds_buf_format(&buf, "},\"faults\":%zu", v->checked.faults);
    if (impact_of != NULL) {
        cds_buf_word(&buf, ",\"impact\":");
        srv_impact_json(&buf, impact_of, &v->impact);
    }
    cds_buf_format(&buf, ",\"mutation\":{\"killed\":%zu,\"mutants\":%zu,\"named\":%zu}}",
                   v->checked.mutation.killed, v->checked.mutation.mutants,
                   v->checked.mutation.named);
    return cds_buf_end(v->ctx, &buf, out);
}

/** What it changes for whom; nothing is in force at first. */
static cds_status weigh(vet *v, srv_vetting *out)
{
    const srv_impact_of of = {.before = v->of->before,
                              .after = cds_text_of(cds_ruleset_look(out->rules)->digest_text),
                              .after_rules = out->rules};
    if (of.before.data == NULL)
        return write_checks(v, NULL, &out->checks);
    cds_status status = srv_impact_run(v->ctx, &v->of->sweep, &of, &v->impact);
    if (status == CDS_OK)
        status = write_checks(v, &of, &out->checks);
    srv_impact_free(&v->impact);
    return status;
}

cds_status srv_vet(cds_ctx *ctx, const srv_vetting_of *of, srv_vetting *out)
{
    vet v = {.ctx = ctx, .of = of, .inner = {.mem = cds_arena_new(TRIALS_BYTES)}};
    CDS_PROMISE(v.inner.mem != NULL);
    *out = (srv_vetting){0};
    cds_gaps_init(&v.gaps, &v.inner);
    cds_status status = cds_ruleset_load(ctx, of->files.list, of->files.count, &out->rules);
    if (status == CDS_OK) {
        status = try_cases(&v);
        if (status != CDS_OK)
            ctx->error = v.inner.error;
    }
    if (status == CDS_OK)
        status = write_faults(&v, out);
    if (status == CDS_OK)
        status = weigh(&v, out);
    if (status != CDS_OK) {
        cds_ruleset_drop(out->rules);
        out->rules = NULL;
    }
    cds_arena_free(v.inner.mem);
    return status;
}
