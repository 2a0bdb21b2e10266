// SPDX-License-Identifier: Apache-2.0
// The rest of the schema, keyword by keyword: what its fields have said already is left out.
#include "engine/compare/json.h"
#include "engine/compare/things.h"

#include <string.h>

#define STEP "/properties/"

// `/patient/sites` of `/properties/patient/properties/sites`; empty where the way down a schema
// leads through anything else. `rest` is what stands behind.
static cds_text pointer_of(cds_differ *differ, cds_text where, cds_text *rest)
{
    cds_buf buf = cds_differ_buf(differ);
    size_t step = strlen(STEP);
    while (cds_text_starts(where, STEP)) {
        size_t end = step;
        while (end < where.length && where.data[end] != '/') {
            end++;
        }
        cds_buf_text(&buf, (cds_text){where.data + step - 1, end - step + 1});
        where = cds_text_from(where, end);
    }
    *rest = where;
    return cds_differ_end(differ, &buf);
}

static bool has_fields_at(const cds_fields *fields, cds_text pointer)
{
    for (size_t i = 0; i < fields->count; i++) {
        cds_text field = fields->list[i].pointer;
        bool begins = field.length >= pointer.length &&
                      memcmp(field.data, pointer.data, pointer.length) == 0;
        if (begins && (field.length == pointer.length || field.data[pointer.length] == '/')) {
            return true;
        }
    }
    return false;
}

// A field or a group of fields that only one of both has.
static bool came_or_went(cds_differ *differ, cds_text where, cds_text name)
{
    cds_text rest;
    cds_text whole = cds_differ_say(differ, "%.*s/%.*s", CDS_WHOLE(where), CDS_WHOLE(name));
    cds_text pointer = pointer_of(differ, whole, &rest);
    return rest.length == 0 && has_fields_at(differ->before->fields, pointer) !=
                                   has_fields_at(differ->after->fields, pointer);
}

static bool is_said_by_field(cds_text name)
{
    static const char *const said[] = {"title",     "minimum",    "maximum",     "oneOf",
                                       "enum",      "x-unit",     "x-ask",       "x-step",
                                       "x-section", "x-asked-of", "x-sensitive", "x-request"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (cds_text_is(name, said[i])) {
            return true;
        }
    }
    return false;
}

static bool is_said(cds_differ *differ, cds_text where, cds_text name)
{
    cds_text rest;
    cds_text pointer = pointer_of(differ, where, &rest);
    const cds_field *field = cds_fields_at_pointer(differ->after->fields, pointer);
    bool of_field =
        field != NULL &&
        (rest.length == 0 || (cds_text_is(rest, "/items") && field->kind == CDS_CHOICES));
    return (of_field && is_said_by_field(name)) || came_or_went(differ, where, name);
}

void cds_compare_schema(cds_differ *differ)
{
    const cds_text schema = CDS_TEXT("assessment.schema.json");
    cds_json_of of = {CDS_EDIT_SCHEMA, true, is_said};
    cds_json_compare(differ, &of, differ->before->fields->root, differ->after->fields->root);
    cds_differ_thing(differ, (cds_thing){CDS_CONCERN_SCHEMA, schema, CDS_TEXT(""), schema});
}
