// SPDX-License-Identifier: Apache-2.0
// One table says which members a call has and what each must be.
#include "server/cds_hooks/request.h"

#include <string.h>

#include "engine/facts/format.h"
#include "server/fhir/resource.h"

#define USER_BYTES_MAX 256

static void add_fault(cds_faults *faults, const char *pointer, const char *detail)
{
    if (faults->count < CDS_FAULTS_MAX)
        faults->list[faults->count++] = (cds_fault){cds_text_of(pointer), cds_text_of(detail)};
}

static bool is_text(const cds_json *value)
{
    return value->kind == CDS_JSON_STRING && value->text.length > 0;
}

static bool is_object(const cds_json *value)
{
    return value->kind == CDS_JSON_OBJECT;
}

static bool is_array(const cds_json *value)
{
    return value->kind == CDS_JSON_ARRAY;
}

static bool is_uuid(const cds_json *value)
{
    return is_text(value) && cds_format_find(CDS_TEXT("uuid"))->fits(value->text);
}

static bool is_user(const cds_json *value)
{
    return is_text(value) && value->text.length <= USER_BYTES_MAX;
}

// When a member must be there.
typedef enum needed { ALWAYS, NEVER, WITH_ORDERS, WITH_SELECTIONS } needed;

static const struct member {
    const char *pointer; // of one level, or two
    needed needed;
    bool (*fits)(const cds_json *value);
    const char *expected;
} members[] = {
    {"/hook", ALWAYS, is_text, "hook is needed: the name of the hook, a text."},
    {"/hookInstance", ALWAYS, is_uuid, "hookInstance is needed: a UUID, new with each call."},
    {"/fhirServer", NEVER, is_text, "fhirServer is a URL."},
    {"/fhirAuthorization", NEVER, is_object, "fhirAuthorization is an object."},
    {"/prefetch", NEVER, is_object, "prefetch is an object with a member for each key."},
    {"/context", ALWAYS, is_object, "context is needed: an object."},
    {"/context/userId", ALWAYS, is_user,
     "context.userId is needed: like Practitioner/123, up to 256 bytes."},
    {"/context/patientId", ALWAYS, is_text, "context.patientId is needed: a FHIR id."},
    {"/context/selections", WITH_SELECTIONS, is_array,
     "context.selections is needed: an array of references into draftOrders."},
    {"/context/draftOrders", WITH_ORDERS, is_object,
     "context.draftOrders is needed: a Bundle of orders."},
};
#define MEMBERS (sizeof members / sizeof *members)

static bool is_needed(const srv_hook_service *service, needed when)
{
    switch (when) {
    case ALWAYS:
        return true;
    case NEVER:
        return false;
    case WITH_ORDERS:
        return service->orders;
    case WITH_SELECTIONS:
        return service->selects;
    }
    return false;
}

/** The value there; NULL when it is absent or null. */
static const cds_json *value_at(const cds_json *body, const char *pointer)
{
    const char *slash = strchr(pointer + 1, '/');
    cds_text name = cds_text_of(pointer + 1);
    if (slash != NULL) {
        name.length = (size_t)(slash - pointer - 1);
        body = cds_json_member(body, name);
        name = cds_text_of(slash + 1);
    }
    const cds_json *value =
        body != NULL && body->kind == CDS_JSON_OBJECT ? cds_json_member(body, name) : NULL;
    return value == NULL || value->kind == CDS_JSON_NULL ? NULL : value;
}

static void check_members(const srv_hook_service *service, const cds_json *body,
                          cds_faults *faults)
{
    const bool has_context = value_at(body, "/context") != NULL;
    for (size_t i = 0; i < MEMBERS; i++) {
        const cds_json *value = value_at(body, members[i].pointer);
        const bool inside = strchr(members[i].pointer + 1, '/') != NULL;
        if (value == NULL ? is_needed(service, members[i].needed) && (!inside || has_context)
                          : !members[i].fits(value))
            add_fault(faults, members[i].pointer, members[i].expected);
    }
    const cds_json *hook = value_at(body, "/hook");
    if (hook != NULL && is_text(hook) && !cds_text_is(hook->text, service->hook))
        add_fault(faults, "/hook",
                  "This service answers another hook; GET /cds-services "
                  "says which.");
    if (value_at(body, "/fhirAuthorization") != NULL && value_at(body, "/fhirServer") == NULL)
        add_fault(faults, "/fhirServer", "With fhirAuthorization, fhirServer is needed.");
}

void srv_hook_call_read(const srv_hook_service *service, const cds_json *body,
                        srv_hook_call *out, cds_faults *faults)
{
    if (!is_object(body)) {
        add_fault(faults, "", "A call of a CDS Service is a JSON object.");
        return;
    }
    check_members(service, body, faults);
    if (faults->count > 0)
        return;
    const cds_json *context = value_at(body, "/context");
    *out = (srv_hook_call){
        .service = service,
        .instance = srv_fhir_text(body, "hookInstance"),
        .user = srv_fhir_text(context, "userId"),
        .patient = srv_fhir_reference_id(srv_fhir_text(context, "patientId")),
        .prefetch = value_at(body, "/prefetch"),
        .orders = service->orders ? value_at(body, "/context/draftOrders") : NULL,
        .selections = service->selects ? value_at(body, "/context/selections") : NULL,
    };
}

srv_prefetch srv_hook_call_prefetch(const srv_hook_call *call, const char *key,
                                    const cds_json **out)
{
    const cds_json *value =
        call->prefetch == NULL ? NULL : cds_json_member(call->prefetch, cds_text_of(key));
    if (value == NULL || srv_fhir_is(value, "OperationOutcome"))
        return SRV_PREFETCH_ABSENT;
    if (value->kind != CDS_JSON_OBJECT || value->count == 0)
        return SRV_PREFETCH_EMPTY;
    *out = value;
    return SRV_PREFETCH_GIVEN;
}

srv_prefetch srv_hook_call_patient(const srv_hook_call *call, const cds_json **out)
{
    const cds_json *value;
    const srv_prefetch state = srv_hook_call_prefetch(call, "patient", &value);
    if (state != SRV_PREFETCH_GIVEN)
        return state;
    srv_fhir_walk walk = srv_fhir_walk_begin(value);
    const cds_json *patient = srv_fhir_walk_next(&walk);
    if (patient == NULL)
        return SRV_PREFETCH_EMPTY;
    const cds_text type = srv_fhir_text(patient, "resourceType");
    const cds_text id = srv_fhir_text(patient, "id");
    if ((type.length > 0 && !cds_text_is(type, "Patient")) ||
        (id.length > 0 && !cds_text_equal(id, call->patient)))
        return SRV_PREFETCH_ABSENT;
    *out = patient;
    return SRV_PREFETCH_GIVEN;
}

bool srv_hook_call_is_by_layman(const srv_hook_call *call)
{
    const cds_text type = srv_fhir_reference_type(call->user);
    return cds_text_is(type, "Patient") || cds_text_is(type, "RelatedPerson");
}
