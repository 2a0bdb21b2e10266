// SPDX-License-Identifier: Apache-2.0
// What a schema says about the items of an array and the members of an object.
#include "engine/facts/schema_walk.h"

static bool goes_on(const cds_walk *walk, bool fits)
{
    return fits || walk->faults != NULL;
}

static bool fits_items(cds_walk *walk, const cds_array_part *part, const cds_json *value)
{
    bool fits = true;
    size_t index = 0;
    const cds_json *item = value->child;
    for (; item != NULL && goes_on(walk, fits); item = item->next) {
        const cds_node *node =
            index < part->prefix.count ? part->prefix.list[index] : part->items;
        fits = (node == NULL || cds_walk_fits(walk, node, item)) && fits;
        index++;
    }
    return fits;
}

static bool fits_contains(cds_walk *walk, const cds_array_part *part, const cds_json *value)
{
    size_t found = 0;
    if (part->contains == NULL) {
        return true;
    }
    for (const cds_json *item = value->child; item != NULL; item = item->next) {
        found += cds_walk_would_fit(walk, part->contains, item);
    }
    if (found < part->min_contains) {
        return cds_fault_says(walk, value, "expected at least %zu item%s of a certain form",
                              part->min_contains, part->min_contains == 1 ? "" : "s");
    }
    if (found > part->max_contains) {
        return cds_fault_says(walk, value, "expected at most %zu item%s of a certain form",
                              part->max_contains, part->max_contains == 1 ? "" : "s");
    }
    return true;
}

static bool fits_size(cds_walk *walk, const cds_json *value, size_t least, size_t most)
{
    const char *kind = value->kind == CDS_JSON_ARRAY ? "item" : "member";
    if (value->count < least) {
        return cds_fault_says(walk, value, "expected at least %zu %s%s", least, kind,
                              least == 1 ? "" : "s");
    }
    if (value->count > most) {
        return cds_fault_says(walk, value, "expected at most %zu %s%s", most, kind,
                              most == 1 ? "" : "s");
    }
    return true;
}

bool cds_walk_fits_array(cds_walk *walk, const cds_array_part *part, const cds_json *value)
{
    bool fits = fits_size(walk, value, part->min_items, part->max_items);
    if (goes_on(walk, fits) && part->unique && !cds_walk_are_distinct(walk, value)) {
        fits = cds_fault_says(walk, value, "expected no item twice");
    }
    if (goes_on(walk, fits)) {
        fits = fits_contains(walk, part, value) && fits;
    }
    return goes_on(walk, fits) && fits_items(walk, part, value) && fits;
}

static bool fits_name(cds_walk *walk, const cds_node *names, const cds_json *member)
{
    const cds_json name = {.kind = CDS_JSON_STRING, .text = member->name};
    return cds_walk_would_fit(walk, names, &name) ||
           cds_fault_says(walk, member, "a member of this name is not allowed here");
}

// `place` is that of its name among the properties, or -1.
static bool fits_member(cds_walk *walk, const cds_object_part *part, const cds_json *member,
                        ptrdiff_t place)
{
    bool fits = part->names == NULL || fits_name(walk, part->names, member);
    bool is_known = place >= 0;
    if (is_known && goes_on(walk, fits)) {
        fits = cds_walk_fits(walk, part->properties.list[place], member) && fits;
    }
    for (size_t i = 0; i < part->patterns.nodes.count && goes_on(walk, fits); i++) {
        if (cds_walk_matches(walk, &part->patterns.patterns[i], member->name)) {
            is_known = true;
            fits = cds_walk_fits(walk, part->patterns.nodes.list[i], member) && fits;
        }
    }
    if (is_known || part->additional == NULL) {
        return fits;
    }
    if (part->additional->never) {
        return cds_fault_unknown_name(walk, member, &part->properties.names);
    }
    return cds_walk_fits(walk, part->additional, member) && fits;
}

static bool has_all(cds_walk *walk, const cds_json *value, cds_texts names)
{
    for (size_t i = 0; i < names.count; i++) {
        if (cds_json_member(value, names.list[i]) == NULL) {
            return cds_fault_missing(walk, value, names.list + i, names.count - i);
        }
    }
    return true;
}

static bool has_needs(cds_walk *walk, const cds_needs *needs, const cds_json *value)
{
    bool fits = true;
    for (size_t i = 0; i < needs->names.count; i++) {
        if (cds_json_member(value, needs->names.list[i]) != NULL) {
            fits = has_all(walk, value, needs->lists[i]) && fits;
        }
    }
    return fits;
}

static bool fits_dependents(cds_walk *walk, const cds_named_nodes *dependents,
                            const cds_json *value)
{
    bool fits = true;
    for (size_t i = 0; i < dependents->names.count && goes_on(walk, fits); i++) {
        if (cds_json_member(value, dependents->names.list[i]) != NULL) {
            fits = cds_walk_fits(walk, dependents->list[i], value) && fits;
        }
    }
    return fits;
}

bool cds_walk_fits_object(cds_walk *walk, const cds_object_part *part, const cds_json *value)
{
    bool fits = fits_size(walk, value, part->min_members, part->max_members);
    fits = has_all(walk, value, part->required) && fits;
    fits = has_needs(walk, &part->needs, value) && fits;
    ptrdiff_t last = -1;
    const cds_json *member = value->child;
    for (; member != NULL && goes_on(walk, fits); member = member->next) {
        ptrdiff_t place = cds_names_find_behind(&part->properties.names, member->name, last);
        last = place >= 0 ? place : last;
        fits = fits_member(walk, part, member, place) && fits;
    }
    return goes_on(walk, fits) && fits_dependents(walk, &part->dependents, value) && fits;
}
