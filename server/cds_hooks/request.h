// SPDX-License-Identifier: Apache-2.0
// A call of a CDS Service: its shape is checked strictly, the FHIR inside is read leniently.
// Source: CDS Hooks 2.0.1, "Calling a CDS Service".
#pragma once

#include "engine/facts/schema.h"
#include "server/cds_hooks/services.h"

/** What a client sent for a prefetch key. */
typedef enum srv_prefetch {
    SRV_PREFETCH_ABSENT, // not sent, or an OperationOutcome
    SRV_PREFETCH_EMPTY,  // sent: there is nothing
    SRV_PREFETCH_GIVEN,
} srv_prefetch;

/** Lives: in the body that was read. */
typedef struct srv_hook_call {
    const srv_hook_service *service;
    cds_text instance;          // hookInstance, a UUID
    cds_text user;              // Practitioner/1
    cds_text patient;           // the id alone
    const cds_json *prefetch;   // an object, or NULL
    const cds_json *orders;     // draftOrders, an object; NULL: the hook has none
    const cds_json *selections; // an array; NULL: the hook has none
} srv_hook_call;

/** Adds what is wrong with the shape to `faults`; with any, *out is of no use. */
void srv_hook_call_read(const srv_hook_service *service, const cds_json *body,
                        srv_hook_call *out, cds_faults *faults);

/** *out is set when it is GIVEN. */
srv_prefetch srv_hook_call_prefetch(const srv_hook_call *call, const char *key,
                                    const cds_json **out);

/** The same for `patient`; another person's Patient is as good as none. */
srv_prefetch srv_hook_call_patient(const srv_hook_call *call, const cds_json **out);

/** Whether the user is the patient or a relative: advice is for health professionals. */
bool srv_hook_call_is_by_layman(const srv_hook_call *call);
