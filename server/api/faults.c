// SPDX-License-Identifier: Apache-2.0
// Writes the list of faults as a problem document.
#include "server/api/faults.h"

#include "server/http/problem.h"

void srv_faults_answer(srv_exchange *exchange, const char *detail, const cds_faults *faults)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_text body;
    cds_buf buf;
    cds_error_clear(ctx);
    cds_buf_init(&buf, ctx->mem);
    srv_problem_write(&buf, &(srv_problem){.status = 422,
                                           .detail = detail,
                                           .instance = srv_exchange_request(exchange)->path,
                                           .offset = -1,
                                           .faults = faults});
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(exchange, 422, SRV_PROBLEM, body);
    else
        srv_exchange_fail(exchange);
}
