// SPDX-License-Identifier: Apache-2.0
// Two things are the same where all they bring is written alike; what is not in the other list
// is a suspect.
#include "engine/compare/suspects.h"

#include "engine/base/arena.h"
#include "engine/compare/print.h"

#define SCHEMA CDS_TEXT("assessment.schema.json")

// What each rule, then each contradiction of a release is written as.
typedef struct side {
    const cds_ruleset_view *rules;
    cds_text *of_rules, *of_contradictions;
} side;

static cds_status print_side(cds_ctx *ctx, side *it)
{
    const cds_ruleset_view *rules = it->rules;
    it->of_rules = cds_alloc(ctx->mem, (rules->rule_count + 1) * sizeof(cds_text));
    it->of_contradictions =
        cds_alloc(ctx->mem, (rules->contradiction_count + 1) * sizeof(cds_text));
    if (it->of_rules == NULL || it->of_contradictions == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_status status = CDS_OK;
    cds_buf buf;
    for (size_t i = 0; i < rules->rule_count && status == CDS_OK; i++) {
        cds_buf_init(&buf, ctx->mem);
        cds_print_rule(&buf, rules, &rules->rules[i]);
        status = cds_buf_end(ctx, &buf, &it->of_rules[i]);
    }
    for (size_t i = 0; i < rules->contradiction_count && status == CDS_OK; i++) {
        cds_buf_init(&buf, ctx->mem);
        cds_print_contradiction(&buf, rules, &rules->contradictions[i]);
        status = cds_buf_end(ctx, &buf, &it->of_contradictions[i]);
    }
    return status;
}

static bool is_among(cds_text text, const cds_text *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cds_text_equal(text, list[i])) {
            return true;
        }
    }
    return false;
}

// What of `one` the other does not have just so.
static cds_status list_players(cds_ctx *ctx, const side *one, const side *other,
                               cds_players *out)
{
    const cds_ruleset_view *rules = one->rules;
    out->rules = cds_alloc(ctx->mem, (rules->rule_count + 1) * sizeof(cds_rule *));
    out->contradictions =
        cds_alloc(ctx->mem, (rules->contradiction_count + 1) * sizeof(cds_contradiction *));
    if (out->rules == NULL || out->contradictions == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < rules->rule_count; i++) {
        if (!is_among(one->of_rules[i], other->of_rules, other->rules->rule_count)) {
            out->rules[out->rule_count++] = &rules->rules[i];
        }
    }
    for (size_t i = 0; i < rules->contradiction_count; i++) {
        if (!is_among(one->of_contradictions[i], other->of_contradictions,
                      other->rules->contradiction_count)) {
            out->contradictions[out->contradiction_count++] = &rules->contradictions[i];
        }
    }
    return cds_players_prepare(ctx, rules, out);
}

static cds_text schema_of(const cds_ruleset_view *rules)
{
    for (size_t i = 0; i < rules->file_count; i++) {
        if (cds_text_equal(rules->files[i].path, SCHEMA)) {
            return rules->files[i].bytes;
        }
    }
    return (cds_text){0};
}

static cds_status print_decisions(cds_ctx *ctx, const cds_ruleset_view *rules, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; i < rules->decision_count; i++) {
        cds_print_decision(&buf, rules, &rules->decisions[i]);
    }
    return cds_buf_end(ctx, &buf, out);
}

static cds_status find_players(cds_ctx *ctx, side *before, side *after, cds_suspects *out)
{
    cds_status status = print_side(ctx, before);
    if (status == CDS_OK) {
        status = print_side(ctx, after);
    }
    if (status == CDS_OK) {
        status = list_players(ctx, before, after, &out->before);
    }
    return status == CDS_OK ? list_players(ctx, after, before, &out->after) : status;
}

cds_status cds_suspects_find(cds_ctx *ctx, const cds_ruleset_view *before,
                             const cds_ruleset_view *after, cds_suspects *out)
{
    cds_text was;
    cds_text is;
    cds_suspects made = {.same_schema = cds_text_equal(schema_of(before), schema_of(after))};
    cds_status status = print_decisions(ctx, before, &was);
    if (status == CDS_OK) {
        status = print_decisions(ctx, after, &is);
    }
    if (status == CDS_OK) {
        made.everything = !made.same_schema || !cds_text_equal(was, is);
        status = find_players(ctx, &(side){.rules = before}, &(side){.rules = after}, &made);
    }
    if (status == CDS_OK) {
        *out = made;
    }
    return status;
}
