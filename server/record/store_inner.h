// SPDX-License-Identifier: Apache-2.0
// What the store's files share: its shape, and the database below it as a table of functions.
// Included by store_*.c only.
#pragma once

#include "server/record/claim.h"
#include "server/record/keys.h"
#include "server/record/steps.h"
#include "server/record/store_row.h"

/** A database. What fails gives its own code, which `sentence` says without any row's value. */
typedef struct srv_driver {
    const char *name;
    bool many_logs; // other nodes' logs stand in the same database
    int (*step)(srv_row *row);
    int (*run)(srv_row *row);
    void (*end)(srv_row *row);
    srv_value (*value)(const srv_row *row, int column);
    const char *(*sentence)(const srv_store *store, int code);
    bool (*collided)(int code); // with another's transaction: worth another try; NULL: never
    cds_status (*begin)(cds_ctx *ctx, srv_store *store);
    cds_status (*commit)(cds_ctx *ctx, srv_store *store);
    void (*rollback)(srv_store *store);
    bool (*is_there)(const srv_store *store);
    cds_status (*probe)(cds_ctx *ctx, srv_store *store);
    void (*tidy)(srv_store *store, bool idle);
    cds_status (*scrub)(cds_ctx *ctx, srv_store *store, bool whole);
    /** Waits as srv_store_await_step; NULL: this database tells nothing. */
    bool (*await)(srv_store *store, int wake, int wait_ms);
    void (*close)(srv_store *store);
} srv_driver;

extern const srv_driver srv_sqlite;
extern const srv_driver srv_postgres;

typedef enum srv_standing {
    SRV_READS,
    SRV_READS_ON_LOOP,
    SRV_WRITES_BESIDE,
    SRV_HOLDS_FOLDER
} srv_standing;

struct sqlite3;
struct sqlite3_stmt;
typedef struct srv_mover srv_mover; // store_sqlite_mover.h
typedef struct srv_pg srv_pg;       // store_postgres.c

struct srv_store {
    const srv_driver *driver;
    srv_pg *pg; // PostgreSQL's; what follows up to `writable` is SQLite's
    struct sqlite3 *db;
    struct sqlite3_stmt *statements[SRV_STATEMENT_COUNT];
    bool ballast_given_up; // nothing is written until it is back
    srv_mover *mover;      // NULL: of a store that holds no folder
    int wal_pages;         // as of the last commit
    int wal_pages_moved;   // as of the last try to move them
    srv_key_filter *keys;  // NULL: there is none, and rows are looked at (keys.h)
    bool writable;
    bool on_loop; // a reader that must not wait: a lost connection stays lost
    bool listens; // for steps
    char *data_dir;
    char node[SRV_ID_LENGTH + 1];
    int lock;        // the hold on the folder; -1: a reader, or a writer beside who holds it
    int failed_code; // of the last failure
    int unread_code; // of a verifier's question that could not be read; 0: all could
    srv_frontier frontier; // of a writable store: of all entries
};

/** Connect a store that is made and holds its folder where it must. */
cds_status srv_sqlite_open(cds_ctx *ctx, srv_store *store);
cds_status srv_postgres_open(cds_ctx *ctx, srv_store *store, const char *url);

/** The statements' texts, and whether a reader needs them. */
const char *srv_statement_text(srv_statement statement);
bool srv_statement_reads(srv_statement statement);

/** The edge of the tree as tiles and leaves have it. */
cds_status srv_store_load_frontier(cds_ctx *ctx, srv_store *store, srv_frontier *out);

/** One transaction over the log as it is now, whoever appended last; `frontier` is its edge,
 *  which the change may move on. Fails: as the change; then nothing was changed. */
typedef cds_status (*srv_within_fn)(cds_ctx *ctx, srv_store *store, srv_frontier *frontier,
                                    void *user);
cds_status srv_store_within(cds_ctx *ctx, srv_store *store, srv_within_fn change, void *user);

/** Appends one entry as the next, with what stands beside it; within a transaction. The
 *  database's code. */
int srv_store_insert(srv_store *store, srv_frontier *frontier, srv_entry *entry);

/** Adds a leaf, and writes the tiles it completes; within a transaction. */
int srv_store_grow(srv_store *store, srv_frontier *frontier, const cds_sha256 *leaf);

/** Records CDS_FAILED in words that hold no row's value: what was tried, the database's
 *  sentence for the code. */
cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried);

/** The one row a bound statement finds. Fails: CDS_NOT_FOUND. */
cds_status srv_store_read_one(cds_ctx *ctx, srv_store *store, srv_row row, srv_entry *out);

/** Puts an entry's key beside it; a key that still counts stays with its first entry. */
int srv_store_put_key(srv_store *store, const srv_entry *entry);

/** Looks at the oldest keys, twice as many as were added: the table shrinks to what counts. */
int srv_store_purge_keys(srv_store *store, int64_t time_ms, size_t added);

/** Puts the files of a release beside its entry. */
int srv_store_put_files(srv_store *store, const srv_entry *entry);

/** Puts claims beside the log, and takes away what has expired. */
int srv_store_put_claims(srv_store *store, srv_claim *const *claims, size_t count);

/** Takes that log for its own: until the end of the transaction if it is rolled back. The
 *  database's code. */
int srv_store_enter_log(srv_store *store, const char *node);

/** Runs a statement that gives no row. */
cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement);
