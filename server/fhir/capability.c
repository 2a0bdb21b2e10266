// SPDX-License-Identifier: Apache-2.0
// One resource to read, one operation to call.
#include "server/fhir/capability.h"

#include "server/api/service.h"
#include "server/fhir/names.h"
#include "server/record/entry.h"

#define STARTED "2026-11-22" // of this description, not of the service

static void put_evaluate(cds_buf *buf, cds_text public_url)
{
    cds_buf_word(buf, "{\"type\":\"QuestionnaireResponse\",\"operation\":[{");
    srv_fhir_put_word(buf, "name", "evaluate");
    srv_fhir_put_url(buf, "definition", public_url, "/fhir/OperationDefinition/evaluate");
    srv_fhir_put_word(
        buf, "documentation",
        "Takes a QuestionnaireResponse to Questionnaire/" SRV_QUESTIONNAIRE
        ", or Parameters with one and with Patient, Condition, MedicationRequest and "
        "Observation resources, alone or in Bundles. Answers a GuidanceResponse; what was "
        "evaluated is recorded first, unless the query says record=false. An item of an "
        "unknown linkId is ignored, a wrong answer to a known one is refused.");
    cds_buf_word(buf, "}]}");
}

static cds_status write(cds_ctx *ctx, cds_text public_url, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    srv_fhir_put_word(&buf, "resourceType", "CapabilityStatement");
    srv_fhir_put_url(&buf, "url", public_url, "/fhir/metadata");
    srv_fhir_put_word(&buf, "status", "active");
    srv_fhir_put_word(&buf, "date", STARTED);
    srv_fhir_put_word(&buf, "kind", "instance");
    cds_buf_word(&buf,
                 ",\"software\":{\"name\":\"tendon\",\"version\":\"" TENDON_VERSION "\"}");
    srv_fhir_open(&buf, "implementation", '{');
    srv_fhir_put_word(&buf, "description",
                      "Advice on proximal hamstring tendinopathy; a clinician decides");
    srv_fhir_put_url(&buf, "url", public_url, "/fhir");
    cds_buf_char(&buf, '}');
    srv_fhir_put_word(&buf, "fhirVersion", SRV_FHIR_VERSION);
    cds_buf_word(&buf, ",\"format\":[\"json\",\"application/fhir+json\"],"
                       "\"rest\":[{\"mode\":\"server\",\"resource\":["
                       "{\"type\":\"Questionnaire\",\"interaction\":[{\"code\":\"read\"}]},");
    put_evaluate(&buf, public_url);
    cds_buf_word(&buf, "]}]}");
    return cds_buf_end(ctx, &buf, out);
}

void srv_capability_get(srv_exchange *exchange)
{
    const srv_service *service = srv_worker_app(srv_exchange_worker(exchange));
    cds_text body;
    if (write(srv_exchange_ctx(exchange), srv_public_url_text(&service->public_url), &body) ==
        CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_FHIR, body);
    else
        srv_exchange_fail(exchange);
}
