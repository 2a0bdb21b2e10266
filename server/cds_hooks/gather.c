// SPDX-License-Identifier: Apache-2.0
// Patient first, then what the record says of it, then what is being ordered.
#include "server/cds_hooks/gather.h"

#include "server/fhir/sources.h"

#define REFERENCE_MAX 64

static const struct {
    const char *key;
    void (*read)(const srv_sources *sources, const cds_json *value);
} keys[] = {
    {"response", srv_sources_response},
    {"conditions", srv_sources_conditions},
    {"medications", srv_sources_medications},
    {"observations", srv_sources_observations},
};

static bool is_plain(cds_text id)
{
    for (size_t i = 0; i < id.length; i++) {
        const char c = id.data[i];
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' ||
                          c == '-';
        if (!good)
            return false;
    }
    return id.length >= 1 && id.length <= REFERENCE_MAX;
}

/** What a person is, as against what is to be decided about. */
static void put_patient(const srv_sources *sources, const srv_hook_call *call)
{
    const cds_json *patient;
    if (is_plain(call->patient))
        (void)srv_picture_put_text(sources->ctx, sources->picture, "patient.reference",
                                   call->patient);
    if (srv_hook_call_patient(call, &patient) == SRV_PREFETCH_GIVEN)
        srv_sources_patient(sources, patient);
}

static void put_orders(const srv_sources *sources, const srv_hook_call *call,
                       const srv_orders *orders)
{
    for (size_t i = 0; i < orders->count; i++)
        (void)srv_picture_put_text(sources->ctx, sources->picture, "treatment.considering",
                                   orders->considering[i]);
    if (orders->drug.data != NULL)
        (void)srv_picture_put_text(sources->ctx, sources->picture, "treatment.cortisone_drug",
                                   orders->drug);
    srv_sources_medications(sources, call->orders);
}

cds_status srv_gather(srv_gathering in, const srv_hook_call *call, srv_gathered *out)
{
    srv_picture picture;
    srv_gathered gathered = {.assessment = {0}};
    const cds_status status = srv_picture_begin(in.ctx, in.rules->fields, &picture);
    if (status != CDS_OK)
        return status;
    const srv_sources sources = {in.ctx, &picture, in.rules->codes, call->patient, in.today};
    put_patient(&sources, call);
    const size_t about_nothing = picture.count;
    if (call->orders != NULL) {
        srv_orders_read(call, in.rules->codes, &gathered.orders);
        put_orders(&sources, call, &gathered.orders);
    }
    const bool ordered = picture.count > about_nothing;
    for (size_t i = 0; i < sizeof keys / sizeof *keys && (ordered || call->orders == NULL);
         i++) {
        const cds_json *value;
        if (srv_hook_call_prefetch(call, keys[i].key, &value) == SRV_PREFETCH_GIVEN)
            keys[i].read(&sources, value);
    }
    *out = gathered;
    return picture.count > about_nothing ? srv_picture_write(in.ctx, &picture, &out->assessment)
                                         : CDS_OK;
}
