// SPDX-License-Identifier: Apache-2.0
// Decisions that may come out otherwise: those a thing changes itself, then those that read one
// of these, since who is read is decided before who reads.
#include <string.h>

#include "engine/compare/reach.h"

// `applies_when` and `suppressed_when` of a decision read the thing.
static bool reads_in_settling(cds_differ *differ, const cds_decision *decision,
                              const cds_target *of)
{
    const bool *reads = cds_readers(differ, differ->after, of);
    const cds_condition *own[] = {decision->applies_when, decision->suppressed_when};
    for (size_t i = 0; reads != NULL && i < 2; i++) {
        if (own[i] != NULL && reads[own[i]->index]) {
            return true;
        }
    }
    return false;
}

static cds_text folder_of(cds_text id)
{
    const char *slash = memchr(id.data, '/', id.length);
    return (cds_text){id.data, slash == NULL ? id.length : (size_t)(slash - id.data)};
}

// A draft or a rule laid to rest answers nobody.
static bool is_active(const cds_ruleset_view *view, cds_text id)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        if (cds_text_equal(view->rules[i].id, id)) {
            return view->rules[i].status == CDS_ACTIVE;
        }
    }
    return false;
}

// The thing itself changes the decision: it is it, a rule of it, or read by one.
static bool changes(cds_differ *differ, const cds_differing *thing,
                    const cds_decision *decision)
{
    const cds_target of = {thing->concern, thing->id};
    if (thing->concern == CDS_CONCERN_DECISION) {
        return cds_text_equal(thing->id, decision->name);
    }
    if (thing->concern == CDS_CONCERN_RULE) {
        return cds_text_equal(folder_of(thing->id), decision->name) &&
               (is_active(differ->before, thing->id) || is_active(differ->after, thing->id));
    }
    for (size_t i = 0; i < thing->rule_count; i++) {
        if (thing->rules[i]->status == CDS_ACTIVE &&
            cds_text_equal(thing->rules[i]->decision->name, decision->name)) {
            return true;
        }
    }
    return reads_in_settling(differ, decision, &of);
}

static size_t count_changes(cds_differ *differ, const cds_decision *decision)
{
    size_t count = 0;
    for (size_t i = 0; i < differ->count && differ->status == CDS_OK; i++) {
        const cds_differing *thing = &differ->things[i];
        count += cds_differing_matters(thing) && changes(differ, thing, decision);
    }
    return count;
}

static bool reads_decision(cds_differ *differ, const cds_decision *decision, cds_text other)
{
    const cds_target of = {CDS_CONCERN_DECISION, other};
    const cds_ruleset_view *view = differ->after;
    const bool *reads = cds_readers(differ, view, &of);
    for (size_t i = view->first_rule[decision->index];
         reads != NULL && i < view->first_rule[decision->index + 1]; i++) {
        if (reads[view->rules[i].when->index]) {
            return true;
        }
    }
    return reads_in_settling(differ, decision, &of);
}

// The first of those already affected that the decision reads; empty: none.
static cds_text read_by(cds_differ *differ, const cds_decision *decision, const cds_text *done,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (reads_decision(differ, decision, done[i])) {
            return done[i];
        }
    }
    return CDS_TEXT("");
}

static cds_affected affected_of(cds_differ *differ, const cds_decision *decision,
                                const cds_text *done, size_t count)
{
    cds_affected one = {decision, count_changes(differ, decision), CDS_TEXT("")};
    if (one.by == 0) {
        one.through = read_by(differ, decision, done, count);
    }
    return one;
}

void cds_reach_decisions(cds_differ *differ, cds_difference *out)
{
    size_t count = differ->after->decision_count;
    cds_text *done = cds_differ_take(differ, count * sizeof *done);
    cds_affected *by_place = cds_differ_take(differ, count * sizeof *by_place);
    cds_affected *list = cds_differ_take(differ, count * sizeof *list);
    size_t done_count = 0;
    if (done == NULL || by_place == NULL || list == NULL) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const cds_decision *decision = differ->after->evaluation_order[i];
        cds_affected one = affected_of(differ, decision, done, done_count);
        if (one.by > 0 || one.through.length > 0) {
            by_place[decision->index] = one;
            done[done_count++] = decision->name;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (by_place[i].decision != NULL) {
            list[out->affected_count++] = by_place[i];
        }
    }
    out->affected = list;
}
