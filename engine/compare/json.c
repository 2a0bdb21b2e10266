// SPDX-License-Identifier: Apache-2.0
// Members by name; items of lists by place, once those alike at both ends are taken off.
#include "engine/compare/json.h"

typedef struct at {
    cds_differ *differ;
    const cds_json_of *of;
    cds_text where;
} at;

static void compare(const at *here, const cds_json *before, const cds_json *after);

static cds_text written(cds_differ *differ, const cds_json *value)
{
    if (value == NULL) {
        return CDS_TEXT("");
    }
    if (value->kind == CDS_JSON_STRING && value->text.length > 0) {
        return value->text;
    }
    cds_buf buf = cds_differ_buf(differ);
    cds_json_write(&buf, value);
    return cds_differ_end(differ, &buf);
}

static void say(const at *here, const cds_json *before, const cds_json *after)
{
    cds_text was = written(here->differ, before);
    cds_text is = written(here->differ, after);
    if (cds_text_equal(was, is)) { // 1 became "1"
        was = cds_differ_say(here->differ, "\"%.*s\"", CDS_WHOLE(was));
    }
    cds_text part = cds_differ_say(here->differ, "%.*s", CDS_WHOLE(here->where));
    cds_differ_values(here->differ, here->of->kind, part.data, was, is);
}

static at member_of(const at *here, cds_text name)
{
    bool pointers = here->of->pointers;
    const char *between = pointers ? "/" : here->where.length == 0 ? "" : ".";
    return (at){here->differ, here->of,
                cds_differ_say(here->differ, "%.*s%s%.*s", CDS_WHOLE(here->where), between,
                               CDS_WHOLE(name))};
}

static at item_of(const at *here, size_t place)
{
    return (at){here->differ, here->of,
                cds_differ_say(here->differ, here->of->pointers ? "%.*s/%zu" : "%.*s[%zu]",
                               CDS_WHOLE(here->where), here->of->pointers ? place : place + 1)};
}

static bool passes(const at *here, cds_text name)
{
    return here->of->passes_over != NULL &&
           here->of->passes_over(here->differ, here->where, name);
}

static void members(const at *here, const cds_json *before, const cds_json *after)
{
    for (const cds_json *one = before->child; one != NULL; one = one->next) {
        at inside = member_of(here, one->name);
        if (!passes(here, one->name)) {
            compare(&inside, one, cds_json_member(after, one->name));
        }
    }
    for (const cds_json *one = after->child; one != NULL; one = one->next) {
        at inside = member_of(here, one->name);
        if (!passes(here, one->name) && cds_json_member(before, one->name) == NULL) {
            compare(&inside, NULL, one);
        }
    }
}

static const cds_json *nth(const cds_json *list, size_t place)
{
    const cds_json *one = list->child;
    while (place-- > 0) {
        one = one->next;
    }
    return one;
}

static void items(const at *here, const cds_json *before, const cds_json *after)
{
    size_t least = before->count < after->count ? before->count : after->count;
    size_t begin = 0;
    size_t end = 0;
    while (begin < least && cds_json_equal(nth(before, begin), nth(after, begin))) {
        begin++;
    }
    while (end < least - begin && cds_json_equal(nth(before, before->count - 1 - end),
                                                 nth(after, after->count - 1 - end))) {
        end++;
    }
    for (size_t i = begin; i < before->count - end || i < after->count - end; i++) {
        at inside = item_of(here, i);
        compare(&inside, i < before->count - end ? nth(before, i) : NULL,
                i < after->count - end ? nth(after, i) : NULL);
    }
}

static void compare(const at *here, const cds_json *before, const cds_json *after)
{
    if (before == NULL || after == NULL) {
        if (before != after) {
            say(here, before, after);
        }
    } else if (before->kind == CDS_JSON_OBJECT && after->kind == CDS_JSON_OBJECT) {
        members(here, before, after);
    } else if (before->kind == CDS_JSON_ARRAY && after->kind == CDS_JSON_ARRAY) {
        items(here, before, after);
    } else if (!cds_json_equal(before, after)) {
        say(here, before, after);
    }
}

void cds_json_compare(cds_differ *differ, const cds_json_of *of, const cds_json *before,
                      const cds_json *after)
{
    compare(&(at){differ, of, CDS_TEXT("")}, before, after);
}
