// SPDX-License-Identifier: Apache-2.0
// One assessment from a file, evaluated by the release the options name; nothing is recorded.
#pragma once

#include "server/api/assess.h"
#include "server/api/release.h"
#include "server/command/command.h"

typedef struct srv_rehearsal {
    srv_release *release;
    cds_sandbox *sandbox;
    srv_assessed assessed; // Lives: in the context's memory, and until the rehearsal's end
} srv_rehearsal;

/** `file`: a path, or - for standard input. What fails has been said on standard error. End it
 *  whatever happened. */
cds_status srv_rehearse(cds_ctx *ctx, const srv_options *options, const char *file,
                        srv_rehearsal *out);
void srv_rehearsal_end(srv_rehearsal *rehearsal);
