// SPDX-License-Identifier: Apache-2.0
// Down both trees as far as they answer to each other; what came in one place and went in
// another has moved.
#include "engine/compare/tree_private.h"

#include "engine/decide/aloud.h"

cds_text cds_tree_code(cds_tree *tree, const cds_condition *condition)
{
    cds_buf buf = cds_differ_buf(tree->differ);
    cds_code_condition(&buf, condition);
    return cds_differ_end(tree->differ, &buf);
}

static cds_text aloud(cds_tree *tree, const cds_condition *condition)
{
    cds_buf buf = cds_differ_buf(tree->differ);
    cds_aloud_condition(&buf, condition);
    return cds_differ_end(tree->differ, &buf);
}

static bool is_nested(cds_text where)
{
    for (size_t i = 0; i < where.length; i++) {
        if (where.data[i] == '>') {
            return true;
        }
    }
    return false;
}

cds_text cds_tree_inside(cds_tree *tree, cds_text where)
{
    return is_nested(where) ? cds_differ_say(tree->differ, " in \"%.*s\"", CDS_WHOLE(where))
                            : CDS_TEXT("");
}

void cds_tree_edit(cds_tree *tree, cds_edit_kind kind, cds_text before, cds_text after,
                   cds_text says)
{
    cds_edit edit = {kind, cds_text_of(tree->of.part), before, after, says};
    if (tree->of.begin[0] != '\0') {
        edit.says = cds_differ_say(tree->differ, "%s%.*s", tree->of.begin, CDS_WHOLE(says));
    }
    cds_differ_add(tree->differ, edit);
}

void cds_tree_loose(cds_tree *tree, cds_loose loose)
{
    cds_loose *kept = cds_differ_take(tree->differ, sizeof *kept);
    if (kept != NULL) {
        *kept = loose;
        kept->code = cds_tree_code(tree, loose.condition);
        *tree->last = kept;
        tree->last = &kept->next;
    }
}

static void say_loose(cds_tree *tree, const cds_loose *loose)
{
    cds_text words = aloud(tree, loose->condition);
    cds_text where =
        loose->where.length == 0
            ? CDS_TEXT("")
            : cds_differ_say(tree->differ, loose->came ? " to \"%.*s\"" : " from \"%.*s\"",
                             CDS_WHOLE(loose->where));
    cds_text says =
        cds_differ_say(tree->differ, "condition %s%.*s: %.*s",
                       loose->came ? "added" : "removed", CDS_WHOLE(where), CDS_WHOLE(words));
    if (loose->came) {
        cds_tree_edit(tree, CDS_EDIT_CONDITION_ADDED, (cds_text){0}, words, says);
    } else {
        cds_tree_edit(tree, CDS_EDIT_CONDITION_REMOVED, words, (cds_text){0}, says);
    }
}

static void say_moved(cds_tree *tree, const cds_loose *from, const cds_loose *to)
{
    cds_text words = aloud(tree, to->condition);
    cds_tree_edit(
        tree, CDS_EDIT_REGROUPED, from->where, to->where,
        cds_differ_say(tree->differ, "condition moved from \"%.*s\" to \"%.*s\": %.*s",
                       CDS_WHOLE(from->where), CDS_WHOLE(to->where), CDS_WHOLE(words)));
}

// What went and the first that came with the same code are taken off the list together.
static cds_loose *taken_elsewhere(cds_loose *went)
{
    for (cds_loose *one = went->next; one != NULL; one = one->next) {
        if (one->condition != NULL && one->came != went->came &&
            cds_text_equal(one->code, went->code)) {
            return one;
        }
    }
    return NULL;
}

static void say_all_loose(cds_tree *tree)
{
    for (cds_loose *one = tree->loose; one != NULL; one = one->next) {
        if (one->condition == NULL) {
            continue;
        }
        cds_loose *other = taken_elsewhere(one);
        if (other == NULL) {
            say_loose(tree, one);
            continue;
        }
        say_moved(tree, one->came ? other : one, one->came ? one : other);
        other->condition = NULL;
    }
}

