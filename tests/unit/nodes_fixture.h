// SPDX-License-Identifier: Apache-2.0
// Several nodes on one PostgreSQL database: a data folder each. Needs
// tests/record/on_postgres.sh.
#pragma once

#include "server/record/log_key.h"
#include "server/record/logs.h"
#include "server/record/verify.h"
#include "tests/unit/store_fixture.h"

/** Another data folder on the first one's database. */
static inline fixture nodes_beside(fixture *first)
{
    const char *url;
    fixture made = fixture_make();
    ck_assert_int_eq(srv_place_read(&first->ctx, first->dir, &url), CDS_OK);
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, url), CDS_OK);
    return made;
}

static inline srv_store *nodes_open(fixture *made, bool writable)
{
    srv_store *store = NULL;
    const cds_status status = srv_store_open(&made->ctx, made->dir, writable, &store);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return store;
}

/** Of this node's log, with a key of that number; 0: without. */
static inline srv_entry nodes_entry(const srv_store *store, uint8_t key)
{
    srv_entry entry = fixture_entry();
    entry.node = srv_store_node(store);
    entry.has_idempotency = key != 0;
    entry.idempotency_key.bytes[0] = key;
    return entry;
}

static inline void nodes_append(fixture *made, srv_store *store, srv_entry *entry)
{
    ck_assert_int_eq(srv_entry_seal(&made->ctx, entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made->ctx, store, &entry, 1), CDS_OK);
}

/** Two nodes, each with its writer and its log's key. */
typedef struct two_nodes {
    fixture made[2];
    srv_store *store[2];
    srv_log_key key[2];
} two_nodes;

static inline two_nodes two_nodes_open(void)
{
    two_nodes it = {.made = {store_fixture_make()}};
    it.made[1] = nodes_beside(&it.made[0]);
    for (int i = 0; i < 2; i++) {
        it.store[i] = nodes_open(&it.made[i], true);
        ck_assert_int_eq(srv_log_key_open(&it.made[i].ctx, it.made[i].dir,
                                          srv_store_node(it.store[i]), &it.key[i]),
                         CDS_OK);
        ck_assert_int_eq(srv_store_note_signer(&it.made[i].ctx, it.store[i], &it.key[i].signer),
                         CDS_OK);
    }
    return it;
}

static inline void two_nodes_close(two_nodes *it)
{
    for (int i = 0; i < 2; i++) {
        srv_store_close(it->store[i]);
        fixture_drop(&it->made[i]);
    }
}

/** NULL: the node's log verifies, and has that many entries; else why it does not. */
static inline const char *two_nodes_verify(two_nodes *it, int node, int64_t entries)
{
    const srv_verifying how = {.signer = &it->key[node].signer};
    cds_ctx *ctx = &it->made[node].ctx;
    srv_verified verified;
    ck_assert_int_eq(srv_store_sign(ctx, it->store[node], &it->key[node]), CDS_OK);
    if (srv_log_verify(ctx, it->store[node], &how, &verified) != CDS_OK)
        return ctx->error.what;
    ck_assert_int_eq(verified.entries, entries);
    return NULL;
}
