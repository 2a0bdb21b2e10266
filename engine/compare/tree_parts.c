// SPDX-License-Identifier: Apache-2.0
// The parts of two groups, matched from the surest to the least sure: written alike, leaves
// about the same, groups that share the most.
#include "engine/compare/tree_private.h"

#include "engine/decide/aloud.h"

#define NOBODY SIZE_MAX

/** The leaves in a part, as they are written. */
typedef struct leaves {
    cds_text *codes;
    size_t count;
} leaves;

/** One side's parts, each with what it is matched with. */
typedef struct side {
    const cds_condition *const *parts;
    size_t count;
    size_t *with;
    cds_text *code, *subject, *near; // the last two: of leaves; else empty
    leaves *inside;
} side;

typedef struct matching {
    cds_tree *tree;
    side before, after;
    cds_text where;
} matching;

static cds_text subject_of(cds_tree *tree, const cds_condition *part, bool closely)
{
    cds_buf buf = cds_differ_buf(tree->differ);
    if (!cds_is_group(part)) {
        cds_code_subject(&buf, part, closely);
    }
    return cds_differ_end(tree->differ, &buf);
}

static size_t count_leaves(const cds_condition *part)
{
    size_t count = cds_is_group(part) ? 0 : 1;
    for (size_t i = 0; i < part->part_count; i++) {
        count += count_leaves(part->parts[i]);
    }
    return count;
}

static void gather(cds_tree *tree, const cds_condition *part, leaves *into)
{
    if (!cds_is_group(part)) {
        into->codes[into->count++] = cds_tree_code(tree, part);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        gather(tree, part->parts[i], into);
    }
}

static bool open_part(cds_tree *tree, side *one, size_t i)
{
    const cds_condition *part = one->parts[i];
    leaves *inside = &one->inside[i];
    inside->codes = cds_differ_take(tree->differ, count_leaves(part) * sizeof *inside->codes);
    if (inside->codes == NULL) {
        return false;
    }
    gather(tree, part, inside);
    one->with[i] = NOBODY;
    one->code[i] = cds_tree_code(tree, part);
    one->subject[i] = subject_of(tree, part, true);
    one->near[i] = subject_of(tree, part, false);
    return true;
}

static bool open_side(cds_tree *tree, const cds_condition *group, side *out)
{
    size_t count = group->part_count;
    *out = (side){
        .parts = group->parts,
        .count = count,
        .with = cds_differ_take(tree->differ, count * sizeof *out->with),
        .code = cds_differ_take(tree->differ, count * sizeof *out->code),
        .subject = cds_differ_take(tree->differ, count * sizeof *out->subject),
        .near = cds_differ_take(tree->differ, count * sizeof *out->near),
        .inside = cds_differ_take(tree->differ, count * sizeof *out->inside),
    };
    bool ready = tree->differ->status == CDS_OK;
    for (size_t i = 0; i < count && ready; i++) {
        ready = open_part(tree, out, i);
    }
    return ready;
}

static void marry(matching *all, size_t before, size_t after)
{
    all->before.with[before] = after;
    all->after.with[after] = before;
}

// Those whose texts are the same and not empty, each with the first that is still free.
static void match_texts(matching *all, const cds_text *before, const cds_text *after)
{
    for (size_t i = 0; i < all->before.count; i++) {
        for (size_t j = 0; j < all->after.count; j++) {
            if (all->before.with[i] == NOBODY && all->after.with[j] == NOBODY &&
                before[i].length > 0 && cds_text_equal(before[i], after[j])) {
                marry(all, i, j);
            }
        }
    }
}

// How many leaves of one stand somewhere in the other.
static size_t shared(const leaves *one, const leaves *other)
{
    size_t found = 0;
    for (size_t i = 0; i < one->count; i++) {
        for (size_t j = 0; j < other->count; j++) {
            if (cds_text_equal(one->codes[i], other->codes[j])) {
                found++;
                break;
            }
        }
    }
    return found;
}

// Twice what both share, and one for the same word; of two leaves nothing.
static size_t likeness(matching *all, size_t i, size_t j)
{
    const cds_condition *before = all->before.parts[i];
    const cds_condition *after = all->after.parts[j];
    bool leaves_only = !cds_is_group(before) && !cds_is_group(after);
    size_t found = leaves_only ? 0 : shared(&all->before.inside[i], &all->after.inside[j]);
    return found == 0 ? 0 : found * 2 + (before->word == after->word);
}

// The free part of the other side that shares the most with part `i`, or NOBODY; `groups`: as
// long as both are groups.
static size_t likest(matching *all, size_t i, bool groups)
{
    size_t best = NOBODY;
    size_t most = 0;
    for (size_t j = 0; j < all->after.count; j++) {
        bool both = cds_is_group(all->before.parts[i]) && cds_is_group(all->after.parts[j]);
        bool fits = all->after.with[j] == NOBODY && both == groups;
        size_t found = fits ? likeness(all, i, j) : 0;
        if (found > most) {
            best = j;
            most = found;
        }
    }
    return best;
}

