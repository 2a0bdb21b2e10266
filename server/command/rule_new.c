// SPDX-License-Identifier: Apache-2.0
// tendon rule new: a rule and its cases to be filled in, where ??? stands for what somebody has
// to think about; `tendon check` refuses it until then.
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "server/command/rule.h"

#define BYTES ((size_t)128 << 20)
#define ID_MAX 100

static const char rule_form[] =
    "-- SPDX-License-Identifier: Apache-2.0\n"
    "-- ??? The question this rule answers, in a line.\n"
    "\n"
    "rule {\n"
    "  id       = \"%s\",\n"
    "  title    = \"??? at most 139 characters\",\n"
    "  version  = \"1.0.0\",\n"
    "  status   = \"draft\",\n"
    "  owner    = \"??? who answers for it\",\n"
    "  review   = { done = \"%s\", due = \"%s\" },\n"
    "\n"
    "  purpose  = [[\n"
    "    ??? Why it is there, in one to three lines.\n"
    "  ]],\n"
    "\n"
    "  basis    = \"clinic policy\",\n"
    "  decides  = \"%.*s\",\n"
    "  answer   = \"%.*s\",\n"
    "  when     = known(%.*s),\n"
    "\n"
    "  indicator = \"info\",\n"
    "  say       = {\n"
    "    clinician = \"??? Consider ...; ask or examine next ...; to whom, by when.\",\n"
    "    patient   = \"??? The same in plain, kind words.\",\n"
    "  },\n"
    "\n"
    "  history   = { { \"1.0.0\", \"%s\", \"First version.\" } },\n"
    "}\n";

static const char test_form[] = "-- SPDX-License-Identifier: Apache-2.0\n"
                                "-- One person, one thing changed a case: it fires; it is "
                                "silent on the other side of every\n"
                                "-- number; it asks when a fact is unknown.\n"
                                "\n"
                                "person {}\n"
                                "\n"
                                "case \"nothing is known\" { expect = asks \"%.*s\" }\n";

static bool is_name(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const char *slash = strchr(id, '/');
    return slash != NULL && slash != id && slash[1] != '\0' && strlen(id) <= ID_MAX &&
           strspn(id, letters) == (size_t)(slash - id) &&
           strspn(slash + 1, letters) == strlen(slash + 1);
}

static const cds_decision *find_decision(cds_ctx *ctx, const cds_ruleset *rules, const char *id)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    const cds_text name = {id, (size_t)(strchr(id, '/') - id)};
    const cds_decision *decision = cds_ruleset_decision(rules, name);
    cds_text *names = cds_alloc(ctx->mem, (view->decision_count + 1) * sizeof *names);
    if (decision != NULL || names == NULL)
        return decision;
    for (size_t i = 0; i < view->decision_count; i++)
        names[i] = view->decisions[i].name;
    const cds_text near = cds_text_nearest(name, names, view->decision_count);
    fprintf(stderr, "tendon rule new: there is no decision %.*s", (int)name.length, name.data);
    if (near.data != NULL)
        fprintf(stderr, "; did you mean %.*s?", (int)near.length, near.data);
    fputc('\n', stderr);
    return NULL;
}

static void days(char today[CDS_DATE_LENGTH + 1], char next_year[CDS_DATE_LENGTH + 1])
{
    const cds_date now = {(int32_t)(time(NULL) / 86400)};
    cds_date_format(now, today);
    cds_date_format((cds_date){now.days + 365}, next_year);
}

#define SAID(text) (int)(text).length, (text).data

static bool save_both(cds_ctx *ctx, const srv_options *options, const cds_ruleset *rules,
                      const cds_decision *decision)
{
    const char *id = options->words[1];
    const cds_text field = cds_ruleset_look(rules)->fields->list[0].path;
    char today[CDS_DATE_LENGTH + 1];
    char due[CDS_DATE_LENGTH + 1];
    char name[ID_MAX + 16];
    cds_buf rule;
    cds_buf cases;
    cds_text text;
    days(today, due);
    cds_buf_init(&rule, ctx->mem);
    cds_buf_format(&rule, rule_form, id, today, due, SAID(decision->name),
                   SAID(decision->answers[0].name), SAID(field), today);
    (void)snprintf(name, sizeof name, "%s.lua", id);
    if (cds_buf_end(ctx, &rule, &text) != CDS_OK || !srv_rule_save(options, name, text))
        return false;
    printf("%s/%s\n", options->folder.rules_dir, name);
    cds_buf_init(&cases, ctx->mem);
    cds_buf_format(&cases, test_form, SAID(field));
    (void)snprintf(name, sizeof name, "%s.test.lua", id);
    if (cds_buf_end(ctx, &cases, &text) != CDS_OK || !srv_rule_save(options, name, text))
        return false;
    printf("%s/%s\n", options->folder.rules_dir, name);
    return true;
}

static bool make(cds_ctx *ctx, const srv_options *options, const cds_ruleset *rules)
{
    const char *id = options->words[1];
    const cds_decision *decision = find_decision(ctx, rules, id);
    if (decision == NULL)
        return false;
    if (cds_ruleset_rule(rules, cds_text_of(id)) != NULL) {
        fprintf(stderr, "tendon rule new: %s is there already; give it another name\n", id);
        return false;
    }
    return save_both(ctx, options, rules, decision);
}

int srv_rule_new(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(BYTES)};
    cds_ruleset *rules = NULL;
    CDS_PROMISE(ctx.mem != NULL);
    if (!is_name(options->words[1])) {
        fprintf(stderr, "tendon rule new: a name is DECISION/NAME in small letters, digits and "
                        "hyphens, as in class/home-walking\n");
        cds_arena_free(ctx.mem);
        return SRV_USAGE;
    }
    const bool done = srv_load_rules(&ctx, options, &rules) && make(&ctx, options, rules);
    cds_ruleset_drop(rules);
    cds_arena_free(ctx.mem);
    return done ? SRV_DONE : SRV_FAILED;
}
