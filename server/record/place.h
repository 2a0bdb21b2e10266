// SPDX-License-Identifier: Apache-2.0
// Where the record of a data folder is: in the folder's own tendon.db, or in the PostgreSQL
// database that DIR/store names. So whoever knows the folder finds the right record.
#pragma once

#include "engine/base/text.h"

/** Notes the database (postgresql://...) in DIR/store, for the owner only: it may hold a
 *  password. Fails: CDS_INVALID, no such address; CDS_FAILED, the folder holds a record of its
 *  own already or can't be written. */
cds_status srv_place_set(cds_ctx *ctx, const char *data_dir, const char *url);

/** Is it written as such an address? */
bool srv_place_is_postgres(const char *url);

/** *out NULL: in the folder itself. Lives: in ctx->mem. Fails: CDS_FAILED. */
cds_status srv_place_read(cds_ctx *ctx, const char *data_dir, const char **out);

/** True: the folder has, or names, a record that was begun. */
bool srv_place_is_begun(cds_ctx *ctx, const char *data_dir);

/** A word of the folder's own in DIR/name, to be read again; written for the owner only, and
 *  never half. Lives: in ctx->mem. Fails: CDS_FAILED; reading: CDS_NOT_FOUND too. */
cds_status srv_place_note(cds_ctx *ctx, const char *data_dir, const char *name, cds_text word);
cds_status srv_place_noted(cds_ctx *ctx, const char *data_dir, const char *name,
                           const char **out);
