// SPDX-License-Identifier: Apache-2.0
// `conditions` of codes.lua is about patient.conditions: the last name of the path.
#include "engine/rules/codes.h"

#include "engine/rules/form.h"

static bool is_named(cds_text path, cds_text name)
{
    const size_t before = path.length - name.length;
    return path.length >= name.length &&
           cds_text_equal((cds_text){path.data + before, name.length}, name) &&
           (before == 0 || path.data[before - 1] == '.');
}

/** The field with options that the table is named for, or NULL. */
static const cds_field *field_of(const cds_fields *fields, cds_text name)
{
    for (size_t i = 0; i < fields->count; i++) {
        if (fields->list[i].option_count > 0 && is_named(fields->list[i].path, name))
            return &fields->list[i];
    }
    return NULL;
}

static void check_texts(lua_State *L, const cds_json *option, const cds_json *list)
{
    bool good = list->kind == CDS_JSON_ARRAY;
    for (const cds_json *at = good ? list->child : NULL; at != NULL; at = at->next)
        good = good && at->kind == CDS_JSON_STRING;
    if (!good)
        cds_raise(L, "codes: '%.*s' of '%.*s' is a list of texts, { \"...\" }",
                  CDS_SAID(list->name), CDS_SAID(option->name));
}

static void check_option(lua_State *L, const cds_field *field, const cds_json *option)
{
    cds_text values[CDS_OPTIONS_MAX];
    for (size_t i = 0; i < field->option_count; i++)
        values[i] = field->options[i].value;
    if (cds_field_option(field, option->name) < 0)
        cds_raise(L, "codes: '%.*s' is no option of %.*s%s", CDS_SAID(option->name),
                  CDS_SAID(field->path),
                  cds_did_you_mean(L, option->name, values, field->option_count));
    for (const cds_json *at = option->child; at != NULL; at = at->next)
        check_texts(L, option, at);
}

void cds_codes_check(lua_State *L, const cds_fields *fields, const cds_json *codes)
{
    for (const cds_json *table = codes->child; table != NULL; table = table->next) {
        const cds_field *field = field_of(fields, table->name);
        const bool is_table = field != NULL && table->kind == CDS_JSON_OBJECT;
        for (const cds_json *at = is_table ? table->child : NULL; at != NULL; at = at->next)
            check_option(L, field, at);
    }
}
