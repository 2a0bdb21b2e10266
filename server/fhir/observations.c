// SPDX-License-Identifier: Apache-2.0
// The pain score: the latest one, and of those of one time the greatest.
#include "engine/base/arena.h"
#include "server/fhir/codes.h"
#include "server/fhir/resource.h"
#include "server/fhir/sources.h"

#define PAIN_NOW "72514-3" // LOINC: pain severity, 0 to 10

// LOINC's answers to it, from 0 up.
static const char *const answers[] = {"LA6111-4",  "LA6112-2",  "LA6113-0",  "LA6114-8",
                                      "LA6115-5",  "LA10137-0", "LA10138-8", "LA10139-6",
                                      "LA10140-4", "LA10141-2", "LA13942-0"};
#define ANSWERS (sizeof answers / sizeof *answers)

static bool is_of_loinc(const cds_json *coding)
{
    const cds_text system = srv_fhir_text(coding, "system");
    return system.length == 0 || cds_text_is(system, "http://loinc.org");
}

static bool is_pain(const cds_json *observation)
{
    const cds_json *at =
        srv_fhir_items(srv_fhir_member(srv_fhir_member(observation, "code"), "coding"));
    while (at != NULL && !(is_of_loinc(at) && cds_text_is(srv_fhir_text(at, "code"), PAIN_NOW)))
        at = at->next;
    return at != NULL;
}

static bool stands(const cds_json *observation)
{
    const cds_text status = srv_fhir_text(observation, "status");
    return !cds_text_is(status, "entered-in-error") && !cds_text_is(status, "cancelled");
}

/** The score of one of the answers; NULL: it is none of them, or no memory. */
static const cds_json *score_of(cds_ctx *ctx, const cds_json *concept)
{
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(concept, "coding")); at != NULL;
         at = at->next) {
        for (size_t i = 0; i < ANSWERS; i++) {
            if (!is_of_loinc(at) || !cds_text_is(srv_fhir_text(at, "code"), answers[i]))
                continue;
            cds_json *score = cds_alloc(ctx->mem, sizeof *score);
            if (score != NULL)
                *score = (cds_json){.kind = CDS_JSON_NUMBER, .number = (double)i};
            return score;
        }
    }
    return NULL;
}

static const cds_json *value_of(cds_ctx *ctx, const cds_json *observation)
{
    const cds_json *value =
        srv_fhir_member(srv_fhir_member(observation, "valueQuantity"), "value");
    if (value == NULL)
        value = srv_fhir_member(observation, "valueInteger");
    if (value == NULL)
        value = score_of(ctx, srv_fhir_member(observation, "valueCodeableConcept"));
    return value != NULL && value->kind == CDS_JSON_NUMBER ? value : NULL;
}

static cds_text time_of(const cds_json *observation)
{
    const cds_text time = srv_fhir_text(observation, "effectiveDateTime");
    return time.length > 0 ? time : srv_fhir_text(observation, "issued");
}

/** The value to go by, once another of that time is seen. */
typedef struct latest {
    const cds_json *value;
    cds_text time;
} latest;

static void look_at(latest *best, const cds_json *value, cds_text time)
{
    const int order = best->value == NULL ? 1 : cds_text_compare(time, best->time);
    if (order > 0 || (order == 0 && value->number > best->value->number))
        *best = (latest){value, time};
}

void srv_sources_observations(const srv_sources *sources, const cds_json *value)
{
    const cds_field *field =
        cds_fields_find(sources->picture->fields, CDS_TEXT("complaint.rest_pain"));
    latest best = {NULL, {0}};
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    for (const cds_json *at = srv_fhir_walk_next(&walk); at != NULL;
         at = srv_fhir_walk_next(&walk)) {
        if (!srv_fhir_is(at, "Observation") || !stands(at) || !srv_sources_concern(sources, at))
            continue;
        const cds_json *score = is_pain(at) ? value_of(sources->ctx, at) : NULL;
        if (score != NULL)
            look_at(&best, score, time_of(at));
        else if (srv_codes_say(srv_fhir_member(at, "code")))
            *sources->unknown += 1;
    }
    if (best.value != NULL)
        (void)srv_picture_put(sources->picture, field,
                              (srv_said){.value = best.value, .source = SRV_SAYS_OBSERVATION});
}
