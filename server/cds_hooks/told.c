// SPDX-License-Identifier: Apache-2.0
// Reads `told` of rules/codes.lua.
#include "server/cds_hooks/told.h"

#include "server/cds_hooks/request.h"

static bool is_listed(const cds_json *list, cds_text name)
{
    for (const cds_json *at = list == NULL ? NULL : list->child; at != NULL; at = at->next) {
        if (at->kind == CDS_JSON_STRING && cds_text_equal(at->text, name))
            return true;
    }
    return false;
}

static bool answers_one(const cds_json *told, cds_text decision, const cds_text *ordered,
                        size_t count)
{
    const cds_json *when =
        told == NULL ? NULL : cds_json_member(told, CDS_TEXT("when_ordered"));
    const cds_json *list = when == NULL ? NULL : cds_json_member(when, decision);
    for (size_t i = 0; i < count; i++) {
        if (is_listed(list, ordered[i]))
            return true;
    }
    return false;
}

void srv_told_choose(const cds_evaluation *evaluation, const cds_text *ordered, size_t count,
                     srv_told *out)
{
    const cds_ruleset_view *rules = evaluation->rules;
    const cds_json *told = cds_json_member(rules->codes, CDS_TEXT("told"));
    const cds_json *always = told == NULL ? NULL : cds_json_member(told, CDS_TEXT("always"));
    out->count = 0;
    for (size_t i = 0; i < rules->decision_count && out->count < SRV_CARDS_MAX; i++) {
        const cds_outcome *outcome = &evaluation->outcomes[i];
        const cds_decision *decision = outcome->decision;
        const bool by_rule = outcome->answer < decision->declared_count;
        if (outcome->by != NULL)
            continue;
        if ((by_rule && is_listed(always, decision->name)) ||
            answers_one(told, decision->name, ordered, count))
            out->outcomes[out->count++] = outcome;
    }
}
