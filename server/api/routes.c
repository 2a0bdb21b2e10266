// SPDX-License-Identifier: Apache-2.0
// Every path this service answers and who may ask, in one table; README.md shows it. Source:
// api.md.
#include "server/api/access.h"
#include "server/api/batch.h"
#include "server/api/evaluations.h"
#include "server/api/feedback.h"
#include "server/api/feedback_list.h"
#include "server/api/governance.h"
#include "server/api/health.h"
#include "server/api/log.h"
#include "server/api/overrides.h"
#include "server/api/pages.h"
#include "server/api/releases.h"
#include "server/api/rules.h"
#include "server/api/schemas.h"
#include "server/api/search.h"
#include "server/cds_hooks/call.h"
#include "server/cds_hooks/feedback.h"
#include "server/fhir/capability.h"
#include "server/fhir/evaluate.h"
#include "server/fhir/questionnaire.h"

#define READERS (SRV_CLIENT | SRV_PHYSIO | SRV_AUDITOR)
#define GOVERNED (SRV_AUDITOR | SRV_GOVERNORS)
#define ASSESSORS (SRV_CLIENT | SRV_PHYSIO)

const srv_route srv_routes[] = {
    {SRV_POST, "/v1/evaluations", srv_evaluations_post, SRV_TAKES_JSON, ASSESSORS},
    {SRV_GET, "/v1/evaluations", srv_search_get, SRV_PLAIN, READERS},
    {SRV_GET, "/v1/evaluations/*", srv_evaluations_get, SRV_PLAIN, READERS},
    {SRV_POST, "/v1/evaluations/*/feedback", srv_feedback_post, SRV_TAKES_JSON, ASSESSORS},
    {SRV_GET, "/v1/evaluations/*/feedback", srv_feedback_list, SRV_LARGE_BODY, READERS},
    {SRV_GET, "/v1/overrides", srv_overrides_get, SRV_PLAIN, SRV_AUDITOR},
    {SRV_POST, "/v1/batch", srv_batch_post,
     SRV_STREAMED_BODY | SRV_TAKES_NDJSON | SRV_GIVES(SRV_NDJSON), ASSESSORS},
    {SRV_GET, "/v1/rules", srv_rules_list, SRV_LARGE_BODY, SRV_EVERYONE},
    {SRV_GET, "/v1/rules/**", srv_rules_one, SRV_LARGE_BODY, SRV_EVERYONE},
    {SRV_GET, "/v1/releases", srv_releases_list, SRV_LARGE_BODY, GOVERNED},
    {SRV_GET, "/v1/releases/*", srv_releases_one, SRV_LARGE_BODY, GOVERNED},
    {SRV_GET, "/v1/releases/*/diff/*", srv_releases_diff, SRV_LARGE_BODY, GOVERNED},
    {SRV_GET, "/v1/releases/*/impact", srv_releases_impact, SRV_LARGE_BODY, GOVERNED},
    {SRV_POST, "/v1/releases", srv_governance_propose, SRV_TAKES_JSON | SRV_LARGE_BODY,
     SRV_AUTHOR},
    {SRV_POST, "/v1/releases/*/approvals", srv_governance_approve, SRV_TAKES_JSON,
     SRV_APPROVER},
    {SRV_POST, "/v1/releases/*/activation", srv_governance_activate, SRV_TAKES_JSON,
     SRV_OPERATOR},
    {SRV_GET, "/v1/log/checkpoint", srv_log_checkpoint_get, SRV_GIVES(SRV_TEXT), SRV_AUDITOR},
    {SRV_GET, "/v1/log/key", srv_log_key_get, SRV_GIVES(SRV_TEXT), SRV_AUDITOR},
    {SRV_GET, "/v1/log/entries", srv_log_entries_get, SRV_LARGE_BODY, SRV_AUDITOR},
    {SRV_GET, "/v1/log/proof", srv_log_proof_get, SRV_PLAIN, SRV_AUDITOR},
    {SRV_GET, "/cds-services", srv_hook_services_get, SRV_GIVES(SRV_CARDS), SRV_EVERYONE},
    {SRV_POST, "/cds-services/*", srv_hook_call_post,
     SRV_TAKES_JSON | SRV_LARGE_BODY | SRV_GIVES(SRV_CARDS), ASSESSORS},
    {SRV_POST, "/cds-services/*/feedback", srv_hook_feedback_post,
     SRV_TAKES_JSON | SRV_LARGE_BODY | SRV_GIVES(SRV_CARDS), ASSESSORS},
    {SRV_GET, "/fhir/metadata", srv_capability_get, SRV_GIVES(SRV_FHIR), SRV_EVERYONE},
    {SRV_GET, "/fhir/Questionnaire/*", srv_questionnaire_get,
     SRV_LARGE_BODY | SRV_GIVES(SRV_FHIR), READERS},
    {SRV_POST, "/fhir/QuestionnaireResponse/$evaluate", srv_fhir_evaluate_post,
     SRV_TAKES_JSON | SRV_LARGE_BODY | SRV_GIVES(SRV_FHIR), ASSESSORS},
    {SRV_GET, "/", srv_pages_get, SRV_GIVES(SRV_HTML), SRV_EVERYONE},
    {SRV_GET, "/audit", srv_pages_get, SRV_GIVES(SRV_HTML), SRV_EVERYONE},
    {SRV_GET, "/rules", srv_pages_get, SRV_GIVES(SRV_HTML), SRV_EVERYONE},
    {SRV_GET, "/rules/**", srv_pages_rule_get, SRV_GIVES(SRV_HTML), SRV_EVERYONE},
    {SRV_GET, "/web/style/*", srv_pages_get, SRV_GIVES(SRV_CSS), SRV_EVERYONE},
    {SRV_GET, "/web/scripts/*", srv_pages_get, SRV_GIVES(SRV_SCRIPT), SRV_EVERYONE},
    {SRV_GET, "/web/icon.svg", srv_pages_get, SRV_GIVES(SRV_SVG), SRV_EVERYONE},
    {SRV_GET, "/openapi.json", srv_openapi_get, SRV_PLAIN, SRV_EVERYONE},
    {SRV_GET, "/schemas/*", srv_schemas_get, SRV_GIVES(SRV_SCHEMA), SRV_EVERYONE},
    {SRV_GET, "/healthz", srv_health_live, SRV_PLAIN, SRV_EVERYONE},
    {SRV_GET, "/readyz", srv_health_ready, SRV_PLAIN, SRV_EVERYONE},
    {SRV_GET, "/metrics", srv_health_metrics, SRV_GIVES(SRV_METRICS), SRV_EVERYONE},
};

const size_t srv_route_count = sizeof srv_routes / sizeof *srv_routes;
