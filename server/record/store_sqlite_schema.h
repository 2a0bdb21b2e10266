// SPDX-License-Identifier: Apache-2.0
// The columns of an entry and the indexes over them, each named once. Included by
// store_sqlite_sql.h only.
#pragma once

// name and type of each column after `number`; the long ones last, what was answered at the end
#define SRV_ASKED_COLUMNS(X)                                                                   \
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
    X(erasure, "INTEGER")                                                                      \
    X(leaf, "BLOB NOT NULL")                                                                   \
    X(marks, "BLOB")                                                                           \
    X(assessment, "TEXT")

// all of them
#define SRV_ENTRY_COLUMNS(X)                                                                   \
    SRV_ASKED_COLUMNS(X)                                                                       \
    X(decision, "TEXT")                                                                        \
    X(detail, "TEXT")

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
    X(feedback, "number", "kind = '" SRV_KIND_FEEDBACK "'", "1")                               \
    X(erased, "erasure", "erasure IS NOT NULL", "i.erasure = entries.erasure")                 \
    X(steps, "number", SRV_IS_STEP, "1")
#define SRV_INDEX_DEFINITION(name, columns, holds, found_by)                                   \
    "CREATE INDEX " #name " ON entries (" columns ") WHERE " holds ";"
