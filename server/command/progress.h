// SPDX-License-Identifier: Apache-2.0
// A bar for long work, on standard error and only if that is a terminal.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct srv_progress {
    bool shown; // standard error is a terminal
    int percent;
} srv_progress;

srv_progress srv_progress_begin(void);

/** `progress` is a srv_progress; draws when another percent is done. */
void srv_progress_tell(void *progress, int64_t done, int64_t of);

/** Takes the bar away. */
void srv_progress_end(const srv_progress *progress);
