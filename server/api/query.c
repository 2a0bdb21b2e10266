// SPDX-License-Identifier: Apache-2.0
// Reads query parameters, strictly.
#include "server/api/query.h"

#include <string.h>

#include "engine/decide/reply.h"

static bool known_parameter(cds_text name, const char *const *allowed, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cds_text_is(name, allowed[i]))
            return true;
    }
    return false;
}

static cds_text next_part(cds_text *rest, char separator)
{
    const char *at = rest->length == 0 ? NULL : memchr(rest->data, separator, rest->length);
    size_t length = at == NULL ? rest->length : (size_t)(at - rest->data);
    cds_text part = {rest->data, length};
    size_t taken = at == NULL ? length : length + 1;
    *rest = (cds_text){rest->data + taken, rest->length - taken};
    return part;
}

static void refuse_unknown(srv_exchange *exchange, const char *const *allowed, size_t count)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    cds_buf buf;
    cds_text detail;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "A query parameter is not known here; this path takes ");
    for (size_t i = 0; i < count; i++)
        cds_buf_format(&buf, "%s%s", i == 0 ? "" : ", ", allowed[i]);
    cds_buf_word(&buf, count == 0 ? "none." : ".");
    cds_buf_char(&buf, '\0');
    if (cds_buf_end(ctx, &buf, &detail) == CDS_OK)
        srv_exchange_problem(exchange, 400, detail.data);
    else
        srv_exchange_fail(exchange);
}

static bool only_known(srv_exchange *exchange, const char *const *allowed, size_t count)
{
    cds_text rest = srv_exchange_request(exchange)->query;
    while (rest.length > 0) {
        cds_text pair = next_part(&rest, '&');
        cds_text name = next_part(&pair, '=');
        if (name.length > 0 && !known_parameter(name, allowed, count)) {
            refuse_unknown(exchange, allowed, count);
            return false;
        }
    }
    return true;
}

static bool read_names(srv_exchange *exchange, cds_text names, srv_asked *asked)
{
    if (names.length == 0 || names.data[names.length - 1] == ',') {
        srv_exchange_problem(exchange, 400, "decisions= takes names with a comma between.");
        return false;
    }
    while (names.length > 0) {
        cds_text name = next_part(&names, ',');
        if (asked->name_count == SRV_NAMES_MAX) {
            srv_exchange_problem(exchange, 400, "decisions= names too many decisions.");
            return false;
        }
        asked->names[asked->name_count++] = name;
    }
    return true;
}

static bool read_record(srv_exchange *exchange, cds_text value, srv_asked *asked)
{
    if (!cds_text_is(value, "true") && !cds_text_is(value, "false")) {
        srv_exchange_problem(exchange, 400, "record= takes true or false.");
        return false;
    }
    asked->rehearsal = cds_text_is(value, "false");
    return true;
}

static bool read_include(srv_exchange *exchange, cds_text value, srv_asked *asked)
{
    do {
        const cds_text part = next_part(&value, ',');
        if (cds_text_is(part, "assessment"))
            asked->with_assessment = true;
        else if (cds_text_is(part, "proof"))
            asked->with_proof = true;
        else {
            srv_exchange_problem(exchange, 400,
                                 "include= takes assessment, proof, or both with a comma.");
            return false;
        }
    } while (value.length > 0);
    return true;
}

bool srv_query_read(srv_exchange *exchange, const char *const *allowed, size_t count,
                    srv_asked *out)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const srv_request *request = srv_exchange_request(exchange);
    srv_asked asked = {0};
    cds_text value;
    if (request->query.length == 0) {
        *out = asked;
        return true;
    }
    if (!only_known(exchange, allowed, count))
        return false;
    if (srv_request_query(ctx, request, "record", &value) &&
        !read_record(exchange, value, &asked))
        return false;
    if (srv_request_query(ctx, request, "include", &value) &&
        !read_include(exchange, value, &asked))
        return false;
    if (srv_request_query(ctx, request, "decisions", &value)) {
        asked.filtered = true;
        if (!read_names(exchange, value, &asked))
            return false;
    }
    if (ctx->error.status != CDS_OK) {
        srv_exchange_fail(exchange);
        return false;
    }
    *out = asked;
    return true;
}

bool srv_query_names_known(srv_exchange *exchange, const srv_asked *asked,
                           const cds_ruleset *rules)
{
    for (size_t i = 0; i < asked->name_count; i++) {
        if (cds_ruleset_decision(rules, asked->names[i]) == NULL) {
            srv_exchange_problem(exchange, 400,
                                 "decisions= names a decision this release does not have; "
                                 "GET /v1/rules lists them.");
            return false;
        }
    }
    return true;
}

cds_status srv_query_show(cds_ctx *ctx, const srv_asked *asked, const cds_ruleset *rules,
                          cds_text decision, cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_text names[SRV_NAMES_MAX * 2];
    size_t count = asked->name_count;
    if (!asked->filtered) {
        *out = decision;
        return CDS_OK;
    }
    memcpy(names, asked->names, count * sizeof *names);
    for (size_t i = 0; i < view->decision_count && count < SRV_NAMES_MAX * 2; i++) {
        if (view->decisions[i].suppresses)
            names[count++] = view->decisions[i].name;
    }
    return cds_reply_keep(ctx, decision, &(cds_reply_filter){names, count}, out);
}
