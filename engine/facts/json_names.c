// SPDX-License-Identifier: Apache-2.0
// Few names are told apart by their marks and compared only where these are alike; many are
// sorted, so that an object made to be slow is not.
#include "engine/facts/json_names.h"

#include <stdlib.h>

#include "engine/base/arena.h"

#define FIRST_NAMES 64
#define FEW_NAMES 32

static bool is_among(const cds_json_name *names, size_t count, cds_text text)
{
    for (size_t i = 0; i < count; i++) {
        if (cds_text_equal(names[i].text, text)) {
            return true;
        }
    }
    return false;
}

static bool make_room(cds_json_names *names)
{
    const size_t room = names->room == 0 ? FIRST_NAMES : names->room * 2;
    cds_json_name *list = cds_alloc_grow(names->mem, names->list, names->room * sizeof *list,
                                         room * sizeof *list);
    if (list == NULL) {
        return false;
    }
    names->list = list;
    names->room = room;
    return true;
}

bool cds_json_names_look(cds_json_names *names, cds_json_own *own, cds_json_name name)
{
    const uint64_t mark = cds_json_mark(name.text);
    const size_t before = names->count - own->first;
    const bool may_repeat = (own->marks & mark) != 0 && before < FEW_NAMES;
    if (may_repeat && own->repeated == NULL &&
        is_among(names->list + own->first, before, name.text)) {
        own->repeated = name.at;
    }
    if (names->count == names->room && !make_room(names)) {
        return false;
    }
    own->marks |= mark;
    names->list[names->count++] = name;
    return true;
}

static int order_of_names(const void *left, const void *right)
{
    const cds_json_name *a = left;
    const cds_json_name *b = right;
    if (a->text.length != b->text.length) {
        return a->text.length < b->text.length ? -1 : 1;
    }
    int order = memcmp(a->text.data, b->text.data, a->text.length);
    return order != 0 ? order : (a->at > b->at) - (a->at < b->at);
}

static const char *find_repeat_in_many(cds_json_name *names, size_t count)
{
    const char *repeated = NULL;
    qsort(names, count, sizeof *names, order_of_names);
    for (size_t i = 1; i < count; i++) {
        bool is_earlier = repeated == NULL || names[i].at < repeated;
        if (is_earlier && cds_text_equal(names[i - 1].text, names[i].text)) {
            repeated = names[i].at;
        }
    }
    return repeated;
}

const char *cds_json_names_close(cds_json_names *names, const cds_json_own *own)
{
    const size_t count = names->count - own->first;
    names->count = own->first;
    return count <= FEW_NAMES ? own->repeated
                              : find_repeat_in_many(names->list + own->first, count);
}
