// SPDX-License-Identifier: Apache-2.0
// The form an error takes: OperationOutcome under /cds-services and /fhir, RFC 9457 elsewhere.
// Source: api.md, "CDS Hooks".
#pragma once

#include "server/http/server.h"

/** The app's `write_problem` for http/server.h. */
srv_media srv_form_write(cds_buf *buf, const srv_problem *problem);
