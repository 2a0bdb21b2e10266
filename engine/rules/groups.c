// SPDX-License-Identifier: Apache-2.0
// A group is a prefix of paths: `rehab` of `rehab.stage`.
#include "engine/rules/groups.h"

#include <string.h>

static bool is_inside(cds_text path, cds_text above)
{
    if (above.length == 0) {
        return true;
    }
    return path.length > above.length + 1 && path.data[above.length] == '.' &&
           memcmp(path.data, above.data, above.length) == 0;
}

cds_text cds_group_path(const cds_fields *fields, cds_text above, cds_text name)
{
    size_t start = above.length == 0 ? 0 : above.length + 1;
    size_t end = start + name.length;
    for (size_t i = 0; i < fields->count; i++) {
        cds_text path = fields->list[i].path;
        if (path.length > end && path.data[end] == '.' && is_inside(path, above) &&
            memcmp(path.data + start, name.data, name.length) == 0) {
            return (cds_text){path.data, end};
        }
    }
    return (cds_text){NULL, 0};
}

cds_text cds_group_last(cds_text path)
{
    size_t start = path.length;
    while (start > 0 && path.data[start - 1] != '.') {
        start--;
    }
    return (cds_text){path.data + start, path.length - start};
}

const cds_field *cds_group_field(const cds_fields *fields, cds_text above, cds_text name)
{
    char path[300];
    if (above.length == 0) {
        return cds_fields_find(fields, name);
    }
    if (above.length + name.length + 1 > sizeof path) {
        return NULL;
    }
    memcpy(path, above.data, above.length);
    path[above.length] = '.';
    memcpy(path + above.length + 1, name.data, name.length);
    return cds_fields_find(fields, (cds_text){path, above.length + 1 + name.length});
}

size_t cds_group_names(const cds_fields *fields, cds_text above, cds_text *known, size_t count)
{
    size_t start = above.length == 0 ? 0 : above.length + 1;
    for (size_t i = 0; i < fields->count && count < CDS_GROUP_NAMES; i++) {
        cds_text path = fields->list[i].path;
        if (!is_inside(path, above)) {
            continue;
        }
        cds_text rest = {path.data + start, path.length - start};
        const char *dot = memchr(rest.data, '.', rest.length);
        rest.length = dot == NULL ? rest.length : (size_t)(dot - rest.data);
        if (count == 0 || !cds_text_equal(known[count - 1], rest)) {
            known[count++] = rest;
        }
    }
    return count;
}
