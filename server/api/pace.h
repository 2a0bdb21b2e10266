// SPDX-License-Identifier: Apache-2.0
// How often something may happen: so many a second, and a burst of them at once. One number a
// counter, shared by threads without a lock (GCRA).
#pragma once

#include <stdatomic.h>
#include <stdint.h>

typedef struct srv_pace {
    uint64_t interval_ns; // between two, in the long run; 0: there is no limit
    uint64_t burst;       // that many at once
} srv_pace;

/** When the next one is due if all were as far apart as the pace has them; 0 to begin with. */
typedef _Atomic uint64_t srv_pacer;

srv_pace srv_pace_of(unsigned a_second, unsigned burst);

/** Takes one if it may be taken now. Else nothing is taken, and the result is how long to wait,
 *  in nanoseconds; 0: taken. */
uint64_t srv_pace_take(srv_pacer *pacer, const srv_pace *pace, uint64_t now_ns);

/** The same without taking it. */
uint64_t srv_pace_wait(const srv_pacer *pacer, const srv_pace *pace, uint64_t now_ns);
