// SPDX-License-Identifier: Apache-2.0
// A leaf that was changed: only what differs is said twice.
#include "engine/compare/tree_private.h"

#include <string.h>

static bool ends_with(cds_text text, size_t length, const char *end)
{
    size_t bytes = strlen(end);
    return length >= bytes && memcmp(text.data + length - bytes, end, bytes) == 0;
}

// How much both say alike, up to where what is asked begins: "age is ", "running level: ".
static size_t shared_begin(cds_text a, cds_text b)
{
    size_t best = 0;
    for (size_t i = 0; i < a.length && i < b.length && a.data[i] == b.data[i]; i++) {
        bool stops = ends_with(a, i + 1, " is ") || ends_with(a, i + 1, ": ") ||
                     ends_with(a, i + 1, "? ") || ends_with(a, i + 1, "decided as ");
        best = stops ? i + 1 : best;
    }
    return best < b.length ? best : 0;
}

typedef struct change {
    cds_edit_kind kind;
    const char *words;
} change;

static bool same_comparison(const cds_condition *a, const cds_condition *b)
{
    return strcmp(cds_code_comparison(&a->range), cds_code_comparison(&b->range)) == 0;
}

static change change_of(const cds_condition *before, const cds_condition *after)
{
    if (before->word == CDS_COMPARE && !same_comparison(before, after)) {
        return (change){CDS_EDIT_TURNED, "comparison changed"};
    }
    if (before->word == CDS_COMPARE || before->word == CDS_COUNTS_AT_LEAST) {
        return (change){CDS_EDIT_THRESHOLD, "threshold moved"};
    }
    return before->word == after->word ? (change){CDS_EDIT_OPTIONS, "options changed"}
                                       : (change){CDS_EDIT_TURNED, "turned round"};
}

void cds_tree_leaves(cds_tree *tree, cds_pair pair)
{
    cds_buf before = cds_differ_buf(tree->differ);
    cds_code_subject(&before, pair.before, false);
    cds_text was = cds_differ_end(tree->differ, &before);
    cds_buf after = cds_differ_buf(tree->differ);
    cds_code_subject(&after, pair.after, false);
    if (!cds_text_equal(was, cds_differ_end(tree->differ, &after))) {
        cds_tree_loose(tree, (cds_loose){.condition = pair.before, .where = pair.where});
        cds_tree_loose(tree, (cds_loose){pair.after, {0}, pair.where, true, NULL});
        return;
    }
    change one = change_of(pair.before, pair.after);
    cds_text says = pair.after->says;
    size_t shared = shared_begin(pair.before->says, says);
    cds_text rest = {says.data + shared, says.length - shared};
    cds_text inside = cds_tree_inside(tree, pair.where);
    cds_tree_edit(tree, one.kind, pair.before->says, says,
                  cds_differ_say(tree->differ, "%s%.*s: %.*s -> %.*s", one.words,
                                 CDS_WHOLE(inside), CDS_WHOLE(pair.before->says),
                                 CDS_WHOLE(rest)));
}
