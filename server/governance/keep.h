// SPDX-License-Identifier: Apache-2.0
// Puts a step into the log and waits until it is on disk.
#pragma once

#include "server/governance/step.h"
#include "server/record/folder.h"
#include "server/record/writer.h"

/** Fills `entry` and `kept_ms` of the step. `files`: of a release that is proposed, kept with
 *  it; else NULL. The writer's thread must be another. Fails: CDS_FAILED, nothing is kept for
 *  sure; ask again. */
cds_status srv_step_keep(cds_ctx *ctx, srv_writer *writer, const srv_files *files,
                         srv_step *step);

/** The same into a store of one's own: for the command line. */
cds_status srv_step_append(cds_ctx *ctx, srv_store *store, const srv_files *files,
                           srv_step *step);
