// SPDX-License-Identifier: Apache-2.0
// Each one taken moves the time the next is due; who is early by more than a burst waits.
#include "server/api/pace.h"

#define SECOND_NS UINT64_C(1000000000)

srv_pace srv_pace_of(unsigned a_second, unsigned burst)
{
    return (srv_pace){.interval_ns = a_second == 0 ? 0 : SECOND_NS / a_second, .burst = burst};
}

static uint64_t wait_for(uint64_t due_ns, const srv_pace *pace, uint64_t now_ns)
{
    const uint64_t latest_ns = now_ns + pace->interval_ns * (pace->burst - 1);
    return pace->interval_ns == 0 || due_ns <= latest_ns ? 0 : due_ns - latest_ns;
}

uint64_t srv_pace_wait(const srv_pacer *pacer, const srv_pace *pace, uint64_t now_ns)
{
    return wait_for(atomic_load_explicit(pacer, memory_order_relaxed), pace, now_ns);
}

uint64_t srv_pace_take(srv_pacer *pacer, const srv_pace *pace, uint64_t now_ns)
{
    uint64_t due_ns = atomic_load_explicit(pacer, memory_order_relaxed);
    uint64_t next_ns;
    do {
        const uint64_t wait_ns = wait_for(due_ns, pace, now_ns);
        if (wait_ns > 0)
            return wait_ns;
        next_ns = (due_ns > now_ns ? due_ns : now_ns) + pace->interval_ns;
    } while (!atomic_compare_exchange_weak_explicit(
        pacer, &due_ns, next_ns, memory_order_relaxed, memory_order_relaxed));
    return 0;
}
