// SPDX-License-Identifier: Apache-2.0
// Kind by kind, in the order things are listed; then what rests on them.
#include "engine/compare/difference.h"

#include "engine/compare/things.h"

cds_status cds_difference_find(cds_ctx *ctx, const cds_ruleset_view *before,
                               const cds_ruleset_view *after, cds_difference *out)
{
    static void (*const steps[])(cds_differ *) = {
        cds_compare_decisions,
        cds_compare_order,
        cds_compare_rules,
        cds_compare_findings,
        cds_compare_measures,
        cds_compare_sources,
        cds_compare_contradictions,
        cds_compare_suggestions,
        cds_compare_clinic,
        cds_compare_fields,
        cds_compare_schema,
        cds_compare_files,
        cds_reach_rules,
    };
    cds_differ differ = {.ctx = ctx, .before = before, .after = after};
    cds_difference found = {.before = before, .after = after};
    for (size_t i = 0; i < sizeof steps / sizeof *steps && differ.status == CDS_OK; i++) {
        steps[i](&differ);
    }
    if (differ.status == CDS_OK) {
        cds_reach_decisions(&differ, &found);
    }
    found.things = differ.things;
    found.count = differ.count;
    *out = differ.status == CDS_OK ? found : *out;
    return differ.status;
}

bool cds_differing_matters(const cds_differing *thing)
{
    for (size_t i = 0; i < thing->edit_count; i++) {
        if (cds_edit_matters(thing->edits[i].kind)) {
            return true;
        }
    }
    return false;
}

bool cds_difference_needs_replay(const cds_difference *difference)
{
    for (size_t i = 0; i < difference->count; i++) {
        const cds_differing *thing = &difference->things[i];
        bool unread =
            thing->concern == CDS_CONCERN_CLINIC || thing->concern == CDS_CONCERN_SCHEMA;
        if (unread && cds_differing_matters(thing)) {
            return true;
        }
    }
    return false;
}

const char *cds_concern_word(cds_concern concern)
{
    static const char *const words[] = {
#define CDS_CONCERN_WORD(name, word, heading) word,
        CDS_CONCERNS(CDS_CONCERN_WORD)
#undef CDS_CONCERN_WORD
    };
    return words[concern];
}

const char *cds_concern_heading(cds_concern concern)
{
    static const char *const headings[] = {
#define CDS_CONCERN_HEADING(name, word, heading) heading,
        CDS_CONCERNS(CDS_CONCERN_HEADING)
#undef CDS_CONCERN_HEADING
    };
    return headings[concern];
}

const char *cds_edit_word(cds_edit_kind kind)
{
    static const char *const words[] = {
#define CDS_EDIT_WORD(name, word, matters) word,
        CDS_EDITS(CDS_EDIT_WORD)
#undef CDS_EDIT_WORD
    };
    return words[kind];
}

bool cds_edit_matters(cds_edit_kind kind)
{
    static const bool matter[] = {
#define CDS_EDIT_MATTERS(name, word, matters) matters,
        CDS_EDITS(CDS_EDIT_MATTERS)
#undef CDS_EDIT_MATTERS
    };
    return matter[kind];
}
