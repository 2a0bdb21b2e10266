// SPDX-License-Identifier: Apache-2.0
// The schema is walked to the list's `items`; names and enumerated values it has are checked.
#include "engine/rules/has.h"

#include <string.h>

#include <lua.h>

#include "engine/facts/field_kind.h"
#include "engine/rules/data.h"
#include "engine/rules/form.h"

#define USAGE "fact:has { member = value, ... }"

static const cds_json *items_of(const cds_fields *fields, cds_text path)
{
    const cds_json *at = fields->root;
    while (path.length > 0) {
        const char *dot = memchr(path.data, '.', path.length);
        size_t length = dot == NULL ? path.length : (size_t)(dot - path.data);
        size_t past = dot == NULL ? length : length + 1;
        at = cds_json_member(cds_leaf_word(fields->root, at, "properties"),
                             (cds_text){path.data, length});
        path = (cds_text){path.data + past, path.length - past};
    }
    return cds_leaf_word(fields->root, at, "items");
}

static bool is_among(const cds_json *list, const cds_json *value)
{
    const cds_json *one = list->child;
    while (one != NULL && !cds_json_equal(one, value)) {
        one = one->next;
    }
    return one != NULL;
}

// The value is a text, a number, true or false.
static bool is_type(cds_text type, const cds_json *value)
{
    if (value->kind == CDS_JSON_STRING) {
        return cds_text_is(type, "string");
    }
    if (value->kind == CDS_JSON_NUMBER) {
        return cds_text_is(type, "number") || cds_text_is(type, "integer");
    }
    return cds_text_is(type, "boolean");
}

static bool has_type(const cds_json *type, const cds_json *value)
{
    if (type->kind == CDS_JSON_STRING) {
        return is_type(type->text, value);
    }
    const cds_json *one = type->child;
    while (one != NULL && !is_type(one->text, value)) {
        one = one->next;
    }
    return one != NULL;
}

static bool fits(const cds_json *root, const cds_json *schema, const cds_json *value)
{
    const cds_json *type = cds_leaf_word(root, schema, "type");
    const cds_json *values = cds_leaf_word(root, schema, "enum");
    const cds_json *only = cds_leaf_word(root, schema, "const");
    return (type == NULL || has_type(type, value)) &&
           (values == NULL || is_among(values, value)) &&
           (only == NULL || cds_json_equal(only, value));
}

static bool may_be(const cds_json *root, const cds_json *schema, const cds_json *value)
{
    const cds_json *choices = cds_leaf_word(root, schema, "oneOf");
    const cds_json *one = choices == NULL ? NULL : choices->child;
    while (one != NULL && !fits(root, one, value)) {
        one = one->next;
    }
    return fits(root, schema, value) && (choices == NULL || one != NULL);
}

static void refuse_member(lua_State *L, const cds_json *properties, cds_text name)
{
    cds_text *known = cds_take(L, properties->count * sizeof *known);
    size_t count = 0;
    for (const cds_json *one = properties->child; one != NULL; one = one->next) {
        known[count++] = one->name;
    }
    cds_raise(L, "its items have no member '%.*s'%s", CDS_SAID(name),
              cds_did_you_mean(L, name, known, count));
}

static void check_member(lua_State *L, const cds_json *items, const cds_member *member)
{
    const cds_json *root = cds_builder_of(L)->fields->root;
    const cds_json *properties = cds_leaf_word(root, items, "properties");
    if (properties == NULL) {
        return;
    }
    const cds_json *schema = cds_json_member(properties, member->name);
    if (schema == NULL) {
        refuse_member(L, properties, member->name);
    }
    if (!may_be(root, schema, member->value)) {
        cds_raise(L, "'%.*s' of an item can't have this value", CDS_SAID(member->name));
    }
}

void cds_has_read(lua_State *L, cds_condition *leaf)
{
    const cds_json *asked = cds_data_read(L, 2, USAGE);
    if (asked->kind != CDS_JSON_OBJECT) {
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
