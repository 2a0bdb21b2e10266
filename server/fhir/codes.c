// SPDX-License-Identifier: Apache-2.0
// The short names of the lists stand for the systems of FHIR.
#include "server/fhir/codes.h"

#include <strings.h>

#include "server/fhir/resource.h"

#define TEXT_MAX ((size_t)4096) // bytes of a text that are searched; no name is longer

static const struct {
    const char *list, *system;
} systems[] = {
    {"snomed", "http://snomed.info/sct"},
    {"cpt", "http://www.ama-assn.org/go/cpt"},
    {"rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm"},
    {"loinc", "http://loinc.org"},
    {"icd10", "http://hl7.org/fhir/sid/icd-10"},
    {"atc", "http://www.whocc.no/atc"},
};
#define SYSTEMS (sizeof systems / sizeof *systems)

static bool has_code(const cds_json *entry, size_t list, cds_text code)
{
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(entry, systems[list].list));
         at != NULL; at = at->next) {
        if (cds_text_equal(at->text, code))
            return true;
    }
    return false;
}

static bool matches_coding(const cds_json *entry, const cds_json *coding)
{
    const cds_text system = srv_fhir_text(coding, "system");
    const cds_text code = srv_fhir_text(coding, "code");
    for (size_t i = 0; i < SYSTEMS; i++) {
        const bool fits = system.length == 0 || cds_text_is(system, systems[i].system);
        if (fits && code.length > 0 && has_code(entry, i, code))
            return true;
    }
    return false;
}

static bool holds(cds_text text, cds_text word)
{
    for (size_t at = 0; at + word.length <= text.length; at++) {
        if (strncasecmp(text.data + at, word.data, word.length) == 0)
            return true;
    }
    return false;
}

static bool holds_any(const cds_json *entry, const char *list, cds_text text)
{
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(entry, list)); at != NULL;
         at = at->next) {
        if (at->text.length > 0 && holds(text, at->text))
            return true;
    }
    return false;
}

static bool matches_text(const cds_json *entry, cds_text text)
{
    text.length = text.length < TEXT_MAX ? text.length : TEXT_MAX;
    return holds_any(entry, "words", text) && !holds_any(entry, "except", text);
}

static bool matches_concept(const cds_json *entry, const cds_json *concept)
{
    if (matches_text(entry, srv_fhir_text(concept, "text")))
        return true;
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(concept, "coding")); at != NULL;
         at = at->next) {
        if (matches_coding(entry, at) || matches_text(entry, srv_fhir_text(at, "display")))
            return true;
    }
    return false;
}

bool srv_codes_match(const cds_json *entry, const cds_json *concept)
{
    if (concept == NULL)
        return false;
    if (concept->kind == CDS_JSON_STRING)
        return matches_text(entry, concept->text);
    if (concept->kind != CDS_JSON_ARRAY)
        return matches_concept(entry, concept);
    for (const cds_json *at = concept->child; at != NULL; at = at->next) {
        if (at->kind == CDS_JSON_STRING ? matches_text(entry, at->text)
                                        : matches_concept(entry, at))
            return true;
    }
    return false;
}

static bool coding_says(const cds_json *coding)
{
    return srv_fhir_text(coding, "code").length > 0 ||
           srv_fhir_text(coding, "display").length > 0;
}

static bool concept_says(const cds_json *concept)
{
    if (srv_fhir_text(concept, "text").length > 0)
        return true;
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(concept, "coding")); at != NULL;
         at = at->next) {
        if (coding_says(at))
            return true;
    }
    return false;
}

bool srv_codes_say(const cds_json *concept)
{
    for (const cds_json *at = srv_fhir_items(concept); at != NULL; at = at->next) {
        if (concept_says(at))
            return true;
    }
    return concept_says(concept);
}
