// SPDX-License-Identifier: Apache-2.0
// The published schemas: the files of the schemas folder, read once at the start; the
// assessment's own is that of the release in force.
#pragma once

#include "server/http/exchange.h"

typedef struct srv_schemas srv_schemas;

/** Fails: CDS_FAILED with the path. */
cds_status srv_schemas_open(cds_ctx *ctx, const char *schemas_dir, srv_schemas **out);
void srv_schemas_close(srv_schemas *schemas);

/** GET /openapi.json: the API as OpenAPI 3.1 has it. */
void srv_openapi_get(srv_exchange *exchange);

/** GET /schemas/{name} */
void srv_schemas_get(srv_exchange *exchange);
