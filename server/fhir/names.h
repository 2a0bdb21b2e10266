// SPDX-License-Identifier: Apache-2.0
// How this service names what it says in FHIR: canonical addresses under the public URL.
#pragma once

#include "engine/base/buf.h"

#define SRV_FHIR_VERSION "4.0.1"
#define SRV_QUESTIONNAIRE "tendon-assessment"

/** Of a field by its pointer, and of its options by their value. */
#define SRV_SYSTEM_ASSESSMENT "/fhir/CodeSystem/tendon-assessment"
/** Of a rule by its id, of a contradiction by its id. */
#define SRV_SYSTEM_RULE "/fhir/CodeSystem/tendon-rule"
#define SRV_SYSTEM_CONTRADICTION "/fhir/CodeSystem/tendon-contradiction"
/** Of an item: `patient` or `examiner`. */
#define SRV_EXTENSION_ASKED_OF "/fhir/StructureDefinition/asked-of"
/** Of a GuidanceResponse: the release's digest. */
#define SRV_EXTENSION_RELEASE "/fhir/StructureDefinition/release"

/** Writers of JSON members; each begins with its comma where it needs one. */
void srv_fhir_put_text(cds_buf *buf, const char *name, cds_text value);
void srv_fhir_put_word(cds_buf *buf, const char *name, const char *value);

/** `"name": "<public url><path>"`. */
void srv_fhir_put_url(cds_buf *buf, const char *name, cds_text public_url, const char *path);

/** `"name":` and the opening bracket that follows. */
void srv_fhir_open(cds_buf *buf, const char *name, char bracket);

/** Without spaces at its ends, as FHIR's string wants it; nothing at all if it is empty. */
void srv_fhir_put_trimmed(cds_buf *buf, const char *name, cds_text value);
