// SPDX-License-Identifier: Apache-2.0
// What the two halves of the SQLite store share: its shape, its statements, its table.
// Included by store_sqlite*.c only.
#pragma once

#include "server/record/store.h"

struct sqlite3;
struct sqlite3_stmt;

// name and type of each column after `number`; the long ones last
#define SRV_ENTRY_COLUMNS(X)                                                                   \
    X(id, "TEXT NOT NULL UNIQUE")                                                              \
    X(kind, "TEXT NOT NULL")                                                                   \
    X(time_ms, "INTEGER NOT NULL")                                                             \
    X(node, "TEXT NOT NULL")                                                                   \
    X(client, "TEXT NOT NULL")                                                                 \
    X(release, "TEXT")                                                                         \
    X(release_name, "TEXT")                                                                    \
    X(release_activated_ms, "INTEGER NOT NULL")                                                \
    X(engine, "TEXT")                                                                          \
    X(assessed_on, "TEXT")                                                                     \
    X(assessed_on_assumed, "INTEGER NOT NULL")                                                 \
    X(reference, "TEXT")                                                                       \
    X(idempotency, "BLOB")                                                                     \
    X(salt, "BLOB")                                                                            \
    X(leaf, "BLOB NOT NULL")                                                                   \
    X(assessment, "TEXT")                                                                      \
    X(decision, "TEXT")

enum {
    COLUMN_number,
#define SRV_COLUMN_ENUM(name, type) COLUMN_##name,
    SRV_ENTRY_COLUMNS(SRV_COLUMN_ENUM)
#undef SRV_COLUMN_ENUM
};

#define SRV_COLUMN_NAMES_ONE(name, type) ", " #name
#define SRV_COLUMN_NAMES "number" SRV_ENTRY_COLUMNS(SRV_COLUMN_NAMES_ONE)
#define SRV_COLUMN_MARKS_ONE(name, type) ", ?"
#define SRV_COLUMN_MARKS "?" SRV_ENTRY_COLUMNS(SRV_COLUMN_MARKS_ONE)

// name, whether readers need it, SQL
#define SRV_STATEMENTS(X)                                                                      \
    X(FIND, true, "SELECT " SRV_COLUMN_NAMES " FROM entries WHERE id = ?1")                    \
    X(FIND_KEY, true,                                                                          \
      "SELECT " SRV_COLUMN_NAMES " FROM entries WHERE number = "                               \
      "(SELECT number FROM idempotency_keys WHERE key = ?1 AND time_ms >= ?2)")                \
    X(TAIL, true, "SELECT number + 1 FROM entries ORDER BY number DESC LIMIT 1")               \
    X(BEGIN, false, "BEGIN IMMEDIATE")                                                         \
    X(COMMIT, false, "COMMIT")                                                                 \
    X(ROLLBACK, false, "ROLLBACK")                                                             \
    X(INSERT, false,                                                                           \
      "INSERT INTO entries (" SRV_COLUMN_NAMES ") VALUES (" SRV_COLUMN_MARKS ")")              \
    X(INSERT_KEY, false,                                                                       \
      "INSERT INTO idempotency_keys (number, key, time_ms) VALUES (?1, ?2, ?3) "               \
      "ON CONFLICT (key) DO UPDATE SET number = excluded.number, time_ms = excluded.time_ms "  \
      "WHERE idempotency_keys.time_ms < ?4")                                                   \
    X(PURGE_KEYS, false,                                                                       \
      "DELETE FROM idempotency_keys WHERE time_ms < ?1 AND number IN "                         \
      "(SELECT number FROM idempotency_keys ORDER BY number LIMIT ?2)")                        \
    X(PROBE, false, "INSERT OR REPLACE INTO meta VALUES ('probe', zeroblob(65536))")           \
    X(UNPROBE, false, "DELETE FROM meta WHERE name = 'probe'")

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
    int lock; // the writer's hold on the folder; -1 for a reader
    bool writable;
    bool ballast_given_up; // nothing is written until it is back
    int failed_code;       // SQLite's, of the last failure
    int wal_pages;         // as of the last commit
    int wal_pages_moved;   // as of the last try to move them
};

/** Records CDS_FAILED in words that hold no row's value: what was tried, SQLite's sentence for
 *  the code. */
cds_status srv_store_fail(cds_ctx *ctx, srv_store *store, int code, const char *tried);

/** Runs a statement that gives no row. */
cds_status srv_store_run(cds_ctx *ctx, srv_store *store, srv_statement statement);
