// SPDX-License-Identifier: Apache-2.0
// Patient first, then what the record says of it, then what is being ordered.
#include "server/cds_hooks/gather.h"

#include "server/fhir/riskier.h"
#include "server/fhir/sources.h"

static const struct {
    const char *key;
    void (*read)(const srv_sources *sources, const cds_json *value);
} keys[] = {
    {"response", srv_sources_response},
    {"conditions", srv_sources_conditions},
    {"medications", srv_sources_medications},
    {"observations", srv_sources_observations},
};

/** What a person is, as against what is to be decided about. */
static void put_patient(const srv_sources *sources, const srv_hook_call *call)
{
    const cds_json *patient;
    srv_sources_reference(sources);
    if (srv_hook_call_patient(call, &patient) == SRV_PREFETCH_GIVEN)
        srv_sources_patient(sources, patient);
}

static void put_orders(const srv_sources *sources, const srv_hook_call *call,
                       const srv_orders *orders)
{
    for (size_t i = 0; i < orders->count; i++)
        (void)srv_picture_put_text(sources->ctx, sources->picture, SRV_SAYS_ORDER,
                                   "treatment.considering", orders->considering[i]);
    if (orders->drug.data != NULL)
        (void)srv_picture_put_text(sources->ctx, sources->picture, SRV_SAYS_ORDER,
                                   "treatment.cortisone_drug", orders->drug);
    srv_sources_medications(sources, call->orders);
}

/** What the record says of a person that orders or an opened chart are about. */
static void put_record(const srv_sources *sources, const srv_hook_call *call)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const cds_json *value;
        if (srv_hook_call_prefetch(call, keys[i].key, &value) == SRV_PREFETCH_GIVEN)
            keys[i].read(sources, value);
    }
}

cds_status srv_gather(srv_gathering in, const srv_hook_call *call, srv_gathered *out)
{
    const cds_ruleset_view *rules = cds_ruleset_look(cds_sandbox_ruleset(in.sandbox));
    srv_picture picture;
    *out = (srv_gathered){.assessment = {0}};
    cds_status status = srv_picture_begin(in.ctx, rules->fields, &picture);
    if (status != CDS_OK)
        return status;
    const srv_sources sources = {.ctx = in.ctx,
                                 .picture = &picture,
                                 .codes = rules->codes,
                                 .patient = call->patient,
                                 .today = in.today,
                                 .unknown = &out->unknown};
    put_patient(&sources, call);
    const size_t about_nothing = picture.count;
    if (call->orders != NULL) {
        srv_orders_read(call, rules->codes, &out->orders);
        put_orders(&sources, call, &out->orders);
    }
    if (picture.count > about_nothing || call->orders == NULL)
        put_record(&sources, call);
    if (picture.count == about_nothing)
        return CDS_OK;
    status = srv_riskier_use(in.ctx, in.sandbox, in.today, &picture);
    return status == CDS_OK ? srv_picture_write(in.ctx, &picture, &out->assessment) : status;
}
