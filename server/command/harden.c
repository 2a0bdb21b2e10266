// SPDX-License-Identifier: Apache-2.0
// Two calls to the kernel, each of which must work.
#include "server/command/harden.h"

#include <sys/prctl.h>
#include <sys/resource.h>

cds_status srv_harden(cds_ctx *ctx)
{
    const struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) {
        return cds_fail(ctx, CDS_FAILED, "", "core files could not be turned off");
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return cds_fail(ctx, CDS_FAILED, "", "new privileges could not be given up");
    }
    return CDS_OK;
}
