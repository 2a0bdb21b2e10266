// SPDX-License-Identifier: Apache-2.0
// The data folder around the store: made private, held by one writer, and with a ballast file
// that is given up so that a store on a full disk can still be opened (hazards.md, "SQLite").
#pragma once

#include "engine/base/text.h"

#define SRV_BALLAST_BYTES ((size_t)16 << 20)

/** Makes the folder and what leads to it, for the owner only (0700), where missing. */
cds_status srv_data_dir_make(cds_ctx *ctx, const char *data_dir);

/** DIR/name, in ctx->mem. */
cds_status srv_data_dir_path(cds_ctx *ctx, const char *data_dir, const char *name,
                             const char **out);

/** True: there is a DIR/name. */
bool srv_data_dir_holds(cds_ctx *ctx, const char *data_dir, const char *name);

/** Syncs the folder's names: what was made, renamed or removed in it outlives a power cut. */
cds_status srv_data_dir_sync(cds_ctx *ctx, const char *data_dir);

/** Makes an empty file for the owner only (0600) where there is none. */
cds_status srv_data_dir_touch(cds_ctx *ctx, const char *path);

/** Holds DIR/tendon.lock until the descriptor is closed. Fails: CDS_FAILED when another writer
 *  holds it. */
cds_status srv_data_dir_lock(cds_ctx *ctx, const char *data_dir, int *out);

/** True: DIR/ballast is there, or was made because the disk has room to spare. */
bool srv_ballast_make(cds_ctx *ctx, const char *data_dir);

/** True: there was one and it is gone. */
bool srv_ballast_free(cds_ctx *ctx, const char *data_dir);
