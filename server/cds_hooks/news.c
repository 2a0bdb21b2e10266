// SPDX-License-Identifier: Apache-2.0
// Looks at the patient's latest evaluations, a few of them.
#include "server/cds_hooks/news.h"

#include "engine/facts/json.h"
#include "server/fhir/resource.h"
#include "server/record/search.h"

#define LOOKED_AT_MAX 10

/** An opening of the chart by this user of this client. */
static cds_status is_opening(cds_ctx *ctx, const srv_entry *entry, const srv_entry *opening,
                             cds_text user, bool *out)
{
    const cds_json *detail;
    *out = false;
    if (entry->detail.data == NULL || entry->erasure != 0 ||
        !cds_text_equal(entry->client, opening->client))
        return CDS_OK;
    const cds_status status = cds_json_parse(ctx, entry->detail, &detail);
    *out = status == CDS_OK && cds_text_is(srv_fhir_text(detail, "hook"), "patient-view") &&
           cds_text_equal(srv_fhir_text(detail, "user"), user);
    return status;
}

cds_status srv_news_is_old(cds_ctx *ctx, srv_store *store, const srv_entry *opening,
                           cds_text user, bool *out)
{
    const srv_search search = {.reference = opening->reference};
    srv_hits hits;
    bool found = false;
    *out = false;
    if (opening->reference.data == NULL)
        return CDS_OK;
    cds_status status = srv_store_search(ctx, store, &search, &hits);
    for (size_t i = 0; status == CDS_OK && !found && i < hits.count && i < LOOKED_AT_MAX; i++) {
        srv_entry entry;
        status = srv_store_find(ctx, store, cds_text_of(hits.ids[i]), &entry);
        if (status == CDS_OK)
            status = is_opening(ctx, &entry, opening, user, &found);
        if (status == CDS_OK && found)
            *out = cds_text_equal(entry.decision, opening->decision);
    }
    return status;
}
