// SPDX-License-Identifier: Apache-2.0
// The schema is walked to the list's `items`; names and enumerated values it has are checked.
#include "engine/rules/has.h"

#include <stdlib.h>
#include <string.h>

#include <lua.h>

#include "engine/rules/data.h"
#include "engine/rules/form.h"

#define USAGE "fact:has { member = value, ... }"
#define MEMBERS_MAX 32

static const cds_json *find(const cds_json *object, cds_text name)
{
    return object == NULL || object->kind != CDS_JSON_OBJECT ? NULL
                                                             : cds_json_member(object, name);
}

// `#/$defs/drug` inside the document; other references are not followed.
static const cds_json *follow(const cds_json *root, const cds_json *schema)
{
    const cds_json *reference = find(schema, CDS_TEXT("$ref"));
    if (reference == NULL || !cds_text_starts(reference->text, "#/")) {
        return schema;
    }
    const cds_json *at = root;
    cds_text rest = {reference->text.data + 2, reference->text.length - 2};
    while (at != NULL && rest.length > 0) {
        const char *slash = memchr(rest.data, '/', rest.length);
        size_t length = slash == NULL ? rest.length : (size_t)(slash - rest.data);
        at = find(at, (cds_text){rest.data, length});
        size_t past = slash == NULL ? length : length + 1;
        rest = (cds_text){rest.data + past, rest.length - past};
    }
    return at;
}

static const cds_json *items_of(const cds_fields *fields, cds_text path)
{
    const cds_json *at = fields->root;
    while (at != NULL && path.length > 0) {
        const char *dot = memchr(path.data, '.', path.length);
        size_t length = dot == NULL ? path.length : (size_t)(dot - path.data);
        const cds_json *properties = find(follow(fields->root, at), CDS_TEXT("properties"));
        at = find(properties, (cds_text){path.data, length});
        size_t past = dot == NULL ? length : length + 1;
        path = (cds_text){path.data + past, path.length - past};
    }
    return follow(fields->root, find(follow(fields->root, at), CDS_TEXT("items")));
}

static bool is_among(const cds_json *list, const cds_json *value, bool inside_const)
{
    for (const cds_json *one = list->child; one != NULL; one = one->next) {
        const cds_json *allowed = inside_const ? find(one, CDS_TEXT("const")) : one;
        if (allowed == NULL || cds_json_equal(allowed, value)) {
            return true; // a branch that is no constant may allow anything
        }
    }
    return false;
}

static bool is_type(cds_text type, const cds_json *value)
{
    switch (value->kind) {
    case CDS_JSON_STRING:
        return cds_text_is(type, "string");
    case CDS_JSON_NUMBER:
        return cds_text_is(type, "number") || cds_text_is(type, "integer");
    case CDS_JSON_FALSE:
    case CDS_JSON_TRUE:
        return cds_text_is(type, "boolean");
    case CDS_JSON_NULL:
    case CDS_JSON_ARRAY:
    case CDS_JSON_OBJECT:
        break;
    }
    return false;
}

static bool has_type(const cds_json *schema, const cds_json *value)
{
    const cds_json *type = find(schema, CDS_TEXT("type"));
    if (type == NULL || type->kind == CDS_JSON_STRING) {
        return type == NULL || is_type(type->text, value);
    }
    for (const cds_json *one = type->child; one != NULL; one = one->next) {
        if (is_type(one->text, value)) {
            return true;
        }
    }
    return false;
}

static bool may_be(const cds_json *schema, const cds_json *value)
{
    const cds_json *values = find(schema, CDS_TEXT("enum"));
    const cds_json *choices = find(schema, CDS_TEXT("oneOf"));
    const cds_json *only = find(schema, CDS_TEXT("const"));
    if (!has_type(schema, value)) {
        return false;
    }
    if (values != NULL && !is_among(values, value, false)) {
        return false;
    }
    if (choices != NULL && !is_among(choices, value, true)) {
        return false;
    }
    return only == NULL || cds_json_equal(only, value);
}

static void refuse_member(lua_State *L, const cds_json *properties, cds_text name)
{
    cds_text known[MEMBERS_MAX];
    size_t count = 0;
    for (const cds_json *one = properties->child; one != NULL; one = one->next) {
        if (count < MEMBERS_MAX) {
            known[count++] = one->name;
        }
    }
    cds_raise(L, "its items have no member '%.*s'%s", CDS_SAID(name),
              cds_did_you_mean(L, name, known, count));
}

static void check_member(lua_State *L, const cds_json *items, const cds_member *member)
{
    const cds_json *properties = find(items, CDS_TEXT("properties"));
    if (properties == NULL) {
        return;
    }
    const cds_json *schema = find(properties, member->name);
    if (schema == NULL) {
        refuse_member(L, properties, member->name);
    }
    if (!may_be(follow(cds_builder_of(L)->fields->root, schema), member->value)) {
        cds_raise(L, "'%.*s' of an item can't have this value", CDS_SAID(member->name));
    }
}

void cds_has_read(lua_State *L, cds_condition *leaf)
{
    const cds_json *asked = cds_data_read(L, 2, USAGE);
    if (asked->kind != CDS_JSON_OBJECT || asked->count == 0) {
        cds_raise(L, "usage: " USAGE);
    }
    const cds_json *items = items_of(cds_builder_of(L)->fields, leaf->field->path);
    cds_member *members = cds_take(L, asked->count * sizeof *members);
    size_t count = 0;
    for (const cds_json *one = asked->child; one != NULL; one = one->next) {
        if (one->kind == CDS_JSON_OBJECT || one->kind == CDS_JSON_ARRAY) {
            cds_raise(L, "usage: " USAGE "; each value is a text, a number, true or false");
        }
        members[count] = (cds_member){one->name, one};
        check_member(L, items, &members[count]);
        count++;
    }
    leaf->members = members;
    leaf->member_count = count;
}
