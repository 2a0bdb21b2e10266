// SPDX-License-Identifier: Apache-2.0
// What is asked and what is set: the schema's fields, and the clinic's settings.
#include "engine/compare/json.h"
#include "engine/compare/things.h"

void cds_compare_clinic(cds_differ *differ)
{
    cds_json_of of = {.kind = CDS_EDIT_SETTING};
    cds_json_compare(differ, &of, differ->before->clinic, differ->after->clinic);
    cds_differ_thing(differ, (cds_thing){CDS_CONCERN_CLINIC, CDS_TEXT("clinic"), CDS_TEXT(""),
                                         differ->after->clinic_file});
}

static cds_thing thing_of(const cds_field *field)
{
    return (cds_thing){CDS_CONCERN_FIELD, field->path, field->title,
                       CDS_TEXT("assessment.schema.json")};
}

static cds_text bound(cds_differ *differ, bool has, double number)
{
    cds_buf buf = cds_differ_buf(differ);
    if (has) {
        cds_buf_number(&buf, number);
    }
    return cds_differ_end(differ, &buf);
}

static void compare_range(cds_differ *differ, const cds_field *before, const cds_field *after)
{
    cds_differ_values(differ, CDS_EDIT_RANGE, "lowest",
                      bound(differ, before->has_minimum, before->minimum),
                      bound(differ, after->has_minimum, after->minimum));
    cds_differ_values(differ, CDS_EDIT_RANGE, "highest",
                      bound(differ, before->has_maximum, before->maximum),
                      bound(differ, after->has_maximum, after->maximum));
    cds_differ_values(differ, CDS_EDIT_ANNOTATION, "step",
                      bound(differ, before->step != 0, before->step),
                      bound(differ, after->step != 0, after->step));
    cds_differ_values(differ, CDS_EDIT_UNIT, "unit", before->unit, after->unit);
}

static cds_text *values_of(cds_differ *differ, const cds_field *field)
{
    cds_text *values = cds_differ_take(differ, field->option_count * sizeof *values);
    for (size_t i = 0; values != NULL && i < field->option_count; i++) {
        values[i] = field->options[i].value;
    }
    return values;
}

static void compare_options(cds_differ *differ, const cds_field *before, const cds_field *after)
{
    cds_differ_list list = {.before = values_of(differ, before),
                            .after = values_of(differ, after),
                            .before_count = before->option_count,
                            .after_count = after->option_count,
                            .added = CDS_EDIT_OPTIONS,
                            .removed = CDS_EDIT_OPTIONS,
                            .order = CDS_EDIT_ORDER,
                            .part = "options",
                            .noun = "option"};
    if (list.before == NULL || list.after == NULL) {
        return;
    }
    cds_differ_lists(differ, &list);
    for (size_t i = 0; i < after->option_count; i++) {
        const cds_option *one = &after->options[i];
        int was = cds_field_option(before, one->value);
        if (was >= 0) {
            cds_text part =
                cds_differ_say(differ, "title of option %.*s", CDS_WHOLE(one->value));
            cds_differ_words(differ, part.data, before->options[was].title, one->title);
        }
    }
}

static cds_text kind_of(const cds_field *field)
{
    static const char *const kinds[] = {"yes or no", "whole number",       "number",
                                        "day",       "one of its options", "any options",
                                        "word",      "list of words",      "list of items"};
    return cds_text_of(kinds[field->kind]);
}

static void compare_flag(cds_differ *differ, cds_edit_kind kind, const char *part, bool before,
                         bool after)
{
    static const char *const words[] = {"no", "yes"};
    cds_differ_values(differ, kind, part, cds_text_of(words[before]),
                      cds_text_of(words[after]));
}

static void compare_field(cds_differ *differ, const cds_field *before, const cds_field *after)
{
    cds_differ_values(differ, CDS_EDIT_KIND, "kind", kind_of(before), kind_of(after));
    compare_flag(differ, CDS_EDIT_KIND, "says what is asked for", before->request,
                 after->request);
    compare_range(differ, before, after);
    compare_options(differ, before, after);
    cds_differ_words(differ, "title", before->title, after->title);
    cds_differ_words(differ, "question", before->ask, after->ask);
    cds_differ_values(differ, CDS_EDIT_ANNOTATION, "section", before->section, after->section);
    compare_flag(differ, CDS_EDIT_ANNOTATION, "asked of the examiner",
                 before->asked_of_examiner, after->asked_of_examiner);
    compare_flag(differ, CDS_EDIT_ANNOTATION, "sensitive", before->sensitive, after->sensitive);
    cds_differ_thing(differ, thing_of(after));
}

void cds_compare_fields(cds_differ *differ)
{
    const cds_fields *before = differ->before->fields;
    const cds_fields *after = differ->after->fields;
    for (size_t i = 0; i < before->count; i++) {
        if (cds_fields_find(after, before->list[i].path) == NULL) {
            cds_differ_went(differ, thing_of(&before->list[i]));
        }
    }
    for (size_t i = 0; i < after->count; i++) {
        const cds_field *was = cds_fields_find(before, after->list[i].path);
        if (was == NULL) {
            cds_differ_came(differ, thing_of(&after->list[i]));
        } else {
            compare_field(differ, was, &after->list[i]);
        }
    }
}
