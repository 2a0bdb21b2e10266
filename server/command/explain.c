// SPDX-License-Identifier: Apache-2.0
// tendon explain: reads a rule or a decision aloud, or says why one person got an answer.
#include "engine/decide/explain.h"

#include <stdio.h>

#include "engine/decide/explain_person.h"
#include "server/command/prose.h"
#include "server/command/rehearsal.h"

// What the word names: one of both, or neither.
typedef struct subject {
    const cds_rule *rule;
    const cds_decision *decision;
} subject;

static void say_unknown(cds_ctx *ctx, const cds_ruleset_view *view, const char *word)
{
    size_t count = view->rule_count + view->decision_count;
    cds_text *names = cds_alloc(ctx->mem, (count + 1) * sizeof *names);
    cds_text near = {0};
    for (size_t i = 0; names != NULL && i < count; i++)
        names[i] = i < view->rule_count ? view->rules[i].id
                                        : view->decisions[i - view->rule_count].name;
    if (names != NULL)
        near = cds_text_nearest(cds_text_of(word), names, count);
    fprintf(stderr, "tendon explain: there is no rule or decision %s", word);
    if (near.data != NULL)
        fprintf(stderr, "; did you mean %.*s?", (int)near.length, near.data);
    fputc('\n', stderr);
}

static bool find(cds_ctx *ctx, const cds_ruleset *rules, const char *word, subject *out)
{
    out->rule = cds_ruleset_rule(rules, cds_text_of(word));
    out->decision = cds_ruleset_decision(rules, cds_text_of(word));
    bool found = out->rule != NULL || out->decision != NULL;
    if (!found)
        say_unknown(ctx, cds_ruleset_look(rules), word);
    return found;
}

static cds_status finish(cds_ctx *ctx, const srv_options *options, cds_buf *buf)
{
    srv_prose prose = {stdout, srv_prose_width(stdout), options->color};
    cds_text text;
    cds_status status = cds_buf_end(ctx, buf, &text);
    if (status == CDS_OK)
        srv_prose_print(&prose, text);
    else
        srv_say_error(ctx);
    return status;
}

static bool explain_rules(cds_ctx *ctx, const srv_options *options, cds_buf *buf)
{
    cds_ruleset *rules = NULL;
    subject about;
    bool done = srv_load_rules(ctx, options, &rules) && find(ctx, rules, options->word, &about);
    if (done && about.rule != NULL)
        cds_explain_rule(buf, rules, about.rule);
    else if (done)
        cds_explain_decision(buf, cds_ruleset_look(rules), about.decision);
    done = done && finish(ctx, options, buf) == CDS_OK;
    cds_ruleset_drop(rules);
    return done;
}

static bool explain_person(cds_ctx *ctx, const srv_options *options, cds_buf *buf)
{
    srv_rehearsal rehearsal;
    subject about;
    const cds_evaluation *evaluation;
    cds_status status = srv_rehearse(ctx, options, options->assessment, &rehearsal);
    if (status == CDS_OK && !find(ctx, rehearsal.release->rules, options->word, &about))
        status = CDS_NOT_FOUND;
    if (status == CDS_OK) {
        evaluation = rehearsal.assessed.evaluation;
        status = about.rule != NULL ? cds_explain_rule_for(ctx, evaluation, about.rule, buf)
                                    : cds_explain_answer(ctx, evaluation, about.decision, buf);
        if (finish(ctx, options, buf) != CDS_OK)
            status = ctx->error.status;
    }
    srv_rehearsal_end(&rehearsal);
    return status == CDS_OK;
}

int srv_command_explain(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    cds_buf buf;
    CDS_PROMISE(ctx.mem != NULL);
    cds_buf_init(&buf, ctx.mem);
    bool done = options->assessment != NULL ? explain_person(&ctx, options, &buf)
                                            : explain_rules(&ctx, options, &buf);
    cds_arena_free(ctx.mem);
    return done ? SRV_DONE : SRV_FAILED;
}
