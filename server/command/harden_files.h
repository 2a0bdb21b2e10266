// SPDX-License-Identifier: Apache-2.0
// The files that a running service may still open; Linux keeps it to them (Landlock).
#pragma once

#include "server/command/command.h"

/** From then on this thread, and whatever it starts, reads what the options name and what
 * stands beside it, writes in the data folder alone, and runs no program. A reload finds new
 * files under the old names, also through a link, as long as they stand in the same folder;
 * where that folder would be `/`, only what was there at the start. With a database, what libpq
 * reads too. SQLite's temporary files go to the data folder. Not to be undone. Fails:
 * CDS_FAILED, this kernel can't: nothing is kept from it. */
cds_status srv_harden_files(cds_ctx *ctx, const srv_options *options);
