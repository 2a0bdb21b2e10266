// SPDX-License-Identifier: Apache-2.0
// Liveness, readiness, metrics.
#include "server/api/health.h"

#include <stdatomic.h>

#include "server/api/keeping.h"
#include "server/governance/watch.h"
#include "server/http/server.h"

void srv_health_live(srv_exchange *exchange)
{
    srv_exchange_answer(exchange, 200, SRV_JSON, CDS_TEXT("{\"status\":\"alive\"}"));
}

void srv_health_ready(srv_exchange *exchange)
{
    srv_slot *slot = srv_slot_ready(exchange);
    srv_store *store;
    if (slot == NULL)
        return;
    if (srv_writer_healthy(slot->service->writer) && srv_watch_sees(slot->service->watch) &&
        srv_keeping_reader(srv_exchange_ctx(exchange), slot, &store) == CDS_OK) {
        srv_exchange_answer(exchange, 200, SRV_JSON, CDS_TEXT("{\"status\":\"ready\"}"));
        return;
    }
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("1"));
    srv_exchange_problem(exchange, 503,
                         "The record cannot be written: see that the data folder is there and "
                         "has free space, or that the database is up and can be reached. The "
                         "service recovers by itself.");
}

static void write_gauges(cds_buf *buf, srv_service *service)
{
    srv_writer_counts writer = srv_writer_counted(service->writer);
    srv_http_counts http = srv_server_counts();
    srv_metrics_value(buf, "tendon_record_queue", "Entries waiting for the record", "gauge",
                      writer.queued);
    srv_metrics_value(buf, "tendon_record_groups_total", "Transactions of the record",
                      "counter", writer.groups);
    srv_metrics_value(buf, "tendon_connections", "Open connections", "gauge",
                      http.connections_open);
    srv_metrics_value(buf, "tendon_connections_total", "Connections since the start", "counter",
                      http.connections_total);
    srv_metrics_value(buf, "tendon_requests_in_flight", "Requests worked on", "gauge",
                      http.requests_in_flight);
    srv_metrics_value(buf, "tendon_refused_busy_total", "Requests refused over a limit",
                      "counter", http.refused_busy);
    srv_metrics_value(buf, "tendon_refused_malformed_total", "Requests that were not HTTP",
                      "counter", http.refused_malformed);
}

/** By rule, of the release in force; a rule that always finished has no line. */
static void write_incomplete(cds_buf *buf, const srv_release *release)
{
    cds_buf_word(buf, "# HELP tendon_incomplete_rules_total Evaluations in which the rule's "
                      "function failed or ran over\n"
                      "# TYPE tendon_incomplete_rules_total counter\n");
    if (release == NULL)
        return;
    const cds_ruleset_view *rules = cds_ruleset_look(release->rules);
    for (size_t i = 0; i < rules->rule_count; i++) {
        uint64_t count = atomic_load(&release->incomplete[i]);
        if (count > 0)
            cds_buf_format(buf, "tendon_incomplete_rules_total{rule=\"%.*s\"} %llu\n",
                           (int)rules->rules[i].id.length, rules->rules[i].id.data,
                           (unsigned long long)count);
    }
}

void srv_health_metrics(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    cds_text body;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    srv_metrics_write(&buf, &slot->service->metrics);
    srv_release *release = srv_releases_retain(slot->service->releases);
    write_incomplete(&buf, release);
    srv_release_drop(release);
    write_gauges(&buf, slot->service);
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(exchange, 200, SRV_METRICS, body);
    else
        srv_exchange_fail(exchange);
}
