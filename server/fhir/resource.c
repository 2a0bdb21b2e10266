// SPDX-License-Identifier: Apache-2.0
// A Bundle is known by its entries, whatever it says it is.
#include "server/fhir/resource.h"

const cds_json *srv_fhir_member(const cds_json *value, const char *name)
{
    return value != NULL && value->kind == CDS_JSON_OBJECT
               ? cds_json_member(value, cds_text_of(name))
               : NULL;
}

cds_text srv_fhir_text(const cds_json *value, const char *name)
{
    const cds_json *member = srv_fhir_member(value, name);
    return member != NULL && member->kind == CDS_JSON_STRING ? member->text : (cds_text){0};
}

const cds_json *srv_fhir_items(const cds_json *value)
{
    return value != NULL && value->kind == CDS_JSON_ARRAY ? value->child : NULL;
}

bool srv_fhir_is(const cds_json *resource, const char *type)
{
    return cds_text_is(srv_fhir_text(resource, "resourceType"), type);
}

cds_text srv_fhir_reference_id(cds_text reference)
{
    size_t at = reference.length;
    while (at > 0 && reference.data[at - 1] != '/')
        at--;
    return (cds_text){reference.data + at, reference.length - at};
}

cds_text srv_fhir_reference_type(cds_text reference)
{
    const cds_text id = srv_fhir_reference_id(reference);
    if (id.length == reference.length)
        return (cds_text){0};
    return srv_fhir_reference_id((cds_text){reference.data, reference.length - id.length - 1});
}

srv_fhir_walk srv_fhir_walk_begin(const cds_json *value)
{
    const cds_json *entries = srv_fhir_member(value, "entry");
    if (entries != NULL || srv_fhir_is(value, "Bundle"))
        return (srv_fhir_walk){NULL, srv_fhir_items(entries)};
    return (srv_fhir_walk){value, NULL};
}

const cds_json *srv_fhir_walk_next(srv_fhir_walk *walk)
{
    const cds_json *alone = walk->alone;
    walk->alone = NULL;
    if (alone != NULL && alone->kind == CDS_JSON_OBJECT)
        return alone;
    while (walk->entry != NULL) {
        const cds_json *resource = srv_fhir_member(walk->entry, "resource");
        walk->entry = walk->entry->next;
        if (resource != NULL && resource->kind == CDS_JSON_OBJECT &&
            !srv_fhir_is(resource, "OperationOutcome"))
            return resource;
    }
    return NULL;
}
