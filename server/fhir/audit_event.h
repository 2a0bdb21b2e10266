// SPDX-License-Identifier: Apache-2.0
// An entry of the log as FHIR R4 has it: AuditEvent for whoever collects those of all systems,
// and for an evaluation the GuidanceResponse it names.
#pragma once

#include "server/record/store.h"

/** Bundle.entry items, with a comma between them: the AuditEvent, and, for an evaluation that
 * was not erased, its GuidanceResponse. Nothing of the person but the reference they were
 * recorded under. */
void srv_audit_event_write(cds_buf *buf, const srv_entry *entry);
