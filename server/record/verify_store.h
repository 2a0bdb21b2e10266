// SPDX-License-Identifier: Apache-2.0
// What verify.c asks of a store's rows beside the entries themselves. Each question is one
// short read; what cannot be read is as if it were not there, until srv_stored_end says so.
#pragma once

#include "server/record/store.h"

/** Whether all questions since the last time could be read; else what they said is void. Fails:
 *  CDS_FAILED. */
cds_status srv_stored_end(cds_ctx *ctx, srv_store *store);

/** Is the entry's row, found by its id, the same in every column? */
bool srv_stored_row_is(srv_store *store, const srv_entry *entry);
bool srv_stored_has_entry(srv_store *store, int64_t number);
bool srv_stored_tile_is(srv_store *store, unsigned level, int64_t number,
                        const cds_sha256 *root);

/** A tile beyond the entries; *out is the first it would stand for. */
bool srv_stored_stray_tile(srv_store *store, int64_t *out);

/** Does the signer's name end with this store's node? */
bool srv_stored_node_is(srv_store *store, const char *name);

/** The number of the first activation; INT64_MAX: there is none. */
int64_t srv_stored_first_activation(srv_store *store);

/** Does the log hold the activation of the release this evaluation names? */
bool srv_stored_activated(srv_store *store, const srv_entry *entry);

/** How many rows the partial indexes hold of the entries before that number; -1: they can't be
 *  read. */
int64_t srv_stored_indexed(srv_store *store, int64_t before);

/** A file of no release, or one that no entry of the log proposed. */
bool srv_stored_stray_file(srv_store *store);

/** How many entries say that this one erased them. */
int64_t srv_stored_erased_count(srv_store *store, int64_t erasure);
int64_t srv_stored_erased_total(srv_store *store); // of all

/** The number of the first row from there on of the index of idempotency keys; INT64_MAX: there
 *  is none. */
int64_t srv_stored_next_key(srv_store *store, int64_t from);

/** Does the row for this entry hold the key and query that its digest was made from? */
bool srv_stored_key_fits(srv_store *store, const srv_entry *entry);

/** Is a key of that time young enough that it must still be there? */
bool srv_stored_key_is_due(srv_store *store, int64_t time_ms);

/** The first checkpoint from that number on. Fails: CDS_NOT_FOUND. */
cds_status srv_store_next_checkpoint(cds_ctx *ctx, srv_store *store, int64_t number,
                                     srv_checkpoint *out);