static void match_likest(matching *all, bool groups)
{
    for (size_t i = 0; i < all->before.count; i++) {
        size_t found = all->before.with[i] == NOBODY ? likest(all, i, groups) : NOBODY;
        if (found != NOBODY) {
            marry(all, i, found);
        }
    }
}

static size_t only_free(const side *one, cds_word word)
{
    size_t found = NOBODY;
    for (size_t i = 0; i < one->count; i++) {
        if (one->with[i] == NOBODY && one->parts[i]->word == word) {
            if (found != NOBODY) {
                return NOBODY;
            }
            found = i;
        }
    }
    return found;
}

// Those left over, if there is one of a word on each side.
static void match_words(matching *all)
{
    for (cds_word word = CDS_ALL; word < CDS_FINDING; word++) {
        size_t before = only_free(&all->before, word);
        size_t after = only_free(&all->after, word);
        if (before != NOBODY && after != NOBODY) {
            marry(all, before, after);
        }
    }
}

static cds_text word_of(cds_tree *tree, const cds_condition *group)
{
    cds_buf buf = cds_differ_buf(tree->differ);
    cds_aloud_word(&buf, group);
    return cds_differ_end(tree->differ, &buf);
}

// The group as one stands in it: its word, behind those of the groups around it.
static cds_text step_into(cds_tree *tree, cds_text where, const cds_condition *group)
{
    cds_text word = word_of(tree, group);
    return where.length == 0
               ? word
               : cds_differ_say(tree->differ, "%.*s > %.*s", CDS_WHOLE(where), CDS_WHOLE(word));
}

static void say_rest(matching *all)
{
    for (size_t i = 0; i < all->before.count; i++) {
        size_t j = all->before.with[i];
        if (j == NOBODY) {
            cds_tree_loose(all->tree,
                           (cds_loose){.condition = all->before.parts[i], .where = all->where});
        } else {
            cds_tree_pair(all->tree,
                          (cds_pair){all->before.parts[i], all->after.parts[j], all->where});
        }
    }
    for (size_t j = 0; j < all->after.count; j++) {
        if (all->after.with[j] == NOBODY) {
            cds_tree_loose(all->tree, (cds_loose){.condition = all->after.parts[j],
                                                  .where = all->where,
                                                  .came = true});
        }
    }
}

static void say_order(matching *all)
{
    size_t last = 0;
    for (size_t i = 0; i < all->before.count; i++) {
        size_t j = all->before.with[i];
        if (j != NOBODY && j < last) {
            cds_tree_edit(all->tree, CDS_EDIT_ORDER, (cds_text){0}, (cds_text){0},
                          cds_differ_say(all->tree->differ,
                                         "parts of \"%.*s\" stand in another order",
                                         CDS_WHOLE(all->where)));
            return;
        }
        last = j == NOBODY ? last : j;
    }
}

static void say_word(cds_tree *tree, cds_pair pair)
{
    if (pair.before->word == pair.after->word && pair.before->count == pair.after->count) {
        return;
    }
    cds_text was = word_of(tree, pair.before);
    cds_text is = word_of(tree, pair.after);
    cds_text inside = pair.where.length == 0
                          ? CDS_TEXT("")
                          : cds_differ_say(tree->differ, " in \"%.*s\"", CDS_WHOLE(pair.where));
    bool counts = pair.before->word == CDS_AT_LEAST_OF && pair.after->word == CDS_AT_LEAST_OF;
    cds_tree_edit(tree, counts ? CDS_EDIT_THRESHOLD : CDS_EDIT_REGROUPED, was, is,
                  cds_differ_say(tree->differ, "%s%.*s: %.*s -> %.*s",
                                 counts ? "threshold moved" : "condition regrouped",
                                 CDS_WHOLE(inside), CDS_WHOLE(was), CDS_WHOLE(is)));
}

void cds_tree_parts(cds_tree *tree, cds_pair pair)
{
    matching all = {.tree = tree, .where = step_into(tree, pair.where, pair.after)};
    say_word(tree, pair);
    if (!open_side(tree, pair.before, &all.before) ||
        !open_side(tree, pair.after, &all.after)) {
        return;
    }
    match_texts(&all, all.before.code, all.after.code);
    match_texts(&all, all.before.subject, all.after.subject);
    match_texts(&all, all.before.near, all.after.near);
    match_likest(&all, true);
    match_words(&all);
    match_likest(&all, false);
    say_rest(&all);
    say_order(&all);
}
