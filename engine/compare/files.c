// SPDX-License-Identifier: Apache-2.0
// What only the files themselves can tell: cases beside a rule, and bytes that changed without
// a change in meaning.
#include "engine/compare/things.h"

#define CASES ".test.lua"

static const cds_file *find(const cds_ruleset_view *view, cds_text path)
{
    for (size_t i = 0; i < view->file_count; i++) {
        if (cds_text_equal(view->files[i].path, path)) {
            return &view->files[i];
        }
    }
    return NULL;
}

static bool is_said_of(const cds_differ *differ, cds_text path)
{
    for (size_t i = 0; i < differ->count; i++) {
        if (cds_text_equal(differ->things[i].file, path)) {
            return true;
        }
    }
    return false;
}

// Of two files, either of which may be NULL.
static bool is_same(const cds_file *before, const cds_file *after)
{
    return before == NULL || after == NULL ? before == after
                                           : cds_text_equal(before->bytes, after->bytes);
}

static void add(cds_differ *differ, cds_edit_kind kind, const char *part, const char *says)
{
    cds_differ_add(
        differ, (cds_edit){.kind = kind, .part = cds_text_of(part), .says = cds_text_of(says)});
}

void cds_compare_functions(cds_differ *differ, const cds_sha256 *before,
                           const cds_sha256 *after)
{
    if (!cds_digest_equal(before, after)) {
        add(differ, CDS_EDIT_FUNCTION, "function", "its function changed");
    }
}

void cds_compare_cases(cds_differ *differ, cds_text before, cds_text after)
{
    const cds_file *was =
        find(differ->before, cds_differ_say(differ, "%.*s" CASES, CDS_WHOLE(before)));
    const cds_file *is =
        find(differ->after, cds_differ_say(differ, "%.*s" CASES, CDS_WHOLE(after)));
    if (!is_same(was, is)) {
        add(differ, CDS_EDIT_CASES, "cases",
            was == NULL  ? "its cases were written"
            : is == NULL ? "its cases were taken away"
                         : "its cases changed");
    }
}

void cds_compare_bytes(cds_differ *differ, cds_text before, cds_text after)
{
    if (!is_same(find(differ->before, before), find(differ->after, after))) {
        add(differ, CDS_EDIT_REWRITTEN, "file", "rewritten without a change in meaning");
    }
}

// A rule's own files: what differs in them has been said of the rule.
static bool belongs_to_rule(const cds_ruleset_view *view, cds_text path)
{
    for (size_t i = 0; i < view->rule_count; i++) {
        cds_text id = view->rules[i].id;
        cds_text end = {path.data + id.length, path.length - id.length};
        if (path.length > id.length && cds_text_equal((cds_text){path.data, id.length}, id) &&
            (cds_text_is(end, ".lua") || cds_text_is(end, CASES))) {
            return true;
        }
    }
    return false;
}

static bool means_nothing(const cds_file *file)
{
    return cds_file_declares(file->path) || cds_text_is(file->path, "assessment.schema.json");
}

static void compare_file(cds_differ *differ, const cds_file *before, const cds_file *after)
{
    const cds_file *file = after != NULL ? after : before;
    if (is_same(before, after) || !cds_file_counts(file->path) ||
        belongs_to_rule(differ->before, file->path) ||
        belongs_to_rule(differ->after, file->path) || is_said_of(differ, file->path)) {
        return;
    }
    if (before == NULL) {
        add(differ, CDS_EDIT_LISTED, "file", "new");
    } else if (after == NULL) {
        add(differ, CDS_EDIT_UNLISTED, "file", "removed");
    } else if (means_nothing(file)) {
        add(differ, CDS_EDIT_REWRITTEN, "file", "rewritten without a change in meaning");
    } else {
        add(differ, CDS_EDIT_REWRITTEN, "file", "changed");
    }
    cds_differ_thing(differ,
                     (cds_thing){CDS_CONCERN_FILE, file->path, CDS_TEXT(""), file->path});
}

void cds_compare_files(cds_differ *differ)
{
    for (size_t i = 0; i < differ->before->file_count; i++) {
        const cds_file *file = &differ->before->files[i];
        compare_file(differ, file, find(differ->after, file->path));
    }
    for (size_t i = 0; i < differ->after->file_count; i++) {
        const cds_file *file = &differ->after->files[i];
        if (find(differ->before, file->path) == NULL) {
            compare_file(differ, NULL, file);
        }
    }
}
