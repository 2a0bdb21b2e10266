// SPDX-License-Identifier: Apache-2.0
// Which rules are new, gone, laid to rest, or the same under another name.
#include <string.h>

#include "engine/compare/things.h"
#include "engine/decide/aloud.h"

static cds_text title_of(cds_differ *differ, const cds_rule *rule)
{
    cds_buf buf = cds_differ_buf(differ);
    cds_aloud_template(&buf, &rule->title);
    return cds_differ_end(differ, &buf);
}

static cds_thing thing_of(cds_differ *differ, const cds_rule *rule)
{
    return (cds_thing){CDS_CONCERN_RULE, rule->id, title_of(differ, rule), rule->place.file};
}

static const cds_rule *find(const cds_ruleset_view *view, cds_text id)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        if (cds_text_equal(view->rules[i].id, id)) {
            return &view->rules[i];
        }
    }
    return NULL;
}

// Nothing but its version and its history tells the two apart.
static bool is_same(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ trial = {.ctx = differ->ctx, .before = differ->before, .after = differ->after};
    cds_compare_rule(&trial, before, after);
    for (size_t i = 0; i < trial.edit_count; i++) {
        if (trial.edits[i].kind != CDS_EDIT_VERSION) {
            return false;
        }
    }
    return trial.status == CDS_OK;
}

static bool may_be_same(const cds_rule *one, const cds_rule *other)
{
    return cds_text_equal(one->title.source, other->title.source) &&
           cds_text_equal(one->clinician.source, other->clinician.source);
}

// The rule of the other release, not in this one, that is the same under another id; or NULL.
static const cds_rule *renamed(cds_differ *differ, const cds_rule *rule, bool to)
{
    const cds_ruleset_view *others = to ? differ->after : differ->before;
    const cds_ruleset_view *here = to ? differ->before : differ->after;
    for (size_t i = 0; i < others->rule_count; i++) {
        const cds_rule *other = &others->rules[i];
        if (find(here, other->id) == NULL && may_be_same(rule, other) &&
            is_same(differ, to ? rule : other, to ? other : rule)) {
            return other;
        }
    }
    return NULL;
}

// The rule that each of two takes for the same one; NULL: none.
static const cds_rule *same_elsewhere(cds_differ *differ, const cds_rule *rule, bool to)
{
    const cds_rule *other = renamed(differ, rule, to);
    return other != NULL && renamed(differ, other, !to) == rule ? other : NULL;
}

// A file of those laid to rest writes the rule's id.
static bool is_laid_to_rest(cds_differ *differ, const cds_rule *rule)
{
    cds_text id = cds_differ_say(differ, "\"%.*s\"", CDS_WHOLE(rule->id));
    for (size_t i = 0; i < differ->after->file_count; i++) {
        const cds_file *file = &differ->after->files[i];
        if (cds_text_starts(file->path, "retired/") &&
            memmem(file->bytes.data, file->bytes.length, id.data, id.length) != NULL) {
            return true;
        }
    }
    return false;
}

static void went(cds_differ *differ, const cds_rule *rule)
{
    if (same_elsewhere(differ, rule, true) != NULL) {
        return; // said where it is now
    }
    if (is_laid_to_rest(differ, rule)) {
        cds_differ_add(differ,
                       (cds_edit){.kind = CDS_EDIT_RETIRED, .says = CDS_TEXT("retired")});
        cds_differ_thing(differ, thing_of(differ, rule));
        return;
    }
    cds_differ_went(differ, thing_of(differ, rule));
}

// A rule and what only its files tell: its cases, its bytes.
static void compare_files(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_compare_rule(differ, before, after);
    cds_compare_cases(differ, before->id, after->id);
    if (differ->edit_count == 0) {
        cds_compare_bytes(differ, before->place.file, after->place.file);
    }
    cds_differ_thing(differ, thing_of(differ, after));
}

static void came(cds_differ *differ, const cds_rule *rule)
{
    const cds_rule *was = same_elsewhere(differ, rule, false);
    if (was == NULL) {
        cds_differ_came(differ, thing_of(differ, rule));
        return;
    }
    cds_differ_add(differ, (cds_edit){.kind = CDS_EDIT_RENAMED,
                                      .part = CDS_TEXT("id"),
                                      .before = was->id,
                                      .after = rule->id,
                                      .says = cds_differ_say(differ, "renamed: was %.*s",
                                                             CDS_WHOLE(was->id))});
    compare_files(differ, was, rule);
}

void cds_compare_rules(cds_differ *differ)
{
    for (size_t i = 0; i < differ->before->rule_count; i++) {
        if (find(differ->after, differ->before->rules[i].id) == NULL) {
            went(differ, &differ->before->rules[i]);
        }
    }
    for (size_t i = 0; i < differ->after->rule_count; i++) {
        const cds_rule *rule = &differ->after->rules[i];
        const cds_rule *was = find(differ->before, rule->id);
        if (was == NULL) {
            came(differ, rule);
        } else {
            compare_files(differ, was, rule);
        }
    }
}
