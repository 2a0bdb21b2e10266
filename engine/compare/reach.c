// SPDX-License-Identifier: Apache-2.0
// Who reads what: conditions stand in order, what they are made of first, so that one pass over
// them finds all that rest on a thing.
#include "engine/compare/reach.h"

static bool reads_value(const cds_expression *value, const cds_target *of)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        return of->concern == CDS_CONCERN_FIELD && cds_text_equal(value->field->path, of->name);
    case CDS_OF_MEASURE:
        return (of->concern == CDS_CONCERN_MEASURE &&
                cds_text_equal(value->measure->name, of->name)) ||
               (value->measure->value != NULL && reads_value(value->measure->value, of));
    case CDS_OF_NUMBER:
        return false;
    case CDS_OF_ARITHMETIC:
        return reads_value(value->left, of) || reads_value(value->right, of);
    }
    return false;
}

static bool reads_itself(const cds_condition *one, const cds_target *of)
{
    switch (of->concern) {
    case CDS_CONCERN_FINDING:
        return one->finding != NULL && cds_text_equal(one->finding->name, of->name);
    case CDS_CONCERN_DECISION:
        return one->decision != NULL && cds_text_equal(one->decision->name, of->name);
    case CDS_CONCERN_FIELD:
    case CDS_CONCERN_MEASURE:
        return (one->field != NULL && cds_text_equal(one->field->path, of->name) &&
                of->concern == CDS_CONCERN_FIELD) ||
               (one->value != NULL && reads_value(one->value, of));
    default:
        return false;
    }
}

const bool *cds_readers(cds_differ *differ, const cds_ruleset_view *view, const cds_target *of)
{
    bool *reads = cds_differ_take(differ, view->condition_count * sizeof *reads);
    for (size_t i = 0; reads != NULL && i < view->condition_count; i++) {
        const cds_condition *one = view->conditions[i];
        reads[i] =
            reads_itself(one, of) || (one->finding != NULL && reads[one->finding->when->index]);
        for (size_t part = 0; part < one->part_count; part++) {
            reads[i] = reads[i] || reads[one->parts[part]->index];
        }
    }
    return reads;
}

static bool cites_or_offers(const cds_rule *rule, const cds_target *of)
{
    for (size_t i = 0; i < rule->evidence_count && of->concern == CDS_CONCERN_SOURCE; i++) {
        if (cds_text_equal(rule->evidence[i].source->key, of->name)) {
            return true;
        }
    }
    for (size_t i = 0; i < rule->suggestion_count && of->concern == CDS_CONCERN_SUGGESTION;
         i++) {
        if (cds_text_equal(rule->suggestions[i]->id, of->name)) {
            return true;
        }
    }
    return false;
}

static void reach(cds_differ *differ, cds_differing *thing)
{
    bool gone = thing->edits[0].kind == CDS_EDIT_REMOVED;
    const cds_ruleset_view *view = gone ? differ->before : differ->after;
    const cds_target of = {thing->concern, thing->id};
    const bool *reads = cds_readers(differ, view, &of);
    const cds_rule **rules = cds_differ_take(differ, view->rule_count * sizeof *rules);
    if (reads == NULL || rules == NULL) {
        return;
    }
    for (size_t i = 0; i < view->rule_count; i++) {
        const cds_rule *rule = &view->rules[i];
        if (reads[rule->when->index] || cites_or_offers(rule, &of)) {
            rules[thing->rule_count++] = rule;
        }
    }
    thing->rules = rules;
}

void cds_reach_rules(cds_differ *differ)
{
    for (size_t i = 0; i < differ->count && differ->status == CDS_OK; i++) {
        switch (differ->things[i].concern) {
        case CDS_CONCERN_FINDING:
        case CDS_CONCERN_MEASURE:
        case CDS_CONCERN_SOURCE:
        case CDS_CONCERN_SUGGESTION:
        case CDS_CONCERN_FIELD:
            reach(differ, &differ->things[i]);
            break;
        default:
            break;
        }
    }
}
