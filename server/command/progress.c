// SPDX-License-Identifier: Apache-2.0
// Drawn over itself with a carriage return.
#include "server/command/progress.h"

#include <stdio.h>
#include <unistd.h>

#define WIDTH 50

srv_progress srv_progress_begin(void)
{
    return (srv_progress){.shown = isatty(STDERR_FILENO) == 1, .percent = -1};
}

void srv_progress_tell(void *progress, int64_t done, int64_t of)
{
    static const char marks[] = "##################################################";
    srv_progress *it = progress;
    const int percent = of > 0 ? (int)(done * 100 / of) : 100;
    if (!it->shown || percent == it->percent)
        return;
    it->percent = percent;
    fprintf(stderr, "\r[%-*.*s] %3d %%", WIDTH, percent * WIDTH / 100, marks, percent);
    (void)fflush(stderr);
}

void srv_progress_end(const srv_progress *progress)
{
    if (progress->shown && progress->percent >= 0)
        fprintf(stderr, "\r%*s\r", WIDTH + 9, "");
}
