// SPDX-License-Identifier: Apache-2.0
// Every statement the store runs, each prepared once. Included by store_row.h only.
#pragma once

#include "server/record/store_schema.h"
#include "server/record/store_sql_keys.h"

#define SRV_COLUMN_SAME_ONE(name, sqlite, postgres) " AND " #name " IS ?"
#define SRV_COLUMN_SAME SRV_ENTRY_COLUMNS(SRV_COLUMN_SAME_ONE)
#define SRV_ENTRIES_WHERE "SELECT " SRV_COLUMN_NAMES " FROM entries WHERE "
#define SRV_CHECKPOINT_COLUMNS "number, size, note FROM checkpoints "

// a row that belongs into an index is found there; how many rows before ?1 all of them hold
#define SRV_IN_INDEX(name, columns, holds, found_by)                                           \
    " AND (NOT (" holds ") OR EXISTS (SELECT 1 FROM entries AS i INDEXED BY " #name            \
    " WHERE " holds " AND " found_by " AND i.number = entries.number))"
#define SRV_IN_INDEXES SRV_INDEXES(SRV_IN_INDEX)
#define SRV_INDEXED_COUNT(name, columns, holds, found_by)                                      \
    "(SELECT count(*) FROM entries INDEXED BY " #name " WHERE " holds " AND number < ?1) + "
#define SRV_INDEXED_COUNTS SRV_INDEXES(SRV_INDEXED_COUNT) "0"

