// SPDX-License-Identifier: Apache-2.0
// Patient, Condition, MedicationRequest, Observation: what they say that a field asks.
#include "server/fhir/sources.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/fhir/codes.h"
#include "server/fhir/resource.h"

#define REFERENCE_MAX 64

#define PAIN_NOW "72514-3" // LOINC: pain severity, 0 to 10

bool srv_sources_concern(const srv_sources *sources, const cds_json *resource)
{
    static const char *const names[] = {"subject", "patient"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const cds_text whose = srv_fhir_text(srv_fhir_member(resource, names[i]), "reference");
        if (whose.length > 0 && sources->patient.length > 0 &&
            !cds_text_equal(srv_fhir_reference_id(whose), sources->patient))
            return false;
    }
    return true;
}

/** The day the facts hold for. */
static cds_date day_of(const srv_sources *sources)
{
    const cds_field *field = cds_fields_find(sources->picture->fields, CDS_TEXT("assessed_on"));
    cds_date day = sources->today;
    if (field != NULL && sources->picture->list[field->index].said.value != NULL)
        (void)cds_date_parse(sources->picture->list[field->index].said.value->text, &day);
    return day;
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

/** A birth date that may be a year or a month alone, filled up by the end of `rest`. */
static void fill_up(cds_text born, const char *rest, char out[CDS_DATE_LENGTH + 1])
{
    snprintf(out, CDS_DATE_LENGTH + 1, "%.*s%s", (int)born.length, born.data,
             rest + born.length);
}

/** Nothing, unless the age is the same whatever day of the year or month it was. */
static void put_age(const srv_sources *sources, cds_text born)
{
    const cds_field *field =
        cds_fields_find(sources->picture->fields, CDS_TEXT("patient.age_years"));
    char first[CDS_DATE_LENGTH + 1];
    char last[CDS_DATE_LENGTH + 1];
    char today[CDS_DATE_LENGTH + 1];
    cds_date birth;
    cds_json *age = cds_alloc(sources->ctx->mem, sizeof *age);
    if (age == NULL || (born.length != 4 && born.length != 7 && born.length != CDS_DATE_LENGTH))
        return;
    fill_up(born, "0000-01-01", first);
    fill_up(born, "0000-12-31", last);
    cds_date_format(day_of(sources), today);
    if (!cds_date_parse(cds_text_of(first), &birth) || birth.days > day_of(sources).days ||
        years_between(first, today) != years_between(last, today))
        return;
    *age = (cds_json){.kind = CDS_JSON_NUMBER, .number = years_between(first, today)};
    (void)srv_picture_put(sources->picture, field,
                          (srv_said){.value = age, .source = SRV_SAYS_PATIENT});
}

/** As the schema has patient.reference. */
static bool is_plain(cds_text id)
{
    for (size_t i = 0; i < id.length; i++) {
        const char c = id.data[i];
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' ||
                          c == '-';
        if (!good)
            return false;
    }
    return id.length >= 1 && id.length <= REFERENCE_MAX;
}

void srv_sources_reference(const srv_sources *sources)
{
    static const char path[] = "patient.reference";
    const cds_field *field = cds_fields_find(sources->picture->fields, cds_text_of(path));
    if (field != NULL && sources->picture->list[field->index].said.value == NULL &&
        is_plain(sources->patient))
        (void)srv_picture_put_text(sources->ctx, sources->picture, SRV_SAYS_PATIENT, path,
                                   sources->patient);
}

/** Whether it is the person, as far as ids tell. */
static bool is_the_person(const srv_sources *sources, const cds_json *patient)
{
    const cds_text id = srv_fhir_text(patient, "id");
    return id.length == 0 || sources->patient.length == 0 ||
           cds_text_starts(sources->patient, "urn:") || cds_text_equal(id, sources->patient);
}

/** The first that is a Patient, or says nothing of what it is. */
static const cds_json *patient_in(const cds_json *value)
{
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    const cds_json *at = srv_fhir_walk_next(&walk);
    while (at != NULL && !srv_fhir_is(at, "Patient") &&
           srv_fhir_text(at, "resourceType").length > 0)
        at = srv_fhir_walk_next(&walk);
    return at;
}

void srv_sources_patient(const srv_sources *sources, const cds_json *value)
{
    const cds_json *patient = patient_in(value);
    if (patient == NULL || !is_the_person(sources, patient))
        return;
    put_age(sources, srv_fhir_text(patient, "birthDate"));
    const cds_text gender = srv_fhir_text(patient, "gender");
    if (cds_text_is(gender, "female") || cds_text_is(gender, "male"))
        (void)srv_picture_put_text(sources->ctx, sources->picture, SRV_SAYS_PATIENT,
                                   "patient.sex", gender);
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

/** What a resource says, and by which lists it is looked up. */
typedef struct looking {
    const srv_sources *sources;
    srv_source source;
    const char *path, *lists; // NULL lists: none
} looking;

/** Each list that has the concept names an option of the field. False: none has it. */
static bool put_matches(const looking *in, const cds_json *concept)
{
    const srv_sources *sources = in->sources;
    const cds_json *lists = srv_fhir_member(sources->codes, in->lists);
    bool found = false;
    for (const cds_json *at = lists == NULL ? NULL : lists->child; at != NULL; at = at->next) {
        if (!srv_codes_match(at, concept))
            continue;
        found = true;
        (void)srv_picture_put_text(sources->ctx, sources->picture, in->source, in->path,
                                   at->name);
    }
    return found;
}

/** Something was said that no list has; `region` is known, though no field asks for it. */
static void count_unknown(const srv_sources *sources, bool found, const cds_json *concept)
{
    if (!found && srv_codes_say(concept) &&
        !srv_codes_match(srv_fhir_member(sources->codes, "region"), concept))
        *sources->unknown += 1;
}

void srv_sources_conditions(const srv_sources *sources, const cds_json *value)
{
    const looking in = {sources, SRV_SAYS_CONDITION, "patient.conditions", "conditions"};
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        const cds_json *code = srv_fhir_member(at, "code");
        if (srv_fhir_is(at, "Condition") && is_active(at) && srv_sources_concern(sources, at))
            count_unknown(sources, put_matches(&in, code), code);
    }
}

static bool is_one_of(cds_text word, const char *const *words, size_t count)
{
    while (count > 0 && !cds_text_is(word, words[count - 1]))
        count--;
    return count > 0;
}

/** The table of codes.lua for what a request means today; NULL: it means nothing. */
static const char *lists_for(const cds_json *request)
{
    static const char *const now[] = {"active", "draft", "on-hold"};
    static const char *const over[] = {"completed", "stopped"};
    const cds_text status = srv_fhir_text(request, "status");
    const cds_json *not_done = srv_fhir_member(request, "doNotPerform");
    if (not_done != NULL && not_done->kind == CDS_JSON_TRUE)
        return NULL;
    if (status.length == 0 || is_one_of(status, now, sizeof now / sizeof *now))
        return "medications";
    return is_one_of(status, over, sizeof over / sizeof *over) ? "medications_over" : NULL;
}

/** The drug as R4 and its neighbours name it. */
static const cds_json *drug_of(const cds_json *request)
{
    const cds_json *drug = srv_fhir_member(request, "medicationCodeableConcept");
    if (drug == NULL)
        drug = srv_fhir_member(srv_fhir_member(request, "medication"), "concept");
    if (drug == NULL)
        drug = srv_fhir_member(srv_fhir_member(request, "medicationReference"), "display");
    return drug;
}

/** Whether the request was written at most so many days ago. */
static bool is_recent(const srv_sources *sources, const cds_json *request, double days)
{
    const cds_text time = srv_fhir_text(request, "authoredOn");
    cds_date day;
    return time.length >= CDS_DATE_LENGTH &&
           cds_date_parse((cds_text){time.data, CDS_DATE_LENGTH}, &day) &&
           day_of(sources).days - day.days <= days;
}

void srv_sources_medications(const srv_sources *sources, const cds_json *value)
{
    const cds_json *days = srv_fhir_member(sources->codes, "medications_over_days");
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        const bool is_order =
            srv_fhir_is(at, "MedicationRequest") || srv_fhir_is(at, "MedicationOrder");
        const looking in = {sources, SRV_SAYS_MEDICATION, "patient.medications", lists_for(at)};
        const bool is_over = in.lists != NULL && strcmp(in.lists, "medications") != 0;
        const cds_json *drug = drug_of(at);
        if (!is_order || in.lists == NULL || !srv_sources_concern(sources, at))
            continue;
        if (!is_over)
            count_unknown(sources, put_matches(&in, drug), drug);
        else if (days != NULL && is_recent(sources, at, days->number))
            (void)put_matches(&in, drug);
    }
}
