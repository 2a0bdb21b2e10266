// SPDX-License-Identifier: Apache-2.0
// The system calls that a running service still needs; Linux keeps it to them (seccomp).
#pragma once

#include <stdbool.h>

#include "engine/base/status.h"

/** For all threads of the process, once it listens. Calls by which a process that was taken
 * over would become, watch or change another end it at once (SIGSYS). Any other that is not
 * needed is answered ENOSYS, not EPERM: a newer C library then takes its older way, and no
 * answer is lost to an update. New connections, to a database, only if there is one. Not to be
 * undone. Fails: CDS_FAILED, this kernel can't: nothing is kept from it. */
cds_status srv_harden_calls(cds_ctx *ctx, bool database);
