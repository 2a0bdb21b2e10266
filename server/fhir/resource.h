// SPDX-License-Identifier: Apache-2.0
// FHIR resources read leniently: what is missing or of another kind is not there.
#pragma once

#include "engine/facts/json.h"

/** A member of an object by its name, or NULL; `value` may be anything, and NULL. */
const cds_json *srv_fhir_member(const cds_json *value, const char *name);

/** The text of one; data NULL: it has none. */
cds_text srv_fhir_text(const cds_json *value, const char *name);

/** The first item of an array; NULL for anything else. */
const cds_json *srv_fhir_items(const cds_json *value);

bool srv_fhir_is(const cds_json *resource, const char *type);

/** `1` of `Patient/1`, of a URL that ends so, and of `1`. */
cds_text srv_fhir_reference_id(cds_text reference);

/** `Patient` of the first two; data NULL: no type is named. */
cds_text srv_fhir_reference_type(cds_text reference);

/** A walk over the resources of a Bundle, or over the one resource it is given. NULL begins
 *  nothing. */
typedef struct srv_fhir_walk {
    const cds_json *alone;
    const cds_json *entry;
} srv_fhir_walk;

srv_fhir_walk srv_fhir_walk_begin(const cds_json *value);
const cds_json *srv_fhir_walk_next(srv_fhir_walk *walk); // NULL: there are no more