static void replace(cds_tree *tree, cds_pair pair)
{
    cds_tree_loose(tree, (cds_loose){.condition = pair.before, .where = pair.where});
    cds_tree_loose(tree,
                   (cds_loose){.condition = pair.after, .where = pair.where, .came = true});
}

static void presume(cds_tree *tree, cds_pair pair)
{
    bool now = pair.after->word == CDS_UNLESS_RULED_OUT;
    const cds_condition *held = now ? pair.after->parts[0] : pair.before->parts[0];
    cds_text words = aloud(tree, held);
    cds_text inside = cds_tree_inside(tree, pair.where);
    cds_tree_edit(tree, CDS_EDIT_PRESUMED, now ? (cds_text){0} : words,
                  now ? words : (cds_text){0},
                  cds_differ_say(tree->differ, "%s while unknown%.*s: %.*s",
                                 now ? "now presumed" : "no longer presumed", CDS_WHOLE(inside),
                                 CDS_WHOLE(words)));
    cds_tree_pair(tree,
                  (cds_pair){now ? pair.before : held, now ? held : pair.after, pair.where});
}

// A leaf where now a group stands: it is a group of one. Of `all` and `any` that is the same.
static void widen(cds_tree *tree, cds_pair pair)
{
    const cds_condition *group = cds_is_group(pair.before) ? pair.before : pair.after;
    const cds_condition *single = group == pair.before ? pair.after : pair.before;
    cds_condition *one = cds_differ_take(tree->differ, sizeof *one);
    const cds_condition **part = cds_differ_take(tree->differ, sizeof *part);
    if (one == NULL || part == NULL) {
        return;
    }
    *part = single;
    *one = (cds_condition){.word = group->word, .parts = part, .part_count = 1};
    cds_tree_parts(tree, (cds_pair){group == pair.before ? group : one,
                                    group == pair.before ? one : group, pair.where});
}

static bool is_all_or_any(const cds_condition *condition)
{
    return condition->word == CDS_ALL || condition->word == CDS_ANY;
}

void cds_tree_pair(cds_tree *tree, cds_pair pair)
{
    if (cds_text_equal(cds_tree_code(tree, pair.before), cds_tree_code(tree, pair.after))) {
        return;
    }
    bool presumed = pair.before->word == CDS_UNLESS_RULED_OUT;
    if (presumed != (pair.after->word == CDS_UNLESS_RULED_OUT)) {
        presume(tree, pair);
    } else if (cds_is_group(pair.before) && cds_is_group(pair.after)) {
        cds_tree_parts(tree, pair);
    } else if (is_all_or_any(pair.before) || is_all_or_any(pair.after)) {
        widen(tree, pair);
    } else if (cds_is_group(pair.before) || cds_is_group(pair.after)) {
        replace(tree, pair);
    } else {
        cds_tree_leaves(tree, pair);
    }
}

static void came_or_went(cds_tree *tree, const cds_condition *condition, bool came)
{
    cds_text words = aloud(tree, condition);
    cds_text none = {0};
    cds_tree_edit(tree, came ? CDS_EDIT_CONDITION_ADDED : CDS_EDIT_CONDITION_REMOVED,
                  came ? none : words, came ? words : none,
                  cds_differ_say(tree->differ, "condition %s: %.*s", came ? "added" : "removed",
                                 CDS_WHOLE(words)));
}

void cds_tree_compare(cds_differ *differ, cds_tree_of of, const cds_condition *before,
                      const cds_condition *after)
{
    cds_tree tree = {.differ = differ, .of = of};
    tree.last = &tree.loose;
    if (before != NULL && after != NULL) {
        cds_tree_pair(&tree, (cds_pair){before, after, CDS_TEXT("")});
        say_all_loose(&tree);
    } else if (before != NULL || after != NULL) {
        came_or_went(&tree, before != NULL ? before : after, after != NULL);
    }
}
