// SPDX-License-Identifier: Apache-2.0
// Patient, Condition, MedicationRequest, Observation: what they say that a field asks.
#include "server/fhir/sources.h"

#include "engine/base/arena.h"
#include "server/fhir/codes.h"
#include "server/fhir/resource.h"

#define PAIN_NOW "72514-3" // LOINC: pain severity, 0 to 10

bool srv_sources_concern(const srv_sources *sources, const cds_json *resource)
{
    static const char *const names[] = {"subject", "patient"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const cds_text whose = srv_fhir_text(srv_fhir_member(resource, names[i]), "reference");
        if (whose.length > 0 && !cds_text_equal(srv_fhir_reference_id(whose), sources->patient))
            return false;
    }
    return true;
}

static void put(const srv_sources *sources, const char *path, const cds_json *value)
{
    const cds_field *field = cds_fields_find(sources->picture->fields, cds_text_of(path));
    (void)srv_picture_put(sources->picture, field, value);
}

/** Whole years from a day to another; both as YYYY-MM-DD. */
static int years_between(const char *from, const char *to)
{
    int years = 0;
    for (size_t i = 0; i < 4; i++)
        years = years * 10 + (to[i] - from[i]);
    for (size_t i = 4; i < CDS_DATE_LENGTH; i++) {
        if (to[i] != from[i])
            return to[i] < from[i] ? years - 1 : years;
    }
    return years;
}

/** A birth date without its day leaves the age unknown. */
static void put_age(const srv_sources *sources, cds_text born)
{
    char today[CDS_DATE_LENGTH + 1];
    cds_date day;
    cds_json *age = cds_alloc(sources->ctx->mem, sizeof *age);
    if (age == NULL || !cds_date_parse(born, &day) || day.days > sources->today.days)
        return;
    cds_date_format(sources->today, today);
    *age = (cds_json){.kind = CDS_JSON_NUMBER, .number = years_between(born.data, today)};
    put(sources, "patient.age_years", age);
}

void srv_sources_patient(const srv_sources *sources, const cds_json *value)
{
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    const cds_json *patient = srv_fhir_walk_next(&walk);
    if (patient == NULL)
        return;
    put_age(sources, srv_fhir_text(patient, "birthDate"));
    const cds_text gender = srv_fhir_text(patient, "gender");
    if (cds_text_is(gender, "female") || cds_text_is(gender, "male"))
        (void)srv_picture_put_text(sources->ctx, sources->picture, "patient.sex", gender);
}

/** One of the words a CodeableConcept's coding may be. */
static bool has_code(const cds_json *concept, const char *code)
{
    const cds_json *at = srv_fhir_items(srv_fhir_member(concept, "coding"));
    while (at != NULL && !cds_text_is(srv_fhir_text(at, "code"), code))
        at = at->next;
    return at != NULL;
}

/** Not known to be over or mistaken. */
static bool is_active(const cds_json *condition)
{
    static const char *const over[] = {"inactive", "resolved", "remission"};
    const cds_json *status = srv_fhir_member(condition, "clinicalStatus");
    const cds_json *sure = srv_fhir_member(condition, "verificationStatus");
    for (size_t i = 0; i < sizeof over / sizeof *over; i++) {
        if (has_code(status, over[i]))
            return false;
    }
    return !has_code(sure, "refuted") && !has_code(sure, "entered-in-error");
}

/** Each list of `entries` that has one of the concepts names an option of the field. */
static void put_matches(const srv_sources *sources, const char *path, const char *entries,
                        const cds_json *concept)
{
    const cds_json *list = srv_fhir_member(sources->codes, entries);
    for (const cds_json *at = list == NULL ? NULL : list->child; at != NULL; at = at->next) {
        if (srv_codes_match(at, concept))
            (void)srv_picture_put_text(sources->ctx, sources->picture, path, at->name);
    }
}

void srv_sources_conditions(const srv_sources *sources, const cds_json *value)
{
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        if (srv_fhir_is(at, "Condition") && is_active(at) && srv_sources_concern(sources, at))
            put_matches(sources, "patient.conditions", "conditions",
                        srv_fhir_member(at, "code"));
    }
}

static bool is_taken(const cds_json *request)
{
    const cds_text status = srv_fhir_text(request, "status");
    const cds_json *not_done = srv_fhir_member(request, "doNotPerform");
    return (status.length == 0 || cds_text_is(status, "active") ||
            cds_text_is(status, "draft") || cds_text_is(status, "on-hold")) &&
           (not_done == NULL || not_done->kind != CDS_JSON_TRUE);
}

void srv_sources_medications(const srv_sources *sources, const cds_json *value)
{
    static const char path[] = "patient.medications";
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        const bool is_order =
            srv_fhir_is(at, "MedicationRequest") || srv_fhir_is(at, "MedicationOrder");
        if (!is_order || !is_taken(at) || !srv_sources_concern(sources, at))
            continue;
        const cds_json *reference = srv_fhir_member(at, "medicationReference");
        put_matches(sources, path, "medications",
                    srv_fhir_member(at, "medicationCodeableConcept"));
        put_matches(sources, path, "medications", srv_fhir_member(reference, "display"));
        put_matches(sources, path, "medications",
                    srv_fhir_member(srv_fhir_member(at, "medication"), "concept"));
    }
}

void srv_sources_observations(const srv_sources *sources, const cds_json *value)
{
    const cds_field *field =
        cds_fields_find(sources->picture->fields, CDS_TEXT("complaint.rest_pain"));
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        const cds_json *number = srv_fhir_member(srv_fhir_member(at, "valueQuantity"), "value");
        if (number == NULL)
            number = srv_fhir_member(at, "valueInteger");
        if (number != NULL && has_code(srv_fhir_member(at, "code"), PAIN_NOW) &&
            !cds_text_is(srv_fhir_text(at, "status"), "entered-in-error") &&
            srv_sources_concern(sources, at))
            (void)srv_picture_raise(sources->picture, field, number);
    }
}
