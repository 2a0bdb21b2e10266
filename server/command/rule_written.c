// SPDX-License-Identifier: Apache-2.0
// tendon rule lock, changelog, types: files written from what the rules say.
#include <stdio.h>

#include "engine/check/changelog.h"
#include "engine/check/lock.h"
#include "engine/check/types.h"
#include "server/command/rule.h"

#define BYTES ((size_t)128 << 20)

/** What changed under an old version is told; the lock is left as it was. */
static bool may_lock(cds_ctx *ctx, const cds_ruleset *rules)
{
    cds_gaps gaps;
    cds_gaps_init(&gaps, ctx);
    cds_lock_compare(&gaps, rules, cds_lock_of(rules), true);
    for (size_t i = 0; i < gaps.count; i++) {
        const cds_gap *gap = &gaps.list[i];
        fprintf(stderr, "%.*s:%d: %.*s\n", (int)gap->place.file.length, gap->place.file.data,
                gap->place.line, (int)gap->says.length, gap->says.data);
    }
    return cds_gaps_end(&gaps) == CDS_OK && gaps.count == 0;
}

static bool all_words_are_told(cds_ctx *ctx, const cds_ruleset *rules)
{
    (void)rules;
    if (cds_types_check(ctx) == CDS_OK)
        return true;
    srv_say_error(ctx);
    return false;
}

static bool save(cds_ctx *ctx, const srv_options *options, const char *name, cds_buf *buf)
{
    cds_text text;
    if (cds_buf_end(ctx, buf, &text) != CDS_OK) {
        srv_say_error(ctx);
        return false;
    }
    return srv_rule_save(options, name, text);
}

static int write_file(const srv_options *options, const char *name,
                      bool (*may)(cds_ctx *ctx, const cds_ruleset *rules),
                      void (*write)(cds_buf *buf, const cds_ruleset *rules))
{
    cds_ctx ctx = {.mem = cds_arena_new(BYTES)};
    cds_ruleset *rules = NULL;
    cds_buf buf;
    CDS_PROMISE(ctx.mem != NULL);
    bool done = srv_load_rules(&ctx, options, &rules) && (may == NULL || may(&ctx, rules));
    if (done) {
        cds_buf_init(&buf, ctx.mem);
        write(&buf, rules);
        done = save(&ctx, options, name, &buf);
    }
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return done ? SRV_DONE : SRV_FAILED;
}

int srv_rule_lock(const srv_options *options)
{
    return write_file(options, "rules.lock", may_lock, cds_lock_write);
}

int srv_rule_changelog(const srv_options *options)
{
    return write_file(options, "CHANGELOG.md", NULL, cds_changelog_write);
}

int srv_rule_types(const srv_options *options)
{
    return write_file(options, "types.lua", all_words_are_told, cds_types_write);
}
