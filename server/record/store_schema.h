// SPDX-License-Identifier: Apache-2.0
// The columns of an entry and the indexes over them, each named once. Included by
// store_sql.h only.
#pragma once

// name of each column after `number`, its type in SQLite and in PostgreSQL; the long ones
// last, what was answered at the end
#define SRV_ASKED_COLUMNS(X)                                                                   \
    X(id, "TEXT NOT NULL UNIQUE", "TEXT COLLATE \"C\" NOT NULL UNIQUE")                        \
    X(kind, "TEXT NOT NULL", "TEXT NOT NULL")                                                  \
    X(time_ms, "INTEGER NOT NULL", "BIGINT NOT NULL")                                          \
    X(node, "TEXT NOT NULL", "TEXT NOT NULL")                                                  \
    X(client, "TEXT NOT NULL", "TEXT NOT NULL")                                                \
    X(release, "TEXT", "TEXT")                                                                 \
    X(release_name, "TEXT", "TEXT")                                                            \
    X(release_activated_ms, "INTEGER NOT NULL", "BIGINT NOT NULL")                             \
    X(engine, "TEXT", "TEXT")                                                                  \
    X(assessed_on, "TEXT", "TEXT")                                                             \
    X(assessed_on_assumed, "INTEGER NOT NULL", "BIGINT NOT NULL")                              \
    X(reference, "TEXT", "BYTEA")                                                              \
    X(idempotency, "BLOB", "BYTEA")                                                            \
    X(salt, "BLOB", "BYTEA")                                                                   \
    X(erasure, "INTEGER", "BIGINT")                                                            \
    X(leaf, "BLOB NOT NULL", "BYTEA NOT NULL")                                                 \
    X(marks, "BLOB", "BYTEA")                                                                  \
    X(assessment, "TEXT", "BYTEA")

// all of them
#define SRV_ENTRY_COLUMNS(X)                                                                   \
    SRV_ASKED_COLUMNS(X)                                                                       \
    X(decision, "TEXT", "BYTEA")                                                               \
    X(detail, "TEXT", "TEXT")

enum {
    COLUMN_number,
#define SRV_COLUMN_ENUM(name, sqlite, postgres) COLUMN_##name,
    SRV_ENTRY_COLUMNS(SRV_COLUMN_ENUM)
#undef SRV_COLUMN_ENUM
};

#define SRV_COLUMN_NAMES_ONE(name, sqlite, postgres) ", " #name
#define SRV_COLUMN_NAMES "number" SRV_ENTRY_COLUMNS(SRV_COLUMN_NAMES_ONE)
#define SRV_COLUMN_MARKS_ONE(name, sqlite, postgres) ", ?"
#define SRV_COLUMN_MARKS "?" SRV_ENTRY_COLUMNS(SRV_COLUMN_MARKS_ONE)

// what tells a release's life; there is an index of just these
#define SRV_IS_STEP                                                                            \
    "kind IN ('" SRV_KIND_RELEASE "', '" SRV_KIND_APPROVAL "', '" SRV_KIND_ACTIVATION "')"

// Each partial index of entries: its name, its columns, which rows it holds, and how a row is
// found in it.
#define SRV_INDEXES(X)                                                                         \
    X(shown, "id, marks", "marks IS NOT NULL",                                                 \
      "i.id = entries.id AND i.marks = entries.marks")                                         \
    X(of_reference, "reference, id", "reference IS NOT NULL",                                  \
      "i.reference = entries.reference AND i.id = entries.id")                                 \
    X(feedback, "number", "kind = '" SRV_KIND_FEEDBACK "'", "1 = 1")                           \
    X(erased, "erasure", "erasure IS NOT NULL", "i.erasure = entries.erasure")                 \
    X(steps, "number", SRV_IS_STEP, "1 = 1")
#define SRV_INDEX_DEFINITION(name, columns, holds, found_by)                                   \
    "CREATE INDEX " #name " ON entries (" columns ") WHERE " holds ";"
