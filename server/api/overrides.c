// SPDX-License-Identifier: Apache-2.0
// Counts on the desk: a large record takes longer than a worker may.
#include "server/api/overrides.h"

#include "server/api/desk.h"
#include "server/api/query.h"
#include "server/record/overrides.h"

static cds_status count(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    srv_overrides overrides;
    cds_buf buf;
    const cds_status status = srv_overrides_count(ctx, job->store, &overrides);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, ctx->mem);
    srv_overrides_json(&buf, &overrides);
    *out = (srv_job_answer){.status = 200, .media = SRV_JSON};
    return cds_buf_end(ctx, &buf, &out->body);
}

void srv_overrides_get(srv_exchange *exchange)
{
    srv_asked none;
    if (srv_query_read(exchange, NULL, 0, &none))
        srv_desk_submit(exchange, count);
}
