// SPDX-License-Identifier: Apache-2.0
// The schema three times over: as facts that conditions read, as values that functions see, as
// the person of a test file.
#include <string.h>

#include "engine/check/types_part.h"

#define SAID(text) (int)(text).length, (text).data

// One of the three: what its classes are called, and what a field is there.
typedef struct aspect {
    const char *root;  // the class of the outermost group; NULL: its members are globals
    const char *group; // before a group's path
    const char *extra; // what else each member may be
    void (*type)(cds_buf *buf, const cds_field *field);
} aspect;

static void type_of_fact(cds_buf *buf, const cds_field *field)
{
    static const char *const types[] = {
        [CDS_YESNO] = "fact.yesno", [CDS_WHOLE] = "fact.number", [CDS_NUMBER] = "fact.number",
        [CDS_DAY] = "fact.date",    [CDS_WORD] = "fact.text",    [CDS_WORDS] = "fact.texts",
        [CDS_ITEMS] = "fact.items", [CDS_CHOICE] = "fact.of.",   [CDS_CHOICES] = "fact.of.",
    };
    cds_buf_word(buf, types[field->kind]);
    if (field->option_count > 0) {
        cds_buf_text(buf, field->path);
    }
}

static void type_of_value(cds_buf *buf, const cds_field *field)
{
    static const char *const types[] = {
        [CDS_YESNO] = "boolean", [CDS_WHOLE] = "integer",  [CDS_NUMBER] = "number",
        [CDS_DAY] = "date",      [CDS_WORD] = "string",    [CDS_WORDS] = "string[]",
        [CDS_ITEMS] = "table[]", [CDS_CHOICE] = "option.", [CDS_CHOICES] = "option.",
    };
    cds_buf_word(buf, types[field->kind]);
    if (field->option_count > 0) {
        cds_buf_text(buf, field->path);
        cds_buf_word(buf, field->kind == CDS_CHOICES ? "[]" : "");
    }
}

static const aspect as_facts = {NULL, "group.", "", type_of_fact};
static const aspect as_values = {"facts", "facts.", "", type_of_value};
static const aspect as_person = {"person", "person.", "|unknown|nil", type_of_value};

static void say_range(cds_buf *buf, const cds_field *field)
{
    if (field->has_minimum) {
        cds_buf_word(buf, " From ");
        cds_buf_number(buf, field->minimum);
    }
    if (field->has_maximum) {
        cds_buf_word(buf, field->has_minimum ? " to " : " Up to ");
        cds_buf_number(buf, field->maximum);
    }
    if (field->has_minimum || field->has_maximum) {
        cds_buf_char(buf, '.');
    }
}

static void say_field(cds_buf *buf, const cds_field *field)
{
    cds_types_say(buf, field->title);
    cds_buf_word(buf, ". ");
    cds_types_say(buf, field->ask);
    if (field->unit.length > 0) {
        cds_buf_word(buf, " In ");
        cds_types_say(buf, field->unit);
        cds_buf_char(buf, '.');
    }
    say_range(buf, field);
    if (field->asked_of_examiner) {
        cds_buf_word(buf, " The examiner answers.");
    }
    if (field->request) {
        cds_buf_word(buf, " Asked for, or not: given(), not_given().");
    }
}

// The last name of a path, and through `above` what stands before it.
static cds_text last_name(cds_text path, cds_text *above)
{
    size_t from = path.length;
    while (from > 0 && path.data[from - 1] != '.') {
        from--;
    }
    *above = (cds_text){path.data, from == 0 ? 0 : from - 1};
    return (cds_text){path.data + from, path.length - from};
}

static bool is_inside(cds_text path, cds_text group, cds_text *name)
{
    cds_text above;
    *name = last_name(path, &above);
    return cds_text_equal(above, group);
}

