// SPDX-License-Identifier: Apache-2.0
// Every path this service answers, in one table. Source: api.md.
#include "server/api/batch.h"
#include "server/api/evaluations.h"
#include "server/api/health.h"
#include "server/api/rules.h"
#include "server/api/schemas.h"

const srv_route srv_routes[] = {
    {SRV_POST, "/v1/evaluations", srv_evaluations_post, SRV_TAKES_JSON},
    {SRV_GET, "/v1/evaluations/*", srv_evaluations_get, SRV_PLAIN},
    {SRV_POST, "/v1/batch", srv_batch_post,
     SRV_STREAMED_BODY | SRV_TAKES_NDJSON | SRV_GIVES(SRV_NDJSON)},
    {SRV_GET, "/v1/rules", srv_rules_list, SRV_PLAIN},
    {SRV_GET, "/v1/rules/**", srv_rules_one, SRV_PLAIN},
    {SRV_GET, "/schemas/*", srv_schemas_get, SRV_GIVES(SRV_SCHEMA)},
    {SRV_GET, "/healthz", srv_health_live, SRV_PLAIN},
    {SRV_GET, "/readyz", srv_health_ready, SRV_PLAIN},
    {SRV_GET, "/metrics", srv_health_metrics, SRV_GIVES(SRV_METRICS)},
};

const size_t srv_route_count = sizeof srv_routes / sizeof *srv_routes;
