// SPDX-License-Identifier: Apache-2.0
// Three rows, and what is asked of every client.
#include "server/cds_hooks/services.h"

// Many clients keep one service an id, so each hook has an id of its own.
static const srv_hook_service services[] = {
    {"tendon-patient-view", "patient-view", "Red flags in hamstring and buttock pain",
     "When a chart is opened: says how soon a doctor should see a person with pain at the sit "
     "bone, buttock or back of the thigh, if an answer in the record asks for it. Otherwise "
     "it stays quiet.",
     false, false},
    {"tendon-order-select", "order-select", "Scans and injections for hamstring tendon pain",
     "When a scan, an injection or an antibiotic is chosen: says whether it is warranted for "
     "pain at the sit bone, buttock or back of the thigh, and which facts are missing.",
     true, true},
    {"tendon-order-sign", "order-sign", "Scans and injections before signing",
     "Before orders are signed: says whether a scan or an injection is warranted for pain at "
     "the sit bone, buttock or back of the thigh, and which facts are missing.",
     true, false},
};
#define SERVICES (sizeof services / sizeof *services)

// name, before and after the public URL. Searches of the restricted kind only.
static const struct {
    const char *key, *before, *after;
} templates[] = {
    {"patient", "Patient/{{context.patientId}}", NULL},
    {"response", "QuestionnaireResponse?patient={{context.patientId}}&questionnaire=",
     "/fhir/Questionnaire/tendon-assessment&_sort=-authored&_count=1"},
    {"conditions", "Condition?patient={{context.patientId}}&clinical-status=active", NULL},
    {"medications",
     "MedicationRequest?patient={{context.patientId}}&_sort=-authoredon&_count=50", NULL},
    {"observations",
     "Observation?patient={{context.patientId}}&code=http://loinc.org|72514-3&_sort=-date"
     "&_count=1",
     NULL},
};

static const char usage[] =
    "Only the key `patient` is needed; a key that is left out, null or an OperationOutcome "
    "means that nothing is known, which is never taken for a no. This service uses what a "
    "call brings, its context and prefetch, and makes no call of its own: a FHIR server or "
    "access token in the request is neither used nor kept.";

const srv_hook_service *srv_hook_service_find(cds_text id)
{
    for (size_t i = 0; i < SERVICES; i++) {
        if (cds_text_is(id, services[i].id))
            return &services[i];
    }
    return NULL;
}

static void put_template(cds_buf *buf, size_t index, cds_text public_url)
{
    cds_buf_comma(buf);
    cds_buf_format(buf, "\"%s\":\"%s", templates[index].key, templates[index].before);
    if (templates[index].after != NULL) {
        cds_buf_json_inside(buf, public_url);
        cds_buf_word(buf, templates[index].after);
    }
    cds_buf_char(buf, '"');
}

static void put_service(cds_buf *buf, const srv_hook_service *service, cds_text public_url)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "hook", cds_text_of(service->hook));
    cds_buf_member(buf, "title", cds_text_of(service->title));
    cds_buf_member(buf, "description", cds_text_of(service->description));
    cds_buf_member(buf, "id", cds_text_of(service->id));
    cds_buf_word(buf, ",\"prefetch\":{");
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
        put_template(buf, i, public_url);
    cds_buf_char(buf, '}');
    cds_buf_member(buf, "usageRequirements", cds_text_of(usage));
    cds_buf_member(buf, "version", cds_text_of("2.0.1"));
    cds_buf_char(buf, '}');
}

void srv_hook_services_write(cds_buf *buf, cds_text public_url)
{
    cds_buf_word(buf, "{\"services\":[");
    for (size_t i = 0; i < SERVICES; i++)
        put_service(buf, &services[i], public_url);
    cds_buf_word(buf, "]}");
}