// name, whether readers need it, SQL
#define SRV_STATEMENTS(X)                                                                      \
    SRV_KEY_STATEMENTS(X)                                                                      \
    X(FIND, true, SRV_ENTRIES_WHERE "id = ?1")                                                 \
    X(FIND_KEY, true,                                                                          \
      SRV_ENTRIES_WHERE                                                                        \
      "number = (SELECT number FROM idempotency_keys WHERE key = ?1 AND time_ms >= ?2 AND "    \
      "number BETWEEN ?3 AND ?4 LIMIT 1)")                                                     \
    X(TAIL, true, "SELECT number + 1 FROM entries ORDER BY number DESC LIMIT 1")               \
    X(PAGE, true, SRV_ENTRIES_WHERE "number >= ?1 ORDER BY number LIMIT ?2")                   \
    /* the pages that the last columns lie on are not read */                                  \
    X(PAGE_ASKED, true,                                                                        \
      "SELECT number" SRV_ASKED_COLUMNS(                                                       \
          SRV_COLUMN_NAMES_ONE) ", NULL, NULL FROM entries "                                   \
                                "WHERE number >= ?1 ORDER BY number LIMIT ?2")                 \
    /* found by its id, not its number, so that the index is looked at too */                  \
    X(SAME, true, "SELECT 1 FROM entries WHERE +number = ?" SRV_COLUMN_SAME SRV_IN_INDEXES)    \
    X(INDEXED, true, "SELECT " SRV_INDEXED_COUNTS)                                             \
    X(STRAY_FILE, true,                                                                        \
      "SELECT 1 FROM files WHERE sha256 NOT IN (SELECT file FROM release_files) UNION ALL "    \
      "SELECT 1 FROM release_files WHERE release NOT IN (SELECT detail ->> '$.digest' FROM "   \
      "entries WHERE " SRV_IS_STEP " AND kind = '" SRV_KIND_RELEASE "') LIMIT 1")              \
    X(ACTIVATED, true,                                                                         \
      "SELECT 1 FROM entries WHERE " SRV_IS_STEP " AND kind = '" SRV_KIND_ACTIVATION "' "      \
      "AND number < ?1 AND time_ms = ?2 AND detail ->> '$.digest' = ?3 AND detail ->> "        \
      "'$.name' = ?4 LIMIT 1")                                                                 \
    X(LEAVES, true,                                                                            \
      "SELECT leaf FROM entries WHERE ?1 = 0 AND number >= ?2 ORDER BY number LIMIT ?3")       \
    X(TILES, true,                                                                             \
      "SELECT root, number FROM tiles WHERE level = ?1 AND number >= ?2 ORDER BY number "      \
      "LIMIT ?3")                                                                              \
    X(STRAY_TILE, true,                                                                        \
      "SELECT number << (8 * level) FROM tiles WHERE level < 1 OR number < 0 OR number >= "    \
      "(SELECT coalesce(max(number) + 1, 0) FROM entries) >> (8 * level) LIMIT 1")             \
    X(LATEST_CHECKPOINT, true,                                                                 \
      "SELECT " SRV_CHECKPOINT_COLUMNS "ORDER BY number DESC LIMIT 1")                         \
    X(NEXT_CHECKPOINT, true,                                                                   \
      "SELECT " SRV_CHECKPOINT_COLUMNS "WHERE number >= ?1 ORDER BY number LIMIT 1")           \
    X(ENTRY, true, SRV_ENTRIES_WHERE "number = ?1")                                            \
    X(FIRST_ACTIVATION, true,                                                                  \
      "SELECT min(number) FROM entries WHERE " SRV_IS_STEP " AND "                             \
      "kind = '" SRV_KIND_ACTIVATION "'")                                                      \
    X(NODE_IS, true, "SELECT 1 FROM meta WHERE name = 'node' AND value = ?1")                  \
    X(FILES, true,                                                                             \
      "SELECT path, bytes FROM release_files JOIN files ON sha256 = file WHERE release = ?1 "  \
      "ORDER BY path")                                                                         \
    X(STEPS, true, SRV_ENTRIES_WHERE SRV_IS_STEP " ORDER BY number")                           \
    X(LAST_STEP, true, "SELECT max(number) FROM entries WHERE " SRV_IS_STEP)                   \
    X(LOGS, true, "SELECT value, NULL FROM meta WHERE name = 'node'")                          \
    /* another log than this node's: only where there are others */                            \
    X(TURN, true, "SELECT ?1")                                                                 \
    X(STRAY_LOG, true, "SELECT 1 WHERE false")                                                 \
    X(NOTE_SIGNER, false, "SELECT ?1")                                                         \
    X(PUT_FILE, false,                                                                         \
      "INSERT INTO files (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")              \
    X(PUT_RELEASE_FILE, false,                                                                 \
      "INSERT INTO release_files (release, path, file) VALUES (?1, ?2, ?3) ON CONFLICT DO "    \
      "NOTHING")                                                                               \
    X(PUT_TILE, false, "INSERT INTO tiles (level, number, root) VALUES (?1, ?2, ?3)")          \
    X(PUT_CHECKPOINT, false,                                                                   \
      "INSERT INTO checkpoints (number, size, note) VALUES (?1, ?2, ?3)")                      \
    X(SEARCH, true,                                                                            \
      "SELECT number, id, marks FROM entries INDEXED BY shown WHERE marks IS NOT NULL "        \
      "AND id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")                                    \
    X(SEARCH_REFERENCE, true,                                                                  \
      "SELECT number, id, marks FROM entries INDEXED BY of_reference WHERE reference = ?4 "    \
      "AND id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")                                    \
    X(FEEDBACK, true,                                                                          \
      "SELECT number, detail, node FROM entries INDEXED BY feedback WHERE kind = 'feedback' "  \
      "AND number >= ?1 AND ?3 IS NOT NULL ORDER BY number LIMIT ?2")                          \
    /* what is said of an evaluation stands after it */                                        \
    X(FEEDBACK_ON, true,                                                                       \
      "SELECT " SRV_COLUMN_NAMES " FROM entries INDEXED BY feedback WHERE kind = 'feedback' "  \
      "AND number > (SELECT number FROM entries WHERE id = ?1) "                               \
      "AND detail ->> '$.evaluation' = ?1 AND id > ?2 ORDER BY id LIMIT ?3")                   \
    /* a person's evaluations, and comments on what is or is to be erased */                   \
    X(FIND_PERSON, false,                                                                      \
      "WITH evaluations (number, id) AS ("                                                     \
      "SELECT number, id FROM entries INDEXED BY of_reference WHERE reference = ?1 UNION ALL " \
      "SELECT number, id FROM entries WHERE id = ?2 AND kind = 'evaluation' AND erasure IS "   \
      "NULL) SELECT number FROM evaluations UNION "                                            \
      "SELECT f.number FROM entries f INDEXED BY feedback WHERE f.kind = 'feedback' "          \
      "AND f.erasure IS NULL AND f.detail ->> '$.comment' IS NOT NULL AND ("                   \
      "f.detail ->> '$.evaluation' IN (SELECT id FROM evaluations) OR "                        \
      "(SELECT erasure FROM entries WHERE id = f.detail ->> '$.evaluation') IS NOT NULL)")     \
    X(ERASE, false,                                                                            \
      "UPDATE entries SET erasure = ?2, salt = NULL, assessment = NULL, decision = NULL, "     \
      "reference = NULL, marks = NULL, assessed_on = NULL, assessed_on_assumed = 0, "          \
      "idempotency = NULL, detail = json_remove(detail, '$.comment') WHERE number = ?1")       \
    X(DUE, true,                                                                               \
      "SELECT count(*), min(id), max(id), reference FROM entries INDEXED BY of_reference "     \
      "WHERE reference IS NOT NULL AND reference > ?2 GROUP BY reference HAVING max(id) < ?1 " \
      "ORDER BY reference LIMIT ?3")                                                           \
    X(DUE_UNNAMED, true,                                                                       \
      "SELECT count(*), min(id), max(id) FROM entries INDEXED BY shown WHERE marks IS NOT "    \
      "NULL AND id < ?1 AND reference IS NULL")                                                \
    X(ERASED_COUNT, true, "SELECT count(*) FROM entries INDEXED BY erased WHERE erasure = ?1") \
    X(ERASED_TOTAL, true,                                                                      \
      "SELECT count(*) FROM entries INDEXED BY erased WHERE erasure IS NOT NULL")              \
    X(BEGIN, false, "BEGIN IMMEDIATE")                                                         \
    /* only where there are other programs' locks to think of */                               \
    X(LOCK, false, "SELECT 1")                                                                 \
    /* other nodes hear of a step when it is committed */                                      \
    X(TELL, false, "SELECT 1")                                                                 \
    X(COMMIT, false, "COMMIT")                                                                 \
    X(ROLLBACK, false, "ROLLBACK")                                                             \
    X(INSERT, false,                                                                           \
      "INSERT INTO entries (" SRV_COLUMN_NAMES ") VALUES (" SRV_COLUMN_MARKS ")")              \
    X(PUT_CLAIM, false,                                                                        \
      "INSERT INTO used_tokens (token, expires_s) VALUES (?1, ?2) ON CONFLICT DO NOTHING "     \
      "RETURNING 1")                                                                           \
    X(PURGE_CLAIMS, false,                                                                     \
      "DELETE FROM used_tokens WHERE token IN "                                                \
      "(SELECT token FROM used_tokens WHERE expires_s < ?1 ORDER BY expires_s LIMIT ?2)")      \
    X(PROBE, false, "INSERT OR REPLACE INTO meta VALUES ('probe', zeroblob(65536))")           \
    X(UNPROBE, false, "DELETE FROM meta WHERE name = 'probe'")
