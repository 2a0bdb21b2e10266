// SPDX-License-Identifier: Apache-2.0
// Every bound of the HTTP side in one place, with its unit. Source: api.md, "Limits and
// refusals".
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct srv_limits {
    size_t request_line_bytes; // longer: 414
    size_t header_bytes;       // the whole header block; longer: 431
    size_t body_bytes;         // longer: 413; also one line of a streamed body
    size_t large_body_bytes;   // the same for routes marked SRV_LARGE_BODY
    size_t arena_bytes;        // a request's memory; more: 413
    size_t large_arena_bytes;  // the same for routes marked SRV_LARGE_BODY
    uint64_t header_ms;        // headers not whole by then: 408
    uint64_t idle_ms;          // a quiet keep-alive connection is closed
    uint64_t body_grace_ms;    // after that a body must keep the rate below: 408
    size_t body_rate_bytes;    // a second
    size_t in_flight;          // requests a worker works on at once; more: 503, Retry-After
    uint64_t drain_ms;         // after SIGTERM, for what is in flight
    size_t spare_descriptors;  // that many before the limit: 503; at least four a worker
} srv_limits;

extern const srv_limits srv_default_limits;
