// SPDX-License-Identifier: Apache-2.0
// The limits of api.md.
#include "server/http/limits.h"

#define KIB ((size_t)1 << 10)
#define MIB ((size_t)1 << 20)

const srv_limits srv_default_limits = {
    .request_line_bytes = 8 * KIB,
    .header_bytes = 16 * KIB,
    .body_bytes = 256 * KIB,
    .large_body_bytes = 3 * MIB / 2,
    .arena_bytes = 1 * MIB,
    .large_arena_bytes = 16 * MIB,
    .header_ms = 5000,
    .idle_ms = 60000,
    .body_grace_ms = 5000,
    .body_rate_bytes = 1 * KIB,
    .in_flight = 1024,
    .drain_ms = 10000,
    .spare_descriptors = 64,
};
