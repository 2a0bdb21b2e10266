// SPDX-License-Identifier: Apache-2.0
// What FHIR resources say, put into a picture of the assessment. What cannot be read says
// nothing.
#pragma once

#include "engine/base/date.h"
#include "engine/facts/schema.h"
#include "server/fhir/picture.h"

/** Whose facts are gathered, by which lists (rules/codes.lua), and on which day. */
typedef struct srv_sources {
    cds_ctx *ctx;
    srv_picture *picture;
    const cds_json *codes;
    cds_text patient; // the FHIR id; a resource of another person says nothing; empty: nobody's
    cds_date today;
    size_t *unknown;    // counts codes that no list has
    cds_faults *faults; // of a response's answers; NULL: what does not fit is left out
} srv_sources;

/** Each takes a resource or a Bundle of them. */
void srv_sources_patient(const srv_sources *sources, const cds_json *value);
void srv_sources_response(const srv_sources *sources, const cds_json *value);
void srv_sources_conditions(const srv_sources *sources, const cds_json *value);
void srv_sources_medications(const srv_sources *sources, const cds_json *value);
void srv_sources_observations(const srv_sources *sources, const cds_json *value);

/** The FHIR id as the person's reference, if none was said and it has the form of one. */
void srv_sources_reference(const srv_sources *sources);

/** One QuestionnaireResponse; `pointer` leads to it in the body. */
void srv_sources_answers(const srv_sources *sources, const cds_json *response,
                         cds_text pointer);

/** Whether the resource is about the patient, or about nobody in particular. */
bool srv_sources_concern(const srv_sources *sources, const cds_json *resource);
