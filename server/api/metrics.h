// SPDX-License-Identifier: Apache-2.0
// What is counted, and how Prometheus reads it. Numbers and fixed words only: nothing a
// patient said can get in here.
#pragma once

#include "engine/base/buf.h"

// member, name, help
#define SRV_COUNTERS(X)                                                                        \
    X(evaluations, "tendon_evaluations_total", "Assessments evaluated")                        \
    X(rehearsals, "tendon_rehearsals_total", "Of these, evaluated without a record")           \
    X(recorded, "tendon_recorded_total", "Of these, kept in the record")                       \
    X(refused, "tendon_refused_total", "Assessments that broke the grammar or the schema")     \
    X(not_kept, "tendon_not_kept_total", "Evaluations the record could not take")              \
    X(unknown_codes, "tendon_unknown_codes_total", "Codes of FHIR that rules/codes.lua lacks") \
    X(reloads, "tendon_reloads_total", "Releases loaded since the start")                      \
    X(failed_reloads, "tendon_failed_reloads_total", "Releases refused since the start")

#define SRV_LATENCY_BUCKETS 12
#define SRV_STATUS_CLASSES 6

typedef struct srv_metrics {
#define SRV_COUNTER_MEMBER(member, name, help) _Atomic uint64_t member;
    SRV_COUNTERS(SRV_COUNTER_MEMBER)
#undef SRV_COUNTER_MEMBER
    _Atomic uint64_t answers[SRV_STATUS_CLASSES]; // by the status's first digit
    _Atomic uint64_t latency[SRV_LATENCY_BUCKETS + 1];
    _Atomic uint64_t latency_microseconds;
} srv_metrics;

void srv_metrics_answered(srv_metrics *metrics, int status, uint64_t microseconds);
void srv_metrics_write(cds_buf *buf, srv_metrics *metrics);

/** One metric that is read, not counted. */
void srv_metrics_value(cds_buf *buf, const char *name, const char *help, const char *type,
                       uint64_t value);
