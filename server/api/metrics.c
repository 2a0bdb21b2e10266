// SPDX-License-Identifier: Apache-2.0
// Counts with relaxed atomics and writes Prometheus' text format 0.0.4.
#include "server/api/metrics.h"

#include <stdatomic.h>

// upper bounds in microseconds: 100 us .. 1 s
static const uint64_t bounds[SRV_LATENCY_BUCKETS] = {
    100, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000, 500000, 1000000};

void srv_metrics_answered(srv_metrics *metrics, int status, uint64_t microseconds)
{
    size_t bucket = 0;
    while (bucket < SRV_LATENCY_BUCKETS && microseconds > bounds[bucket])
        bucket++;
    int class = status / 100;
    if (class > 0 && class < SRV_STATUS_CLASSES)
        atomic_fetch_add_explicit(&metrics->answers[class], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->latency[bucket], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->latency_microseconds, microseconds,
                              memory_order_relaxed);
}

void srv_metrics_value(cds_buf *buf, const char *name, const char *help, const char *type,
                       uint64_t value)
{
    cds_buf_format(buf, "# HELP %s %s\n# TYPE %s %s\n%s %llu\n", name, help, name, type, name,
                   (unsigned long long)value);
}

static void write_answers(cds_buf *buf, srv_metrics *metrics)
{
    cds_buf_word(buf, "# HELP tendon_answers_total HTTP answers by status class\n"
                      "# TYPE tendon_answers_total counter\n");
    for (int i = 1; i < SRV_STATUS_CLASSES; i++)
        cds_buf_format(buf, "tendon_answers_total{class=\"%dxx\"} %llu\n", i,
                       (unsigned long long)atomic_load(&metrics->answers[i]));
}

static void write_latency(cds_buf *buf, srv_metrics *metrics)
{
    uint64_t sum = 0;
    cds_buf_word(buf, "# HELP tendon_answer_seconds Time from whole request to answer\n"
                      "# TYPE tendon_answer_seconds histogram\n");
    for (size_t i = 0; i <= SRV_LATENCY_BUCKETS; i++) {
        sum += atomic_load(&metrics->latency[i]);
        if (i < SRV_LATENCY_BUCKETS)
            cds_buf_format(buf, "tendon_answer_seconds_bucket{le=\"%g\"} %llu\n",
                           (double)bounds[i] / 1e6, (unsigned long long)sum);
        else
            cds_buf_format(buf, "tendon_answer_seconds_bucket{le=\"+Inf\"} %llu\n",
                           (unsigned long long)sum);
    }
    cds_buf_format(buf, "tendon_answer_seconds_sum %g\ntendon_answer_seconds_count %llu\n",
                   (double)atomic_load(&metrics->latency_microseconds) / 1e6,
                   (unsigned long long)sum);
}

void srv_metrics_write(cds_buf *buf, srv_metrics *metrics)
{
#define SRV_COUNTER_WRITE(member, name, help)                                                  \
    srv_metrics_value(buf, name, help, "counter", atomic_load(&metrics->member));
    SRV_COUNTERS(SRV_COUNTER_WRITE)
#undef SRV_COUNTER_WRITE
    write_answers(buf, metrics);
    write_latency(buf, metrics);
}
