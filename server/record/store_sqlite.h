// SPDX-License-Identifier: Apache-2.0
// What the two halves of the SQLite store share: its shape, its statements, its table.
// Included by store_sqlite*.c only.
#pragma once

#include "server/record/claim.h"
#include "server/record/store_sqlite_row.h"
#include "server/record/store_sqlite_sql.h"

struct sqlite3;

typedef enum srv_statement {
#define SRV_STATEMENT_ENUM(name, reader, sql) SRV_##name,
    SRV_STATEMENTS(SRV_STATEMENT_ENUM)
#undef SRV_STATEMENT_ENUM
        SRV_STATEMENT_COUNT
} srv_statement;

struct srv_store {
    struct sqlite3 *db;
    struct sqlite3_stmt *statements[SRV_STATEMENT_COUNT];
    char *data_dir;
    char node[SRV_ID_LENGTH + 1];
    int lock; // the hold on the folder; -1: a reader, or a writer beside who holds it
    bool writable;
    bool ballast_given_up; // nothing is written until it is back
    int failed_code;       // SQLite's, of the last failure
    int wal_pages;         // as of the last commit
    int wal_pages_moved;   // as of the last try to move them
    srv_frontier frontier; // of a writable store: of all entries
};

/** The edge of the tree as tiles and leaves have it. */
cds_status srv_store_load_frontier(cds_ctx *ctx, srv_store *store, srv_frontier *out);

/** One transaction over the log as it is now, whoever appended last; `frontier` is its edge,
 *  which the change may move on. Fails: as the change; then nothing was changed. */
typedef cds_status (*srv_within_fn)(cds_ctx *ctx, srv_store *store, srv_frontier *frontier,
                                    void *user);
cds_status srv_store_within(cds_ctx *ctx, srv_store *store, srv_within_fn change, void *user);

/** Appends one entry as the next, with what stands beside it; within a transaction. SQLite's
 *  code. */
int srv_store_insert(srv_store *store, srv_frontier *frontier, srv_entry *entry);

/** Adds a leaf, and writes the tiles it completes; within a transaction. SQLite's code. */
int srv_store_grow(srv_store *store, srv_frontier *frontier, const cds_sha256 *leaf);

/** Records CDS_FAILED in words that hold no row's value: what was tried, SQLite's sentence for
 *  the code. */
cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried);

/** Puts the files of a release beside its entry; SQLite's code. */
int srv_store_put_files(srv_store *store, const srv_entry *entry);

/** Puts claims beside the log, and takes away what has expired; SQLite's code. */
int srv_store_put_claims(srv_store *store, srv_claim *const *claims, size_t count);

/** Runs a statement that gives no row. */
cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement);
