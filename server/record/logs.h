// SPDX-License-Identifier: Apache-2.0
// The logs that stand in one store: this node's own, and in a shared database every other
// node's. Each is its node's; a reader may look at any of them.
#pragma once

#include "server/record/note.h"
#include "server/record/store.h"

typedef struct srv_log_name {
    char node[SRV_ID_LENGTH + 1];
    bool has_signer; // false: its node has not said yet
    srv_signer signer;
} srv_log_name;

typedef struct srv_logs {
    srv_log_name *list; // by node
    size_t count;
} srv_logs;

/** Lives: in ctx->mem. Fails: CDS_FAILED. */
cds_status srv_store_logs(cds_ctx *ctx, srv_store *store, srv_logs *out);

/** A reader of a replica of the shared database, for long walks over the record. Fails: as
 *  srv_store_open; the address is none; the folder's record is not in PostgreSQL, or this
 * node's log is not in that database. */
cds_status srv_store_open_replica(cds_ctx *ctx, const char *data_dir, const char *url,
                                  srv_store **out);

/** From now on this reader takes that log for its own: entries by number, checkpoints, tiles,
 *  srv_store_node. Fails: CDS_FAILED. */
cds_status srv_store_turn(cds_ctx *ctx, srv_store *store, const char *node);

/** Says in the store whose signatures this node's log has, for who verifies it from elsewhere.
 *  Fails: CDS_FAILED. */
cds_status srv_store_note_signer(cds_ctx *ctx, srv_store *store, const srv_signer *signer);

/** An entry, key, tile or checkpoint of a log that the store does not list. */
bool srv_stored_stray_log(srv_store *store);
