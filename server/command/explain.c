// SPDX-License-Identifier: Apache-2.0
// tendon explain: reads a rule aloud from its tree.
#include "engine/decide/explain.h"

#include <stdio.h>

#include "server/command/command.h"

static int unknown_rule(cds_ctx *ctx, const cds_ruleset *rules, const char *word)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_text *ids = cds_alloc(ctx->mem, (view->rule_count + 1) * sizeof *ids);
    cds_text near = {0};
    for (size_t i = 0; ids != NULL && i < view->rule_count; i++)
        ids[i] = view->rules[i].id;
    if (ids != NULL)
        near = cds_text_nearest(cds_text_of(word), ids, view->rule_count);
    fprintf(stderr, "tendon explain: there is no rule %s", word);
    if (near.data != NULL)
        fprintf(stderr, "; did you mean %.*s?", (int)near.length, near.data);
    fputc('\n', stderr);
    return SRV_FAILED;
}

int srv_command_explain(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new((size_t)128 << 20)};
    cds_ruleset *rules = NULL;
    int result = SRV_FAILED;
    CDS_PROMISE(ctx.mem != NULL);
    if (srv_load_rules(&ctx, options, &rules)) {
        const cds_rule *rule = cds_ruleset_rule(rules, cds_text_of(options->word));
        if (rule == NULL) {
            result = unknown_rule(&ctx, rules, options->word);
        } else {
            cds_buf buf;
            cds_text text;
            cds_buf_init(&buf, ctx.mem);
            cds_explain_rule(&buf, rules, rule);
            if (cds_buf_end(&ctx, &buf, &text) == CDS_OK) {
                (void)fwrite(text.data, 1, text.length, stdout);
                result = SRV_DONE;
            }
        }
    }
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return result;
}
