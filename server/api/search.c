// SPDX-License-Identifier: Apache-2.0
// From query parameters to a page of what was found.
#include "server/api/search.h"

#include <stdio.h>

#include "server/api/finding.h"
#include "server/api/keeping.h"
#include "server/api/query.h"

static bool only_known(srv_exchange *exchange)
{
    const char *names[SRV_FINDING_WORDS];
    srv_asked none;
    for (size_t i = 0; i < SRV_FINDING_WORDS; i++)
        names[i] = srv_finding_words[i].name;
    return srv_query_read(exchange, names, SRV_FINDING_WORDS, &none);
}

/** False: the exchange has been answered 400. */
static bool read_finding(srv_exchange *exchange, srv_finding *out)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    if (!only_known(exchange))
        return false;
    for (size_t i = 0; i < SRV_FINDING_WORDS; i++) {
        const srv_finding_word *word = &srv_finding_words[i];
        cds_text value;
        if (!srv_request_query(ctx, srv_exchange_request(exchange), word->name, &value) ||
            word->take(out, value))
            continue;
        char wrong[128];
        (void)snprintf(wrong, sizeof wrong, "%s= takes %s.", word->name, word->takes);
        srv_exchange_problem(exchange, 400, wrong);
        return false;
    }
    const bool is_read = ctx->error.status == CDS_OK;
    if (!is_read)
        srv_exchange_fail(exchange);
    return is_read;
}

static cds_status write_page(srv_exchange *exchange, srv_store *store,
                             const srv_finding *finding, cds_text *out)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_hits hits;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"evaluations\":[");
    const cds_status status = srv_finding_page(ctx, store, finding, &hits, &buf);
    if (status != CDS_OK)
        return status;
    cds_buf_char(&buf, ']');
    if (hits.more)
        cds_buf_format(&buf, ",\"next\":\"%s\"", hits.last_id);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

void srv_search_get(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_finding finding = {.caller = srv_exchange_caller(exchange)};
    srv_store *store;
    cds_text body;
    if (!read_finding(exchange, &finding))
        return;
    if (finding.search.reference.data == NULL &&
        (srv_exchange_caller(exchange)->roles & SRV_AUDITOR) == 0) {
        srv_exchange_problem(exchange, 403,
                             "Without reference= this needs the role auditor; with it, a "
                             "client finds its own evaluations.");
        return;
    }
    cds_status status =
        srv_keeping_reader(ctx, srv_worker_slot(srv_exchange_worker(exchange)), &store);
    if (status == CDS_OK)
        status = write_page(exchange, store, &finding, &body);
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}
