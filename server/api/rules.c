// SPDX-License-Identifier: Apache-2.0
// Serves the catalogue.
#include "server/api/rules.h"

#include <string.h>

#include "server/api/catalogue.h"
#include "server/api/query.h"

void srv_rules_list(srv_exchange *exchange)
{
    srv_slot *slot = srv_slot_ready(exchange);
    srv_asked asked;
    if (slot != NULL && srv_query_read(exchange, NULL, 0, &asked))
        srv_exchange_answer(exchange, 200, SRV_JSON, slot->release->catalogue);
}

/** A rule's id: `decision/name`, whose slash may have been sent as %2F. */
static cds_status rule_id(cds_ctx *ctx, cds_text rest, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; i < rest.length; i++) {
        bool escaped = rest.length - i >= 3 && (strncmp(rest.data + i, "%2F", 3) == 0 ||
                                                strncmp(rest.data + i, "%2f", 3) == 0);
        cds_buf_char(&buf, escaped ? '/' : rest.data[i]);
        i += escaped ? 2 : 0;
    }
    return cds_buf_end(ctx, &buf, out);
}

void srv_rules_one(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_slot_ready(exchange);
    srv_asked asked;
    cds_text id;
    cds_text body;
    if (slot == NULL || !srv_query_read(exchange, NULL, 0, &asked))
        return;
    cds_status status = rule_id(ctx, srv_exchange_segment(exchange, 0), &id);
    const cds_rule *rule = status == CDS_OK ? cds_ruleset_rule(slot->release->rules, id) : NULL;
    if (status == CDS_OK && rule == NULL)
        status = cds_fail(ctx, CDS_NOT_FOUND, "",
                          "This release has no rule with that id; GET /v1/rules lists them.");
    if (status == CDS_OK)
        status = srv_catalogue_rule(ctx, slot->release, rule, &body);
    if (status == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_JSON, body);
    else
        srv_exchange_fail(exchange);
}
