// SPDX-License-Identifier: Apache-2.0
// A QuestionnaireResponse: items whose linkId is a field's pointer, at any depth.
#include "engine/base/arena.h"
#include "server/fhir/resource.h"
#include "server/fhir/sources.h"

static const char *const value_names[] = {"valueBoolean", "valueInteger", "valueDecimal",
                                          "valueDate",    "valueString",  "valueCoding"};

/** The value of an answer; of a Coding, its code. NULL: it has none that is known here. */
static const cds_json *value_of(const cds_json *answer)
{
    for (size_t i = 0; i < sizeof value_names / sizeof *value_names; i++) {
        const cds_json *value = srv_fhir_member(answer, value_names[i]);
        if (value != NULL)
            return value->kind == CDS_JSON_OBJECT ? srv_fhir_member(value, "code") : value;
    }
    return NULL;
}

/** One option of a list, or `none`, which stands for the empty list. */
static void put_choice(const srv_sources *sources, const cds_field *field, const cds_json *code)
{
    cds_json *list = cds_alloc(sources->ctx->mem, 2 * sizeof *list);
    if (list == NULL || code->kind != CDS_JSON_STRING)
        return;
    list[0] = (cds_json){.kind = CDS_JSON_ARRAY};
    if (!cds_text_is(code->text, "none") || cds_field_option(field, code->text) >= 0) {
        list[1] = (cds_json){.kind = CDS_JSON_STRING, .text = code->text};
        list[0].child = &list[1];
        list[0].count = 1;
    }
    (void)srv_picture_put(sources->picture, field, list);
}

static void put_answers(const srv_sources *sources, const cds_field *field,
                        const cds_json *answers)
{
    for (const cds_json *at = srv_fhir_items(answers); at != NULL; at = at->next) {
        const cds_json *value = value_of(at);
        if (value == NULL)
            continue;
        if (field->kind == CDS_CHOICES)
            put_choice(sources, field, value);
        else
            (void)srv_picture_put(sources->picture, field, value);
    }
}

static void put_items(const srv_sources *sources, const cds_json *items)
{
    for (const cds_json *at = srv_fhir_items(items); at != NULL; at = at->next) {
        const cds_json *answers = srv_fhir_member(at, "answer");
        const cds_field *field =
            cds_fields_at_pointer(sources->picture->fields, srv_fhir_text(at, "linkId"));
        if (field != NULL)
            put_answers(sources, field, answers);
        put_items(sources, srv_fhir_member(at, "item"));
        for (const cds_json *one = srv_fhir_items(answers); one != NULL; one = one->next)
            put_items(sources, srv_fhir_member(one, "item"));
    }
}

static bool is_given_up(const cds_json *response)
{
    const cds_text status = srv_fhir_text(response, "status");
    return cds_text_is(status, "entered-in-error") || cds_text_is(status, "stopped");
}

/** The latest of them by its time, the first of equal ones. */
static const cds_json *latest(const srv_sources *sources, const cds_json *value)
{
    const cds_json *best = NULL;
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        if (!srv_fhir_is(at, "QuestionnaireResponse") || is_given_up(at) ||
            !srv_sources_concern(sources, at))
            continue;
        if (best == NULL || cds_text_compare(srv_fhir_text(at, "authored"),
                                             srv_fhir_text(best, "authored")) > 0)
            best = at;
    }
    return best;
}

void srv_sources_response(const srv_sources *sources, const cds_json *value)
{
    put_items(sources, srv_fhir_member(latest(sources, value), "item"));
}
