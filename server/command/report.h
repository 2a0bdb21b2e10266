// SPDX-License-Identifier: Apache-2.0
// The words of `tendon report` that have a file of their own. Each prints its answer, or what
// is wrong on standard error; its exit status.
#pragma once

#include "server/command/command.h"
#include "server/record/store.h"

/** Who was last evaluated more than --years years ago. */
int srv_report_retention(cds_ctx *ctx, const srv_options *options, srv_store *store);