static void write_members(const cds_types *types, const aspect *as, cds_text group)
{
    const cds_fields *fields = types->view->fields;
    cds_text name;
    for (size_t i = 0; i < fields->count; i++) {
        if (is_inside(fields->list[i].path, group, &name)) {
            cds_buf_format(types->buf, "---@field %.*s ", SAID(name));
            as->type(types->buf, &fields->list[i]);
            cds_buf_format(types->buf, "%s ", as->extra);
            say_field(types->buf, &fields->list[i]);
            cds_buf_char(types->buf, '\n');
        }
    }
    for (size_t i = 0; i < fields->group_count; i++) {
        if (is_inside(fields->groups[i], group, &name)) {
            cds_buf_format(types->buf, "---@field %.*s %s%.*s%s\n", SAID(name), as->group,
                           SAID(fields->groups[i]), as->extra);
        }
    }
}

static void write_groups(const cds_types *types, const aspect *as)
{
    const cds_fields *fields = types->view->fields;
    for (size_t i = 0; i < fields->group_count; i++) {
        cds_buf_format(types->buf, "\n---@class %s%.*s\n", as->group, SAID(fields->groups[i]));
        write_members(types, as, fields->groups[i]);
    }
    if (as->root != NULL) {
        cds_buf_format(types->buf, "\n---@class %s\n", as->root);
        write_members(types, as, CDS_TEXT(""));
    }
}

// An alias of the options, and the class of a fact that is one or some of them.
static void write_options(const cds_types *types, const cds_field *field)
{
    static const char *const one[] = {"is", "is_one_of", NULL};
    static const char *const some[] = {"includes", "includes_any", "includes_none", NULL};
    const bool is_list = field->kind == CDS_CHOICES;
    cds_buf_format(types->buf, "\n---@alias option.%.*s\n", SAID(field->path));
    for (size_t i = 0; i < field->option_count; i++) {
        cds_types_literal(types->buf, field->options[i].value, field->options[i].title);
    }
    cds_buf_format(types->buf, "\n---@class fact.of.%.*s : %s\n", SAID(field->path),
                   is_list ? "fact.list" : "fact");
    for (const char *const *word = is_list ? some : one; *word != NULL; word++) {
        const bool takes_many = strchr(*word, '_') != NULL;
        cds_buf_format(types->buf, "---@field %s fun(self, %s: option.%.*s%s): condition\n",
                       *word, takes_many ? "values" : "value", SAID(field->path),
                       takes_many ? "[]" : "");
    }
}

static void write_globals(const cds_types *types)
{
    const cds_fields *fields = types->view->fields;
    cds_text name;
    for (size_t i = 0; i < fields->group_count; i++) {
        if (is_inside(fields->groups[i], CDS_TEXT(""), &name)) {
            cds_buf_format(types->buf, "\n---@type group.%.*s\n%.*s = {}\n", SAID(name),
                           SAID(name));
        }
    }
    for (size_t i = 0; i < fields->count; i++) {
        if (is_inside(fields->list[i].path, CDS_TEXT(""), &name)) {
            cds_buf_word(types->buf, "\n---");
            say_field(types->buf, &fields->list[i]);
            cds_buf_word(types->buf, "\n---@type ");
            type_of_fact(types->buf, &fields->list[i]);
            cds_buf_format(types->buf, "\n%.*s = {}\n", SAID(name));
        }
    }
}

void cds_types_fields(const cds_types *types)
{
    const cds_fields *fields = types->view->fields;
    for (size_t i = 0; i < fields->count; i++) {
        if (fields->list[i].option_count > 0) {
            write_options(types, &fields->list[i]);
        }
    }
    write_groups(types, &as_facts);
    write_globals(types);
    write_groups(types, &as_values);
    cds_buf_word(types->buf, "---@field known fun(self, fact: fact.path): boolean "
                             "Whether it is known; not for measures.\n");
    write_groups(types, &as_person);
    cds_buf_word(types->buf, "\n---@alias fact.path\n");
    for (size_t i = 0; i < fields->count; i++) {
        cds_types_literal(types->buf, fields->list[i].path, fields->list[i].title);
    }
}
