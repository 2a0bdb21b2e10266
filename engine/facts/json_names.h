// SPDX-License-Identifier: Apache-2.0
// The names of the members of an object, while it is checked that none is given twice.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/text.h"

typedef struct cds_json_name {
    cds_text text;  // unescaped
    const char *at; // where it stands
} cds_json_name;

/** The names of all objects that are open, the innermost last. */
typedef struct cds_json_names {
    cds_arena *mem; // of the list; the caller's
    cds_json_name *list;
    size_t count;
    size_t room;
} cds_json_names;

/** The part of one of them. */
typedef struct cds_json_own {
    size_t first;         // in the list
    uint64_t marks;       // one for each name so far; two names may share one
    const char *repeated; // the first name given twice, if among the first few; else NULL
} cds_json_own;

/** One bit of 64. The name is not empty, or stands between quotes. */
static inline uint64_t cds_json_mark(cds_text name)
{
    const unsigned char *bytes = (const unsigned char *)name.data;
    const size_t length = name.length;
    const unsigned mixed = bytes[0] * 9u + bytes[length / 2] * 5u + bytes[length - 1] * 3u;
    return (uint64_t)1 << (mixed + length) % 64;
}

/** As below, where the mark is not new or there is no room. */
bool cds_json_names_look(cds_json_names *names, cds_json_own *own, cds_json_name name);

/** False: no memory. */
static inline bool cds_json_names_add(cds_json_names *names, cds_json_own *own,
                                      cds_json_name name)
{
    const uint64_t mark = cds_json_mark(name.text);
    if ((own->marks & mark) != 0 || names->count == names->room) {
        return cds_json_names_look(names, own, name);
    }
    own->marks |= mark;
    names->list[names->count++] = name;
    return true;
}

/** The first name that is given twice, or NULL. The object is closed. */
const char *cds_json_names_close(cds_json_names *names, const cds_json_own *own);
