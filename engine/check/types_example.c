// SPDX-License-Identifier: Apache-2.0
// Examples of words speak of the release's own fields and names.
#include <string.h>

#include "engine/check/types_part.h"

#define NOTHING CDS_TEXT("...")

static bool is_yesno(const cds_field *field)
{
    return field->kind == CDS_YESNO;
}

// The examples compare it with 3.
static bool is_number(const cds_field *field)
{
    return (field->kind == CDS_WHOLE || field->kind == CDS_NUMBER) &&
           !(field->has_minimum && field->minimum > 3) &&
           !(field->has_maximum && field->maximum < 3);
}

static bool is_request(const cds_field *field)
{
    return field->request;
}

static cds_text first_of(const cds_types *types, bool (*is)(const cds_field *field))
{
    const cds_fields *fields = types->view->fields;
    for (size_t i = 0; i < fields->count; i++) {
        if (is(&fields->list[i])) {
            return fields->list[i].path;
        }
    }
    return NOTHING;
}

static cds_text yesno(const cds_types *types)
{
    return first_of(types, is_yesno);
}

static cds_text number(const cds_types *types)
{
    return first_of(types, is_number);
}

static cds_text request(const cds_types *types)
{
    return first_of(types, is_request);
}

static cds_text decision(const cds_types *types)
{
    return types->view->decision_count == 0 ? NOTHING : types->view->decisions[0].name;
}

static cds_text answer(const cds_types *types)
{
    return types->view->decision_count == 0 ? NOTHING
                                            : types->view->decisions[0].answers[0].name;
}

static cds_text finding(const cds_types *types)
{
    return types->view->finding_count == 0 ? NOTHING : types->view->findings[0].name;
}

static cds_text measure(const cds_types *types)
{
    return types->view->measure_count == 0 ? NOTHING : types->view->measures[0].name;
}

static cds_text source(const cds_types *types)
{
    return types->view->source_count == 0 ? NOTHING : types->view->sources[0].key;
}

static cds_text suggestion(const cds_types *types)
{
    return types->view->suggestion_count == 0 ? NOTHING : types->view->suggestions[0].id;
}

static const struct {
    const char *name;
    cds_text (*fill)(const cds_types *types);
} fills[] = {
    {"{yesno}", yesno},       {"{number}", number}, {"{request}", request},
    {"{decision}", decision}, {"{answer}", answer}, {"{finding}", finding},
    {"{measure}", measure},   {"{source}", source}, {"{suggestion}", suggestion},
};

// The end of what was filled in, or `at` when nothing is to be.
static const char *fill(const cds_types *types, const char *at)
{
    for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
        const size_t length = strlen(fills[i].name);
        if (strncmp(at, fills[i].name, length) == 0) {
            cds_types_say(types->buf, fills[i].fill(types));
            return at + length;
        }
    }
    return at;
}

void cds_types_example(const cds_types *types, const char *example)
{
    for (const char *at = example; *at != '\0';) {
        const char *after = fill(types, at);
        if (after == at) {
            cds_buf_char(types->buf, *at);
            after++;
        }
        at = after;
    }
}
